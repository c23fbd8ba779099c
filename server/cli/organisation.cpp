#include "server/cli/organisation.h"

#include <algorithm>
#include <functional>
#include <ostream>

#include "server/cli/content.h"
#include "server/cli/council.h"
#include "server/cli/exit_code.h"
#include "shared/encoding/base64.h"
#include "shared/protocol/multikey.h"

namespace sayso::cli {
namespace {

int complain(std::ostream& err, const std::string& what, int code) {
  err << "sayso organisation: " << what << "\n";
  return code;
}

// As it is stored: what is not base64 of 32 bytes is left as it is, and judged as a Multikey.
std::string multikey_of(const std::string& key) {
  const auto bytes = encoding::decode_base64(key);
  crypto::PublicKey raw{};
  if (!bytes || bytes->size() != raw.size()) return key;
  std::copy(bytes->begin(), bytes->end(), raw.begin());
  return protocol::encode_multikey(raw);
}

int with_office(const OrganisationOptions& options, std::ostream& err,
                const std::function<int(app::Office&)>& use) {
  const Settings& settings = options.settings;
  const auto content = load_content(settings.www, settings.notice, settings.language);
  if (!content) return complain(err, content.error(), kFailed);
  const auto council = Council::open(settings, *content, {}, storage::Opener::Tool);
  if (!council) return complain(err, council.error(), kFailed);
  return use((*council)->office());
}

std::string explain(const app::Refusal& refusal, const char* key_fault) {
  if (refusal.problem == app::Problem::Unavailable)
    return "nothing could be stored: is the disk full?";
  if (refusal.field == "/organisation") return "the notice names no organisation of this id";
  return key_fault;
}

}  // namespace

int run_organisation_add(const OrganisationOptions& options, std::ostream& out, std::ostream& err) {
  return with_office(options, err, [&](app::Office& office) {
    const std::string key = multikey_of(options.key);
    const auto added = office.add_organisation_key(OrganisationId(options.id), key);
    if (!added)
      return complain(
          err, explain(added.error(), "this is no Ed25519 public key, or it was registered before"),
          kFailed);
    out << "added: " << options.id << " " << key << "\n";
    return kDone;
  });
}

int run_organisation_list(const OrganisationOptions& options, std::ostream& out,
                          std::ostream& err) {
  return with_office(options, err, [&](app::Office& office) {
    for (const app::OrganisationKey& key : office.organisation_keys()) {
      out << key.organisation.value() << " " << key.key << " added " << encode_instant(key.added);
      if (key.revoked) out << " revoked " << encode_instant(*key.revoked);
      out << "\n";
    }
    return kDone;
  });
}

int run_organisation_revoke(const OrganisationOptions& options, std::ostream& out,
                            std::ostream& err) {
  return with_office(options, err, [&](app::Office& office) {
    const std::string key = multikey_of(options.key);
    const auto revoked = office.revoke_organisation_key(key);
    if (!revoked)
      return complain(err, explain(revoked.error(), "no such key is in force"), kFailed);
    out << "revoked: " << key << "\n";
    return kDone;
  });
}

}  // namespace sayso::cli
