// Enrolments that receipts repeat, remembered: an entry of the log never changes, and opening,
// decoding and hashing one takes longer than checking a signature.
//
// Safe from any thread.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "server/app/vault.h"
#include "shared/protocol/receipt.h"

namespace sayso::app {

class KnownEnrolments {
 public:
  // Null where there is none, or it cannot be opened.
  [[nodiscard]] std::shared_ptr<const Enrolment> find(const Vault& vault, const Rows& rows,
                                                      const PersonId& signer,
                                                      std::uint64_t running);

 private:
  std::mutex mutex_;
  std::map<std::pair<std::string, std::uint64_t>, std::shared_ptr<const Enrolment>> known_;
};

[[nodiscard]] std::shared_ptr<const Enrolment> describe_enrolment(const protocol::Opening& opening);

}  // namespace sayso::app
