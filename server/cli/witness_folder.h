// What a witness remembers, as files: the newest cosigned checkpoint of each log, replaced whole
// and synced before anybody is answered.
//
// One process at a time; safe from any thread of it.
#pragma once

#include <memory>
#include <string>

#include "server/app/witness.h"
#include "shared/base/expected.h"

namespace sayso::cli {

class WitnessFolder final : public app::WitnessMemory {
 public:
  // Makes the folder, for its owner alone. The error is a sentence for whoever operates the
  // witness.
  [[nodiscard]] static Expected<std::unique_ptr<WitnessFolder>, std::string> open(
      std::string folder);
  ~WitnessFolder() override;

  [[nodiscard]] std::optional<std::string> find(const std::string& origin) const override;
  [[nodiscard]] bool store(const std::string& origin, const std::string& checkpoint) override;
  // Keeps both checkpoints of a fork, beside the others; answers with the file's name.
  [[nodiscard]] std::string keep_fork(const app::Fork& fork);

 private:
  WitnessFolder(std::string folder, int lock) : folder_(std::move(folder)), lock_(lock) {}
  [[nodiscard]] std::string path_of(const std::string& origin) const;

  std::string folder_;
  int lock_;
};

}  // namespace sayso::cli
