"""Catalogues of translations, compiled into the data folder when their source is newer: none compiled is committed."""

import os
from pathlib import Path

from django.conf import settings


def build_catalogues() -> list[Path]:
    """Compile each `locale/<language>/LC_MESSAGES/django.po` that changed. Returns the files written."""
    written = []
    for source in sorted((settings.BASE_DIR / "locale").glob("*/LC_MESSAGES/django.po")):
        target = Path(settings.BUILT_LOCALE) / source.relative_to(settings.BASE_DIR / "locale").with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            compile_catalogue(source, target)
            written.append(target)
    return written


def compile_catalogue(source: Path, target: Path) -> None:
    """Write one compiled catalogue, whole or not at all."""
    import polib  # only where there is something to compile

    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{target.name}.{os.getpid()}")
    polib.pofile(str(source)).save_as_mofile(str(unfinished))
    unfinished.replace(target)
