"""Every word that people could read is shown somewhere: what nothing asks for is dropped, in every language at once."""

import json
import re
import unittest

from source_tree import ROOT, list_files, name_of

# The warning before a visit ends by itself, and what is said when it has: written with the kiosk's shorter visits.
TO_COME = {"timeout.title", "timeout.text", "timeout.stay", "problem.session"}


def asked_for() -> set[str]:
    """All that stands in quotes in the code: whole keys, and the beginnings of keys that are put together."""
    quoted = set()
    for path in list_files(".h", ".cpp", ".js"):
        if name_of(path).split("/")[0] in ("shared", "client", "server"):
            quoted |= set(re.findall(r'"([a-z][a-z0-9_.-]*)"', path.read_text(encoding="utf-8")))
    return quoted


def is_used(key: str, quoted: set[str]) -> bool:
    beginnings = [key[: at.end()] for at in re.finditer(r"[._]", key)]
    return key in quoted or any(start in quoted or ("." in start[:-1] and start[:-1] in quoted) for start in beginnings)


class Words(unittest.TestCase):
    def test_no_word_is_left_that_nothing_shows(self):
        quoted = asked_for()
        for path in (ROOT / "assets" / "words").glob("*.json"):
            words = json.loads(path.read_text(encoding="utf-8"))["words"]
            self.assertEqual([], [key for key in words if not is_used(key, quoted) and key not in TO_COME], path.name)

    def test_what_is_to_come_is_not_there_yet(self):
        self.assertEqual([], sorted(TO_COME & asked_for()))


if __name__ == "__main__":
    unittest.main()
