#include "server/cli/text_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>

namespace sayso::cli {

Expected<std::string, std::string> load_text_file(const std::string& path, std::size_t most_bytes) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) return failure(path + ": " + std::strerror(errno != 0 ? errno : EIO));
  std::string text(most_bytes + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  // A folder opens, and then cannot be read.
  if (file.bad()) return failure(path + ": cannot be read as a file");
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > most_bytes)
    return failure(path + ": is larger than " + std::to_string(most_bytes) + " bytes");
  return text;
}

}  // namespace sayso::cli
