// The notices, words and bank holidays of a web root, read and checked at start.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "server/app/notices.h"
#include "shared/base/expected.h"
#include "shared/base/instant.h"
#include "shared/domain/notice.h"
#include "shared/domain/words.h"

namespace sayso::cli {

// Content that is served at an address which holds its hash.
struct Published {
  std::string address;
  std::string text;
};

struct Content {
  app::Notices notices;
  std::shared_ptr<const domain::Notice> current;
  std::shared_ptr<const domain::Words> words;
  std::string words_address;
  // Relative to the web root; empty where there are none.
  std::string holidays_file;
  std::vector<Date> bank_holidays;
  std::vector<Published> published;
};

// Every notice below `notices/`: all versions stay known, and the newest with this id and language
// is the current one. The error says file, line and what is wrong.
[[nodiscard]] Expected<Content, std::string> load_content(const std::string& www,
                                                          const std::string& notice_id,
                                                          const std::string& language);

}  // namespace sayso::cli
