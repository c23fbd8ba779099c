// The screens of shared/screens as pages, with what the client needs to know before it can ask.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "server/http/page.h"
#include "server/http/static_files.h"
#include "shared/base/instant.h"
#include "shared/document/html.h"
#include "shared/domain/notice.h"
#include "shared/domain/words.h"

namespace sayso::http {

// Addresses of the content that a page speaks of; empty ones are left out.
struct PageFacts {
  std::string notice;
  std::string words;
  std::string holidays;
  std::string log_key;
  std::string version;
};

class ScreenPages final : public PageSource {
 public:
  using Now = std::function<Instant()>;
  // Notice and words outlive the pages.
  ScreenPages(const domain::Notice& notice, const domain::Words& words,
              document::HtmlOptions options, Now now);

  [[nodiscard]] std::optional<std::string> page(std::string_view address) override;
  [[nodiscard]] std::string not_found(std::string_view address) override;
  [[nodiscard]] const std::string& content_policy() const override { return policy_; }

 private:
  template <class Make>
  [[nodiscard]] auto with_context(Make make) const;

  const domain::Notice& notice_;
  const domain::Words& words_;
  document::HtmlOptions options_;
  std::string policy_;
  Now now_;
};

// Which scripts, styles and fonts a page asks for, out of those that there are: behind their
// version, so that they are fetched once. What it cannot be shown without stands in it, because a
// phone far from a mast waits longer for an answer than for a few KB more.
[[nodiscard]] document::HtmlOptions page_options(const StaticFiles& files, const PageFacts& facts);

}  // namespace sayso::http
