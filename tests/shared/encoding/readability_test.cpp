// Whether a nine-year-old can read it: the Flesch–Kincaid grade, and the manners of the words.
//
// grade = 0.39 × words per sentence + 11.8 × syllables per word − 15.59. Syllables are counted by
// groups of vowels, which is right for nearly every English word and wrong by one for a few.
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/shipped_content.h"

using namespace sayso;

namespace {

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

bool is_vowel(char c) {
  return std::string_view("aeiouy").find(static_cast<char>(
             std::tolower(static_cast<unsigned char>(c)))) != std::string_view::npos;
}

int syllables_in(std::string_view word) {
  int count = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1]))) ++count;
  }
  const bool silent_e = word.size() > 2 && word.back() == 'e' && !is_vowel(word[word.size() - 2]) &&
                        word.substr(word.size() - 2) != "le";
  if (silent_e && count > 1) --count;
  return std::max(count, 1);
}

struct Count {
  int words = 0;
  int sentences = 0;
  int syllables = 0;
  [[nodiscard]] double grade() const {
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
  }
};

void add(Count& count, std::string_view text) {
  bool in_sentence = false;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end > i) {
      ++count.words;
      count.syllables += syllables_in(text.substr(i, end - i));
      in_sentence = true;
      i = end;
    } else {
      const bool stop = text[i] == '.' || text[i] == '?' || text[i] == ':';
      if (stop && in_sentence) {
        ++count.sentences;
        in_sentence = false;
      }
      ++i;
    }
  }
  if (in_sentence) ++count.sentences;
}

// Places are names that the reader knows: a short word stands for each. An apostrophe joins what is
// around it.
std::string as_read(std::string text) {
  for (std::size_t open; (open = text.find('{')) != std::string::npos;) {
    text.replace(open, text.find('}', open) - open + 1, "Sam");
  }
  for (std::size_t at; (at = text.find("’")) != std::string::npos;) {
    text.erase(at, std::string("’").size());
  }
  return text;
}

void add(std::vector<std::string>& texts, const std::vector<domain::Block>& blocks) {
  for (const domain::Block& block : blocks) {
    if (!block.text.empty()) texts.push_back(block.text);
    texts.insert(texts.end(), block.items.begin(), block.items.end());
  }
}

std::vector<std::string> plain_words(const domain::Notice& notice) {
  std::vector<std::string> texts{notice.promises_bind, notice.retention.plain,
                                 notice.council.paper_route};
  for (const auto& section : notice.sections) add(texts, section.plain);
  for (const auto& kind : notice.kinds) texts.push_back(kind.plain);
  for (const auto& organisation : notice.organisations) texts.push_back(organisation.plain);
  for (const auto& promise : notice.promises) texts.push_back(promise.plain);
  texts.insert(texts.end(), notice.withdrawing.begin(), notice.withdrawing.end());
  for (const auto& purpose : notice.purposes) {
    texts.insert(texts.end(), {purpose.title.you, purpose.plain.you, purpose.plain.child,
                               purpose.basis.plain, purpose.retention});
    for (const auto& question : purpose.questions) {
      texts.insert(texts.end(), {question.text.you, question.if_yes.you, question.if_no.you,
                                 question.if_withdrawn.you});
    }
  }
  return texts;
}

// Whole sentences: labels and names have no length that a formula could judge.
std::vector<std::string> sentences_of(const domain::Words& words) {
  std::vector<std::string> texts;
  for (const auto& [key, text] : words.texts()) {
    if (text.back() == '.' || text.back() == '?') texts.push_back(text);
  }
  return texts;
}

double grade_of(const std::vector<std::string>& texts) {
  Count count;
  for (const std::string& text : texts) add(count, as_read(text));
  return count.grade();
}

std::vector<std::string> all_of(const domain::Words& words) {
  std::vector<std::string> texts;
  for (const auto& [key, text] : words.texts()) texts.push_back(text);
  for (const auto& [key, forms] : words.plurals()) {
    for (const auto& [form, text] : forms) texts.push_back(text);
  }
  return texts;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

TEST_CASE("syllables are counted as they are spoken") {
  CHECK(syllables_in("choice") == 1);
  CHECK(syllables_in("receipt") == 2);
  CHECK(syllables_in("people") == 2);
  CHECK(syllables_in("information") == 4);
  CHECK(syllables_in("the") == 1);
}

TEST_CASE("the formula gives what is worked out by hand") {
  Count count;
  add(count, "The cat sat. It was a good cat.");
  CHECK(count.sentences == 2);
  CHECK(count.words == 8);
  CHECK(count.syllables == 8);
  CHECK(count.grade() == doctest::Approx(0.39 * 4 + 11.8 - 15.59));
}

TEST_CASE("the plain words of the notice are for a reading age of nine") {
  const double grade = grade_of(plain_words(test::shipped_notice()));
  MESSAGE("plain words: grade " << grade);
  CHECK(grade < 5.5);
}

TEST_CASE("the words of the screens are for a reading age of nine") {
  const double grade = grade_of(sentences_of(test::shipped_words()));
  MESSAGE("screens: grade " << grade);
  CHECK(grade < 4.5);
}

TEST_CASE("no single text of the screens or the notice asks too much") {
  std::vector<std::string> texts = sentences_of(test::shipped_words());
  for (const std::string& text : plain_words(test::shipped_notice())) texts.push_back(text);
  for (const std::string& text : texts) {
    Count count;
    add(count, as_read(text));
    if (count.words < 8) continue;
    CAPTURE(text);
    CHECK(count.words / count.sentences <= 25);
    CHECK(count.grade() < 13);
  }
}

TEST_CASE("nothing shouts, blames or speaks of valid and invalid") {
  std::vector<std::string> texts = all_of(test::shipped_words());
  for (const std::string& text : plain_words(test::shipped_notice())) texts.push_back(text);
  for (const std::string& text : texts) {
    CAPTURE(text);
    for (const char* word : {"!", "nvalid", "You must", "you failed", "You failed", "orbidden",
                             "llegal", "lease note", "data subject", "  ", "..."}) {
      CHECK_FALSE(has(text, word));
    }
  }
}

TEST_CASE("titles are discreet, for they stand in a browser's history") {
  const domain::Words words = test::shipped_words();
  int titles = 0;
  for (const auto& entry : words.texts()) {
    const std::string& key = entry.first;
    const std::string& text = entry.second;
    const bool title = key.size() > 6 && key.substr(key.size() - 6) == ".title";
    if (!title && key != "receipt.file_name") continue;
    ++titles;
    CAPTURE(key);
    for (const char* word : {"olice", "ealth", "iolence", "rug", "robation", "ourt", "rime", "buse",
                             "amil", "ouncil", "urnaround", "hild"}) {
      CHECK_FALSE(has(text, word));
    }
  }
  CHECK(titles > 20);
}
