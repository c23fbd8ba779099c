// Every limit and deadline of the server, with its reason. The defaults are what a council runs.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace sayso::http {

struct Limits {
  // Ours are under 2 KiB; a proxy adds some. More is an attack on memory.
  std::size_t head_bytes = 8 * 1024;
  // The largest record is under 32 KiB.
  std::size_t body_bytes = 64 * 1024;
  std::size_t target_bytes = 2 * 1024;
  std::size_t fields = 64;
  // What is still read, and thrown away, from somebody whose request was refused half-way, so that
  // they see the answer and not a reset.
  std::size_t drain_bytes = 256 * 1024;
};

struct Deadlines {
  // Each for the whole of its part, so a byte now and then does not extend it.
  std::chrono::milliseconds handshake{10'000};
  std::chrono::milliseconds head{10'000};
  std::chrono::milliseconds body{20'000};
  std::chrono::milliseconds write{60'000};
  // Between requests on one connection.
  std::chrono::milliseconds idle{30'000};
  std::chrono::milliseconds drain{2'000};
  // From the signal to stop until what is still going on is cut off.
  std::chrono::milliseconds stop{10'000};
};

struct Caps {
  std::size_t connections = 4'096;
  // A council office or a library shares one address.
  std::size_t connections_per_address = 256;
};

struct Options {
  // "localhost" stands for 127.0.0.1 and ::1.
  std::string address = "localhost";
  // 0 = any free one; Server::port() tells which.
  std::uint16_t port = 8080;
  Limits limits;
  Deadlines deadlines;
  Caps caps;
  // Networks in CIDR notation whose X-Forwarded-For and X-Forwarded-Proto are believed.
  std::vector<std::string> trusted_proxies;
  // Both or neither; PEM files.
  std::string tls_certificate;
  std::string tls_key;
};

}  // namespace sayso::http
