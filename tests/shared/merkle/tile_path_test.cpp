#include <doctest/doctest.h>

#include <string>

#include "shared/merkle/tiles.h"

namespace sayso::merkle {
namespace {

struct Example {
  TileAddress tile;
  const char* path;
};

constexpr Example kExamples[] = {
    {{0, 0, 256}, "tile/0/000"},
    {{0, 1'234'067, 256}, "tile/0/x001/x234/067"},
    {{0, 1'234, 5}, "tile/0/x001/234.p/5"},
    {{1, 999, 255}, "tile/1/999.p/255"},
    {{2, 1'000, 1}, "tile/2/x001/000.p/1"},
    {{63, 18'446'744'073'709'551'615U, 256}, "tile/63/x018/x446/x744/x073/x709/x551/615"}};

TEST_CASE("a tile's path is that of the specification, both ways") {
  for (const Example& example : kExamples) {
    CHECK(encode_tile_path(example.tile) == example.path);
    CHECK(decode_tile_path(example.path) == example.tile);
  }
}

TEST_CASE("any other spelling of a path is refused") {
  for (const std::string path : {"",
                                 "tile",
                                 "tile/",
                                 "tile/0",
                                 "tile/0/",
                                 "tile/0/0",
                                 "tile/0/00",
                                 "tile/0/0000",
                                 "/tile/0/000",
                                 "tile/00/000",
                                 "tile/01/000",
                                 "tile/-1/000",
                                 "tile/+1/000",
                                 "tile/64/000",
                                 "tile/a/000",
                                 "tile/0/x000/001",
                                 "tile/0/001/234",
                                 "tile/0/x001",
                                 "tile/0/x001/",
                                 "tile/0/x001/x234",
                                 "tile/0/X001/234",
                                 "tile/0/x01/234",
                                 "tile/0/x0001/234",
                                 "tile/0/000/",
                                 "tile/0/000.p",
                                 "tile/0/000.p/",
                                 "tile/0/000.p/0",
                                 "tile/0/000.p/256",
                                 "tile/0/000.p/05",
                                 "tile/0/000.p/5/",
                                 "tile/0/000.p/5.p/5",
                                 "tile/0/000.p/-5",
                                 "tile/0/000.p/ 5",
                                 "tile/0/0a0",
                                 "tile/0/x018/x446/x744/x073/x709/x551/616",
                                 "tile/0/x999/x999/x999/x999/x999/x999/999",
                                 "tile/entries/000",
                                 "tiles/0/000",
                                 "tile/0/000?x",
                                 "tile/0/../000"}) {
    CAPTURE(path);
    CHECK_FALSE(decode_tile_path(path).has_value());
  }
}

TEST_CASE("every path that is written is read back") {
  for (std::uint64_t index = 1; index < (std::uint64_t{1} << 60); index = index * 7 + 3) {
    const TileAddress tile{static_cast<int>(index % 64), index, static_cast<int>(index % 256) + 1};
    CHECK(decode_tile_path(encode_tile_path(tile)) == tile);
  }
}

}  // namespace
}  // namespace sayso::merkle
