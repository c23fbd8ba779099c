#include "server/app/requests.h"

#include "shared/domain/civil_time.h"
#include "shared/domain/due.h"

namespace sayso::app {
namespace {

using encoding::Json;

domain::RequestKind kind_of(protocol::RequestKind kind) {
  switch (kind) {
    case protocol::RequestKind::See:
      return domain::RequestKind::SeeMyInformation;
    case protocol::RequestKind::Correct:
      return domain::RequestKind::Correct;
    case protocol::RequestKind::Delete:
      return domain::RequestKind::Delete;
    case protocol::RequestKind::Limit:
      return domain::RequestKind::LimitUse;
    case protocol::RequestKind::Object:
      return domain::RequestKind::Object;
    case protocol::RequestKind::Move:
      return domain::RequestKind::TakeElsewhere;
    case protocol::RequestKind::Complain:
      return domain::RequestKind::Complain;
    case protocol::RequestKind::Ask:
      break;
  }
  return domain::RequestKind::Ask;
}

RowAddress request_address(const Vault& vault, const PersonId& signer, std::uint64_t running) {
  return vault.address(Shelf::Requests, {signer.value(), std::to_string(running)});
}

}  // namespace

void store_request(Vault& vault, RowLayer& rows, const protocol::RequestRecord& record,
                   std::uint64_t running, std::span<const Date> bank_holidays, Instant now) {
  const domain::RequestKind kind = kind_of(record.kind);
  const Date received = domain::uk_time(now).date;
  Json::Object request{{"id", record.common.id.value()},
                       {"kind", domain::name_of(kind)},
                       {"received", encode_date(received)},
                       {"state", "received"}};
  if (const auto due = domain::due_for(kind, received, bank_holidays))
    request.emplace("due", encode_date(due->by));
  vault.store(rows, request_address(vault, record.common.expressed_by.person, running),
              {record.common.person, DataClass::Requests}, request, now);
}

Json::Array describe_requests(const Vault& vault, const Rows& rows, const PersonId& signer,
                              std::uint64_t running) {
  Json::Array requests;
  for (std::uint64_t number = 1; number <= running; ++number) {
    auto request = vault.load(rows, request_address(vault, signer, number));
    if (request) requests.push_back(std::move(*request));
  }
  return requests;
}

bool was_refused(const Vault& vault, const Rows& rows, const PersonId& signer,
                 std::uint64_t running) {
  const auto request = vault.load(rows, request_address(vault, signer, running));
  const Json* state = request ? request->find("state") : nullptr;
  return state != nullptr && state->string() != nullptr && *state->string() == "refused";
}

}  // namespace sayso::app
