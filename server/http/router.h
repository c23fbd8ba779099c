// Address and method to handler. An address is compared as it was sent, never decoded.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/http/message.h"

namespace sayso::http {

class Router {
 public:
  // `route` names the address in logs and outlives the router. HEAD is taken wherever GET is.
  void add(Method method, std::string address, std::string_view route, Handler handler);
  // Every address that starts with this; the exact ones go first, then the longest start.
  // With an end: of those, every address that ends with it, too; these go before the others.
  void add_below(Method method, std::string start, std::string_view route, Handler handler,
                 std::string end = {});
  // For addresses that nothing else matches.
  void set_fallback(Handler handler) { fallback_ = std::move(handler); }

  void handle(const Request& request, Reply reply) const;

 private:
  struct Way {
    std::string_view route;
    Handler handler;
  };
  using Ways = std::map<Method, Way>;

  [[nodiscard]] const Ways* find(std::string_view address) const;

  std::map<std::string, Ways, std::less<>> exact_;
  // By start and end.
  std::map<std::pair<std::string, std::string>, Ways> below_;
  Handler fallback_;
};

}  // namespace sayso::http
