// What is taken of RFC 9421 and RFC 9530, and nothing else of them:
//
//   Content-Digest:  sha-256=:<base64>:                                   with a body
//   Signature-Input: <label>=("@method" "@authority" "@path" "content-digest")<parameters>
//                    without "content-digest" where there is no body
//   parameters, in any order, each once; ;alg="ed25519" may be there too:
//                    ;created=<seconds>;keyid="<Multikey>";nonce="<text>";tag="sayso"
//   Signature:       <label>=:<base64 of 64 bytes>:

#include "server/http/message_signature.h"

#include <algorithm>
#include <map>
#include <utility>

#include "server/http/problem.h"
#include "server/http/request_log.h"
#include "shared/crypto/hash.h"
#include "shared/encoding/base64.h"

namespace sayso::http {
namespace {

constexpr std::string_view kTag = "sayso";
constexpr std::size_t kMaxLabel = 32;
constexpr std::size_t kMinNonce = 16;
constexpr std::size_t kMaxNonce = 64;
constexpr std::size_t kMaxCreatedDigits = 12;

bool is_key_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

// What a quoted value may hold here: no quote, no backslash, no blank.
bool is_plain(char c) { return c > ' ' && c <= '~' && c != '"' && c != '\\'; }

// The one field of this name; nothing where there is none, or more than one.
std::optional<std::string_view> only_field(const Request& request, std::string_view name) {
  std::optional<std::string_view> found;
  for (const Field& field : request.fields) {
    if (!equal_ignoring_case(field.name, name)) continue;
    if (found) return std::nullopt;
    found = trim(field.value);
  }
  return found;
}

// As RFC 9421 §2.2.3 has it: lower case, without the scheme's usual port.
std::string authority_of(const Request& request) {
  std::string authority(request.field("Host"));
  std::transform(authority.begin(), authority.end(), authority.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const std::string_view usual = request.secure ? ":443" : ":80";
  if (authority.size() > usual.size() &&
      std::string_view(authority).substr(authority.size() - usual.size()) == usual)
    authority.resize(authority.size() - usual.size());
  return authority;
}

std::optional<std::string> value_of(const Request& request, std::string_view component) {
  if (component == "@method") return std::string(name_of(request.method));
  if (component == "@authority") return authority_of(request);
  if (component == "@path") return request.path;
  const auto field = only_field(request, component);
  return field ? std::optional(std::string(*field)) : std::nullopt;
}

// `<label>=<rest>`: what is behind the label, which `label` is given where it is empty and must be
// otherwise.
std::optional<std::string_view> behind_label(std::string_view text, std::string& label) {
  const auto equals = text.find('=');
  if (equals == 0 || equals == std::string_view::npos || equals > kMaxLabel) return std::nullopt;
  const auto found = text.substr(0, equals);
  if (!std::all_of(found.begin(), found.end(), is_key_character)) return std::nullopt;
  if (label.empty()) label = std::string(found);
  if (found != label) return std::nullopt;
  return text.substr(equals + 1);
}

// `:<base64>:`
std::optional<Bytes> decode_bytes(std::string_view text) {
  if (text.size() < 2 || text.front() != ':' || text.back() != ':') return std::nullopt;
  return encoding::decode_base64(text.substr(1, text.size() - 2));
}

bool has_its_digest(const Request& request) {
  const auto field = only_field(request, "Content-Digest");
  constexpr std::string_view kStart = "sha-256=";
  if (!field || field->substr(0, kStart.size()) != kStart) return false;
  const auto digest = decode_bytes(field->substr(kStart.size()));
  const Digest expected = crypto::sha256(as_bytes(request.body));
  return digest && std::equal(digest->begin(), digest->end(), expected.begin(), expected.end());
}

using Parameters = std::map<std::string, std::string, std::less<>>;

// `"…"`, or the digits of a number; takes it off the text.
std::optional<std::string> take_value(std::string_view& text) {
  std::string value;
  const bool is_quoted = !text.empty() && text.front() == '"';
  if (is_quoted) text.remove_prefix(1);
  const auto belongs = [&](char c) { return is_quoted ? is_plain(c) : c >= '0' && c <= '9'; };
  while (!text.empty() && belongs(text.front())) {
    value += text.front();
    text.remove_prefix(1);
  }
  if (is_quoted) {
    if (text.empty() || text.front() != '"') return std::nullopt;
    text.remove_prefix(1);
    value.insert(value.begin(), '"');
  }
  if (value.empty()) return std::nullopt;
  return value;
}

// Text values keep their opening quote, so that a number is never taken for a text.
std::optional<Parameters> read_parameters(std::string_view text) {
  Parameters parameters;
  while (!text.empty()) {
    if (text.front() != ';') return std::nullopt;
    text.remove_prefix(1);
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    std::string name(text.substr(0, equals));
    text.remove_prefix(equals + 1);
    auto value = take_value(text);
    if (!value || !parameters.emplace(std::move(name), std::move(*value)).second)
      return std::nullopt;
  }
  return parameters;
}

std::string text_of(const Parameters& parameters, std::string_view name) {
  const auto found = parameters.find(name);
  if (found == parameters.end() || found->second.front() != '"') return {};
  return found->second.substr(1);
}

std::optional<Instant> created_of(const Parameters& parameters) {
  const auto found = parameters.find("created");
  if (found == parameters.end() || found->second.front() == '"' ||
      found->second.size() > kMaxCreatedDigits)
    return std::nullopt;
  std::int64_t seconds = 0;
  for (const char c : found->second) seconds = 10 * seconds + (c - '0');
  return Instant{seconds};
}

// Fills in what the parameters say; the name of the one that is wrong, or nothing.
std::string take_parameters(const Parameters& parameters, app::SignedRequest& request) {
  for (const auto& [name, value] : parameters) {
    constexpr std::string_view kKnown[] = {"created", "keyid", "nonce", "tag", "alg"};
    if (std::find(std::begin(kKnown), std::end(kKnown), name) == std::end(kKnown))
      return "signature-input";
  }
  const auto created = created_of(parameters);
  if (!created) return "created";
  request.created = *created;
  request.key = text_of(parameters, "keyid");
  if (request.key.empty()) return "keyid";
  request.nonce = text_of(parameters, "nonce");
  if (request.nonce.size() < kMinNonce || request.nonce.size() > kMaxNonce) return "nonce";
  if (text_of(parameters, "tag") != kTag) return "tag";
  if (parameters.count("alg") > 0 && text_of(parameters, "alg") != "ed25519") return "alg";
  return {};
}

std::string list_of(const std::vector<std::string>& components) {
  std::string list = "(";
  for (const std::string& component : components) {
    if (list.size() > 1) list += ' ';
    list += '"' + component + '"';
  }
  return list + ")";
}

}  // namespace

std::optional<std::string> signature_base(const Request& request,
                                          const std::vector<std::string>& components,
                                          std::string_view parameters) {
  std::string base;
  for (const std::string& component : components) {
    const auto value = value_of(request, component);
    if (!value) return std::nullopt;
    base += '"' + component + "\": " + *value + "\n";
  }
  return base + "\"@signature-params\": " + list_of(components) + std::string(parameters);
}

Expected<app::SignedRequest, std::string> read_signed_request(const Request& request) {
  std::vector<std::string> components{"@method", "@authority", "@path"};
  if (request.method != Method::Get) components.emplace_back("content-digest");
  std::string label;
  const auto input_field = only_field(request, "Signature-Input");
  const auto input = input_field ? behind_label(*input_field, label) : std::nullopt;
  const std::string list = list_of(components);
  if (!input || input->substr(0, list.size()) != list)
    return failure(std::string("signature-input"));
  const auto parameters_text = input->substr(list.size());
  const auto parameters = read_parameters(parameters_text);
  if (!parameters) return failure(std::string("signature-input"));
  app::SignedRequest read;
  if (auto wrong = take_parameters(*parameters, read); !wrong.empty())
    return failure(std::move(wrong));
  const auto signature_field = only_field(request, "Signature");
  const auto signature_text =
      signature_field ? behind_label(*signature_field, label) : std::nullopt;
  const auto signature = signature_text ? decode_bytes(*signature_text) : std::nullopt;
  if (!signature || signature->size() != read.signature.size())
    return failure(std::string("signature"));
  std::copy(signature->begin(), signature->end(), read.signature.begin());
  if (request.method != Method::Get && !has_its_digest(request))
    return failure(std::string("content-digest"));
  auto base = signature_base(request, components, parameters_text);
  if (!base) return failure(std::string("signature-input"));
  read.base = std::move(*base);
  return read;
}

}  // namespace sayso::http
