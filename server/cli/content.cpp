#include "server/cli/content.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "server/cli/text_file.h"
#include "shared/crypto/hash.h"
#include "shared/encoding/holidays_json.h"
#include "shared/encoding/notice_json.h"
#include "shared/encoding/words_json.h"

namespace sayso::cli {
namespace {

namespace fs = std::filesystem;
using Problem = std::string;

constexpr std::size_t kMostBytes = 1024 * 1024;
constexpr const char* kHolidays = "bank-holidays/england-and-wales.json";

std::string hash_of(std::string_view text) { return encode_hex(crypto::sha256(as_bytes(text))); }

Problem first_of(const std::string& path, const std::vector<encoding::LineProblem>& problems) {
  return path + ":" + std::to_string(problems.front().line) + ": " + problems.front().what;
}

Expected<std::vector<std::string>, Problem> list_json_files(const fs::path& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  fs::recursive_directory_iterator walk(folder, error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    if (walk->is_regular_file() && walk->path().extension() == ".json")
      paths.push_back(walk->path().string());
  }
  if (error) return failure(folder.string() + ": " + error.message());
  std::sort(paths.begin(), paths.end());
  return paths;
}

// What is served is the canonical text, so that its SHA-256 is the hash in its address and in every
// signature.
Expected<app::NoticeVersion, Problem> load_notice(const std::string& path, Content& content) {
  const auto text = load_text_file(path, kMostBytes);
  if (!text) return failure(text.error());
  auto notice = encoding::decode_notice(*text);
  if (!notice) return failure(first_of(path, notice.error()));
  const auto canonical = encoding::canonical_notice(*text);
  if (!canonical) return failure(first_of(path, {canonical.error()}));
  app::NoticeVersion version;
  version.notice = std::make_shared<const domain::Notice>(std::move(*notice));
  version.hash = hash_of(*canonical);
  version.address = "/notices/" + version.hash + ".json";
  content.published.push_back({version.address, *canonical});
  return version;
}

Expected<void, Problem> load_notices(const fs::path& www, const std::string& id,
                                     const std::string& language, Content& content) {
  const auto paths = list_json_files(www / "notices");
  if (!paths) return failure(paths.error());
  std::string current_hash;
  for (const std::string& path : *paths) {
    const auto version = load_notice(path, content);
    if (!version) return failure(version.error());
    content.notices.add(*version);
    const domain::Notice& notice = *version->notice;
    if (notice.id != id || notice.language != language) continue;
    if (content.current && content.current->version >= notice.version) continue;
    content.current = version->notice;
    current_hash = version->hash;
  }
  if (!content.current) {
    return failure((www / "notices").string() + ": no notice here has the id '" + id +
                   "' and the language '" + language + "'");
  }
  content.notices.make_current(current_hash);
  return {};
}

Expected<void, Problem> load_words(const fs::path& www, const std::string& language,
                                   Content& content) {
  const auto path = (www / "words" / (language + ".json")).string();
  const auto text = load_text_file(path, kMostBytes);
  if (!text) return failure(text.error());
  auto words = encoding::decode_words(*text);
  if (!words) return failure(first_of(path, words.error()));
  content.words = std::make_shared<const domain::Words>(std::move(*words));
  content.words_address = "/words/" + hash_of(*text) + ".json";
  content.published.push_back({content.words_address, *text});
  return {};
}

Expected<void, Problem> load_holidays(const fs::path& www, Content& content) {
  const auto path = www / kHolidays;
  if (!fs::exists(path)) return {};
  const auto text = load_text_file(path.string(), kMostBytes);
  if (!text) return failure(text.error());
  const auto holidays = encoding::decode_bank_holidays(*text);
  if (!holidays) return failure(first_of(path.string(), holidays.error()));
  content.holidays_file = kHolidays;
  content.bank_holidays = holidays->days;
  return {};
}

}  // namespace

Expected<Content, std::string> load_content(const std::string& www, const std::string& notice_id,
                                            const std::string& language) {
  Content content;
  if (auto loaded = load_notices(www, notice_id, language, content); !loaded)
    return failure(loaded.error());
  if (auto loaded = load_words(www, language, content); !loaded) return failure(loaded.error());
  if (auto loaded = load_holidays(www, content); !loaded) return failure(loaded.error());
  return content;
}

}  // namespace sayso::cli
