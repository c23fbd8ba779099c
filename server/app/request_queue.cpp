#include "server/app/request_queue.h"

#include <algorithm>
#include <utility>

#include "shared/domain/due.h"

namespace sayso::app {
namespace {

using encoding::Json;

constexpr int kDaysAhead = 7;

bool comes_before(const CaseLine& left, const CaseLine& right) {
  const domain::Request& a = left.request;
  const domain::Request& b = right.request;
  if (a.due.has_value() != b.due.has_value()) return a.due.has_value();
  if (a.due && *a.due != *b.due) return *a.due < *b.due;
  return left.number < right.number;
}

bool is_overdue(const domain::Request& request, Date today) {
  return request.due && *request.due < today;
}

}  // namespace

std::vector<CaseLine> find_waiting_cases(const Desk& desk, const Rows& rows) {
  std::vector<CaseLine> cases = list_cases(desk, rows, false);
  std::sort(cases.begin(), cases.end(), comes_before);
  return cases;
}

RequestCounts count_requests(const std::vector<CaseLine>& cases, Date today) {
  RequestCounts counts;
  const Date soon = domain::add_days(today, kDaysAhead);
  for (const CaseLine& line : cases) {
    const domain::Request& request = line.request;
    if (request.state == domain::RequestState::Received) ++counts.fresh;
    if (is_overdue(request, today))
      ++counts.overdue;
    else if (request.due && !(soon < *request.due))
      ++counts.due;
  }
  return counts;
}

Json::Object describe_line(const CaseLine& line, Date today) {
  const domain::Request& request = line.request;
  Json::Object one{{"number", static_cast<std::int64_t>(line.number)},
                   {"id", request.id.value()},
                   {"kind", domain::name_of(request.kind)},
                   {"state", domain::name_of(request.state)},
                   {"received", encode_date(request.received)},
                   {"overdue", is_overdue(request, today)}};
  if (request.due) one.emplace("due", encode_date(*request.due));
  if (line.target) one.emplace("target", encode_date(*line.target));
  if (line.proposed) one.emplace("proposed", domain::name_of(*line.proposed));
  return one;
}

Json describe_queue(const std::vector<CaseLine>& cases, Date today) {
  Json::Array described;
  for (const CaseLine& line : cases) {
    if (described.size() == kMostRequestsShown) break;
    described.emplace_back(describe_line(line, today));
  }
  return Json::Object{{"more", cases.size() > kMostRequestsShown},
                      {"requests", std::move(described)}};
}

}  // namespace sayso::app
