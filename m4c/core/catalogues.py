"""Catalogues of translations, compiled into the data folder when their source is newer: none compiled is committed.

English has one too, of each text as it stands: a text that is in none would be looked for in those of all packages, by
every word of every page.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import to_locale

if TYPE_CHECKING:
    import polib

ENGLISH_PLURALS = "nplurals=2; plural=(n != 1);"


def build_catalogues() -> list[Path]:
    """Compile each `locale/<language>/LC_MESSAGES/django.po` that changed, and English. Returns the files written."""
    written = []
    for source in sorted((settings.BASE_DIR / "locale").glob("*/LC_MESSAGES/django.po")):
        for locale in (source.parts[-3], to_locale(settings.LANGUAGE_CODE)):
            target = Path(settings.BUILT_LOCALE) / locale / "LC_MESSAGES" / "django.mo"
            if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
                compile_catalogue(source, target, as_it_stands=locale != source.parts[-3])
                written.append(target)
    return written


def compile_catalogue(source: Path, target: Path, *, as_it_stands: bool) -> None:
    """Write one compiled catalogue, whole or not at all: of the translations, or of the texts as they stand."""
    import polib  # only where there is something to compile

    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{target.name}.{os.getpid()}")
    catalogue = polib.pofile(str(source))
    if as_it_stands:
        catalogue.metadata["Plural-Forms"] = ENGLISH_PLURALS
        for entry in catalogue:
            say_as_it_stands(entry)
    catalogue.save_as_mofile(str(unfinished))
    unfinished.replace(target)


def say_as_it_stands(entry: "polib.POEntry") -> None:
    """Let a text be its own translation."""
    if entry.msgid_plural:
        entry.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural}
    else:
        entry.msgstr = entry.msgid
    entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
