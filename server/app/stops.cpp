// The rows, all on the shelf Stops:
//
//   sent    person, purpose, organisation    {"running": of the newest use}
//   stop    organisation, number             {"person", …the stop}
//   by      signer, person                   {"stops": [{"organisation", "purpose", "number",
//                                             "running"}]}, oldest first
//   queue   organisation                     {"first": oldest that may be open, "next"}
//
// The last is on the desk: it counts, and names nobody.

#include "server/app/stops.h"

#include <algorithm>
#include <string>
#include <utility>

#include "shared/encoding/fields.h"
#include "shared/encoding/stop_json.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;

struct Listed {
  OrganisationId organisation;
  PurposeId purpose;
  std::uint64_t number = 0;
  // Of the newest use that it is about.
  std::uint64_t running = 0;
};

struct Queue {
  std::uint64_t first = 1;
  std::uint64_t next = 1;
};

RowAddress sent_address(const Vault& vault, const Sending& sending) {
  return vault.address(Shelf::Stops, {"sent", sending.person.value(), sending.purpose.value(),
                                      sending.organisation.value()});
}

RowAddress stop_address(const Vault& vault, const OrganisationId& organisation,
                        std::uint64_t number) {
  return vault.address(Shelf::Stops, {"stop", organisation.value(), std::to_string(number)});
}

RowAddress list_address(const Vault& vault, const PersonId& signer, const PersonId& person) {
  return vault.address(Shelf::Stops, {"by", signer.value(), person.value()});
}

RowAddress queue_address(const Vault& vault, const OrganisationId& organisation) {
  return vault.address(Shelf::Stops, {"queue", organisation.value()});
}

std::uint64_t read_number(Fields& fields, std::string_view name) {
  return static_cast<std::uint64_t>(fields.integer(name, 1, encoding::kMaxInteger));
}

Json number(std::uint64_t value) { return static_cast<std::int64_t>(value); }

// 0 where nothing was sent.
std::uint64_t find_sent(const Vault& vault, const Rows& rows, const Sending& sending) {
  const auto json = vault.load(rows, sent_address(vault, sending));
  std::uint64_t running = 0;
  if (!json) return 0;
  const auto read = encoding::read_fields(
      *json, [&](Fields& fields) { running = read_number(fields, "running"); });
  return read ? running : 0;
}

std::vector<Listed> find_listed(const Vault& vault, const Rows& rows, const PersonId& signer,
                                const PersonId& person) {
  std::vector<Listed> all;
  const auto json = vault.load(rows, list_address(vault, signer, person));
  if (!json) return all;
  const auto read = encoding::read_fields(*json, [&](Fields& fields) {
    fields.objects("stops", [&](Fields& one) {
      all.push_back({OrganisationId(one.text("organisation")), PurposeId(one.text("purpose")),
                     read_number(one, "number"), read_number(one, "running")});
    });
  });
  return read ? all : std::vector<Listed>();
}

Json describe_listed(const std::vector<Listed>& all) {
  Json::Array stops;
  for (const Listed& one : all)
    stops.emplace_back(Json::Object{{"organisation", one.organisation.value()},
                                    {"purpose", one.purpose.value()},
                                    {"number", number(one.number)},
                                    {"running", number(one.running)}});
  return Json::Object{{"stops", std::move(stops)}};
}

Queue find_queue(const Vault& vault, const Rows& rows, const OrganisationId& organisation) {
  Queue queue;
  const auto json = vault.load(rows, queue_address(vault, organisation));
  if (!json) return queue;
  const auto read = encoding::read_fields(*json, [&](Fields& fields) {
    queue = {read_number(fields, "first"), read_number(fields, "next")};
  });
  return read ? queue : Queue();
}

void store_queue(Vault& vault, RowLayer& rows, const OrganisationId& organisation,
                 const Queue& queue) {
  vault.store_on_desk(rows, queue_address(vault, organisation),
                      Json::Object{{"first", number(queue.first)}, {"next", number(queue.next)}});
}

bool is_over(const domain::Stop& stop) { return stop.done.size() == std::size(domain::kStopSteps); }

