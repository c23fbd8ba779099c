#include "shared/components/timeout_warning/build.h"

#include <utility>

#include "shared/components/dialog/build.h"
#include "shared/components/paragraph/build.h"

namespace sayso::document {

Node timeout_warning(std::string title, std::string text, Node stay, Node leave) {
  const std::string cancel = stay.action;
  return dialog(std::move(title),
                {paragraph(std::move(text)), keyed("stay", std::move(stay)),
                 keyed("leave", std::move(leave))},
                cancel);
}

}  // namespace sayso::document
