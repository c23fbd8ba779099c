// text, ending with a newline
// (empty line)
// — name base64(key id ‖ signature)        one line or more
#include "shared/protocol/signed_note.h"

#include <algorithm>

#include "shared/base/check.h"
#include "shared/crypto/hash.h"
#include "shared/encoding/base64.h"
#include "shared/encoding/utf8.h"
#include "shared/protocol/lines.h"

namespace sayso::protocol {
namespace {

constexpr std::uint8_t kEd25519 = 0x01;
constexpr std::string_view kDash = "\u2014 ";

// Unicode's White_Space beyond ASCII, in UTF-8.
constexpr std::string_view kWideSpaces[] = {"\u0085", "\u00a0", "\u1680", "\u2000", "\u2001",
                                            "\u2002", "\u2003", "\u2004", "\u2005", "\u2006",
                                            "\u2007", "\u2008", "\u2009", "\u200a", "\u2028",
                                            "\u2029", "\u202f", "\u205f", "\u3000"};

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; }

bool is_note_text(std::string_view text) {
  return !encoding::find_invalid_utf8(text) && std::none_of(text.begin(), text.end(), is_control);
}

Bytes typed_key(const crypto::PublicKey& key) {
  Bytes bytes{kEd25519};
  bytes.insert(bytes.end(), key.begin(), key.end());
  return bytes;
}

std::optional<NoteSignature> decode_signature_line(std::string_view line) {
  if (line.substr(0, kDash.size()) != kDash) return std::nullopt;
  line.remove_prefix(kDash.size());
  const auto space = line.find(' ');
  if (space == std::string_view::npos || !is_key_name(line.substr(0, space))) return std::nullopt;
  const auto bytes = encoding::decode_base64(line.substr(space + 1));
  NoteSignature signature;
  if (!bytes || bytes->size() <= signature.key_id.size()) return std::nullopt;
  signature.name = line.substr(0, space);
  const auto middle = bytes->begin() + static_cast<std::ptrdiff_t>(signature.key_id.size());
  std::copy(bytes->begin(), middle, signature.key_id.begin());
  signature.signature.assign(middle, bytes->end());
  return signature;
}

std::string encode_signature_line(const NoteSignature& signature) {
  Bytes bytes(signature.key_id.begin(), signature.key_id.end());
  bytes.insert(bytes.end(), signature.signature.begin(), signature.signature.end());
  return std::string(kDash) + signature.name + " " + encoding::encode_base64(bytes) + "\n";
}

bool is_signed(const SignedNote& note, const NoteSignature& line, const VerifierKey& key) {
  crypto::Signature signature{};
  if (line.signature.size() != signature.size()) return false;
  std::copy(line.signature.begin(), line.signature.end(), signature.begin());
  return crypto::verify_signature(key.key, as_bytes(note.text), signature);
}

}  // namespace

bool is_key_name(std::string_view name) {
  if (name.empty() || name.size() > 255 || encoding::find_invalid_utf8(name)) return false;
  const auto forbidden = [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == '+' || c == '\x7f';
  };
  if (std::any_of(name.begin(), name.end(), forbidden)) return false;
  return std::none_of(std::begin(kWideSpaces), std::end(kWideSpaces), [&](std::string_view space) {
    return name.find(space) != std::string_view::npos;
  });
}

KeyId key_id(const VerifierKey& key) {
  const std::string prefix = key.name + "\n";
  const Digest digest = crypto::sha256(as_bytes(prefix), typed_key(key.key));
  KeyId id{};
  std::copy_n(digest.begin(), id.size(), id.begin());
  return id;
}

std::string encode_vkey(const VerifierKey& key) {
  return key.name + "+" + encode_hex(key_id(key)) + "+" +
         encoding::encode_base64(typed_key(key.key));
}

std::optional<VerifierKey> decode_vkey(std::string_view text) {
  const auto plus = text.find('+');
  if (plus == std::string_view::npos || !is_key_name(text.substr(0, plus))) return std::nullopt;
  const auto second = text.find('+', plus + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto bytes = encoding::decode_base64(text.substr(second + 1));
  VerifierKey key;
  if (!bytes || bytes->size() != key.key.size() + 1 || bytes->front() != kEd25519)
    return std::nullopt;
  key.name = text.substr(0, plus);
  std::copy(bytes->begin() + 1, bytes->end(), key.key.begin());
  if (encode_vkey(key) != text) return std::nullopt;
  return key;
}

NoteSignature note_signature(const VerifierKey& key, const crypto::Signature& signature) {
  return {key.name, key_id(key), Bytes(signature.begin(), signature.end())};
}

SignedNote sign_note(std::string text, std::string name, const crypto::SigningKey& key) {
  const VerifierKey verifier{std::move(name), key.public_key()};
  const crypto::Signature signature = key.sign(as_bytes(text));
  return {std::move(text), {note_signature(verifier, signature)}};
}

std::string encode_note(const SignedNote& note) {
  CHECK(is_note_text(note.text) && !note.text.empty() && note.text.back() == '\n');
  CHECK(!note.signatures.empty());
  std::string text = note.text + "\n";
  for (const NoteSignature& signature : note.signatures) {
    CHECK(is_key_name(signature.name) && !signature.signature.empty());
    text += encode_signature_line(signature);
  }
  return text;
}

Expected<SignedNote, NoteFault> decode_note(std::string_view text) {
  if (text.size() > kMaxNoteBytes || !is_note_text(text)) return failure(NoteFault::Malformed);
  // The last empty line: text before it may hold empty lines of its own.
  const auto gap = text.rfind("\n\n");
  if (gap == std::string_view::npos) return failure(NoteFault::Malformed);
  SignedNote note;
  note.text = text.substr(0, gap + 1);
  std::string_view rest = text.substr(gap + 2);
  while (!rest.empty()) {
    const auto line = take_line(rest);
    auto signature = line ? decode_signature_line(*line) : std::nullopt;
    if (!signature || note.signatures.size() == kMaxNoteSignatures)
      return failure(NoteFault::Malformed);
    note.signatures.push_back(std::move(*signature));
  }
  if (note.signatures.empty()) return failure(NoteFault::Malformed);
  return note;
}

Expected<void, NoteFault> verify_note(const SignedNote& note, const VerifierKey& key) {
  const KeyId id = key_id(key);
  bool found = false;
  for (const NoteSignature& line : note.signatures) {
    if (line.name != key.name || line.key_id != id) continue;
    if (!is_signed(note, line, key)) return failure(NoteFault::WrongSignature);
    found = true;
  }
  if (!found) return failure(NoteFault::UnknownKey);
  return {};
}

}  // namespace sayso::protocol
