#include "server/backup/backup_file.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/support/temporary_folder.h"
#include "tests/support/text_file.h"

namespace sayso::backup {
namespace {

crypto::SecretKey key_of(std::uint8_t number) {
  crypto::SecretKey key{};
  key.fill(number);
  return key;
}

void write(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Sizes at which frames begin and end are among those that tests use.
std::string content_of(std::size_t size) {
  std::string text(size, '\0');
  for (std::size_t i = 0; i < size; ++i) text[i] = static_cast<char>(i * 31 + i / 256);
  return text;
}

struct Sealed {
  explicit Sealed(std::size_t size) : content(content_of(size)) {
    write(plain, content);
    Manifest manifest{Instant{1'795'424'400}, TreeSize(70), TreeSize(64), 1,
                      static_cast<std::int64_t>(size)};
    const auto done = seal_file(plain, file, manifest, key_of(1));
    if (!done) FAIL(done.error());
  }

  [[nodiscard]] std::string problem(std::uint8_t key = 1) const {
    const auto opened = open_file(file, back, key_of(key));
    return opened ? std::string() : opened.error();
  }

  test::TemporaryFolder folder;
  std::string plain = folder.path() + "/plain";
  std::string file = folder.path() + "/file";
  std::string back = folder.path() + "/back";
  std::string content;
};

bool has(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("what was sealed opens as it was, whatever its size") {
  for (const std::size_t size : {0U, 1U, 4096U, 65'000U, 65'536U, 131'072U, 300'001U}) {
    CAPTURE(size);
    const Sealed sealed(size);
    const auto manifest = open_file(sealed.file, sealed.back, key_of(1));
    REQUIRE(manifest.has_value());
    CHECK(manifest->created == Instant{1'795'424'400});
    CHECK(manifest->size == TreeSize(70));
    CHECK(manifest->published == TreeSize(64));
    CHECK(read(sealed.back) == sealed.content);
  }
}

TEST_CASE("a backup and what it opens to are their owner's alone, and no draft stays behind") {
  const Sealed sealed(5000);
  REQUIRE(sealed.problem().empty());
  for (const std::string& path : {sealed.file, sealed.back}) {
    struct stat found {};
    REQUIRE(stat(path.c_str(), &found) == 0);
    CHECK((found.st_mode & 0777) == 0600);
  }
  CHECK_FALSE(std::filesystem::exists(sealed.file + ".part"));
}

TEST_CASE("nothing of the content can be read in a backup") {
  Sealed sealed(0);
  write(sealed.plain, std::string(1000, 'A'));
  Manifest manifest;
  manifest.database_bytes = 1000;
  REQUIRE(seal_file(sealed.plain, sealed.file, manifest, key_of(1)).has_value());
  CHECK_FALSE(has(read(sealed.file), "AAAA"));
  CHECK_FALSE(has(read(sealed.file), "created"));
}

TEST_CASE("another key is told from damage") {
  const Sealed sealed(5000);
  CHECK(has(sealed.problem(2), "another backup key"));
}

TEST_CASE("a backup that is changed in any byte is refused") {
  const Sealed sealed(500);
  const std::string whole = read(sealed.file);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    write(sealed.file, changed);
    CAPTURE(at);
    REQUIRE_FALSE(sealed.problem().empty());
  }
}

TEST_CASE("a backup that is cut short or goes on after its end is refused") {
  const Sealed sealed(200'000);
  const std::string whole = read(sealed.file);
  constexpr std::size_t kOpening = 48;
  constexpr std::size_t kFrame = 65'553;
  for (const std::size_t size : {std::size_t{0}, std::size_t{20}, kOpening, kOpening + kFrame,
                                 kOpening + 3 * kFrame, whole.size() - 1}) {
    CAPTURE(size);
    write(sealed.file, whole.substr(0, size));
    CHECK_FALSE(sealed.problem().empty());
  }
  write(sealed.file, whole + "x");
  CHECK(has(sealed.problem(), "damaged"));
}

TEST_CASE("frames of a backup cannot change places") {
  const Sealed sealed(200'000);
  std::string whole = read(sealed.file);
  constexpr std::size_t kOpening = 48;
  constexpr std::size_t kFrame = 65'553;
  const std::string second = whole.substr(kOpening + kFrame, kFrame);
  whole.replace(kOpening + kFrame, kFrame, whole.substr(kOpening, kFrame));
  whole.replace(kOpening, kFrame, second);
  write(sealed.file, whole);
  CHECK(has(sealed.problem(), "damaged"));
}

TEST_CASE("a disk that is full leaves the older backup as it was, and no half of a new one") {
  const Sealed sealed(100'000);
  const std::string before = read(sealed.file);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const rlimit small{70'000, 70'000};
    (void)signal(SIGXFSZ, SIG_IGN);
    if (setrlimit(RLIMIT_FSIZE, &small) != 0) _exit(1);
    const auto done = seal_file(sealed.plain, sealed.file, Manifest{}, key_of(2));
    _exit(!done && has(done.error(), "cannot be written") ? 0 : 1);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(status == 0);
  CHECK(read(sealed.file) == before);
  CHECK_FALSE(std::filesystem::exists(sealed.file + ".part"));
}

TEST_CASE("a folder that is not there is no place for a backup") {
  const Sealed sealed(10);
  const auto done =
      seal_file(sealed.plain, sealed.folder.path() + "/none/file", Manifest{}, key_of(1));
  REQUIRE_FALSE(done.has_value());
  CHECK(has(done.error(), "cannot be made"));
}

}  // namespace sayso::backup
