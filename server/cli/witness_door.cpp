#include "server/cli/witness_door.h"

#include <chrono>

#include "server/cli/text_file.h"
#include "server/http/outgoing.h"
#include "shared/protocol/policy.h"

namespace sayso::cli {
namespace {

// Far more than a witness needs, far less than a publishing interval.
constexpr std::chrono::milliseconds kPatience{5'000};
constexpr std::size_t kMostWitnesses = 16;

}  // namespace

Expected<app::WitnessReply, std::string> HttpWitnessDoor::add_checkpoint(const std::string& url,
                                                                         const std::string& body) {
  const auto where = http::decode_url(url);
  if (!where) return failure(url + " is no address");
  auto posted = http::post(*where, "text/plain; charset=utf-8", body, kPatience);
  if (!posted) return failure(posted.error());
  return app::WitnessReply{posted->status, std::move(posted->body)};
}

Expected<std::vector<app::KnownWitness>, std::string> load_witnesses(const std::string& path) {
  const auto text = load_text_file(path, protocol::kMaxPolicyBytes);
  if (!text) return failure(text.error());
  const auto policy = protocol::decode_policy(*text);
  if (!policy)
    return failure(path + ":" + std::to_string(policy.error().line) + ": " + policy.error().what);
  std::vector<app::KnownWitness> witnesses;
  for (const protocol::PolicyWitness& witness : policy->witnesses) {
    if (witness.url.empty()) continue;
    std::string url = witness.url;
    while (!url.empty() && url.back() == '/') url.pop_back();
    if (!http::decode_url(url))
      return failure(path + ": the address of " + witness.name + " is not one");
    witnesses.push_back({witness.key, std::move(url)});
  }
  if (witnesses.size() > kMostWitnesses)
    return failure(path + ": at most " + std::to_string(kMostWitnesses) + " witnesses are asked");
  return witnesses;
}

}  // namespace sayso::cli
