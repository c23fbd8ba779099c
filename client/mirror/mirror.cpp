#include "client/mirror/mirror.h"

#include <utility>

#include "shared/components/page_template/page.h"
#include "shared/document/diff.h"

namespace sayso::mirror {

void Mirror::show(const document::Document& document) {
  document::Page next = document::make_page(document);
  const Bytes operations = document::diff(page_, next);
  page_ = std::move(next);
  if (!operations.empty()) port_.apply(operations);
}

void Mirror::place(const paint::Placements& places) {
  Placed now = place_elements(page_, places);
  const Bytes placements = encode_placements(sent_, sent_height_, now, places.height);
  sent_ = std::move(now);
  sent_height_ = places.height;
  if (!placements.empty()) port_.place(placements);
}

void Mirror::forget_placements() {
  sent_.clear();
  sent_height_ = -1;
}

}  // namespace sayso::mirror
