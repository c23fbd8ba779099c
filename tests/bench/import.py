"""Measures `sayso import` on files of 10,000 and 100,000 items. Every run's own account is checked."""

import argparse
import csv
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta

COUNTS = (10_000, 100_000)
COLUMNS = ("person", "reference", "kind", "source", "received", "arrival", "summary", "purposes")
SUMMARY = "At school on {} days out of 100 in the term before; two days late, both with a note from home."


def measured(command):
    """Seconds, the most resident memory in MiB, and what was said."""
    begun = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    said = child.stdout.read()
    _, status, used = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{' '.join(command[1:3])} did not work:\n{said}")
    return time.monotonic() - begun, used.ru_maxrss / 1024, said


def admit(sayso, count):
    people = []
    for number in range(count):
        words = ["--name", f"Person {number}", "--born", "1990-01-01", "--no-invitation"]
        said = subprocess.run([*sayso("invite"), *words], check=True, capture_output=True, text=True).stdout
        people.append(re.search(r"^person: (\S+)$", said, re.M).group(1))
    return people


def write_items(path, people, count):
    today = date.today()
    with open(path, "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(COLUMNS)
        for number in range(count):
            # A year's worth of days, so that the items lie under twelve months' keys.
            day = (today - timedelta(days=1 + number % 360)).isoformat()
            person = people[number % len(people)]
            rows.writerow((person, f"att-{number}", "school-attendance", "schools", day, "transfer",
                           SUMMARY.format(number % 101), "find-and-support;join-up"))


def commits_a_second(folder):
    """One small row a commit, as durable as the store's: what the disk allows."""
    base = sqlite3.connect(os.path.join(folder, "probe.sqlite"), isolation_level=None)
    base.execute("pragma journal_mode=wal")
    base.execute("pragma synchronous=full")
    base.execute("create table rows (number integer)")
    begun = time.monotonic()
    done = 0
    while time.monotonic() - begun < 2:
        base.execute("insert into rows values (?)", (done,))
        done += 1
    return done / (time.monotonic() - begun)


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("program")
    asked.add_argument("www")
    asked.add_argument("--people", type=int, default=500)
    asked.add_argument("--folder")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        data = os.path.join(folder, "data")

        def sayso(verb, *words):
            return [given.program, verb, *words, "--data", data, "--www", given.www]

        people = admit(sayso, given.people)
        report = {"people": given.people, "commits_a_second": round(commits_a_second(folder)), "files": []}
        for count in COUNTS:
            path = os.path.join(folder, f"{count}.csv")
            write_items(path, people, count)
            file = {"rows": count, "file_mib": round(os.path.getsize(path) / 2**20, 1)}
            for name, words in (("dry_run", ["--dry-run"]), ("first", []), ("again", [])):
                seconds, mib, said = measured(sayso("import", path, *words))
                print(f"{count} {name}: {seconds:.1f} s, {mib:.0f} MiB\n{said}", file=sys.stderr)
                file[name] = {"seconds": round(seconds, 2), "rows_a_second": round(count / seconds), "most_memory_mib": round(mib)}
            report["files"].append(file)
        small, large = (file["first"]["rows_a_second"] for file in report["files"])
        report["rate_large_to_small"] = round(large / small, 2)
        report["data_mib"] = round(os.path.getsize(os.path.join(data, "sayso.sqlite")) / 2**20, 1)
        print(json.dumps(report, indent=2))


main()
