"""Holds what one compiler forgives and the next does not: a standard header is included where its names are used."""

import re
import unittest

from source_tree import includes, name_of, sources

# Headers that others happen to bring along with one library and not with another.
NAMES = {
    "algorithm": "adjacent_find all_of any_of binary_search clamp copy copy_if copy_n count count_if equal equal_range "
                 "fill fill_n find find_if find_if_not for_each generate is_sorted lexicographical_compare lower_bound "
                 "max max_element merge min min_element mismatch none_of nth_element partition remove remove_if replace "
                 "reverse rotate search shuffle sort stable_sort transform unique upper_bound",
    "cmath": "abs ceil exp fabs floor fmod hypot isfinite log lround pow round sqrt",
    "cstdlib": "abort exit getenv strtol strtoul",
    "cstring": "memcmp memcpy memset strcmp strlen",
    "numeric": "accumulate inner_product iota",
}


class Includes(unittest.TestCase):
    def test_a_header_is_included_where_its_names_are_used(self):
        wrong = []
        for path in sources("shared", "client", "server", "tests"):
            included = {name for _, name in includes(path)}
            beside = path.with_suffix(".h")
            if path.suffix == ".cpp" and beside.exists():
                included |= {name for _, name in includes(beside)}
            text = path.read_text(encoding="utf-8")
            for header, names in NAMES.items():
                used = re.search(rf"std::({'|'.join(names.split())})\(", text)
                if used and header not in included:
                    wrong.append(f"{name_of(path)}: <{header}> for {used[0]}…)")
        self.assertEqual([], wrong)


if __name__ == "__main__":
    unittest.main()
