"""A few rounds of scripts/crash-test: nothing acknowledged is lost or doubled by kill -9."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = "5"
ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    program = Path(os.environ["SAYSO_PROGRAM"])
    with tempfile.TemporaryDirectory() as folder:
        command = [program.parent / "sayso_crash", program, ROOT / "assets", folder, ROUNDS]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
