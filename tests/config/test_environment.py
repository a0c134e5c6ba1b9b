"""The environment is read with types, and nonsense is refused in a sentence that names the setting."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.environment import Environment
from config.secret_key import kept_secret_key


def test_defaults_stand_where_nothing_is_said(tmp_path):
    env = Environment({})
    assert (env.text("A", "x"), env.flag("B", True), env.number("C", 8), env.words("D", "a, b")) == (
        "x",
        True,
        8,
        ["a", "b"],
    )
    assert env.folder("E", tmp_path) == tmp_path


def test_blank_is_nothing_said():
    assert Environment({"PORT": " "}).number("PORT", 8000) == 8000


@pytest.mark.parametrize(("word", "value"), [("yes", True), ("TRUE", True), ("0", False), ("off", False)])
def test_flags_take_plain_words(word, value):
    assert Environment({"F": word}).flag("F") is value


@pytest.mark.parametrize(
    ("name", "word", "read", "sentence"),
    [
        ("DEBUG", "perhaps", lambda env: env.flag("DEBUG"), "DEBUG must be yes or no"),
        ("PORT", "eighty", lambda env: env.number("PORT", 1), "PORT must be a whole number"),
        ("PORT", "-1", lambda env: env.number("PORT", 1), "PORT must be a whole number"),
        ("PORT", "²", lambda env: env.number("PORT", 1), "PORT must be a whole number"),
        ("PORT", "99999", lambda env: env.number("PORT", 1, at_most=65535), "and it is 99999"),
        ("KIND", "z", lambda env: env.choice("KIND", "a", ("a", "b")), "KIND must be one of a, b"),
    ],
)
def test_nonsense_is_refused_by_name(name, word, read, sentence):
    with pytest.raises(ImproperlyConfigured, match=sentence):
        read(Environment({name: word}))


def test_a_file_is_no_folder(tmp_path):
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(ImproperlyConfigured, match="M4C_DATA must be a folder"):
        Environment({"M4C_DATA": str(file)}).folder("M4C_DATA", tmp_path)


def test_sqlite_writes_are_immediate_and_durable(tmp_path):
    options = Environment({}).database("DATABASE_URL", tmp_path)["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in options["init_command"]


def test_a_postgresql_address_is_taken_apart(tmp_path):
    found = Environment({"DB": "postgresql://me:p%40ss@db.example.org:5433/m4c"}).database("DB", tmp_path)
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        "me",
        "p@ss",
        "db.example.org",
        5433,
        "m4c",
    )


@pytest.mark.parametrize("url", ["mysql://a/b", "postgresql://host/", "nonsense"])
def test_another_database_is_refused(tmp_path, url):
    with pytest.raises(ImproperlyConfigured, match="DB must look like postgresql://"):
        Environment({"DB": url}).database("DB", tmp_path)


def test_the_secret_key_is_made_once_and_kept_to_its_owner(tmp_path):
    path = tmp_path / "secret_key"
    first = kept_secret_key(path)
    assert kept_secret_key(path) == first
    assert len(first) >= 50
    assert path.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == [path]


def test_settings_of_a_family_are_read_by_the_rest_of_their_name():
    given = {"POST_KEY": " abc ", "POST_REGION": " ", "POST_": "nameless", "OTHER": "x"}
    assert Environment(given).those_beginning("POST_") == {"KEY": "abc"}