// The queue begins at what is not over yet, so that reading it costs what is in it.
void pass_what_is_over(Vault& vault, RowLayer& rows, const OrganisationId& organisation) {
  Queue queue = find_queue(vault, rows, organisation);
  const std::uint64_t before = queue.first;
  while (queue.first < queue.next) {
    const auto oldest = find_stop(vault, rows, organisation, queue.first);
    if (oldest && !is_over(oldest->stop)) break;
    ++queue.first;
  }
  if (queue.first != before) store_queue(vault, rows, organisation, queue);
}

bool is_no_news(const std::vector<Listed>& listed, const protocol::Choice& choice,
                std::uint64_t sent) {
  return std::any_of(listed.begin(), listed.end(), [&](const Listed& one) {
    return one.organisation == choice.organisation && one.purpose == choice.purpose &&
           one.running >= sent;
  });
}

}  // namespace

void note_sent(Vault& vault, RowLayer& rows, const Sending& sending, std::uint64_t running,
               Instant now) {
  vault.store(rows, sent_address(vault, sending), {sending.person, DataClass::Evidence},
              Json::Object{{"running", number(running)}}, now);
}

bool was_sent(const Vault& vault, const Rows& rows, const Sending& sending) {
  return find_sent(vault, rows, sending) > 0;
}

void queue_stops(Vault& vault, RowLayer& rows, const protocol::ConsentRecord& record,
                 const PersonId& signer, Instant now) {
  const PersonId& person = record.common.person;
  std::optional<std::vector<Listed>> listed;
  for (const protocol::Choice& choice : record.choices) {
    if (choice.decision == protocol::Decision::Agreed) continue;
    const auto sent = find_sent(vault, rows, {person, choice.purpose, choice.organisation});
    if (sent == 0) continue;
    if (!listed) listed = find_listed(vault, rows, signer, person);
    if (is_no_news(*listed, choice, sent)) continue;
    Queue queue = find_queue(vault, rows, choice.organisation);
    store_stop(vault, rows, {queue.next, person, {choice.organisation, choice.purpose, now, {}}},
               now);
    listed->push_back({choice.organisation, choice.purpose, queue.next++, sent});
    store_queue(vault, rows, choice.organisation, queue);
    vault.store(rows, list_address(vault, signer, person), {person, DataClass::Evidence},
                describe_listed(*listed), now);
  }
}

std::vector<domain::Stop> find_stops(const Vault& vault, const Rows& rows, const PersonId& signer,
                                     const PersonId& person) {
  std::vector<domain::Stop> stops;
  for (const Listed& one : find_listed(vault, rows, signer, person)) {
    if (auto found = find_stop(vault, rows, one.organisation, one.number))
      stops.push_back(std::move(found->stop));
  }
  std::reverse(stops.begin(), stops.end());
  return stops;
}

std::optional<QueuedStop> find_stop(const Vault& vault, const Rows& rows,
                                    const OrganisationId& organisation, std::uint64_t number) {
  const auto json = vault.load(rows, stop_address(vault, organisation, number));
  if (!json) return std::nullopt;
  QueuedStop found;
  found.number = number;
  const auto read = encoding::read_fields(*json, [&](Fields& fields) {
    found.person = PersonId(fields.text("person"));
    found.stop = encoding::read_stop(fields);
  });
  return read ? std::optional(std::move(found)) : std::nullopt;
}

void store_stop(Vault& vault, RowLayer& rows, const QueuedStop& queued, Instant now) {
  Json::Object json = encoding::encode_stop(queued.stop);
  json.emplace("person", queued.person.value());
  vault.store(rows, stop_address(vault, queued.stop.organisation, queued.number),
              {queued.person, DataClass::Evidence}, std::move(json), now);
  if (is_over(queued.stop)) pass_what_is_over(vault, rows, queued.stop.organisation);
}

StopQueue list_stops(const Vault& vault, const Rows& rows, const OrganisationId& organisation,
                     std::size_t limit) {
  StopQueue list;
  const Queue queue = find_queue(vault, rows, organisation);
  for (std::uint64_t number = queue.first; number < queue.next; ++number) {
    auto found = find_stop(vault, rows, organisation, number);
    if (!found || is_over(found->stop)) continue;
    list.more = list.open.size() == limit;
    if (list.more) break;
    list.open.push_back(std::move(*found));
  }
  return list;
}

}  // namespace sayso::app
