"""Run a command once Chromium is there, installed as Debian's package when it is missing.

python -m ci.with_chromium python -m pytest tests/journeys -m browser
"""

import shutil
import subprocess
import sys

from ci import debian


def main(command: list[str]) -> int:
    """Run the command; its exit status is ours."""
    if not shutil.which("chromium"):
        debian.install("chromium")
    return subprocess.run(command).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
