// A folder for this process's intermediate files, for its owner alone, gone when it goes out of
// scope.
#pragma once

#include <string>

#include "shared/base/expected.h"

namespace sayso::cli {

class ScratchFolder {
 public:
  // What an earlier process left there under this name is removed first. The error is a sentence.
  [[nodiscard]] static Expected<ScratchFolder, std::string> make(const std::string& path);
  // Somewhere among the machine's temporary files.
  [[nodiscard]] static Expected<ScratchFolder, std::string> make_temporary();
  ScratchFolder(ScratchFolder&& other) noexcept;
  ScratchFolder& operator=(ScratchFolder&&) = delete;
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder();

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  explicit ScratchFolder(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

}  // namespace sayso::cli
