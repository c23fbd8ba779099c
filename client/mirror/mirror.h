// Keeps the page in the browser the same as the newest document, and its parts where paint put
// them.
//
// Pure but for the port: no platform code here. The page behind the port adopts what the server
// sent when the first buffer comes.
#pragma once

#include <string_view>

#include "client/mirror/placement_wire.h"
#include "shared/base/bytes.h"
#include "shared/document/element.h"
#include "shared/document/node.h"
#include "shared/paint/placement.h"

namespace sayso::mirror {

// The browser's side: client/web/mirror.js, reached through client/platform.
struct PagePort {
  // One buffer of operations (shared/document/diff.h); never empty.
  virtual void apply(ByteView operations) = 0;
  // One buffer of placements (client/mirror/placement_wire.h); never empty.
  virtual void place(ByteView placements) = 0;
  // Moves the focus to the element with this id, now.
  virtual void focus(std::string_view id) = 0;

 protected:
  ~PagePort() = default;
};

class Mirror {
 public:
  explicit Mirror(PagePort& port) : port_(port) {}

  // Sends what changed since the last document; nothing when nothing did.
  void show(const document::Document& document);

  // Sends the boxes and lines that changed since the last layout. Call it after show() with the
  // layout of the same document. Placements whose path or part is not on the page are passed over.
  void place(const paint::Placements& places);

  // Simple view took the placements off the page: the next place() sends all of them.
  void forget_placements();

  // For a request to focus what document.focus named before already: a second error on the same
  // screen.
  void focus(std::string_view id) { port_.focus(id); }

 private:
  PagePort& port_;
  document::Page page_;
  Placed sent_;
  float sent_height_ = -1;
};

}  // namespace sayso::mirror
