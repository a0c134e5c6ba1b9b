"""Run a command once Chromium is there, installed as Debian's package when it is missing.

python -m ci.with_chromium python -m pytest tests/journeys -m browser
"""

import ctypes
import shutil
import subprocess
import sys

from ci import debian

QUICKER = "chromium-headless-shell"  # the same browser without its windows: it opens a page at half the cost


def missing() -> list[str]:
    """The packages still to be installed: the browser, and a library that Playwright's driver wants."""
    packages = [] if shutil.which("chromium") else ["chromium"]
    try:
        ctypes.CDLL("libatomic.so.1")
    except OSError:
        packages.append("libatomic1")
    return packages


def main(command: list[str]) -> int:
    """Run the command; its exit status is ours."""
    if packages := missing():
        debian.install(*packages)
    if not shutil.which(QUICKER):
        debian.install_where_possible(QUICKER)
    return subprocess.run(command).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
