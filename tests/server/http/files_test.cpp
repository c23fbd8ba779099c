// The web root in memory: codings, validation, versions.
#include <brotli/decode.h>
#include <doctest/doctest.h>
#include <unistd.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>

#include "server/http/screen_address.h"
#include "server/http/static_files.h"

namespace sayso::http {
namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("sayso-files-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  void write(const std::string& name, const std::string& content) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << content;
  }
  [[nodiscard]] std::string name() const { return path_.string(); }

 private:
  fs::path path_;
};

std::string repeated() {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "the same words again; ";
  return text;
}

std::string decode_brotli(const std::string& coded) {
  std::string text(100'000, '\0');
  std::size_t size = text.size();
  const auto result =
      BrotliDecoderDecompress(coded.size(), reinterpret_cast<const std::uint8_t*>(coded.data()),
                              &size, reinterpret_cast<std::uint8_t*>(text.data()));
  CHECK(result == BROTLI_DECODER_RESULT_SUCCESS);
  text.resize(size);
  return text;
}

std::string decode_gzip(const std::string& coded) {
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
  std::string text(100'000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(coded.data()));
  stream.avail_in = static_cast<uInt>(coded.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  text.resize(stream.total_out);
  inflateEnd(&stream);
  return text;
}

Request asking(std::string accept, std::string if_none_match = {}) {
  Request request;
  request.fields = {{"Accept-Encoding", std::move(accept)}};
  if (!if_none_match.empty()) request.fields.push_back({"If-None-Match", std::move(if_none_match)});
  return request;
}

std::string field_of(const Response& response, const char* name) {
  Request request;
  request.fields = response.fields;
  return std::string(request.field(name));
}

TEST_CASE("each coding decodes to the file, and the caller's wish decides") {
  const auto made = represent("text/css", repeated(), "no-cache", 9);
  const auto brotli = respond(made, asking("gzip, deflate, br"));
  CHECK(field_of(brotli, "Content-Encoding") == "br");
  CHECK(field_of(brotli, "Vary") == "Accept-Encoding");
  CHECK(decode_brotli(*brotli.body) == repeated());
  const auto gzip = respond(made, asking("gzip, br;q=0"));
  CHECK(field_of(gzip, "Content-Encoding") == "gzip");
  CHECK(decode_gzip(*gzip.body) == repeated());
  for (const char* plain : {"", "identity", "br;q=0, gzip;q=0.000", "*;q=0"}) {
    const auto response = respond(made, asking(plain));
    CHECK(field_of(response, "Content-Encoding").empty());
    CHECK(*response.body == repeated());
  }
  CHECK(field_of(respond(made, asking("*")), "Content-Encoding") == "br");
}

TEST_CASE("somebody who has the file already is not sent it again") {
  const auto made = represent("text/css", repeated(), "no-cache", 9);
  const auto tag = field_of(respond(made, asking("br")), "ETag");
  CHECK(tag != field_of(respond(made, asking("gzip")), "ETag"));
  for (const auto& known : {tag, "W/" + tag, "\"x\", " + tag, std::string("*")}) {
    const auto response = respond(made, asking("br", known));
    CHECK(response.status == 304);
    CHECK(response.body == nullptr);
    CHECK(field_of(response, "ETag") == tag);
    CHECK(field_of(response, "Vary") == "Accept-Encoding");
  }
  CHECK(respond(made, asking("gzip", tag)).status == 200);
}

TEST_CASE("what compression would not make smaller is sent as it is") {
  const auto made = represent("text/plain", "x", "no-cache", 9);
  const auto response = respond(made, asking("br, gzip"));
  CHECK(field_of(response, "Content-Encoding").empty());
  CHECK(field_of(response, "Vary").empty());
}

TEST_CASE("the web root is read once, with what the build compressed, and nothing hidden") {
  Folder folder;
  folder.write("exit.js", repeated());
  folder.write("exit.js.br", compress_brotli(repeated(), 11));
  folder.write("styles/sayso.css", repeated());
  folder.write(".complete", "x");
  folder.write(".git/config", "x");
  const auto files = StaticFiles::load(folder.name());
  REQUIRE(files);
  CHECK(files->count() == 2);
  const auto* script = files->find("/exit.js");
  REQUIRE(script);
  CHECK(script->content_type == "text/javascript; charset=utf-8");
  CHECK(*script->brotli == compress_brotli(repeated(), 11));
  CHECK(decode_gzip(*script->gzip) == repeated());
  CHECK(script->cache_control == "public, no-cache");
  CHECK(files->find("/styles/sayso.css"));
  for (const char* absent :
       {"/exit.js.br", "/.complete", "/", "", "exit.js", "/../exit.js", "/styles",
        "/styles/../exit.js", "//exit.js", "/%65xit.js", "/EXIT.js", "/.git/config"}) {
    CAPTURE(absent);
    CHECK(files->find(absent) == nullptr);
  }
}

TEST_CASE("behind the version a file never changes, and of another version there is none") {
  Folder folder;
  folder.write("a.js", "one");
  const auto first = StaticFiles::load(folder.name());
  REQUIRE(first);
  const auto start = first->versioned_start();
  const auto* file = first->find(start + "a.js");
  REQUIRE(file);
  CHECK(file->cache_control == "public, max-age=31536000, immutable");
  folder.write("a.js", "two");
  const auto second = StaticFiles::load(folder.name());
  REQUIRE(second);
  CHECK(second->versioned_start() != start);
  CHECK(second->find(start + "a.js") == nullptr);
}

TEST_CASE("a web root that is not there is an error with its name") {
  const auto files = StaticFiles::load("/nonexistent/www");
  REQUIRE_FALSE(files);
  CHECK(files.error().find("/nonexistent/www") != std::string::npos);
}

TEST_CASE("the client's private screens have addresses, and no others do") {
  for (const char* screen :
       {"/home", "/home/1", "/home/12/withdraw", "/home/3/object", "/for/1/home", "/choices/1",
        "/choices/check", "/for/2/choices/3", "/receipts/ABCD-1234", "/device", "/pin", "/unlock",
        "/contact", "/sending", "/done", "/changed", "/recovery", "/promises"}) {
    CAPTURE(screen);
    CHECK(is_private_screen(screen));
  }
  for (const char* nothing :
       {"",          "/",           "home",          "//home",       "/home/",
        "/home/0",   "/home/01",    "/home/1000",    "/home/1/x",    "/home/1/withdraw/2",
        "/for/1",    "/for/0/home", "/for/1/device", "/choices",     "/choices/",
        "/receipts", "/receipts/",  "/receipts/a/b", "/receipts/..", "/api/me",
        "/read/x"}) {
    CAPTURE(nothing);
    CHECK_FALSE(is_private_screen(nothing));
  }
}

}  // namespace
}  // namespace sayso::http
