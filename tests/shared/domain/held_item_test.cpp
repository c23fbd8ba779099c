#include "shared/domain/held_item.h"

#include <doctest/doctest.h>

#include "tests/support/shipped_content.h"

using namespace sayso;
using namespace sayso::domain;

namespace {

const Date kToday{2026, 11, 23};

HeldItem attendance() {
  return {"att-1",
          KindId("school-attendance"),
          OrganisationId("schools"),
          {2026, 9, 4},
          Arrival::Transfer,
          "At school on 92 days out of 100.",
          {PurposeId("find-and-support"), PurposeId("join-up")}};
}

std::optional<ItemFault> fault_of(const HeldItem& item) {
  return find_fault(item, test::shipped_notice(), kToday);
}

}  // namespace

TEST_CASE("an item may be held when the notice says that its source gives its kind") {
  CHECK(fault_of(attendance()) == std::nullopt);
  HeldItem item = attendance();
  item.kind = KindId("health");
  CHECK(fault_of(item) == ItemFault::NotItsKind);
  item.kind = KindId("shoe-size");
  CHECK(fault_of(item) == ItemFault::UnknownKind);
}

TEST_CASE("who only receives information is no source of it") {
  HeldItem item = attendance();
  for (const char* organisation : {"dclg", "turnaround-plus", "ico", "nobody", ""}) {
    item.source = OrganisationId(organisation);
    CHECK(fault_of(item) == ItemFault::UnknownSource);
  }
}

TEST_CASE("a reference is short and printable, so that it can be told on the telephone") {
  HeldItem item = attendance();
  for (const std::string& reference :
       {std::string(), std::string("a b"), std::string("caf\xC3\xA9"), std::string("a\nb"),
        std::string(kMaxReferenceBytes + 1, 'a')}) {
    item.reference = reference;
    CHECK(fault_of(item) == ItemFault::Reference);
  }
  item.reference = std::string(kMaxReferenceBytes, 'a');
  CHECK(fault_of(item) == std::nullopt);
}

TEST_CASE("nothing is held from before it came, nor for a day longer than promised") {
  HeldItem item = attendance();
  item.received = {2026, 11, 24};
  CHECK(fault_of(item) == ItemFault::NotYet);
  item.received = kToday;
  CHECK(fault_of(item) == std::nullopt);
  item.received = {2021, 11, 1};
  CHECK(fault_of(item) == std::nullopt);
  item.received = {2021, 10, 31};
  CHECK(fault_of(item) == ItemFault::Expired);
}

TEST_CASE("what came in one month is destroyed at the end of that month, five years on") {
  HeldItem item = attendance();
  for (const int day : {1, 4, 30}) {
    item.received = {2026, 9, day};
    CHECK(destroy_by(item, {5, ""}) == Date{2031, 9, 30});
  }
  item.received = {2024, 2, 29};
  CHECK(destroy_by(item, {5, ""}) == Date{2029, 2, 28});
  CHECK(destroy_by(item, {4, ""}) == Date{2028, 2, 29});
}

TEST_CASE("a summary is text, and says something") {
  HeldItem item = attendance();
  for (const std::string& summary :
       {std::string(), std::string("  \n "), std::string("a\tb"), std::string("a\x1B[2J"),
        std::string("a\0b", 3), std::string(kMaxSummaryBytes + 1, 'a')}) {
    item.summary = summary;
    CHECK(fault_of(item) == ItemFault::Summary);
  }
  item.summary = "Two lines,\nand caf\xC3\xA9.";
  CHECK(fault_of(item) == std::nullopt);
}

TEST_CASE("an item is used for something that the notice names, each once") {
  HeldItem item = attendance();
  item.purposes = {};
  CHECK(fault_of(item) == ItemFault::Purposes);
  item.purposes = {PurposeId("join-up"), PurposeId("join-up")};
  CHECK(fault_of(item) == ItemFault::Purposes);
  item.purposes = {PurposeId("join-up"), PurposeId("advertising")};
  CHECK(fault_of(item) == ItemFault::Purposes);
}

TEST_CASE("each way of arriving has one name") {
  for (const Arrival arrival :
       {Arrival::Transfer, Arrival::Email, Arrival::Letter, Arrival::Telephone, Arrival::Meeting})
    CHECK(find_arrival(name_of(arrival)) == arrival);
  CHECK(find_arrival("pigeon") == std::nullopt);
  CHECK(find_arrival("") == std::nullopt);
}
