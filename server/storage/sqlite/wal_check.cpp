#include "server/storage/sqlite/wal_check.h"

#include <fstream>
#include <span>
#include <vector>

namespace sayso::storage {
namespace {

using Octets = std::span<const std::uint8_t>;

constexpr std::size_t kHeader = 32;
constexpr std::size_t kFrameHeader = 24;
constexpr std::size_t kSummedOfHeader = 24;
constexpr std::size_t kSummedOfFrameHeader = 8;
// The last bit of the magic says in which byte order the sums are taken.
constexpr std::uint32_t kMagic = 0x377f0682;

std::uint32_t big_endian(Octets bytes, std::size_t at) {
  return std::uint32_t{bytes[at]} << 24 | std::uint32_t{bytes[at + 1]} << 16 |
         std::uint32_t{bytes[at + 2]} << 8 | bytes[at + 3];
}

std::uint32_t little_endian(Octets bytes, std::size_t at) {
  return std::uint32_t{bytes[at + 3]} << 24 | std::uint32_t{bytes[at + 2]} << 16 |
         std::uint32_t{bytes[at + 1]} << 8 | bytes[at];
}

struct Sum {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  friend bool operator==(const Sum&, const Sum&) = default;
};

Sum add(Sum sum, Octets bytes, bool is_big) {
  const auto word = is_big ? big_endian : little_endian;
  for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
    sum.first += word(bytes, at) + sum.second;
    sum.second += word(bytes, at + 4) + sum.first;
  }
  return sum;
}

Sum stored_sum(Octets bytes, std::size_t at) {
  return {big_endian(bytes, at), big_endian(bytes, at + 4)};
}

bool fill(std::ifstream& file, std::vector<std::uint8_t>& bytes) {
  file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  return static_cast<std::size_t>(file.gcount()) == bytes.size();
}

// Which page a frame is of, and how large the database is after it: 0 within a commit.
struct Place {
  std::uint32_t page = 0;
  std::uint32_t size_after = 0;
  friend bool operator==(const Place&, const Place&) = default;
};

struct Header {
  std::uint32_t page_size = 0;
  bool is_big = false;
  Sum sum;
  Sum salts;
};

// Nothing where it does not add up.
std::optional<Header> read_header(std::ifstream& file) {
  std::vector<std::uint8_t> bytes(kHeader);
  if (!file || !fill(file, bytes)) return std::nullopt;
  const std::uint32_t magic = big_endian(bytes, 0);
  Header header{big_endian(bytes, 8), (magic & 1) != 0, {}, stored_sum(bytes, 16)};
  header.sum = add({}, Octets(bytes).first(kSummedOfHeader), header.is_big);
  if ((magic | 1) != (kMagic | 1) || header.sum != stored_sum(bytes, 24)) return std::nullopt;
  if (header.page_size < 512 || header.page_size > 65'536) return std::nullopt;
  return header;
}

}  // namespace

bool has_broken_wal_header(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return file && file.peek() != std::ifstream::traits_type::eof() && !read_header(file);
}

std::optional<WalDamage> find_wal_damage(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const auto header = read_header(file);
  if (!header) return std::nullopt;
  const Sum salts = header->salts;
  const bool is_big = header->is_big;
  Sum before = header->sum;

  std::optional<WalDamage> found;
  Place last;
  std::vector<std::uint8_t> frame(kFrameHeader + header->page_size);
  for (std::uint64_t number = 1; fill(file, frame); ++number) {
    const Octets bytes(frame);
    // What an earlier log of this file left behind.
    const bool is_of_this = stored_sum(bytes, 8) == salts;
    if (!is_of_this && !found) break;
    Sum sum = add(before, bytes.first(kSummedOfFrameHeader), is_big);
    sum = add(sum, bytes.subspan(kFrameHeader), is_big);
    before = stored_sum(bytes, 16);
    const bool adds_up = is_of_this && sum == before;
    if (!adds_up && !found) found = WalDamage{number, 0};
    if (!adds_up || !found) continue;
    const Place place{big_endian(bytes, 0), big_endian(bytes, 4)};
    // SQLite may write a commit's last frame more than once, to fill a sector.
    if (place.size_after != 0 && place != last) ++found->commits_lost;
    last = place;
  }
  return found && found->commits_lost > 1 ? found : std::nullopt;
}

}  // namespace sayso::storage
