// Distinct types for values that share a representation: an index is no size, a person id no record
// id.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>

namespace sayso {

template <class Tag, class Value>
class Tagged {
 public:
  Tagged() = default;
  explicit Tagged(Value value) : value_(std::move(value)) {}
  [[nodiscard]] const Value& value() const { return value_; }
  friend bool operator==(const Tagged& a, const Tagged& b) { return a.value_ == b.value_; }
  friend bool operator!=(const Tagged& a, const Tagged& b) { return !(a == b); }
  friend bool operator<(const Tagged& a, const Tagged& b) { return a.value_ < b.value_; }

 private:
  Value value_{};
};

// Position of an entry in the log, from 0.
using EntryIndex = Tagged<struct EntryIndexTag, std::uint64_t>;
// Number of entries that a tree covers.
using TreeSize = Tagged<struct TreeSizeTag, std::uint64_t>;

// Pseudonymous: 26 lower-case Crockford base32 characters (128 random bits and 2 zero bits). Never
// derived from a name.
using PersonId = Tagged<struct PersonIdTag, std::string>;
// As PersonId; drawn by whoever makes the record.
using RecordId = Tagged<struct RecordIdTag, std::string>;
// Slugs from the notice, `[a-z0-9-]{1,40}`.
using PurposeId = Tagged<struct PurposeIdTag, std::string>;
using OrganisationId = Tagged<struct OrganisationIdTag, std::string>;

}  // namespace sayso

template <class Tag, class Value>
struct std::hash<sayso::Tagged<Tag, Value>> {
  std::size_t operator()(const sayso::Tagged<Tag, Value>& tagged) const noexcept {
    return std::hash<Value>{}(tagged.value());
  }
};
