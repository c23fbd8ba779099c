"""The source files of the repository, for the checks beside this file."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)


def list_files(*suffixes: str) -> list[Path]:
    """What git knows or would add, so that nothing of a build is looked at."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    return [ROOT / name for name in listed if name.endswith(suffixes) and (ROOT / name).is_file()]


def sources(*parts: str) -> list[Path]:
    return [path for path in list_files(".h", ".cpp") if name_of(path).split("/")[0] in parts]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def folder_of(name: str) -> str:
    """The folder that is one build target: two names deep, three below server/storage; of components, one face."""
    names = name.split("/")[:-1]
    if names[:2] == ["shared", "components"]:
        face = re.match(r"paint|layout\.h|examples|gallery", name.split("/")[-1])
        return "shared/components" + ({"p": "/paint", "l": "/paint", "e": "/examples", "g": "/examples"}[face[0][0]] if face else "")
    return "/".join(names[: 3 if names[:2] == ["server", "storage"] else 2])


def includes(path: Path) -> list[tuple[str, str]]:
    """(quote, name) of each."""
    return INCLUDE.findall(path.read_text(encoding="utf-8"))
