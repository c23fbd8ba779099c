#include "server/cli/web_root.h"

#include <filesystem>
#include <system_error>

namespace sayso::cli {

std::string find_web_root() {
  namespace fs = std::filesystem;
  std::error_code none;
  const fs::path folder = fs::read_symlink("/proc/self/exe", none).parent_path();
  for (const char* beside : {"www", "../wasm/www", "../share/sayso/www"}) {
    const fs::path root = (folder / beside).lexically_normal();
    if (fs::is_directory(root / "notices", none)) return root.string();
  }
  return "www";
}

}  // namespace sayso::cli
