#include "shared/encoding/notice_reader.h"

#include <algorithm>

namespace sayso::encoding {
namespace {

using domain::Block;
using domain::BlockKind;
using domain::Told;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_telephone(std::string_view text) {
  const auto digits = std::count_if(text.begin(), text.end(), is_digit);
  return digits >= 3 && text.find_first_not_of("+0123456789 ") == std::string_view::npos;
}

bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && text.find('@', at + 1) == text.npos &&
         text.find('.', at + 2) != text.npos && text.find(' ') == text.npos;
}

bool is_secure_address(std::string_view text) {
  constexpr std::string_view kScheme = "https://";
  return text.substr(0, kScheme.size()) == kScheme && text.size() > kScheme.size() &&
         text.find_first_of(" \"'<>\\") == std::string_view::npos;
}

using Test = bool (*)(std::string_view);

std::string shaped(ContentReader& reader, const At& at, std::string_view name, std::string value,
                   Test fits, std::string_view expected) {
  if (!value.empty() && !fits(value))
    reader.report(pointer_below(at.pointer, name),
                  "\"" + value + "\" is not " + std::string(expected) + ".");
  return value;
}

template <class Enum>
Enum named(ContentReader& reader, const At& at, const std::string& name,
           std::optional<Enum> (*find)(std::string_view), Enum otherwise) {
  if (name.empty()) return otherwise;
  const std::optional<Enum> found = find(name);
  if (!found) reader.report(at.pointer, "\"" + name + "\" is not a name that is known here.");
  return found.value_or(otherwise);
}

Told read_told(ContentReader& reader, const At& at) {
  reader.only(at, {"you", "child"});
  return {reader.text(at, "you"), reader.text(at, "child")};
}

enum class Reading { Plain, Verbatim };

Block read_block(ContentReader& reader, const At& at, Reading reading) {
  reader.only(at, {"heading", "paragraph", "bullets"});
  const auto text = [&](std::string_view name) {
    return reading == Reading::Verbatim ? reader.verbatim(at, name) : reader.text(at, name);
  };
  const Json::Object* object = at.json->object();
  if (!object || object->size() != 1) {
    reader.report(at.pointer, "A block is one of \"heading\", \"paragraph\" and \"bullets\".");
    return {};
  }
  if (object->count("bullets") > 0)
    return {BlockKind::Bullets,
            {},
            reading == Reading::Verbatim ? reader.verbatims(at, "bullets")
                                         : reader.texts(at, "bullets")};
  if (object->count("paragraph") > 0) return {BlockKind::Paragraph, text("paragraph"), {}};
  return {BlockKind::Heading, text("heading"), {}};
}

std::vector<Block> read_blocks(ContentReader& reader, const At& at, std::string_view name,
                               Reading reading) {
  std::vector<Block> blocks;
  for (const At& block : reader.elements(at, name)) {
    blocks.push_back(read_block(reader, block, reading));
  }
  return blocks;
}

std::vector<domain::OrganisationRole> read_roles(ContentReader& reader, const At& at) {
  std::vector<domain::OrganisationRole> roles;
  for (const std::string& name : reader.texts(at, "roles")) {
    const At place{at.json, pointer_below(at.pointer, "roles")};
    roles.push_back(named(reader, place, name, domain::find_organisation_role,
                          domain::OrganisationRole::Recipient));
  }
  return roles;
}

domain::Basis read_basis(ContentReader& reader, const At& at) {
  reader.only(at, {"name", "articles", "plain"});
  const At name{at.json, pointer_below(at.pointer, "name")};
  return {named(reader, name, reader.text(at, "name"), domain::find_lawful_basis,
                domain::LawfulBasis::Consent),
          reader.texts(at, "articles"), reader.text(at, "plain")};
}

domain::Answer read_answer(ContentReader& reader, const At& at) {
  reader.only(at, {"meaning", "label"});
  const At meaning{at.json, pointer_below(at.pointer, "meaning")};
  return {named(reader, meaning, reader.text(at, "meaning"), domain::find_answer_meaning,
                domain::AnswerMeaning::Refuse),
          reader.text(at, "label")};
}

domain::Question read_question(ContentReader& reader, const At& at) {
  reader.only(at, {"organisation", "text", "answers", "if_yes", "if_no", "if_withdrawn"});
  domain::Question question;
  question.organisation = OrganisationId(reader.slug(at, "organisation"));
  question.text = read_told(reader, reader.member(at, "text"));
  for (const At& answer : reader.elements(at, "answers")) {
    question.answers.push_back(read_answer(reader, answer));
  }
  question.if_yes = read_told(reader, reader.member(at, "if_yes"));
  question.if_no = read_told(reader, reader.member(at, "if_no"));
  const At withdrawn = reader.optional_member(at, "if_withdrawn");
  if (withdrawn.json) question.if_withdrawn = read_told(reader, withdrawn);
  return question;
}

domain::DeletionOffer read_deletion(ContentReader& reader, const At& at) {
  const std::string name = reader.text(at, "deletion");
  if (!name.empty() && name != "offered" && name != "not-offered")
    reader.report(pointer_below(at.pointer, "deletion"),
                  "\"deletion\" is \"offered\" or \"not-offered\".");
  return name == "offered" ? domain::DeletionOffer::Offered : domain::DeletionOffer::NotOffered;
}

}  // namespace

