// A notice or a catalogue of any content is taken or gets problems at lines that the file has.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/check.h"
#include "shared/encoding/notice_json.h"
#include "shared/encoding/words_json.h"

namespace {

using sayso::encoding::LineProblem;

void check_lines(const std::vector<LineProblem>& problems, std::size_t lines) {
  CHECK(!problems.empty());
  for (const LineProblem& problem : problems) {
    CHECK(problem.line >= 1 && problem.line <= lines && !problem.what.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = sayso::as_text({data, size});
  const auto breaks = std::count(text.begin(), text.end(), '\n');
  const std::size_t lines = static_cast<std::size_t>(breaks) + 1;
  const auto notice = sayso::encoding::decode_notice(text);
  if (!notice) check_lines(notice.error(), lines);
  CHECK(!notice || sayso::encoding::canonical_notice(text).has_value());
  const auto words = sayso::encoding::decode_words(text);
  if (!words) check_lines(words.error(), lines);
  return 0;
}
