// The log as anybody may read it: C2SP tlog-tiles below /log/, and the key that signs it.
#include "server/http/calls.h"
#include "server/http/routes.h"
#include "shared/encoding/base64.h"
#include "shared/merkle/tiles.h"

namespace sayso::http {
namespace {

using SitePointer = std::shared_ptr<const Site>;

constexpr std::string_view kTileStart = "/log/";
constexpr std::string_view kConsistencyStart = "/log/consistency/";
constexpr std::string_view kNoticesStart = "/log/notices/";
constexpr std::string_view kEntriesStart = "/log/tile/entries/";
// A tile at a width never changes.
constexpr char kImmutable[] = "public, max-age=31536000, immutable";
// tlog-tiles: no caching beyond a few seconds.
constexpr char kChanging[] = "public, max-age=5";

// Anybody's page may follow the log: there is nothing here but commitments, and no cookie counts.
Response open_to_all(Response response, const char* caching) {
  response.fields.push_back({"Cache-Control", caching});
  response.fields.push_back({"Access-Control-Allow-Origin", "*"});
  return response;
}

struct Asked {
  app::TileAddress address;
  int width = 0;
};

// Entry bundles are addressed as tiles are, with "entries" in the place of the level.
std::optional<Asked> decode_asked(std::string_view path) {
  const bool entries = path.substr(0, kEntriesStart.size()) == kEntriesStart;
  const auto tile =
      entries ? merkle::decode_tile_path("tile/0/" + std::string(path.substr(kEntriesStart.size())))
              : merkle::decode_tile_path(path.substr(kTileStart.size()));
  if (!tile) return std::nullopt;
  return Asked{{entries ? app::kEntryBundle : tile->level, tile->index}, tile->width};
}

Response tile_response(const Site& site, const Asked& asked) {
  const auto bytes = site.portal.published_tile(asked.address, asked.width);
  if (!bytes) return problem_response(ProblemId::NotFound);
  return open_to_all(
      body_response(200, "application/octet-stream", std::string(as_text(ByteView(*bytes)))),
      kImmutable);
}

std::optional<TreeSize> decode_size(std::string_view text) {
  if (text.empty() || text.size() > 15 || text.front() == '0') return std::nullopt;
  std::uint64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = 10 * number + static_cast<std::uint64_t>(c - '0');
  }
  return TreeSize(number);
}

struct Sizes {
  TreeSize from;
  TreeSize to;
};

std::optional<Sizes> decode_sizes(std::string_view path) {
  path.remove_prefix(kConsistencyStart.size());
  const auto slash = path.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto from = decode_size(path.substr(0, slash));
  const auto to = decode_size(path.substr(slash + 1));
  if (!from || !to) return std::nullopt;
  return Sizes{*from, *to};
}

// The lines that a witness takes: a hash each, in base64.
Response proof_response(const Site& site, const Sizes& sizes) {
  const auto proof = site.portal.published_consistency(sizes.from, sizes.to);
  if (!proof) return problem_response(ProblemId::NotFound);
  std::string text;
  for (const Digest& hash : *proof) text += encoding::encode_base64(hash) + "\n";
  return open_to_all(text_response(200, text), kImmutable);
}

Response notice_response(const Site& site, const std::string& hash) {
  const auto receipt = site.portal.notice_receipt(hash);
  if (!receipt) return problem_response(ProblemId::NotFound);
  return open_to_all(body_response(200, "application/json", encoding::encode_canonical(*receipt)),
                     kChanging);
}

Response checkpoint_response(const Site& site) {
  const auto checkpoint = site.portal.published_checkpoint();
  if (!checkpoint) return problem_response(ProblemId::NotFound);
  return open_to_all(text_response(200, *checkpoint), kChanging);
}

}  // namespace

void add_log(Router& router, const SitePointer& site) {
  const auto run = [site](const Reply& reply, std::function<Response()> make) {
    if (!site->workers.start([reply, make = std::move(make)] { reply(make()); }))
      reply(problem_response(ProblemId::Unavailable));
  };
  router.add(Method::Get, "/log/key", "/log/key", [site](const Request&, const Reply& reply) {
    reply(open_to_all(text_response(200, site->portal.log_key() + "\n"), kChanging));
  });
  router.add(Method::Get, "/log/checkpoint", "/log/checkpoint",
             [site, run](const Request&, const Reply& reply) {
               run(reply, [site] { return checkpoint_response(*site); });
             });
  router.add_below(Method::Get, "/log/consistency/", "/log/consistency/{from}/{to}",
                   [site, run](const Request& request, const Reply& reply) {
                     const auto sizes = decode_sizes(request.path);
                     if (!sizes) return reply(problem_response(ProblemId::NotFound));
                     run(reply, [site, sizes = *sizes] { return proof_response(*site, sizes); });
                   });
  router.add_below(Method::Get, "/log/notices/", "/log/notices/{hash}",
                   [site, run](const Request& request, const Reply& reply) {
                     std::string hash(request.path.substr(kNoticesStart.size()));
                     run(reply,
                         [site, hash = std::move(hash)] { return notice_response(*site, hash); });
                   });
  router.add_below(Method::Get, "/log/tile/", "/log/tile/{tile}",
                   [site, run](const Request& request, const Reply& reply) {
                     const auto asked = decode_asked(request.path);
                     if (!asked) return reply(problem_response(ProblemId::NotFound));
                     run(reply, [site, asked = *asked] { return tile_response(*site, asked); });
                   });
}

}  // namespace sayso::http
