"""The Welsh catalogue: whole, true to the English in all that is not words, and compiled when it changed."""

import os
import re

import polib
import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext, ngettext

from m4c.core.catalogues import build_catalogues

WELSH = polib.pofile(str(settings.BASE_DIR / "locale/cy/LC_MESSAGES/django.po"))
PLACES = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
MARKUP = re.compile(r"</?\w+[^>]*>")


def forms(entry: polib.POEntry) -> list[str]:
    """All forms of a translation."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_nothing_is_left_in_english():
    assert [entry.msgid for entry in WELSH if not all(forms(entry)) or entry.fuzzy] == []


def test_each_plural_has_all_six_forms():
    assert [entry.msgid for entry in WELSH if entry.msgid_plural and len(entry.msgstr_plural) != 6] == []


@pytest.mark.parametrize("pattern", [PLACES, MARKUP], ids=["places to fill", "markup"])
def test_what_is_not_words_stands_as_in_the_english(pattern):
    english = {entry: sorted(pattern.findall(entry.msgid_plural or entry.msgid)) for entry in WELSH}
    # A singular may leave its number out: "one row".
    ours = {entry: [sorted(pattern.findall(form)) for form in forms(entry)] for entry in WELSH}
    wrong = [
        entry.msgid
        for entry, wanted in english.items()
        if any(set(found) - set(wanted) for found in ours[entry]) or wanted not in ours[entry]
    ]
    assert wrong == []


def test_a_catalogue_is_compiled_when_its_source_is_newer(tmp_path, settings):
    settings.BUILT_LOCALE = tmp_path
    first, again = build_catalogues(), build_catalogues()
    os.utime(first[0], (0, 0))

    assert ([path.parts[-3] for path in first], again, build_catalogues()) == (["cy", "en_GB"], [], first[:1])


def test_english_says_each_text_as_it_stands():
    said = polib.mofile(str(settings.BUILT_LOCALE / "en_GB/LC_MESSAGES/django.mo"))
    told = {(entry.msgid, entry.msgid_plural): forms(entry) for entry in said}

    assert told == {
        (entry.msgid, entry.msgid_plural): [entry.msgid, entry.msgid_plural] if entry.msgid_plural else [entry.msgid]
        for entry in WELSH
    }


def test_welsh_counts_as_welsh_does():
    with translation.override("cy"):
        said = [ngettext("%(number)s person", "%(number)s people", number) % {"number": number} for number in range(8)]

    assert said == [
        *("0 o bobl", "1 person", "2 berson", "3 pherson", "4 o bobl", "5 o bobl", "6 pherson", "7 o bobl"),
    ]


def test_a_text_is_said_in_welsh():
    with translation.override("cy"):
        assert gettext("People") == "Pobl"
