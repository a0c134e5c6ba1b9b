#!/usr/bin/env python3
"""Set up Movement for Change with nothing but Python: make .venv, install the locked packages, then serve or test.

python3 bootstrap.py          set up only, so that .venv/bin/m4c works
python3 bootstrap.py serve    set up, then serve; PORT and M4C_DATA are honoured
python3 bootstrap.py test     set up with what tests and checks need, then run the tests
python3 bootstrap.py dev      set up with what tests and checks need, and no more
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
COMMAND = VENV / "bin" / "m4c"
STAMP = VENV / "m4c-setup.json"  # what was installed, written last
UNFINISHED = VENV / "m4c-setup.unfinished"  # there while packages are being installed
LOCKS = {"base": ROOT / "requirements" / "base.txt", "dev": ROOT / "requirements" / "dev.txt"}

COMMAND_TEXT = """#!/bin/sh
'''exec' "{python}" "$0" "$@"
' '''
from m4c.cli.main import main

raise SystemExit(main())
"""


def main(words: list[str]) -> None:
    """Do what the first word says. Never returns normally where a server or the tests take over."""
    if not (3, 11) <= sys.version_info[:2] < (3, 15):
        stop(
            f"Movement for Change needs Python 3.11 to 3.14, and this is {sys.version_info[0]}.{sys.version_info[1]}: "
            "run it with another, as in `python3.12 bootstrap.py serve`."
        )
    if os.name != "posix":
        stop("Movement for Change runs on Linux and macOS; on Windows, run it inside WSL.")
    task, rest = (words[0], words[1:]) if words else ("", [])
    if task in ("-h", "--help", "help"):
        print(str(__doc__).strip())
        return
    if task not in ("", "serve", "test", "dev"):
        stop(f"bootstrap.py knows serve, test and dev, and not “{task}”: `python3 bootstrap.py --help` says more.")
    set_up("base" if task in ("", "serve") else "dev")
    if task == "serve":
        os.execv(COMMAND, [str(COMMAND), "serve", *rest])
    if task == "test":
        os.chdir(ROOT)
        os.execv(PYTHON, [str(PYTHON), "-m", "pytest", *(rest or ["-n", "2"])])


def set_up(kind: str) -> None:
    """Bring .venv to what the lock of that kind says. At once when it is there already."""
    if is_done(kind):
        return
    with alone():
        if is_done(kind):  # by the one we waited for
            return
        if not is_sound():
            make_venv()
        STAMP.unlink(missing_ok=True)
        UNFINISHED.touch()
        install(LOCKS[kind])
        join_project()
        kinds = ["base", "dev"] if kind == "dev" else ["base"]
        write(STAMP, json.dumps({**place(), **{each: digest(LOCKS[each]) for each in kinds}}, indent=1))
        UNFINISHED.unlink()


def is_done(kind: str) -> bool:
    """Whether .venv stands where it was made, on the Python it was made with, and holds what the lock says."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    wanted = {**place(), kind: digest(LOCKS[kind])}
    return PYTHON.exists() and COMMAND.exists() and all(stamp.get(name) == value for name, value in wanted.items())


def place() -> dict[str, str]:
    """Where .venv is and which interpreter it runs on: it can neither be moved nor outlive that interpreter."""
    return {"root": str(ROOT), "python": os.path.realpath(PYTHON)}


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


@contextmanager
def alone() -> Iterator[None]:
    """Hold the set-up for this process; another one waits."""
    import fcntl

    folder = os.open(ROOT / "requirements", os.O_RDONLY)
    os.set_inheritable(folder, True)  # an installer that outlives this process goes on holding it
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another set-up is under way; waiting for it.")
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def is_sound() -> bool:
    """Whether packages can be installed into the .venv that is there: whole, in its place, on a Python that runs."""
    if UNFINISHED.exists() or not PYTHON.exists():
        return False
    try:
        if json.loads(STAMP.read_text(encoding="utf-8")).get("root") != str(ROOT):
            return False
    except (OSError, ValueError):
        pass  # no stamp: made by hand, and taken over if it runs
    needs = "import sys; assert (3, 11) <= sys.version_info < (3, 15)" + ("" if shutil.which("uv") else "; import pip")
    return subprocess.run([PYTHON, "-c", needs], capture_output=True).returncode == 0


def make_venv() -> None:
    """Make .venv anew, whatever was there."""
    if VENV.is_symlink():
        VENV.unlink()
    elif VENV.exists():
        say("Making .venv anew: it was moved, broken or left half-made.")
        shutil.rmtree(VENV)
    if shutil.which("uv"):
        run("uv", "venv", "--quiet", "--python", getattr(sys, "_base_executable", sys.executable), VENV)
        return
    has_ensurepip = importlib.util.find_spec("ensurepip") is not None
    if not has_ensurepip and importlib.util.find_spec("pip") is None:
        stop(
            "This Python comes without pip and venv (Debian and Ubuntu package them apart): "
            "run `apt install python3-venv` as root, then this again."
        )
    import venv

    venv.create(VENV, symlinks=True, with_pip=has_ensurepip)


def install(lock: Path) -> None:
    """Install every package of a lock file: wheels only, each checked by its hash."""
    say(f"Installing the packages of {lock.relative_to(ROOT)}; the first time takes about half a minute.")
    options = ["--require-hashes", "--only-binary", ":all:", "--no-deps", "-r", str(lock)]
    if shutil.which("uv"):
        run("uv", "pip", "install", "--quiet", "--compile-bytecode", "--python", PYTHON, *options)
    elif (VENV / "bin" / "pip").exists():
        run(PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check", *options)
    else:  # a Python with pip but without ensurepip: its pip installs into .venv from outside
        run(sys.executable, "-m", "pip", "--python", PYTHON, "install", "-qq", *options)


def join_project() -> None:
    """Let .venv's Python import the project, and give it the m4c command."""
    site = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.run([PYTHON, "-c", site], capture_output=True, text=True, check=True).stdout.strip()
    write(Path(packages) / "m4c-project.pth", f"{ROOT}\n")
    write(COMMAND, COMMAND_TEXT.format(python=PYTHON))
    COMMAND.chmod(0o755)


def write(path: Path, text: str) -> None:
    """Write a whole file or nothing of it."""
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def run(*words: str | Path) -> None:
    """Run a program; stop with a sentence when it fails, after what it said itself."""
    if subprocess.run([str(word) for word in words], close_fds=False).returncode != 0:
        stop(f"Setting up failed at `{Path(str(words[0])).name}`, as said above: mend that, and run this again.")


def say(sentence: str) -> None:
    """Tell what is being done, apart from what a command answers."""
    print(sentence, file=sys.stderr, flush=True)


def stop(sentence: str, status: int = 1) -> NoReturn:
    """End with one sentence."""
    say(sentence)
    raise SystemExit(status)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        stop("Stopped. Run it again to finish.", status=130)
