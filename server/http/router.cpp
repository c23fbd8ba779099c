#include "server/http/router.h"

#include "server/http/problem.h"
#include "server/http/request_log.h"

namespace sayso::http {
namespace {

Method handled_as(Method method) { return method == Method::Head ? Method::Get : method; }

bool is_between(std::string_view address, std::string_view start, std::string_view end) {
  return address.size() > start.size() + end.size() && address.substr(0, start.size()) == start &&
         address.substr(address.size() - end.size()) == end;
}

}  // namespace

void Router::add(Method method, std::string address, std::string_view route, Handler handler) {
  exact_[std::move(address)][method] = {route, std::move(handler)};
}

void Router::add_below(Method method, std::string start, std::string_view route, Handler handler,
                       std::string end) {
  below_[{std::move(start), std::move(end)}][method] = {route, std::move(handler)};
}

const Router::Ways* Router::find(std::string_view address) const {
  const auto exact = exact_.find(address);
  if (exact != exact_.end()) return &exact->second;
  const Ways* longest = nullptr;
  // In order, so that a longer start comes after a shorter one that it extends, and an end after
  // none.
  for (const auto& [around, ways] : below_) {
    if (is_between(address, around.first, around.second)) longest = &ways;
  }
  return longest;
}

void Router::handle(const Request& request, Reply reply) const {
  const Ways* ways = find(request.path);
  if (!ways) return fallback_(request, std::move(reply));
  const auto way = ways->find(handled_as(request.method));
  if (way != ways->end()) {
    const auto route = way->second.route;
    return way->second.handler(request, [route, reply = std::move(reply)](Response response) {
      response.route = route;
      reply(std::move(response));
    });
  }
  Response refused = problem_response(ProblemId::MethodNotAllowed);
  std::string allowed;
  for (const auto& [method, each] : *ways) {
    if (!allowed.empty()) allowed += ", ";
    allowed += name_of(method);
    if (method == Method::Get) allowed += ", HEAD";
  }
  refused.fields.push_back({"Allow", allowed});
  refused.route = ways->begin()->second.route;
  reply(std::move(refused));
}

}  // namespace sayso::http
