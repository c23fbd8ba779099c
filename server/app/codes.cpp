#include "server/app/codes.h"

#include <algorithm>

#include "shared/encoding/fields.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;

// Rows of used codes stay until then, so that a repeat gets its answer.
constexpr std::int64_t kDaysAfterExpiry = 1;

std::optional<Code> decode_code_row(const Json& json) {
  Code code;
  const auto read = encoding::read_fields(json, [&](Fields& fields) {
    code.kind = fields.boolean("recovery") ? CodeKind::Recovery : CodeKind::Invitation;
    code.person = PersonId(fields.text("person"));
    code.expires = {fields.integer("expires", 0, encoding::kMaxInteger)};
    code.used_by = fields.text("used_by");
  });
  if (!read) return std::nullopt;
  return code;
}

}  // namespace

encoding::CodeBits draw_code(Random& random) {
  ByteArray<8> bytes{};
  random.fill(bytes);
  std::uint64_t bits = 0;
  for (const std::uint8_t byte : bytes) bits = bits << 8 | byte;
  return encoding::CodeBits(bits & ((std::uint64_t{1} << 60) - 1));
}

RowAddress code_address(const Vault& vault, const Keyring& keyring, encoding::CodeBits bits) {
  const Digest peppered = keyring.pepper("sayso/code/v1", as_bytes(encoding::encode_code(bits)));
  return vault.address(Shelf::Invitations, {encode_hex(peppered)});
}

std::optional<Code> find_code(Vault& vault, const Rows& rows, const RowAddress& address) {
  // Opened in place of a row that is not there: the answer to a wrong code takes as long.
  RowLayer scratch(rows);
  const RowAddress decoy = vault.address(Shelf::Invitations, {"decoy"});
  const Json blank =
      Json::Object{{"recovery", false}, {"person", ""}, {"expires", 0}, {"used_by", ""}};
  vault.store_on_desk(scratch, decoy, blank);
  const bool exists = rows.find(address).has_value();
  const auto json = vault.load(scratch, exists ? address : decoy);
  auto code = json ? decode_code_row(*json) : std::nullopt;
  return exists ? code : std::nullopt;
}

void store_code(Vault& vault, RowLayer& rows, const RowAddress& address, const Code& code) {
  const Json json = Json::Object{{"recovery", code.kind == CodeKind::Recovery},
                                 {"person", code.person.value()},
                                 {"expires", code.expires.unix_seconds},
                                 {"used_by", code.used_by}};
  vault.store_on_desk(rows, address, json, day_of(code.expires) + kDaysAfterExpiry);
}

std::string name_of_code_row(const RowAddress& address) { return encode_hex(address.tag); }

void remove_code(RowLayer& rows, std::string_view row_name) {
  const auto bytes = decode_hex(row_name);
  if (!bytes || bytes->size() != 32) return;
  RowAddress address{Shelf::Invitations, {}};
  std::copy(bytes->begin(), bytes->end(), address.tag.begin());
  rows.remove(address);
}

}  // namespace sayso::app
