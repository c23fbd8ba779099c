// nlohmann's parser does the grammar, and this handler refuses what a signed record may not hold.
// What the parser would let pass by itself, and where it is caught:
//   a later duplicate of a key wins            key()
//   -0 becomes 0                               number_integer(): only tokens with a minus sign
//   arrive there integers past 64 bits become fractions     number_float() and parse_error(), told
//   apart by the token's digits 2^53 and more, which JavaScript rounds     place_integer() nesting
//   to any depth                       open() a byte order mark, a zero byte as an end
//   find_text_fault(), before parsing
#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "shared/base/check.h"
#include "shared/encoding/json.h"
#include "shared/encoding/json_text.h"

namespace sayso::encoding {
namespace {

constexpr std::size_t kMostDepth = 256;

bool is_number_character(char c) {
  return (c >= '0' && c <= '9') || std::string_view("+-.eE").find(c) != std::string_view::npos;
}

// Hands out the text and leaves behind how far the parser has read, which the parser's own
// callbacks do not say.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* position, const char** furthest)
      : position_(position), furthest_(furthest) {}
  reference operator*() const { return *position_; }
  CountingIterator& operator++() {
    *furthest_ = ++position_;
    return *this;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
    return a.position_ == b.position_;
  }
  friend bool operator!=(const CountingIterator& a, const CountingIterator& b) { return !(a == b); }

 private:
  const char* position_;
  const char** furthest_;
};

JsonProblem problem_at(std::string_view text, std::size_t offset, JsonError error) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  return {error, lines + 1, offset - line_start + 1};
}

class Builder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  Builder(std::string_view text, std::size_t depth)
      : text_(text), furthest_(text.data()), depth_(depth) {}

  [[nodiscard]] CountingIterator begin() { return {text_.data(), &furthest_}; }
  [[nodiscard]] CountingIterator end() { return {text_.data() + text_.size(), &furthest_}; }

  [[nodiscard]] Expected<Json, JsonProblem> take() {
    if (problem_) return failure(*problem_);
    return std::move(root_);
  }

  bool null() override { return refuse(JsonError::NullValue, read() - 4); }
  bool boolean(bool flag) override { return place(Json(flag)) != nullptr; }
  bool number_integer(number_integer_t number) override {
    if (number == 0) return refuse(JsonError::NegativeZero, number_start());
    return place_integer(number >= -kMaxInteger, number);
  }
  bool number_unsigned(number_unsigned_t number) override {
    return place_integer(number <= static_cast<std::uint64_t>(kMaxInteger),
                         static_cast<std::int64_t>(number));
  }
  bool number_float(number_float_t, const string_t& token) override { return refuse_number(token); }
  bool string(string_t& text) override { return place(Json(std::move(text))) != nullptr; }
  bool binary(binary_t&) override { return refuse(JsonError::Syntax, read()); }

  bool start_object(std::size_t) override { return open(Json(Json::Object{})); }
  bool start_array(std::size_t) override { return open(Json(Json::Array{})); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& key) override;

  bool parse_error(std::size_t position, const std::string& token,
                   const nlohmann::detail::exception& error) override {
    constexpr int kNumberOutOfRange = 406;
    if (error.id == kNumberOutOfRange) return refuse_number(token);
    return refuse(JsonError::Syntax, position == 0 ? 0 : position - 1);
  }

 private:
  [[nodiscard]] std::size_t read() const {
    return static_cast<std::size_t>(furthest_ - text_.data());
  }
  // Offsets of the token that was just read.
  [[nodiscard]] std::size_t number_start() const;
  [[nodiscard]] std::size_t string_start() const;

  bool refuse(JsonError error, std::size_t offset) {
    problem_ = problem_at(text_, std::min(offset, text_.size()), error);
    return false;
  }
  bool refuse_number(const std::string& token) {
    const bool digits_alone = token.find_first_of(".eE") == std::string::npos;
    return refuse(digits_alone ? JsonError::IntegerOutOfRange : JsonError::NotAnInteger,
                  number_start());
  }
  bool place_integer(bool in_range, std::int64_t number) {
    if (!in_range) return refuse(JsonError::IntegerOutOfRange, number_start());
    return place(Json(number)) != nullptr;
  }
  Json* place(Json value);
  bool open(Json container);
  bool close() {
    open_.pop_back();
    return true;
  }

  std::string_view text_;
  const char* furthest_;
  std::size_t depth_;
  Json root_;
  // The containers around the current place, outermost first. A parent does not change while its
  // child is open, so the addresses hold.
  std::vector<Json*> open_;
  Json* member_ = nullptr;
  std::optional<JsonProblem> problem_;
};

std::size_t Builder::number_start() const {
  // The parser reads one character past a number, unless the text ends there.
  std::size_t start = read();
  if (start > 0 && !is_number_character(text_[start - 1])) --start;
  while (start > 0 && is_number_character(text_[start - 1])) --start;
  return start;
}

std::size_t Builder::string_start() const {
  // From the closing quote back to the nearest quote with an even number of backslashes before it.
  std::size_t start = read() - 1;
  while (start > 0) {
    --start;
    if (text_[start] != '"') continue;
    std::size_t backslashes = 0;
    while (backslashes < start && text_[start - backslashes - 1] == '\\') ++backslashes;
    if (backslashes % 2 == 0) break;
  }
  return start;
}

bool Builder::key(string_t& key) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (!std::all_of(key.begin(), key.end(), is_ascii))
    return refuse(JsonError::NonAsciiKey, string_start());
  const auto [member, is_new] = open_.back()->object()->try_emplace(std::move(key));
  if (!is_new) return refuse(JsonError::DuplicateKey, string_start());
  member_ = &member->second;
  return true;
}

Json* Builder::place(Json value) {
  Json* target = &root_;
  if (!open_.empty()) {
    Json::Array* elements = open_.back()->array();
    target = elements == nullptr ? member_ : &elements->emplace_back();
  }
  *target = std::move(value);
  return target;
}

bool Builder::open(Json container) {
  if (open_.size() == depth_) return refuse(JsonError::TooDeep, read() - 1);
  open_.push_back(place(std::move(container)));
  return true;
}

}  // namespace

Expected<Json, JsonProblem> decode_json(std::string_view text, JsonLimits limits) {
  CHECK(limits.depth <= kMostDepth);
  if (text.size() > limits.size_bytes) return failure(JsonProblem{JsonError::TooLarge, 1, 1});
  if (const auto fault = find_text_fault(text))
    return failure(problem_at(text, fault->offset, fault->error));
  Builder builder(text, limits.depth);
  // The answer is in the builder: a refusal has always left its problem there.
  (void)nlohmann::json::sax_parse(builder.begin(), builder.end(), &builder);
  return builder.take();
}

}  // namespace sayso::encoding
