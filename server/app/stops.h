// Stops: which organisations were sent something about a person, and are told when that person says
// no. docs/formats/stop.md.
//
// Everything is sealed under the key of the person whom it is about, and gone with it. Each stop is
// somebody's own: of two parents who say no each has theirs, and sees no other.
// Safe from any thread; a RowLayer that is handed in belongs to the caller's thread.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "server/app/vault.h"
#include "shared/domain/stop.h"
#include "shared/protocol/consent_record.h"

namespace sayso::app {

// One person × one purpose × one organisation.
struct Sending {
  PersonId person;
  PurposeId purpose;
  OrganisationId organisation;
};

// In the task that enters the use, so that a no of the same batch finds it. `running` is the use's
// number in the person's series.
void note_sent(Vault& vault, RowLayer& rows, const Sending& sending, std::uint64_t running,
               Instant now);
[[nodiscard]] bool was_sent(const Vault& vault, const Rows& rows, const Sending& sending);

// For each no of the record: a stop to the organisation, where it was sent something since this
// signer's last one. In the task that enters the record.
void queue_stops(Vault& vault, RowLayer& rows, const protocol::ConsentRecord& record,
                 const PersonId& signer, Instant now);

// What this signer's word about that person brought about, newest first.
[[nodiscard]] std::vector<domain::Stop> find_stops(const Vault& vault, const Rows& rows,
                                                   const PersonId& signer, const PersonId& person);

struct QueuedStop {
  // Counts the organisation's own stops, from 1.
  std::uint64_t number = 0;
  PersonId person;
  domain::Stop stop;
};

// Nothing where this organisation has none of this number, or nobody can open it any more.
[[nodiscard]] std::optional<QueuedStop> find_stop(const Vault& vault, const Rows& rows,
                                                  const OrganisationId& organisation,
                                                  std::uint64_t number);
// As it stands from now on.
void store_stop(Vault& vault, RowLayer& rows, const QueuedStop& queued, Instant now);

struct StopQueue {
  // Oldest first, without those that were deleted.
  std::vector<QueuedStop> open;
  // There are more than were asked for.
  bool more = false;
};
[[nodiscard]] StopQueue list_stops(const Vault& vault, const Rows& rows,
                                   const OrganisationId& organisation, std::size_t limit);

}  // namespace sayso::app
