"""Run a command with NU_CHECKER naming the Nu HTML checker's jar: fetched once as its npm package, checked by its hash.

python -m ci.with_nu_checker python -m pytest tests/journeys -m browser
"""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from ci import debian

VERSION = "26.9.27"
INTEGRITY = "TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA=="
KEPT = Path(__file__).resolve().parent.parent / "var" / "nu-checker" / VERSION / "vnu.jar"
INSIDE = "package/build/dist/vnu.jar"


def jar() -> Path:
    """The checker, fetched where it is not there yet."""
    if not KEPT.exists():
        if not shutil.which("npm"):
            debian.install("npm")
        KEPT.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["npm", "pack", "--silent", f"vnu-jar@{VERSION}"], cwd=folder, check=True)
            archive = next(Path(folder).glob("*.tgz"))
            found = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
            if found != INTEGRITY:
                sys.exit(f"vnu-jar {VERSION} is not what it was: its sha512 is {found}.")
            with tarfile.open(archive) as package:
                member = package.extractfile(INSIDE)
                assert member is not None
                unfinished = KEPT.with_suffix(".part")
                unfinished.write_bytes(member.read())
        unfinished.replace(KEPT)
    return KEPT


def main(command: list[str]) -> int:
    """Run the command; its exit status is ours."""
    if not shutil.which("java"):
        debian.install("openjdk-17-jre-headless")
    return subprocess.run(command, env={**os.environ, "NU_CHECKER": str(jar())}).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
