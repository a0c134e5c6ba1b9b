"""Packages of Debian and Ubuntu, installed when a program is missing."""

import os
import shutil
import subprocess
import sys


def install(package: str) -> None:
    """Install a package with apt-get. Ends with one sentence where that cannot be done here."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(f"This needs {package}: install it (on Debian as root: apt install {package}), then run this again.")
    print(f"Installing Debian's {package}.", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "-y", "--no-install-recommends", package]):
        subprocess.run(["apt-get", "-qq", *words], env=environment, check=True, stdout=subprocess.DEVNULL)
