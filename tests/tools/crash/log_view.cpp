#include "tests/tools/crash/log_view.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "shared/merkle/tiles.h"
#include "shared/merkle/tree.h"
#include "tests/tools/crash/complaint.h"

namespace sayso::crash {
namespace {

constexpr std::uint64_t kWidth = 256;

// Roots of complete subtrees, largest first: what RFC 9162 §2.1.1 splits a tree into.
class Peaks {
 public:
  void append(const Digest& leaf) {
    peaks_.push_back({0, leaf});
    while (peaks_.size() > 1 && peaks_.back().first == peaks_[peaks_.size() - 2].first) {
      const auto right = peaks_.back();
      peaks_.pop_back();
      auto& left = peaks_.back();
      left = {left.first + 1, merkle::node_hash(left.second, right.second)};
    }
  }
  [[nodiscard]] Digest root() const {
    if (peaks_.empty()) return merkle::empty_root();
    Digest root = peaks_.back().second;
    for (auto peak = peaks_.rbegin() + 1; peak != peaks_.rend(); ++peak)
      root = merkle::node_hash(peak->second, root);
    return root;
  }

 private:
  std::vector<std::pair<int, Digest>> peaks_;
};

}  // namespace

void LogView::expect(const protocol::Checkpoint& given) {
  const auto [known, is_new] = expected_.emplace(given.size.value(), given.root);
  demand(is_new || known->second == given.root,
         "two roots were given for the size " + std::to_string(given.size.value()));
}

protocol::Checkpoint LogView::await_checkpoint(Client& client, std::uint64_t least) const {
  const auto patience = std::chrono::steady_clock::now() + std::chrono::minutes(5);
  while (std::chrono::steady_clock::now() < patience) {
    const auto answer = client.get("/log/checkpoint");
    demand(answer.has_value(), "the server went away while its log was read");
    if (answer->status == 200) {
      const auto checkpoint = protocol::verify_checkpoint(answer->body, key_);
      demand(checkpoint.has_value(), "the published checkpoint does not verify");
      if (checkpoint->size.value() >= least) return *checkpoint;
    }
    // It is published at intervals; asking at every one of them is enough.
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  throw Complaint("no checkpoint that covers what was acknowledged was published");
}

void LogView::read_leaves(Client& client, std::uint64_t size) {
  // The last tile may have been narrower when it was read before.
  std::uint64_t tile = leaves_.size() / kWidth;
  for (; tile * kWidth < size; ++tile) {
    const auto width = std::min<std::uint64_t>(kWidth, size - tile * kWidth);
    const auto path = merkle::encode_tile_path({0, tile, static_cast<int>(width)});
    const auto answer = client.get("/log/" + path);
    demand(answer && answer->status == 200 && answer->body.size() == 32 * width,
           "the tile " + path + " cannot be had");
    for (std::uint64_t i = 0; i < width; ++i) {
      Digest leaf{};
      std::copy_n(as_bytes(answer->body).begin() + static_cast<std::ptrdiff_t>(32 * i), 32,
                  leaf.begin());
      const auto index = tile * kWidth + i;
      if (index == leaves_.size()) leaves_.push_back(leaf);
      demand(leaves_[index] == leaf, "leaf " + std::to_string(index) + " was rewritten");
    }
  }
}

void LogView::check_roots() {
  Peaks peaks;
  auto next = expected_.begin();
  for (std::size_t size = 0; next != expected_.end() && size <= leaves_.size(); ++size) {
    if (next->first == size) {
      demand(next->second == peaks.root(),
             "the root at size " + std::to_string(size) + " is not the one that was given");
      ++next;
    }
    if (size == leaves_.size()) break;
    peaks.append(leaves_[size]);
  }
}

void LogView::follow(Client& client, const protocol::Checkpoint& checkpoint) {
  demand(checkpoint.size.value() >= leaves_.size(), "the log is shorter than it was");
  expect(checkpoint);
  read_leaves(client, checkpoint.size.value());
  check_roots();
}

void LogView::catch_up(Client& client) { follow(client, await_checkpoint(client, 0)); }

void LogView::catch_up_with_all(Client& client) {
  const auto least = expected_.empty() ? 0 : expected_.rbegin()->first;
  follow(client, await_checkpoint(client, least));
}

}  // namespace sayso::crash
