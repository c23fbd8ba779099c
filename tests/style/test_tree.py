"""Holds the habits that a reader relies on: formatting, size, a README in each room, scripts that parse, links that lead."""

import json
import re
import shutil
import subprocess
import unittest

from source_tree import ROOT, folder_of, list_files, name_of, sources

# Other versions lay out a few things differently, so only this one judges.
CLANG_FORMAT_VERSION = "14"
LONGEST_FILE_LINES = 600


def clang_format_is_ours() -> bool:
    if not shutil.which("clang-format"):
        return False
    said = subprocess.run(["clang-format", "--version"], capture_output=True, text=True).stdout
    return f"version {CLANG_FORMAT_VERSION}." in said


class Tree(unittest.TestCase):
    @unittest.skipUnless(clang_format_is_ours(), f"clang-format {CLANG_FORMAT_VERSION} is not here")
    def test_code_is_formatted(self):
        """scripts/format does it."""
        files = [name_of(path) for path in sources("shared", "client", "server", "tests")]
        said = subprocess.run(["clang-format", "--dry-run", *files], cwd=ROOT, capture_output=True, text=True).stderr
        wrong = sorted({line.split(":")[0] for line in said.splitlines() if "clang-format-violations" in line})
        self.assertEqual([], wrong, "scripts/format puts it right")

    def test_no_file_is_endless(self):
        wrong = {}
        for path in list_files(".h", ".cpp", ".js", ".mjs", ".py", ".css"):
            lines = path.read_text(encoding="utf-8").count("\n")
            if lines > LONGEST_FILE_LINES:
                wrong[name_of(path)] = lines
        self.assertEqual({}, wrong)

    def test_every_folder_says_what_it_is_for(self):
        folders = {name_of(path.parent) if "/components/" in name_of(path) else folder_of(name_of(path))
                   for path in sources("shared", "client", "server")}
        wrong = sorted(folder for folder in folders if not (ROOT / folder / "README.md").exists())
        self.assertEqual([], wrong)

    def test_headers_are_included_once(self):
        wrong = [name_of(path) for path in sources("shared", "client", "server", "tests")
                 if path.suffix == ".h" and "#pragma once" not in path.read_text(encoding="utf-8")]
        self.assertEqual([], wrong)

    def test_scripts_parse(self):
        shell = [ROOT / "scripts" / name for name in ("run", "test", "setup", "format")]
        shell += [ROOT / ".ci" / "run", *sorted((ROOT / "scripts" / "lib").glob("*.sh"))]
        wrong = [name_of(path) for path in shell
                 if subprocess.run(["bash", "-n", str(path)], capture_output=True).returncode != 0]
        self.assertEqual([], wrong)

    def test_javascript_parses(self):
        wrong = []
        for path in list_files(".js", ".mjs"):
            text = path.read_text(encoding="utf-8")
            checked = subprocess.run(["node", "--input-type=module", "--check"], input=text, text=True, capture_output=True)
            if checked.returncode != 0:
                wrong.append(name_of(path) + ": " + checked.stderr[:400])
        self.assertEqual([], wrong)

    def test_json_parses(self):
        for path in list_files(".json"):
            if "/fixtures/" in name_of(path) or "/corpus/" in name_of(path):
                continue
            with self.subTest(file=name_of(path)):
                json.loads(path.read_text(encoding="utf-8"))

    def test_links_in_documents_lead_somewhere(self):
        wrong = []
        for path in list_files(".md"):
            text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.S)
            for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
                if not re.match(r"[a-z]+:", target) and not (path.parent / target).exists():
                    wrong.append(f"{name_of(path)}: {target}")
        self.assertEqual([], wrong)

    def test_no_machine_is_named(self):
        """No registry's host, no path of one machine."""
        place = re.compile(r"https?://(deb|registry|security|mirror)\.|\"resolved\": *\"http|(^|[^a-z.])/(root|work)/", re.M)
        wrong = [name_of(path) for path in list_files("")
                 if name_of(path) != "tests/style/test_tree.py"
                 and path.suffix in (".md", ".json", ".cpp", ".h", ".js", ".mjs", ".py", ".cmake", ".txt", ".sh", "")
                 and place.search(path.read_text(encoding="utf-8", errors="replace"))]
        self.assertEqual([], wrong)


if __name__ == "__main__":
    unittest.main()
