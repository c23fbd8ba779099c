#include "shared/encoding/csv.h"

#include <doctest/doctest.h>

using sayso::encoding::encode_csv_row;

TEST_CASE("cells are quoted where they hold what divides a table, and only there") {
  CHECK(encode_csv_row({"a", "", "b c"}) == "a,,b c\r\n");
  CHECK(encode_csv_row({"a,b", "say \"no\"", "two\nlines"}) ==
        "\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
  CHECK(encode_csv_row({}) == "\r\n");
}

TEST_CASE("a cell cannot become a formula in whoever's spreadsheet opens it") {
  CHECK(encode_csv_row({"=1+1", "+44", "-1", "@SUM(A1)", "a=b"}) ==
        "'=1+1,'+44,'-1,'@SUM(A1),a=b\r\n");
  CHECK(encode_csv_row({"=HYPERLINK(\"x\")"}) == "\"'=HYPERLINK(\"\"x\"\")\"\r\n");
}
