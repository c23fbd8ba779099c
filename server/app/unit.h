// One task's view of the store while its batch is being put together: it sees what the batch
// already did, and its own changes join the batch only when the task succeeds.
//
// Lives on the sequencer's thread.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/app/ports.h"
#include "shared/encoding/json.h"
#include "shared/protocol/receipt.h"
#include "shared/protocol/statement.h"

namespace sayso::app {

// Reading rows, from the store or from a batch.
class Rows {
 public:
  virtual ~Rows() = default;
  [[nodiscard]] virtual std::optional<Row> find(const RowAddress& address) const = 0;
};

// The store as it is. Safe from any thread.
class StoredRows final : public Rows {
 public:
  explicit StoredRows(const Store& store) : store_(store) {}
  [[nodiscard]] std::optional<Row> find(const RowAddress& address) const override {
    return store_.find(address);
  }

 private:
  const Store& store_;
};

// Rows over other rows: reads look here first, nothing below changes.
class RowLayer final : public Rows {
 public:
  explicit RowLayer(const Rows& below) : below_(below) {}

  [[nodiscard]] std::optional<Row> find(const RowAddress& address) const override;
  // The revision that put() gives the row: known beforehand, because it is sealed into it.
  [[nodiscard]] Revision next_revision(const RowAddress& address) const;
  void put(const RowAddress& address, Bytes sealed, std::int64_t keep_until_day);
  // Of a row that is known not to be there: nobody looks, and the commit is refused if it is.
  void put_new(const RowAddress& address, Bytes sealed);
  void remove(const RowAddress& address);

  // Something could not be written as it has to be: nothing of this may be committed.
  void spoil() { is_spoiled_ = true; }
  [[nodiscard]] bool is_spoiled() const { return is_spoiled_; }

  // Lays the other's changes over this one's. Precondition: the other reads through this one.
  void merge(const RowLayer& above);
  [[nodiscard]] std::vector<RowChange> changes() const;
  [[nodiscard]] bool empty() const { return changes_.empty(); }

 private:
  // The revision below all layers: what the commit expects to find.
  [[nodiscard]] Revision base_revision(const RowAddress& address) const;

  const Rows& below_;
  std::map<RowAddress, RowChange> changes_;
  bool is_spoiled_ = false;
};

// What each receipt of a key repeats of the key's enrolment.
struct Enrolment {
  // envelope_text().
  std::string envelope;
  protocol::Salt salt{};
  protocol::EnrolmentReference reference;
};

// A record or a statement on its way into the log; the sequencer fills the receipt in before the
// task's answer is made.
struct NewEntry {
  protocol::Envelope envelope;
  // Canonical text of the envelope's record where that is at hand: then envelope.record stays
  // empty.
  std::string record_text;
  // The council's own words, in the envelope's place; sealed under the desk key.
  std::optional<protocol::Statement> statement;
  // Whose data key seals it: the person that it is about. Not of a statement, nor is the next.
  PersonId subject;
  // In whose numbered series it stands.
  PersonId signer;
  // Of the key that signed; nothing for an enrolment. Its proof is renewed under the batch's
  // checkpoint.
  std::shared_ptr<const Enrolment> enrolment;

  // Canonical text.
  std::string receipt;
  EntryIndex index;
  protocol::LeafData leaf{};
};

class Unit {
 public:
  Unit(const Rows& below, Instant now) : rows_(below), now_(now) {}

  [[nodiscard]] RowLayer& rows() { return rows_; }
  // One time for the whole batch: what its entries carry.
  [[nodiscard]] Instant now() const { return now_; }

  std::shared_ptr<const NewEntry> append(NewEntry entry);
  [[nodiscard]] const std::vector<std::shared_ptr<NewEntry>>& entries() const { return entries_; }

  // The published checkpoint with more signatures; dropped when another has been published since.
  void republish(LogHead head) { republished_ = std::move(head); }
  [[nodiscard]] const std::optional<LogHead>& republished() const { return republished_; }

 private:
  RowLayer rows_;
  Instant now_;
  std::vector<std::shared_ptr<NewEntry>> entries_;
  std::optional<LogHead> republished_;
};

}  // namespace sayso::app
