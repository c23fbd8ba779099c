// Feeds a fuzz target its corpus, and small changes of it: the part of fuzzing that is quick enough
// for every run. Linked with one target of tests/fuzz.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Input = std::vector<std::uint8_t>;

void feed(const Input& input) { (void)LLVMFuzzerTestOneInput(input.data(), input.size()); }

std::vector<Input> read_corpus() {
  std::vector<Input> corpus{Input{}};
  const std::filesystem::path folder = SAYSO_CORPUS_DIR;
  if (!std::filesystem::is_directory(folder)) return corpus;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) paths.push_back(entry);
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    corpus.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return corpus;
}

// The seed is fixed: a failure comes back.
void feed_changes(const Input& input, std::mt19937& random) {
  for (int round = 0; round < 300 && !input.empty(); ++round) {
    Input changed = input;
    const auto at = random() % changed.size();
    switch (random() % 4) {
      case 0:
        changed[at] = static_cast<std::uint8_t>(random());
        break;
      case 1:
        changed.resize(at);
        break;
      case 2:
        changed.insert(changed.begin() + static_cast<std::ptrdiff_t>(at), changed[at]);
        break;
      default:
        changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(at));
        break;
    }
    feed(changed);
  }
}

}  // namespace

TEST_CASE("the corpus, and small changes of it, are taken without harm") {
  std::mt19937 random(20260101);
  for (const Input& input : read_corpus()) {
    feed(input);
    feed_changes(input, random);
  }
}
