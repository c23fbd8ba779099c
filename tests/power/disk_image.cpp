#include "tests/power/disk_image.h"

#include <algorithm>

namespace sayso::power {
namespace {

bool draw(std::mt19937_64& random, unsigned percent) { return random() % 100 < percent; }

}  // namespace

void FileImage::put(std::uint64_t offset, ByteView bytes) {
  if (bytes.empty()) return;
  if (durable_.size() < offset + bytes.size()) durable_.resize(offset + bytes.size());
  std::copy(bytes.begin(), bytes.end(), durable_.begin() + static_cast<std::ptrdiff_t>(offset));
  exists_ = true;
}

void FileImage::apply(const Change& change) {
  if (const auto* written = std::get_if<Written>(&change)) {
    put(written->offset, written->bytes);
  } else if (const auto* cut = std::get_if<Cut>(&change)) {
    durable_.resize(cut->size);
    exists_ = true;
  } else {
    durable_.clear();
    exists_ = false;
  }
}

void FileImage::sync() {
  for (const Change& change : pending_) apply(change);
  pending_.clear();
  exists_ = true;
}

void FileImage::sync_removal() {
  const auto last = std::find_if(pending_.rbegin(), pending_.rend(), [](const Change& change) {
    return std::holds_alternative<Removed>(change);
  });
  for (auto at = pending_.begin(); at != last.base(); ++at) apply(*at);
  pending_.erase(pending_.begin(), last.base());
}

void FileImage::apply_sectors(const Written& written, std::mt19937_64& random,
                              const Carelessness& care) {
  std::uint64_t at = written.offset;
  ByteView rest = written.bytes;
  while (!rest.empty()) {
    const auto in_sector = care.sector_bytes - at % care.sector_bytes;
    auto size = std::min<std::uint64_t>(in_sector, rest.size());
    const auto whole = size;
    if (draw(random, care.kept_percent)) {
      if (draw(random, care.torn_percent)) size = random() % size;
      put(at, rest.first(size));
    }
    at += whole;
    rest = rest.subspan(whole);
  }
}

void FileImage::lose_power(std::mt19937_64& random, const Carelessness& care) {
  for (const Change& change : pending_) {
    if (const auto* written = std::get_if<Written>(&change)) {
      apply_sectors(*written, random, care);
    } else if (draw(random, care.kept_percent)) {
      apply(change);
    }
  }
  pending_.clear();
}

}  // namespace sayso::power
