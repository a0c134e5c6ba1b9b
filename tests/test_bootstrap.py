"""Setting up: what counts as done, and what is said when it cannot be."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import bootstrap

ROOT = Path(bootstrap.__file__).parent


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project folder whose .venv looks finished."""
    (tmp_path / "requirements").mkdir()
    bin_folder = tmp_path / ".venv" / "bin"
    bin_folder.mkdir(parents=True)
    (bin_folder / "python").symlink_to(sys.executable)
    (bin_folder / "m4c").touch()
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    for name, path in {"VENV": ".venv", "PYTHON": ".venv/bin/python", "COMMAND": ".venv/bin/m4c"}.items():
        monkeypatch.setattr(bootstrap, name, tmp_path / path)
    monkeypatch.setattr(bootstrap, "STAMP", tmp_path / ".venv" / "m4c-setup.json")
    monkeypatch.setattr(bootstrap, "UNFINISHED", tmp_path / ".venv" / "m4c-setup.unfinished")
    locks = {kind: tmp_path / "requirements" / f"{kind}.txt" for kind in ("base", "dev")}
    monkeypatch.setattr(bootstrap, "LOCKS", locks)
    for lock in locks.values():
        lock.write_text("django==5.2.19")
    stamp(tmp_path, "base", "dev")
    return tmp_path


def stamp(folder: Path, *kinds: str) -> None:
    digests = {kind: bootstrap.digest(bootstrap.LOCKS[kind]) for kind in kinds}
    (folder / ".venv" / "m4c-setup.json").write_text(json.dumps({**bootstrap.place(), **digests}))


def test_is_done_when_the_locks_are_installed(project):
    assert (bootstrap.is_done("base"), bootstrap.is_done("dev")) == (True, True)


def test_set_up_does_nothing_when_done(project, monkeypatch):
    monkeypatch.setattr(bootstrap, "install", None)
    bootstrap.set_up("dev")
    assert (project / ".venv" / "m4c-setup.unfinished").exists() is False


def test_is_not_done_for_tests_when_only_the_software_is_installed(project):
    stamp(project, "base")
    assert (bootstrap.is_done("base"), bootstrap.is_done("dev")) == (True, False)


def test_is_not_done_when_a_lock_changed(project):
    bootstrap.LOCKS["base"].write_text("django==5.2.20")
    assert (bootstrap.is_done("base"), bootstrap.is_done("dev")) == (False, True)


def test_a_venv_that_was_moved_is_made_anew(project, monkeypatch):
    monkeypatch.setattr(bootstrap, "ROOT", project / "elsewhere")
    assert (bootstrap.is_done("base"), bootstrap.is_sound()) == (False, False)


def test_a_venv_whose_python_is_gone_is_made_anew(project):
    (project / ".venv" / "bin" / "python").unlink()
    (project / ".venv" / "bin" / "python").symlink_to("/nowhere/python3")
    assert (bootstrap.is_done("base"), bootstrap.is_sound()) == (False, False)


def test_a_venv_left_half_made_is_made_anew(project):
    (project / ".venv" / "m4c-setup.json").unlink()
    (project / ".venv" / "m4c-setup.unfinished").touch()
    assert (bootstrap.is_done("base"), bootstrap.is_sound()) == (False, False)


@pytest.mark.parametrize(("version", "shown"), [((3, 10, 4), "3.10"), ((3, 15, 0), "3.15")])
def test_another_python_is_told_in_one_sentence(version, shown, monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", version)
    with pytest.raises(SystemExit) as ended:
        bootstrap.main([])
    assert ended.value.code == 1
    assert capsys.readouterr().err == (
        f"Movement for Change needs Python 3.11 to 3.14, and this is {shown}: "
        "run it with another, as in `python3.12 bootstrap.py serve`.\n"
    )


def ran(word: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """bootstrap.py run with this word, from another folder."""
    program = os.path.relpath(ROOT / "bootstrap.py", folder)
    return subprocess.run([sys.executable, program, word], cwd=folder, capture_output=True, text=True)


def test_help_is_given_from_any_folder(tmp_path):
    ended = ran("--help", tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "python3 bootstrap.py serve" in ended.stdout


def test_an_unknown_word_is_told_in_one_sentence(tmp_path):
    ended = ran("sever", tmp_path)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == (
        "bootstrap.py knows serve, test and dev, and not “sever”: `python3 bootstrap.py --help` says more.\n"
    )
