// The notice that ships, against what the council published.
#include <doctest/doctest.h>

#include <algorithm>

#include "shared/crypto/hash.h"
#include "tests/support/shipped_content.h"

using namespace sayso;
using namespace sayso::domain;

TEST_CASE("the council's wording comes out of the notice byte for byte") {
  const std::string wording = wording_text(test::shipped_notice());
  CHECK(wording.size() == 2'691);
  CHECK(encode_hex(crypto::sha256(as_bytes(wording))) ==
        "790264cd9ea9bd958f0d762c27bfbf47c38f416275debfe02263ccd0f8825893");
}

TEST_CASE("a notice that was changed beside its wording still carries the wording whole") {
  CHECK(wording_text(test::changed_notice()) == wording_text(test::shipped_notice()));
}

TEST_CASE("the notice has its kinds, organisations, purposes and promises") {
  const Notice notice = test::shipped_notice();
  CHECK(notice.kinds.size() == 8);
  CHECK(organisations_with(notice, OrganisationRole::Source).size() == 7);
  CHECK(organisations_with(notice, OrganisationRole::Recipient).size() == 2);
  CHECK(organisations_with(notice, OrganisationRole::Team).size() == 1);
  CHECK(organisations_with(notice, OrganisationRole::Regulator).size() == 1);
  CHECK(notice.purposes.size() == 5);
  CHECK(notice.promises.size() == 8);
  CHECK(notice.retention.years == 5);
}

TEST_CASE("joining up asks about each of the seven sources, separately") {
  const Notice notice = test::shipped_notice();
  const Purpose* join_up = find_purpose(notice, PurposeId("join-up"));
  REQUIRE(join_up != nullptr);
  const auto sources = organisations_with(notice, OrganisationRole::Source);
  REQUIRE(join_up->questions.size() == sources.size());
  for (const Organisation* source : sources) CHECK(find_question(*join_up, source->id) != nullptr);
}

TEST_CASE("every kind of information has a source") {
  const Notice notice = test::shipped_notice();
  for (const Kind& kind : notice.kinds) CHECK_FALSE(sources_of(notice, kind.id).empty());
}

TEST_CASE(
    "finding and helping families is a public task and offers to object, all else is consent") {
  const Notice notice = test::shipped_notice();
  for (const Purpose& purpose : notice.purposes) {
    const bool support = purpose.id == PurposeId("find-and-support");
    CHECK(purpose.basis.basis == (support ? LawfulBasis::PublicTask : LawfulBasis::Consent));
    CHECK(remedy_of(purpose) == (support ? Remedy::Object : Remedy::AgreeOrRefuse));
    CHECK(purpose.deletion == (support ? DeletionOffer::NotOffered : DeletionOffer::Offered));
  }
}

TEST_CASE(
    "the promises stand under the agreement, and the page says that the council holds things") {
  const Notice notice = test::shipped_notice();
  CHECK(notice.promises_bind.find("DCLG") != std::string::npos);
  CHECK(notice.promises_bind.find("do not mean that we hold nothing") != std::string::npos);
}

TEST_CASE("what a person is shown holds every word that they answer to, for whom they answer") {
  const Notice notice = test::shipped_notice();
  const Purpose& study = *find_purpose(notice, PurposeId("impact-study"));
  const Question& question = study.questions.front();
  const std::string you = shown_text(study, question, ForWhom::You);
  const std::string child = shown_text(study, question, ForWhom::YourChild);
  CHECK(std::count(you.begin(), you.end(), '\n') == 9);
  CHECK(you.find(question.text.you + "\nYes\nNo\n") != std::string::npos);
  CHECK(child.find(question.text.child) != std::string::npos);
  CHECK(you != child);
}

TEST_CASE("titles that reach a browser's history are discreet") {
  const Notice notice = test::shipped_notice();
  for (const char* word :
       {"olice", "ealth", "iolence", "rug", "robation", "roubled", "urnaround"}) {
    CHECK(notice.title.find(word) == std::string::npos);
    CHECK(notice.council.service.find(word) == std::string::npos);
    CHECK(notice.council.email.find(word) == std::string::npos);
  }
}