domain::Council read_council(ContentReader& reader, const At& at) {
  reader.only(at, {"name", "service", "team", "telephone", "email", "office", "opening_hours",
                   "paper_route", "exit_address"});
  domain::Council council;
  council.name = reader.text(at, "name");
  council.service = reader.text(at, "service");
  council.team = reader.text(at, "team");
  council.telephone = shaped(reader, at, "telephone", reader.text(at, "telephone"), is_telephone,
                             "a telephone number");
  council.email =
      shaped(reader, at, "email", reader.text(at, "email"), is_email, "an email address");
  council.office = reader.texts(at, "office");
  council.opening_hours = reader.texts(at, "opening_hours");
  council.paper_route = reader.text(at, "paper_route");
  council.exit_address = shaped(reader, at, "exit_address", reader.text(at, "exit_address"),
                                is_secure_address, "an address that begins with https://");
  return council;
}

domain::Section read_section(ContentReader& reader, const At& at) {
  reader.only(at, {"id", "title", "plain", "wording"});
  domain::Section section;
  section.id = domain::SectionId(reader.slug(at, "id"));
  section.title = reader.text(at, "title");
  section.plain = read_blocks(reader, at, "plain", Reading::Plain);
  section.wording = read_blocks(reader, at, "wording", Reading::Verbatim);
  return section;
}

domain::Kind read_kind(ContentReader& reader, const At& at) {
  reader.only(at, {"id", "name", "plain"});
  return {domain::KindId(reader.slug(at, "id")), reader.text(at, "name"), reader.text(at, "plain")};
}

domain::Organisation read_organisation(ContentReader& reader, const At& at) {
  reader.only(at, {"id", "name", "in_text", "plain", "roles", "kinds", "telephone", "website"});
  domain::Organisation organisation;
  organisation.id = OrganisationId(reader.slug(at, "id"));
  organisation.name = reader.text(at, "name");
  organisation.in_text = reader.text(at, "in_text");
  organisation.plain = reader.text(at, "plain");
  organisation.roles = read_roles(reader, at);
  if (reader.optional_member(at, "kinds").json) {
    for (const std::string& kind : reader.texts(at, "kinds"))
      organisation.kinds.push_back(domain::KindId(kind));
  }
  organisation.telephone = shaped(reader, at, "telephone", reader.optional_text(at, "telephone"),
                                  is_telephone, "a telephone number");
  organisation.website = shaped(reader, at, "website", reader.optional_text(at, "website"),
                                is_secure_address, "an address that begins with https://");
  return organisation;
}

domain::Purpose read_purpose(ContentReader& reader, const At& at) {
  reader.only(at, {"id", "name", "title", "plain", "basis", "questions", "deletion", "retention"});
  domain::Purpose purpose;
  purpose.id = PurposeId(reader.slug(at, "id"));
  purpose.name = reader.text(at, "name");
  purpose.title = read_told(reader, reader.member(at, "title"));
  purpose.plain = read_told(reader, reader.member(at, "plain"));
  purpose.basis = read_basis(reader, reader.member(at, "basis"));
  for (const At& question : reader.elements(at, "questions")) {
    purpose.questions.push_back(read_question(reader, question));
  }
  purpose.deletion = read_deletion(reader, at);
  purpose.retention = reader.text(at, "retention");
  return purpose;
}

domain::Promise read_promise(ContentReader& reader, const At& at) {
  reader.only(at, {"id", "wording", "plain"});
  return {domain::PromiseId(reader.slug(at, "id")), reader.verbatim(at, "wording"),
          reader.text(at, "plain")};
}

bool is_language_tag(std::string_view text) {
  std::size_t part = 0;
  while (!text.empty()) {
    const std::size_t hyphen = std::min(text.find('-'), text.size());
    const std::string_view subtag = text.substr(0, hyphen);
    const bool letters =
        std::all_of(subtag.begin(), subtag.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    const bool word = std::all_of(subtag.begin(), subtag.end(), [](char c) {
      return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    if (part == 0 && (!letters || subtag.size() < 2 || subtag.size() > 3)) return false;
    if (part > 0 && (!word || subtag.empty() || subtag.size() > 8)) return false;
    if (hyphen + 1 == text.size()) return false;
    text.remove_prefix(std::min(hyphen + 1, text.size()));
    ++part;
  }
  return part > 0;
}

}  // namespace sayso::encoding
