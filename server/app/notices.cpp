#include "server/app/notices.h"

#include <algorithm>
#include <tuple>

#include "shared/base/check.h"
#include "shared/domain/notice.h"

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

std::vector<const NoticeVersion*> Notices::in_order() const {
  std::vector<const NoticeVersion*> all;
  for (const auto& [hash, version] : versions_) all.push_back(&version);
  std::sort(all.begin(), all.end(), [](const NoticeVersion* a, const NoticeVersion* b) {
    return std::tie(a->notice->id, a->notice->version, a->notice->language, a->hash) <
           std::tie(b->notice->id, b->notice->version, b->notice->language, b->hash);
  });
  return all;
}

const NoticeVersion& Notices::current() const {
  const NoticeVersion* version = find(current_);
  CHECK(version != nullptr);
  return *version;
}

}  // namespace sayso::app
