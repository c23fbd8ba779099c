// Whose request it is: the peer's address, or the one that a trusted proxy names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"

namespace sayso::http {

// IPv6; an IPv4 address is its mapped form, ::ffff:a.b.c.d.
using Address = ByteArray<16>;

[[nodiscard]] std::optional<Address> decode_address(std::string_view text);

struct Network {
  Address address{};
  int prefix_bits = 128;  // of the mapped form
};

// "10.0.0.0/8", "::1", "192.168.1.7".
[[nodiscard]] std::optional<Network> decode_network(std::string_view text);
[[nodiscard]] bool contains(const Network& network, const Address& address);
[[nodiscard]] bool is_trusted(const Address& address, const std::vector<Network>& trusted);

// The name under which an address is counted: IPv4 whole, IPv6 by its /64, which one household or
// one attacker has to themselves.
[[nodiscard]] std::string counting_name(const Address& address);

// Walks X-Forwarded-For from its right end past trusted proxies; the first address that is none of
// them is the caller's. What an untrusted peer sends in it is not looked at; what cannot be read
// ends the walk at the last address that could.
[[nodiscard]] Address caller_address(const Address& peer, std::string_view forwarded_for,
                                     const std::vector<Network>& trusted);

}  // namespace sayso::http
