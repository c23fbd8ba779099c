#include "shared/domain/name_table.h"
#include "shared/domain/notice.h"

namespace sayso::domain {
namespace {

constexpr NameTable<LawfulBasis, 4> kBases{{{LawfulBasis::Consent, "consent"},
                                            {LawfulBasis::PublicTask, "public-task"},
                                            {LawfulBasis::LegalObligation, "legal-obligation"},
                                            {LawfulBasis::VitalInterests, "vital-interests"}}};

constexpr NameTable<OrganisationRole, 4> kRoles{{{OrganisationRole::Source, "source"},
                                                 {OrganisationRole::Recipient, "recipient"},
                                                 {OrganisationRole::Team, "team"},
                                                 {OrganisationRole::Regulator, "regulator"}}};

constexpr NameTable<AnswerMeaning, 4> kMeanings{{{AnswerMeaning::Agree, "agree"},
                                                 {AnswerMeaning::Refuse, "refuse"},
                                                 {AnswerMeaning::Object, "object"},
                                                 {AnswerMeaning::CarryOn, "carry-on"}}};

}  // namespace

std::string_view name_of(LawfulBasis basis) { return name_in(kBases, basis); }
std::string_view name_of(OrganisationRole role) { return name_in(kRoles, role); }
std::string_view name_of(AnswerMeaning meaning) { return name_in(kMeanings, meaning); }

std::optional<LawfulBasis> find_lawful_basis(std::string_view name) {
  return find_in(kBases, name);
}
std::optional<OrganisationRole> find_organisation_role(std::string_view name) {
  return find_in(kRoles, name);
}
std::optional<AnswerMeaning> find_answer_meaning(std::string_view name) {
  return find_in(kMeanings, name);
}

}  // namespace sayso::domain
