#include "server/app/known_enrolments.h"

#include "server/app/entries.h"
#include "shared/merkle/tree.h"

namespace sayso::app {
namespace {

// One or two kilobytes each.
constexpr std::size_t kMost = 8'192;

}  // namespace

std::shared_ptr<const Enrolment> describe_enrolment(const protocol::Opening& opening) {
  auto described = std::make_shared<Enrolment>();
  described->envelope = protocol::envelope_text(opening.envelope);
  described->salt = opening.salt;
  const auto leaf = protocol::commit(described->envelope, opening.salt);
  described->reference = {opening.index, merkle::leaf_hash(leaf)};
  return described;
}

std::shared_ptr<const Enrolment> KnownEnrolments::find(const Vault& vault, const Rows& rows,
                                                       const PersonId& signer,
                                                       std::uint64_t running) {
  const std::pair name(signer.value(), running);
  {
    const std::lock_guard lock(mutex_);
    const auto found = known_.find(name);
    if (found != known_.end()) return found->second;
  }
  const auto opening = find_enrolment(vault, rows, signer, running);
  if (!opening) return nullptr;
  auto described = describe_enrolment(*opening);
  const std::lock_guard lock(mutex_);
  if (known_.size() >= kMost) known_.clear();
  return known_.try_emplace(name, std::move(described)).first->second;
}

}  // namespace sayso::app
