// The content that ships with the portal, and the fixtures beside it, as tests read them.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "shared/domain/notice.h"
#include "shared/domain/words.h"
#include "shared/encoding/holidays_json.h"
#include "shared/encoding/notice_json.h"
#include "shared/encoding/words_json.h"

namespace sayso::test {

// `path` from the root of the sources.
inline std::string source_file(const std::string& path) {
  std::ifstream file(std::string(SAYSO_SOURCE_DIR "/") + path, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), path);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline domain::Notice notice_of(const std::string& text) {
  const auto notice = encoding::decode_notice(text);
  if (!notice) {
    for (const auto& problem : notice.error()) MESSAGE(problem.line << ": " << problem.what);
  }
  REQUIRE(notice.has_value());
  return *notice;
}

inline std::string shipped_notice_text() {
  return source_file("assets/notices/turnaround-plus/1.en.json");
}
inline domain::Notice shipped_notice() { return notice_of(shipped_notice_text()); }
// With one more organisation and one changed explanation.
inline domain::Notice changed_notice() {
  return notice_of(source_file("tests/fixtures/notices/turnaround-plus-2.en.json"));
}

inline domain::Words shipped_words() {
  const auto words = encoding::decode_words(source_file("assets/words/en.json"));
  if (!words) {
    for (const auto& problem : words.error()) MESSAGE(problem.line << ": " << problem.what);
  }
  REQUIRE(words.has_value());
  return *words;
}

inline encoding::BankHolidays shipped_bank_holidays() {
  const auto holidays =
      encoding::decode_bank_holidays(source_file("assets/bank-holidays/england-and-wales.json"));
  if (!holidays) {
    for (const auto& problem : holidays.error()) MESSAGE(problem.line << ": " << problem.what);
  }
  REQUIRE(holidays.has_value());
  return *holidays;
}

}  // namespace sayso::test
