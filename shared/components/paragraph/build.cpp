#include "shared/components/paragraph/build.h"

#include <utility>

namespace sayso::document {

Node paragraph(std::string text) { return with_text(Kind::Paragraph, std::move(text)); }

Node paragraph(Nodes runs) { return with_children(Kind::Paragraph, std::move(runs)); }

Node lead(std::string text) { return styled(Style::Lead, paragraph(std::move(text))); }

Node muted(std::string text) { return styled(Style::Muted, paragraph(std::move(text))); }

Node small(std::string text) { return styled(Style::Small, paragraph(std::move(text))); }

Node caption(std::string text) { return styled(Style::Caption, paragraph(std::move(text))); }

Node span(std::string text) { return with_text(Kind::Span, std::move(text)); }

Node strong(std::string text) { return styled(Style::Strong, span(std::move(text))); }

Node code(std::string text) { return styled(Style::Code, span(std::move(text))); }

}  // namespace sayso::document
