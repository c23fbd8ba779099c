#include "server/app/request_queue.h"

#include <algorithm>
#include <utility>

#include "server/app/unit.h"
#include "shared/domain/due.h"
#include "shared/encoding/fields.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;

constexpr int kDaysAhead = 7;

std::optional<Date> read_date(Fields& fields, std::string_view name) {
  auto date = decode_date(fields.text(name));
  if (!date) fields.refuse(name);
  return date;
}

std::optional<WaitingRequest> read_request(const Json& json) {
  WaitingRequest request;
  const auto read = encoding::read_fields(json, [&](Fields& fields) {
    request.id = RecordId(fields.text("id"));
    request.kind = fields.text("kind");
    request.state = fields.text("state");
    request.received = read_date(fields, "received").value_or(Date());
    if (fields.has("due")) request.due = read_date(fields, "due");
  });
  if (!read) return std::nullopt;
  return request;
}

bool is_answered(const WaitingRequest& request) {
  return request.state == "done" || request.state == "refused";
}

// What has no day comes last.
bool comes_before(const WaitingRequest& a, const WaitingRequest& b) {
  if (a.due.has_value() != b.due.has_value()) return a.due.has_value();
  if (a.due && *a.due != *b.due) return *a.due < *b.due;
  return a.received != b.received ? a.received < b.received : a.id < b.id;
}

bool is_overdue(const WaitingRequest& request, Date today) {
  return request.due && *request.due < today;
}

}  // namespace

std::vector<WaitingRequest> find_waiting_requests(const Vault& vault, const Store& store) {
  std::vector<WaitingRequest> requests;
  const StoredRows rows(store);
  for (const RowAddress& address : store.list(Shelf::Requests)) {
    const auto json = vault.load(rows, address);
    auto request = json ? read_request(*json) : std::nullopt;
    if (request && !is_answered(*request)) requests.push_back(std::move(*request));
  }
  std::sort(requests.begin(), requests.end(), comes_before);
  return requests;
}

RequestCounts count_requests(const std::vector<WaitingRequest>& requests, Date today) {
  RequestCounts counts;
  const Date soon = domain::add_days(today, kDaysAhead);
  for (const WaitingRequest& request : requests) {
    if (request.state == "received") ++counts.fresh;
    if (is_overdue(request, today))
      ++counts.overdue;
    else if (request.due && !(soon < *request.due))
      ++counts.due;
  }
  return counts;
}

Json describe_queue(const std::vector<WaitingRequest>& requests, Date today) {
  Json::Array described;
  for (const WaitingRequest& request : requests) {
    if (described.size() == kMostRequestsShown) break;
    Json::Object one{{"id", request.id.value()},
                     {"kind", request.kind},
                     {"state", request.state},
                     {"received", encode_date(request.received)},
                     {"overdue", is_overdue(request, today)}};
    if (request.due) one.emplace("due", encode_date(*request.due));
    described.emplace_back(std::move(one));
  }
  return Json::Object{{"more", requests.size() > kMostRequestsShown},
                      {"requests", std::move(described)}};
}

}  // namespace sayso::app
