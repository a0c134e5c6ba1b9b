"""Packages of Debian and Ubuntu, installed when a program is missing."""

import os
import shutil
import subprocess
import sys


def install(*packages: str) -> None:
    """Install packages with apt-get. Ends with one sentence where that cannot be done here."""
    names = " ".join(packages)
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(f"This needs {names}: install it (on Debian, as root: apt install {names}), then run this again.")
    print(f"Installing Debian's {names}.", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        apt = subprocess.run(["apt-get", "-qq", *words], env=environment, capture_output=True, text=True)
        if apt.returncode != 0:
            sys.exit(f"`apt-get {words[0]}` failed:\n{apt.stdout}{apt.stderr}")
