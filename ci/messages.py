"""Bring the catalogues of translations up to what the code says; `--check` only tells whether they are.

python -m ci.messages [--check]
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

from ci import debian

ROOT = Path(__file__).resolve().parents[1]
LANGUAGE = "cy"
CATALOGUE = Path("locale") / LANGUAGE / "LC_MESSAGES" / "django.po"
SOURCES = ("m4c", "config")
PLURALS = 6
HEADER = {
    "Project-Id-Version": "m4c",
    "Language": LANGUAGE,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": f"nplurals={PLURALS}; plural=(n==0) ? 0 : (n==1) ? 1 : (n==2) ? 2 : (n==3) ? 3 : (n==6) ? 4 : 5;",
}
Key = tuple[str, str, str]


def main(words: list[str]) -> int:
    """Write the catalogue anew, or with `--check` say what it lacks and what it has too much."""
    if not shutil.which("xgettext"):
        debian.install("gettext")
    said, kept = what_the_code_says(), polib.pofile(str(ROOT / CATALOGUE), wrapwidth=0)
    known = {key(entry): entry for entry in kept if not entry.obsolete}
    if "--check" in words:
        missing, left_over = set(map(key, said)) - set(known), set(known) - set(map(key, said))
        for sign, keys in (("+", missing), ("-", left_over)):
            for _, text, _ in sorted(keys):
                print(f"{sign} {text!r}")
        return 1 if missing or left_over else 0
    fresh = polib.POFile(wrapwidth=0)
    fresh.metadata = HEADER
    for entry in sorted(said, key=key):
        fresh.append(translated(entry, known.get(key(entry))))
    fresh.save(str(ROOT / CATALOGUE))
    print(f"{len(fresh)} texts, {len(fresh.untranslated_entries())} of them without a translation.")
    return 0


def what_the_code_says() -> list[polib.POEntry]:
    """Every text of the code and the templates that can be translated."""
    with tempfile.TemporaryDirectory() as folder:
        for source in SOURCES:
            shutil.copytree(ROOT / source, Path(folder) / source, ignore=shutil.ignore_patterns("__pycache__"))
        (Path(folder) / "locale").mkdir()
        words = ["makemessages", "--locale", LANGUAGE, "--no-location", "--no-obsolete"]
        command = [sys.executable, "-m", "django", *words]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, env=without_settings())
        return [entry for entry in polib.pofile(str(Path(folder) / CATALOGUE)) if not entry.obsolete]


def without_settings() -> dict[str, str]:
    """The environment, without settings: reading texts needs none."""
    return {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}


def key(entry: polib.POEntry) -> Key:
    """What tells one text from another."""
    return entry.msgctxt or "", entry.msgid, entry.msgid_plural


def translated(entry: polib.POEntry, known: polib.POEntry | None) -> polib.POEntry:
    """The text with the translation that we have for it, or none yet."""
    forms = known.msgstr_plural if known else {}
    return polib.POEntry(
        msgctxt=entry.msgctxt,
        msgid=entry.msgid,
        msgid_plural=entry.msgid_plural,
        msgstr=known.msgstr if known else "",
        msgstr_plural={number: forms.get(number, "") for number in range(PLURALS)} if entry.msgid_plural else {},
        comment=entry.comment,
        flags=[flag for flag in entry.flags if flag != "fuzzy"],
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
