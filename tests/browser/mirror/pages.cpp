// Writes what the browser stories of the mirror compare: pages as the server sends them, and the
// buffers that make and change the same pages on the client. For document N of a row:
//   N.html          the whole page       N.first   operations that make it from nothing
//   N.change        operations from document N − 1
// and for document 0 also 0.places, each text one line in a column.
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <utility>

#include "client/mirror/placement_wire.h"
#include "shared/components/page_template/page.h"
#include "shared/document/diff.h"
#include "shared/document/html.h"
#include "tests/shared/document/random_document.h"

namespace {

using namespace sayso;
using namespace sayso::document;

void write_file(const std::string& folder, const std::string& name, ByteView bytes) {
  const std::string path = folder + "/" + name;
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr || std::fwrite(bytes.data(), 1, bytes.size(), file) != bytes.size()) {
    std::perror(path.c_str());
    std::exit(1);
  }
  std::fclose(file);
}

HtmlOptions page_options() {
  HtmlOptions options;
  options.exit_script = {"/exit.js"};
  options.styles = {document::Source{"/styles/sayso.css"}};
  options.facts = {{"sayso-test", "yes"}};
  return options;
}

// Each text in one line, one below the other: nonsense to look at, exact to compare.
paint::Placements place_in_column(const Element& element, paint::Placements layout) {
  if (!element.path.empty() && element.path.substr(0, 4) == "main" && element.box_of) {
    paint::Placement placement{element.path, *element.box_of, true, {}, {}};
    const float y = layout.height;
    placement.box = {20, y, 300, 30};
    if (element.text_of == element.box_of) {
      const auto size = static_cast<std::uint32_t>(element.text.size());
      placement.lines = {{0, size, {24, y + 2, 200, 27}}};
      layout.height += 40;
    }
    layout.placements.push_back(std::move(placement));
  }
  for (const Element& child : element.children) layout = place_in_column(child, std::move(layout));
  return layout;
}

Document with_error(Document document) {
  document.main.children.insert(document.main.children.begin() + 1, heading(2, "Something new"));
  document.title = "Error: Choices";
  document.announcement = "Not saved";
  return document;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const std::string folder = arguments[1];
  std::mt19937 random(7);
  Page before;
  for (int number = 0; number < 24; ++number) {
    const std::string name = std::to_string(number);
    const Document shown = number == 0   ? every_kind()
                           : number == 1 ? with_error(every_kind())
                                         : random_document(random);
    write_file(folder, name + ".html", as_bytes(write_html(shown, page_options())));
    Page fresh = make_page(shown);
    write_file(folder, name + ".first", diff({}, fresh));
    Page next = make_page(shown);
    write_file(folder, name + ".change", diff(before, next));
    if (number == 0) {
      const paint::Placements layout = place_in_column(next.root, {});
      const mirror::Placed placed = mirror::place_elements(next, layout);
      write_file(folder, "0.places", mirror::encode_placements({}, -1, placed, layout.height));
    }
    before = std::move(next);
  }
  return 0;
}
