"""The command reads like a table of contents, prepares the data folder, and says a mistake in one sentence."""

import json
import os
import socket
import subprocess
import sys

import pytest

from m4c.cli.main import SECTIONS

pytestmark = pytest.mark.slow


def m4c(tmp_path, *words, **environment):
    """Run the command as a person would, on a data folder of its own."""
    return subprocess.run(
        [sys.executable, "-m", "m4c", *words],
        env=os.environ | {"M4C_DATA": str(tmp_path / "data"), "DATABASE_URL": ""} | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_help_is_a_table_of_contents(tmp_path):
    told = m4c(tmp_path, "--help").stdout
    assert [line for line in told.splitlines() if line.endswith(":")] == [
        "Options:",
        *[f"{name}:" for name in SECTIONS],
    ]
    assert "  serve " in told
    assert "  web " not in told


def test_help_needs_no_data_folder(tmp_path):
    m4c(tmp_path, "--help")
    assert not (tmp_path / "data").exists()


def test_a_command_makes_and_migrates_an_empty_data_folder(tmp_path):
    done = m4c(tmp_path, "ledger", "rebuild", "--format", "json")
    assert json.loads(done.stdout) == {"added": 0, "changed": 0, "withdrawn": 0}
    assert (tmp_path / "data" / "m4c.sqlite3").exists()


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"PORT": "eighty"}, "PORT must be a whole number from 1 to 65535, and it is “eighty”."),
        ({"DEBUG": "perhaps"}, "DEBUG must be yes or no, and it is “perhaps”."),
        ({"DATABASE_URL": "mysql://x/y"}, "DATABASE_URL must look like postgresql://user:password@host:5432/name."),
    ],
)
def test_nonsense_in_the_environment_is_one_sentence(tmp_path, environment, sentence):
    done = m4c(tmp_path, "ledger", "rebuild", **environment)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (1, "", sentence)


def test_a_command_that_cannot_be_meant_is_one_sentence(tmp_path, migrated):
    done = m4c(tmp_path, "import", "people", "nowhere.csv")
    assert (done.returncode, done.stdout, done.stderr.strip()) == (
        1,
        "",
        "Invalid value for 'FILE': File 'nowhere.csv' does not exist. See m4c import people --help.",
    )


def test_a_taken_port_is_one_sentence(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = m4c(tmp_path, "serve", PORT=str(port))
    assert done.returncode == 1
    assert done.stderr.strip() == (
        f"Port {port} is taken by another program. Choose another, for example: PORT={port + 1} m4c serve"
    )


@pytest.mark.usefixtures("migrated")
def test_a_new_movement_has_no_demo_row_and_no_demo_door(tmp_path):
    answers = ["--name", "Ynys Môn Together", "--place", "Llangefni", "--run-by", "megan@example.org"]
    answers += ["--data-protection", "data@example.org", "--language", "cy"]
    done = m4c(tmp_path, "new", *answers)
    assert done.returncode == 0, done.stderr
    assert "http://127.0.0.1:8000/" in done.stdout
    assert not (tmp_path / "data" / "demo").exists()
    again = m4c(tmp_path, "new", *answers)
    assert again.stderr.strip() == "There is a movement in this data folder already. Choose another folder."
    demo = m4c(tmp_path, "demo")
    assert demo.stderr.strip().startswith("This database is not empty")


def test_a_wrong_email_is_asked_for_by_name(tmp_path):
    done = m4c(
        tmp_path, "new", "--name", "A", "--place", "B", "--run-by", "megan", "--data-protection", "x@example.org"
    )
    assert done.returncode == 1
    assert "“megan” is not an e-mail address." in done.stderr
