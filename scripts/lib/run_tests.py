"""Runs the tests that are built, sums them up and ends with the line `N passed, N failed`. See scripts/test."""

import argparse
import dataclasses
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
TIME_LIMIT_S = {"native": 600, "wasm": 600, "outside": 900, "browser": 600, "style": 300}
# A story in a browser or against a server shares the machine with whatever else it does. One that fails is told a second time,
# and both tries are shown: a story that is broken fails twice.
TRIES = {"outside": 2, "browser": 2}
SKIPPED_EXIT = 77  # By which a program outside says that this machine lacks what it needs.


@dataclasses.dataclass
class Result:
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    account: str = ""

    def add(self, other: "Result") -> None:
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped


def run_program(command: list[str], limit_s: int, more: dict[str, str]) -> tuple[int, str]:
    """Its exit code and what it said. The whole process group ends with it, so that no server stays behind."""
    if not Path(command[0]).exists() and "/" in command[0]:
        return 1, "it did not build\n"
    process = subprocess.Popen(
        command, cwd=ROOT, env=os.environ | more, text=True, errors="replace", start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        said, _ = process.communicate(timeout=limit_s)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        said = process.communicate()[0] + f"\nstopped: not done after {limit_s} s\n"
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    return process.returncode, said


def count_doctest(code: int, said: str) -> Result:
    """A program that dies without its closing line is one failure, whatever it had got done."""
    line = re.search(r"test cases: +(\d+) +\| +(\d+) passed \| +(\d+) failed(?: \| +(\d+) skipped)?", said)
    if not line:
        return Result(failed=1, account=said)
    _, passed, failed, skipped = (int(number or 0) for number in line.groups())
    if code != 0 and failed == 0:
        failed = 1
    return Result(passed, failed, skipped, said if failed else "")


def count_unittest(code: int, said: str) -> Result:
    ran = re.search(r"^Ran (\d+) tests?", said, re.M)
    if not ran:
        return Result(failed=1, account=said)
    counts = {name: int(number) for name, number in re.findall(r"(failures|errors|skipped)=(\d+)", said)}
    failed = counts.get("failures", 0) + counts.get("errors", 0)
    skipped = counts.get("skipped", 0)
    if code != 0 and failed == 0:
        failed = 1
    return Result(max(0, int(ran.group(1)) - failed - skipped), failed, skipped, said if failed else "")


def count_exit(code: int, said: str) -> Result:
    if code == SKIPPED_EXIT:
        return Result(skipped=1)
    return Result(passed=1) if code == 0 else Result(failed=1, account=said)


def list_programs(preset: str) -> list[Path]:
    listed = BUILD / preset / "tests.txt"
    return sorted(map(Path, listed.read_text().split())) if listed.exists() else []


def list_scripts(*folders: str) -> list[Path]:
    found = []
    for folder in folders:
        for pattern in ("*.mjs", "*.py"):
            found += sorted((ROOT / "tests" / folder).glob(pattern))
    return found


def list_tests(part: str):
    """(part, name, command, how to count) of each test program of the part."""
    if part in ("all", "style"):
        yield "style", "style", [sys.executable, "-m", "unittest", "discover", "-s", "tests/style", "-v"], count_unittest
    if part in ("all", "native"):
        for program in list_programs("asan"):
            yield "native", program.name, [str(program), "--no-colors=1"], count_doctest
    if part in ("all", "wasm"):
        for program in list_programs("wasm"):
            yield "wasm", program.stem, ["node", str(program), "--no-colors=1"], count_doctest
    for name, folders in (("outside", ("interop", "whole")), ("browser", ("browser",))):
        if part in ("all", name):
            for script in list_scripts(*folders):
                runner = "node" if script.suffix == ".mjs" else "/usr/bin/python3"
                yield name, script.name, [runner, str(script)], count_exit


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--broken", action="append", default=[], help="a preset that did not build")
    options = parser.parse_args()

    environment = {
        "ASAN_OPTIONS": "detect_stack_use_after_return=1:strict_string_checks=1",
        "UBSAN_OPTIONS": "print_stacktrace=1",
        "SAYSO_PROGRAM": str(BUILD / "release" / "sayso"),
        "SAYSO_WEB_ROOT": str(BUILD / "wasm" / "www"),
    }
    total = Result()
    accounts = []
    for preset in options.broken:
        total.add(Result(failed=1))
        accounts.append((f"build {preset}", "it did not build; the compiler's words are above"))
    for part, name, command, count in list_tests(options.part):
        if options.only and options.only not in (name, Path(name).stem):
            continue
        began = time.monotonic()
        tries = 0
        while tries < TRIES.get(part, 1) and (tries == 0 or result.failed):
            tries += 1
            result = count(*run_program(command, TIME_LIMIT_S[part], environment))
            if result.failed:
                accounts.append((f"{name}, try {tries}" if part in TRIES else name, result.account))
        total.add(result)
        words = f"{result.passed:5} passed" + (f", {result.failed} FAILED" if result.failed else "")
        words += f" at try {tries}" if tries > 1 else ""
        words += f", {result.skipped} skipped" if result.skipped else ""
        print(f"    {part:8} {name:32} {words}  ({time.monotonic() - began:.1f} s)", flush=True)

    for name, account in accounts:
        lines = account.rstrip().splitlines()
        print(f"\n--- {name}\n" + "\n".join(lines[-120:]))
    if total.passed + total.failed + total.skipped == 0:
        print(f"no test is called {options.only or options.part}")
        total.failed = 1
    closing = f"{total.passed} passed, {total.failed} failed"
    print("\n" + closing + (f", {total.skipped} skipped" if total.skipped else ""))
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main())
