#include "server/http/client_address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <cstring>

#include "server/http/message.h"

namespace sayso::http {
namespace {

constexpr ByteArray<12> kMappedPrefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr int kMappedBits = 96;

bool is_mapped(const Address& address) {
  return std::equal(kMappedPrefix.begin(), kMappedPrefix.end(), address.begin());
}

}  // namespace

std::optional<Address> decode_address(std::string_view text) {
  const std::string copy(text);
  Address address{};
  if (inet_pton(AF_INET6, copy.c_str(), address.data()) == 1) return address;
  std::copy(kMappedPrefix.begin(), kMappedPrefix.end(), address.begin());
  if (inet_pton(AF_INET, copy.c_str(), address.data() + kMappedPrefix.size()) == 1) return address;
  return std::nullopt;
}

std::optional<Network> decode_network(std::string_view text) {
  const auto slash = text.find('/');
  const auto address = decode_address(text.substr(0, slash));
  if (!address) return std::nullopt;
  Network network{*address, 128};
  if (slash == std::string_view::npos) return network;
  const auto bits = text.substr(slash + 1);
  const int shift = text.find(':') == std::string_view::npos ? kMappedBits : 0;
  int prefix = 0;
  const auto result = std::from_chars(bits.data(), bits.data() + bits.size(), prefix);
  if (result.ec != std::errc{} || result.ptr != bits.data() + bits.size()) return std::nullopt;
  if (prefix < 0 || prefix + shift > 128) return std::nullopt;
  network.prefix_bits = prefix + shift;
  return network;
}

bool contains(const Network& network, const Address& address) {
  const auto whole = static_cast<std::size_t>(network.prefix_bits / 8);
  if (std::memcmp(network.address.data(), address.data(), whole) != 0) return false;
  const int rest = network.prefix_bits % 8;
  if (rest == 0) return true;
  const auto mask = static_cast<std::uint8_t>(0xFF << (8 - rest));
  return (network.address[whole] & mask) == (address[whole] & mask);
}

bool is_trusted(const Address& address, const std::vector<Network>& trusted) {
  return std::any_of(trusted.begin(), trusted.end(),
                     [&](const Network& network) { return contains(network, address); });
}

std::string counting_name(const Address& address) {
  const std::size_t counted = is_mapped(address) ? address.size() : 8;
  return encode_hex(ByteView(address).first(counted));
}

Address caller_address(const Address& peer, std::string_view forwarded_for,
                       const std::vector<Network>& trusted) {
  Address caller = peer;
  auto hops = split_list(forwarded_for);
  while (is_trusted(caller, trusted) && !hops.empty()) {
    const auto next = decode_address(hops.back());
    if (!next) break;
    caller = *next;
    hops.pop_back();
  }
  return caller;
}

}  // namespace sayso::http
