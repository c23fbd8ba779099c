#include "server/app/notices.h"

#include <algorithm>

#include "shared/base/check.h"

namespace sayso::app {

void Notices::add(NoticeVersion version) {
  std::string hash = version.hash;
  versions_.insert_or_assign(std::move(hash), std::move(version));
}

void Notices::make_current(std::string_view hash) {
  CHECK(find(hash) != nullptr);
  current_ = std::string(hash);
}

const NoticeVersion* Notices::find(std::string_view hash) const {
  const auto found = versions_.find(hash);
  return found == versions_.end() ? nullptr : &found->second;
}

bool Notices::any(const std::function<bool(const domain::Notice&)>& matches) const {
  return std::any_of(versions_.begin(), versions_.end(),
                     [&](const auto& item) { return matches(*item.second.notice); });
}

const NoticeVersion& Notices::current() const {
  const NoticeVersion* version = find(current_);
  CHECK(version != nullptr);
  return *version;
}

}  // namespace sayso::app
