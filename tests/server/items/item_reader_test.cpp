#include "server/items/item_reader.h"

#include <doctest/doctest.h>

#include <sstream>
#include <vector>

#include "server/items/csv_records.h"

namespace sayso::items {
namespace {

constexpr char kHeader[] = "person,reference,kind,source,received,arrival,summary,purposes\n";
constexpr char kGood[] =
    "p1,att-1,school-attendance,schools,2026-09-04,transfer,At school.,find-and-support;join-up\n";

std::vector<Row> rows_of(const std::string& text, Format format) {
  std::istringstream stream(text);
  auto reader = read_items(stream, format);
  REQUIRE(reader.has_value());
  std::vector<Row> rows;
  while (auto row = (*reader)->next()) rows.push_back(std::move(*row));
  return rows;
}

std::vector<Row> csv(const std::string& rows) { return rows_of(kHeader + rows, Format::Csv); }

std::string header_problem(const std::string& text) {
  std::istringstream stream(text);
  const auto reader = read_items(stream, Format::Csv);
  return reader ? std::string() : reader.error();
}

// "line field: what", or "line ok".
std::string told(const Row& row) {
  const std::string line = std::to_string(row.line);
  const auto* fault = std::get_if<RowFault>(&row.content);
  return fault ? line + " " + fault->field + ": " + fault->what : line + " ok";
}

}  // namespace

TEST_CASE("a row of a CSV file is an item") {
  const auto rows = csv(kGood);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].line == 2);
  const auto* row = std::get_if<app::ItemOf>(&rows[0].content);
  REQUIRE(row != nullptr);
  CHECK(row->person.value() == "p1");
  CHECK(row->item.reference == "att-1");
  CHECK(row->item.received == Date{2026, 9, 4});
  CHECK(row->item.purposes.size() == 2);
}

TEST_CASE("columns may stand in any order, behind a byte order mark, with any line ends") {
  const auto rows = rows_of(
      "\xEF\xBB\xBFsummary,person,purposes,arrival,received,source,kind,reference\r\n"
      "\"Two lines,\r\nand \"\"more\"\".\",p1,join-up,letter,2026-01-02,nhs,health,gp-1\r\n",
      Format::Csv);
  REQUIRE(rows.size() == 1);
  const auto* row = std::get_if<app::ItemOf>(&rows[0].content);
  REQUIRE(row != nullptr);
  CHECK(row->item.summary == "Two lines,\nand \"more\".");
  CHECK(row->item.reference == "gp-1");
}

TEST_CASE("each bad row is told by its line and field, and those after it are read") {
  const std::string bad =
      "p1,a,k,s,yesterday,letter,x,u\n"
      "p1,b,k,s,2026-01-01,pigeon,x,u\n"
      "\n"
      "p1,c,k\n"
      "p1,\"d,\nstill d\",k,s,2026-01-01,letter,x,u\n"
      "p1,\"e\"f,k,s,2026-01-01,letter,x,u\n"
      "p1,g,k,s,2026-01-01,letter,caf\xE9,u\n";
  const auto rows = csv(bad + kGood);
  REQUIRE(rows.size() == 7);
  CHECK(told(rows[0]) == "2 received: is no day, as in 2026-09-04");
  CHECK(told(rows[1]) == "3 arrival: is not transfer, email, letter, telephone or meeting");
  CHECK(told(rows[2]) == "5 : has 3 cells, and the first row 8");
  CHECK(told(rows[3]) == "6 ok");
  CHECK(told(rows[4]) == "8 : has a quotation mark where none may stand");
  CHECK(told(rows[5]) == "9 summary: is not UTF-8 text");
  CHECK(told(rows[6]) == "10 ok");
}

TEST_CASE("a quotation mark that never ends takes no more than a record may hold") {
  const auto rows = csv("p1,\"a" + std::string(3 * kMaxRecordBytes, 'x') + "\n" + kGood);
  REQUIRE(rows.size() == 2);
  CHECK(told(rows[0]) == "2 : is longer than a record may be");
  CHECK(told(rows[1]) == "3 ok");
  std::string many = "p1,\"a";
  for (std::size_t i = 0; i < kMaxRecordBytes / 4; ++i) many += "xxxxx\n";
  const auto again = csv(many);
  REQUIRE_FALSE(again.empty());
  CHECK(told(again[0]) == "2 : is longer than a record may be");
  const auto open = csv("p1,\"never ends\n");
  REQUIRE(open.size() == 1);
  CHECK(told(open[0]) == "2 : opens a quotation mark and never ends");
}

TEST_CASE("a CSV file begins with the name of each field, once") {
  CHECK(header_problem("") == "the file is empty");
  CHECK(header_problem("person,reference\n") == "the first row lacks the field 'kind'");
  CHECK(header_problem(std::string("colour,") + kHeader) ==
        "the first row names a field that there is not: 'colour'");
  CHECK(header_problem(std::string("person,") + kHeader) ==
        "the first row names a field twice: 'person'");
  CHECK(header_problem("\"person\n") == "the first row opens a quotation mark and never ends");
  CHECK(csv("").empty());
}

TEST_CASE("each line of a JSON Lines file is an object with the same fields") {
  const std::string good =
      R"({"person":"p1","reference":"a","kind":"k","source":"s","received":"2026-01-01",)"
      R"("arrival":"letter","summary":"x","purposes":["u"]})";
  const auto rows = rows_of(good + "\n\n" + "[1]\n" + "{\"person\":\"p1\"}\n" + "{not json}\n" +
                                std::string(kMaxRecordBytes + 1, ' ') + "\n" + good,
                            Format::JsonLines);
  REQUIRE(rows.size() == 6);
  CHECK(told(rows[0]) == "1 ok");
  CHECK(told(rows[1]) == "3 : is no object");
  CHECK(told(rows[2]) == "4 reference: is missing");
  CHECK(told(rows[3]).rfind("5 : is not JSON from its column", 0) == 0);
  CHECK(told(rows[4]) == "6 : is longer than a row may be");
  CHECK(told(rows[5]) == "7 ok");
}

TEST_CASE("a file's name tells its format, or nothing does") {
  CHECK(format_of("list.csv") == Format::Csv);
  CHECK(format_of("list.jsonl") == Format::JsonLines);
  CHECK(format_of("list.ndjson") == Format::JsonLines);
  CHECK(format_of("list.json") == Format::JsonLines);
  CHECK_FALSE(format_of("list.xlsx").has_value());
  CHECK_FALSE(format_of("").has_value());
}

}  // namespace sayso::items
