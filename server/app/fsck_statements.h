// The council's own entries and its certificates of destruction, checked. Inside of fsck only.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "server/app/fsck.h"
#include "server/app/fsck_tree.h"
#include "shared/protocol/destruction_certificate.h"
#include "shared/protocol/statement_receipt.h"

namespace sayso::app {

class FsckStatements {
 public:
  FsckStatements(const FsckScope& scope, FsckReport& report, Findings& findings,
                 const FsckTree& tree);

  // Opens and verifies all statements, then holds the certificates against them.
  void check();

  // Statements about this person: running number and place.
  using Series = std::map<std::uint64_t, EntryIndex>;
  [[nodiscard]] const std::map<PersonId, Series>& people() const { return people_; }
  [[nodiscard]] const std::set<EntryIndex>& indexes() const { return indexes_; }
  // Whether people may have signed with this notice: it was published in the log, or the log tells
  // of no notices at all, as one that was never served since they are entered.
  [[nodiscard]] bool knows_notice(const Digest& hash) const;

  // Whether a statement confirms the key of the enrolment with this leaf hash.
  [[nodiscard]] bool confirms(const Digest& enrolment) const {
    return confirmed_.count(enrolment) > 0;
  }

  // Statements about people whose key is gone, and rows that do not open for another reason.
  [[nodiscard]] const std::vector<std::pair<RowAddress, VaultError>>& unopened() const {
    return unopened_;
  }

  // Whether the row was buried under a certificate that the log knows. Counts it.
  [[nodiscard]] bool accepts(const RowAddress& address);
  // After all rows: no more is buried than was certified, and what was certified is gone.
  void check_counts(const std::set<EntryIndex>& opened);

 private:
  struct Known {
    protocol::DestructionCertificate certificate;
    std::uint64_t rows = 0;
    std::uint64_t entries = 0;
  };

  void check_statement(const RowAddress& address);
  void note_series(const protocol::Statement& statement, EntryIndex index);
  void check_series(const char* name, const Series& series);
  void check_staff();
  void check_certificate(const RowAddress& address);

  const FsckScope& scope_;
  FsckReport& report_;
  Findings& findings_;
  const FsckTree& tree_;
  StoredRows rows_;
  std::map<PersonId, Series> people_;
  Series notices_;
  // Of the team's accounts; and what the newest statement says of each, by running number.
  Series staff_;
  std::map<RecordId, std::pair<std::uint64_t, protocol::StaffChanged>> accounts_;
  std::set<Digest> published_;
  std::set<EntryIndex> indexes_;
  // Certificates of which the log tells, by hash, and where.
  std::map<Digest, EntryIndex> certified_;
  std::map<RecordId, Known> certificates_;
  std::set<Digest> confirmed_;
  std::vector<std::pair<RowAddress, VaultError>> unopened_;
};

}  // namespace sayso::app
