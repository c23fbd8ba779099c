// The council's privacy notice as the software acts on it: its own words whole, plain words beside
// them, and the purposes, organisations, kinds of information and promises that they speak of.
//
// A Notice is content: decode_notice (encoding) makes one from a file and checks every rule that a
// field's type cannot hold. Code may count on those rules: ids are unique, every id that is
// referred to exists, a purpose has at least one organisation, and its questions offer what its
// lawful basis allows.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/instant.h"
#include "shared/base/tagged.h"

namespace sayso::domain {

// Slugs from the notice, as PurposeId.
using KindId = Tagged<struct KindIdTag, std::string>;
using PromiseId = Tagged<struct PromiseIdTag, std::string>;
using SectionId = Tagged<struct SectionIdTag, std::string>;

// Who a text speaks to: a person about themselves, or somebody with responsibility about a child
// under 13.
enum class ForWhom { You, YourChild };

// One statement in both voices; each is a whole text, so that a language needs no grammar in code.
struct Told {
  std::string you;
  std::string child;
  [[nodiscard]] const std::string& to(ForWhom whom) const {
    return whom == ForWhom::You ? you : child;
  }
  friend bool operator==(const Told& a, const Told& b) {
    return a.you == b.you && a.child == b.child;
  }
  friend bool operator!=(const Told& a, const Told& b) { return !(a == b); }
};

enum class TextDirection { LeftToRight, RightToLeft };

enum class BlockKind { Heading, Paragraph, Bullets };

// `text` for a heading or a paragraph; `items` for bullets. Never both.
struct Block {
  BlockKind kind = BlockKind::Paragraph;
  std::string text;
  std::vector<std::string> items;
  friend bool operator==(const Block& a, const Block& b) {
    return a.kind == b.kind && a.text == b.text && a.items == b.items;
  }
  friend bool operator!=(const Block& a, const Block& b) { return !(a == b); }
};

// A part of the notice: the council's wording, and the same thing in plain words.
struct Section {
  SectionId id;
  std::string title;  // plain; the wording's own heading is a block of `wording`
  std::vector<Block> plain;
  std::vector<Block> wording;
};

struct Kind {
  KindId id;
  std::string name;   // "School attendance"
  std::string plain;  // what it may be, in a sentence
};

enum class OrganisationRole {
  Source,     // gives the council information
  Recipient,  // is given information
  Team,       // the council's own team
  Regulator,  // watches over it; takes complaints
};

struct Organisation {
  OrganisationId id;
  std::string name;     // "Department for Work and Pensions"
  std::string in_text;  // as it reads inside a sentence: "the Department for Work and Pensions"
  std::string plain;    // what it is and does
  std::vector<OrganisationRole> roles;
  std::vector<KindId> kinds;  // what it may give; only a source has any
  std::string telephone;      // empty where the notice names none
  std::string website;        // https, or empty
};

enum class LawfulBasis { Consent, PublicTask, LegalObligation, VitalInterests };

// What the law lets the person do: follows from the basis, and decode_notice holds the file to it.
enum class Remedy { Object, AgreeOrRefuse };
[[nodiscard]] Remedy remedy_of(LawfulBasis basis);

struct Basis {
  LawfulBasis basis = LawfulBasis::Consent;
  std::vector<std::string> articles;  // "6(1)(a)", UK GDPR
  std::string plain;                  // the basis as a sentence for people
};

enum class AnswerMeaning {
  Agree,
  Refuse,
  Object,   // only where the remedy is Object
  CarryOn,  // sees the objection offer and does not take it
};

// There is no default answer, and no member that could hold one.
struct Answer {
  AnswerMeaning meaning = AnswerMeaning::Refuse;
  std::string label;
};

// What one organisation's part in a purpose looks like to the person: this text, as shown, is part
// of what is signed.
struct Question {
  OrganisationId organisation;
  Told text;
  std::vector<Answer> answers;  // in the order shown; two
  Told if_yes;                  // what happens after Agree (or CarryOn)
  Told if_no;                   // what happens after Refuse (or Object)
  Told
      if_withdrawn;  // what taking it back does and does not undo; empty where the remedy is Object
};

// Whether taking back an agreement comes with the offer to ask for deletion.
enum class DeletionOffer { Offered, NotOffered };

struct Purpose {
  PurposeId id;
  std::string name;  // short, for lists: "Research into the programme"
  Told title;        // the question of the page, its h1
  Told plain;        // what it is, before any choosing
  Basis basis;
  std::vector<Question> questions;  // one per named organisation
  DeletionOffer deletion = DeletionOffer::NotOffered;
  std::string retention;  // how long, as a sentence
};

struct Promise {
  PromiseId id;
  std::string wording;  // one bullet of the council's wording, exactly
  std::string plain;
};

struct Council {
  std::string name;     // "Larkhill Council"
  std::string service;  // "Your choices"; discreet, stands in the header
  std::string team;     // "Turnaround Plus team"
  std::string telephone;
  std::string email;
  std::vector<std::string> office;         // address lines
  std::vector<std::string> opening_hours;  // one line per stretch of days
  std::string paper_route;                 // how to choose without a phone
  std::string exit_address;                // https, neutral; where Exit this page goes
};

struct Retention {
  int years = 5;
  std::string plain;
};

struct Notice {
  std::string id;  // slug, the same for every version and language
  int version = 1;
  std::string language;  // BCP 47
  TextDirection direction = TextDirection::LeftToRight;
  Date published;
  std::string title;  // discreet
  Council council;
  std::vector<Section> sections;
  std::vector<Kind> kinds;
  std::vector<Organisation> organisations;
  std::vector<Purpose> purposes;
  std::string promises_bind;  // the standing sentence: what the promises bind, and what not
  std::vector<Promise> promises;
  Retention retention;
  std::vector<std::string> withdrawing;  // how to take a choice back, a paragraph each
};

// The council's notice as it was published, byte for byte: blocks apart by an empty line, bullets
// as "  • item".
[[nodiscard]] std::string wording_text(const Notice& notice);

// Null where the notice has no such thing.
[[nodiscard]] const Section* find_section(const Notice& notice, const SectionId& id);
[[nodiscard]] const Kind* find_kind(const Notice& notice, const KindId& id);
[[nodiscard]] const Organisation* find_organisation(const Notice& notice, const OrganisationId& id);
[[nodiscard]] const Purpose* find_purpose(const Notice& notice, const PurposeId& id);
[[nodiscard]] const Promise* find_promise(const Notice& notice, const PromiseId& id);
[[nodiscard]] const Question* find_question(const Purpose& purpose, const OrganisationId& id);
[[nodiscard]] const Question* find_question(const Notice& notice, const PurposeId& purpose,
                                            const OrganisationId& organisation);
[[nodiscard]] const Answer* find_answer(const Question& question, AnswerMeaning meaning);

[[nodiscard]] bool has_role(const Organisation& organisation, OrganisationRole role);
[[nodiscard]] std::vector<const Organisation*> organisations_with(const Notice& notice,
                                                                  OrganisationRole role);
// The organisations that may give this kind of information, in the notice's order.
[[nodiscard]] std::vector<const Organisation*> sources_of(const Notice& notice, const KindId& kind);
// The purposes in which this organisation is asked about, in the notice's order.
[[nodiscard]] std::vector<const Purpose*> purposes_of(const Notice& notice,
                                                      const OrganisationId& organisation);
[[nodiscard]] Remedy remedy_of(const Purpose& purpose);

// The words that the person answers to, in one fixed form, one line each: the purpose's title, its
// explanation, its basis, the question, the answers in order, what follows from each, retention. A
// signed record carries the hash of this text, so a screen that asks must show every one of these
// lines.
[[nodiscard]] std::string shown_text(const Purpose& purpose, const Question& question,
                                     ForWhom whom);

// Names in files and records, "public-task"; find_ gives nothing for any other spelling.
[[nodiscard]] std::string_view name_of(LawfulBasis basis);
[[nodiscard]] std::string_view name_of(OrganisationRole role);
[[nodiscard]] std::string_view name_of(AnswerMeaning meaning);
[[nodiscard]] std::optional<LawfulBasis> find_lawful_basis(std::string_view name);
[[nodiscard]] std::optional<OrganisationRole> find_organisation_role(std::string_view name);
[[nodiscard]] std::optional<AnswerMeaning> find_answer_meaning(std::string_view name);

// `[a-z0-9-]{1,40}`.
[[nodiscard]] bool is_slug(std::string_view text);

}  // namespace sayso::domain
