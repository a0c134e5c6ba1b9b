"""Packages of Debian and Ubuntu, installed when a program is missing."""

import os
import shutil
import subprocess
import sys

INSTALL = ("install", "-y", "--no-install-recommends")
IMPATIENT = ("-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=10", "-o", "Acquire::https::Timeout=10")


def install(*packages: str) -> None:
    """Install packages with apt-get. Ends with one sentence where that cannot be done here."""
    names = " ".join(packages)
    if not may_install():
        sys.exit(f"This needs {names}: install it (on Debian, as root: apt install {names}), then run this again.")
    print(f"Installing Debian's {names}.", flush=True)
    for words in (["update"], [*INSTALL, *packages]):
        said = apt_get(*words)
        if said.returncode != 0:
            sys.exit(f"`apt-get {words[0]}` failed:\n{said.stdout}{said.stderr}")


def install_where_possible(package: str) -> None:
    """Install a package that only makes things quicker: where it cannot be had, we do without."""
    if may_install():
        known = subprocess.run(["apt-cache", "show", package], capture_output=True).returncode == 0
        if known or apt_get(*IMPATIENT, "update").returncode == 0:
            apt_get(*IMPATIENT, *INSTALL, "--no-upgrade", package)


def may_install() -> bool:
    """Whether we are root, on a system that has packages."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_get(*words: str) -> subprocess.CompletedProcess[str]:
    """Run apt-get, which asks nothing."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(["apt-get", "-qq", *words], env=environment, capture_output=True, text=True)
