#include "server/cli/scratch_folder.h"

#include <stdlib.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace sayso::cli {

Expected<ScratchFolder, std::string> ScratchFolder::make(const std::string& path) {
  std::error_code problem;
  std::filesystem::remove_all(path, problem);
  if (problem) return failure(path + " cannot be removed: " + problem.message());
  if (mkdir(path.c_str(), 0700) != 0)
    return failure(path + " cannot be made: " + std::strerror(errno));
  return ScratchFolder(path);
}

Expected<ScratchFolder, std::string> ScratchFolder::make_temporary() {
  std::error_code problem;
  std::string path = (std::filesystem::temp_directory_path(problem) / "sayso-XXXXXX").string();
  if (problem || mkdtemp(path.data()) == nullptr)
    return failure("there is no folder for temporary files: " + path);
  return ScratchFolder(path);
}

ScratchFolder::ScratchFolder(ScratchFolder&& other) noexcept
    : path_(std::exchange(other.path_, {})) {}

ScratchFolder::~ScratchFolder() {
  if (path_.empty()) return;
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace sayso::cli
