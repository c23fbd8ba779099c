#include "server/http/static_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <vector>

#include "shared/crypto/hash.h"

namespace sayso::http {
namespace {

namespace fs = std::filesystem;

constexpr char kImmutable[] = "public, max-age=31536000, immutable";
// Kept, and asked about each time: a new version is seen at once.
constexpr char kRevalidate[] = "public, no-cache";
// The build compresses at 11; here a start should take seconds.
constexpr int kQualityAtStart = 9;
// A few, of some 60 KB each, that every phone loads: worth a tenth of a second.
constexpr int kQualityOfImmutable = 11;

std::optional<std::string> read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string content((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (file.bad()) return std::nullopt;
  return content;
}

bool is_compressed_form(const fs::path& path) {
  const auto extension = path.extension();
  if (extension != ".br" && extension != ".gz") return false;
  fs::path original = path;
  return fs::is_regular_file(original.replace_extension());
}

bool is_hidden(const fs::path& relative) {
  return std::any_of(relative.begin(), relative.end(),
                     [](const fs::path& part) { return part.native().front() == '.'; });
}

SharedText read_sibling(const fs::path& path, const char* extension) {
  auto content = read_file(fs::path(path) += extension);
  return content ? std::make_shared<const std::string>(std::move(*content)) : nullptr;
}

std::optional<Representation> represent_file(const fs::path& path) {
  auto content = read_file(path);
  if (!content) return std::nullopt;
  const auto name = path.filename().string();
  const std::string type(content_type_of(name));
  const auto brotli = read_sibling(path, ".br");
  if (!brotli) return represent(type, std::move(*content), kRevalidate, kQualityAtStart);
  Representation made;
  made.content_type = type;
  made.cache_control = kRevalidate;
  made.tag = encode_hex(ByteView(crypto::sha256(as_bytes(*content))).first(16));
  made.brotli = brotli;
  made.gzip = read_sibling(path, ".gz");
  if (!made.gzip) made.gzip = std::make_shared<const std::string>(compress_gzip(*content));
  made.identity = std::make_shared<const std::string>(std::move(*content));
  return made;
}

Expected<std::vector<fs::path>, std::string> list_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  fs::recursive_directory_iterator walk(folder, error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    if (walk->is_regular_file()) files.push_back(walk->path());
  }
  if (error) return failure(folder.string() + ": " + error.message());
  return files;
}

}  // namespace

Expected<StaticFiles, std::string> StaticFiles::load(const std::string& folder) {
  const auto paths = list_files(folder);
  if (!paths) return failure(paths.error());
  StaticFiles loaded;
  for (const fs::path& path : *paths) {
    const auto relative = path.lexically_relative(folder);
    if (is_hidden(relative) || is_compressed_form(path)) continue;
    auto made = represent_file(path);
    if (!made) return failure(path.string() + ": cannot be read");
    loaded.files_["/" + relative.generic_string()] = std::move(*made);
  }
  loaded.make_versions();
  return loaded;
}

void StaticFiles::make_versions() {
  std::string all;
  for (const auto& [address, file] : files_) all += address + ' ' + file.tag + '\n';
  versioned_start_ = "/at/" + encode_hex(ByteView(crypto::sha256(as_bytes(all))).first(8)) + "/";
  for (const auto& [address, file] : files_) {
    auto& versioned = versioned_[versioned_start_ + address.substr(1)];
    versioned = file;
    versioned.cache_control = kImmutable;
  }
}

void StaticFiles::add_immutable(std::string address, std::string content_type,
                                std::string content) {
  files_[std::move(address)] =
      represent(std::move(content_type), std::move(content), kImmutable, kQualityOfImmutable);
}

const Representation* StaticFiles::find(std::string_view address) const {
  const auto found = files_.find(address);
  if (found != files_.end()) return &found->second;
  const auto versioned = versioned_.find(address);
  return versioned == versioned_.end() ? nullptr : &versioned->second;
}

}  // namespace sayso::http
