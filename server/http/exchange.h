// What a connection decides between reading and writing, apart from how bytes travel.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/http/client_address.h"
#include "server/http/head.h"
#include "server/http/message.h"

namespace sayso::http {

enum class Arrival { NeedsMore, Complete, Malformed, TooLarge };

struct Scan {
  Arrival arrival = Arrival::NeedsMore;
  // Of the head with its empty line, when complete.
  std::size_t head_bytes = 0;
};

// Looks whether a head has arrived whole. A bare line feed or a control character is malformed at
// once: waiting for what cannot come is a gift to whoever sends it.
[[nodiscard]] Scan scan_head(std::string_view buffered, const Limits& limits);

// The answer to a request that never became one; it closes the connection.
[[nodiscard]] Response refuse_head(HeadError error);

// Fills in who asks, as far as the peer is to be believed.
void attribute(Request& request, const Address& peer, const std::vector<Network>& trusted,
               bool secure);

// Status line and fields with all policy headers, and the body, both ready to send. A response that
// must not be sent becomes a plain 500.
struct Outgoing {
  std::string head;
  SharedText body;
  unsigned status = 0;
  std::string_view route;
  bool keep_alive = false;
};
[[nodiscard]] Outgoing prepare(Response response, Method method, bool keep_alive, bool secure,
                               std::string_view request_id);

}  // namespace sayso::http
