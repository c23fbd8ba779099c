// What a witness remembers, as files: the newest cosigned checkpoint of each log, replaced whole
// and synced before anybody is answered; and beside it a mark with the text of the same checkpoint,
// so that one that goes missing or comes from a backup is noticed.
//
// One process at a time; safe from any thread of it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/witness.h"
#include "shared/base/expected.h"
#include "shared/protocol/checkpoint.h"
#include "shared/protocol/signed_note.h"

namespace sayso::cli {

class WitnessFolder final : public app::WitnessMemory {
 public:
  // Makes the folder, for its owner alone. The error is a sentence for whoever operates the
  // witness.
  [[nodiscard]] static Expected<std::unique_ptr<WitnessFolder>, std::string> open(
      std::string folder);
  ~WitnessFolder() override;

  // Before the first request: what is remembered of each of these logs is whole, signed by it, and
  // not older than its mark. The error is a sentence that names the file; nothing may be cosigned
  // then. Both files of a log gone, or all of the folder set back, cannot be told from here.
  [[nodiscard]] Expected<void, std::string> check(
      const std::vector<protocol::VerifierKey>& logs) const;

  [[nodiscard]] std::optional<std::string> find(const std::string& origin) const override;
  [[nodiscard]] bool store(const std::string& origin, const std::string& checkpoint) override;
  // Keeps both checkpoints of a fork, beside the others; answers with the file's name.
  [[nodiscard]] std::string keep_fork(const app::Fork& fork);

 private:
  WitnessFolder(std::string folder, int lock) : folder_(std::move(folder)), lock_(lock) {}
  [[nodiscard]] std::string path_of(const std::string& origin) const;
  [[nodiscard]] std::string mark_of(const std::string& origin) const;
  [[nodiscard]] Expected<void, std::string> check_one(const protocol::VerifierKey& log) const;
  [[nodiscard]] bool replace(const std::string& path, std::string_view text) const;

  std::string folder_;
  int lock_;
};

}  // namespace sayso::cli
