// The versions of the notice that records may name. Built at start, then only read: safe from any
// thread.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::domain {
struct Notice;
}

namespace sayso::app {

struct NoticeVersion {
  std::shared_ptr<const domain::Notice> notice;
  // Content hash, lower-case hexadecimal, as records carry it.
  std::string hash;
  // Where the public finds it, from the root: `/notices/….json`.
  std::string address;
};

class Notices {
 public:
  // Every version ever shown stays known, so that what was signed can be explained.
  void add(NoticeVersion version);
  // The version that people are asked about now. Precondition: was added.
  void make_current(std::string_view hash);

  // Null when no such version was shown.
  [[nodiscard]] const NoticeVersion* find(std::string_view hash) const;
  // Whether some version ever shown is like this.
  [[nodiscard]] bool any(const std::function<bool(const domain::Notice&)>& matches) const;
  // All of them, by id, version and language: in which they were published.
  [[nodiscard]] std::vector<const NoticeVersion*> in_order() const;
  // Precondition: make_current() was called.
  [[nodiscard]] const NoticeVersion& current() const;

 private:
  std::map<std::string, NoticeVersion, std::less<>> versions_;
  std::string current_;
};

}  // namespace sayso::app
