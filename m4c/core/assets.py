"""Static files, built and collected only when they or the lock changed: a stamp in the data folder tells."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from m4c.core.fingerprint import fingerprint
from m4c.core.fonts import build_fonts
from m4c.core.icons import build_icons

SOURCES = ("requirements/base.txt", "static", "m4c/core/static_files.py", "m4c/core/fonts.py", "m4c/core/icons.py")


def build_assets() -> bool:
    """Build fonts and icons, and collect static files where needed. Returns whether anything was done."""
    stamp: Path = settings.DATA_DIR / "static.stamp"
    now = fingerprint(settings.BASE_DIR, SOURCES)
    if stamp.exists() and stamp.read_text() == now and Path(settings.STATIC_ROOT).exists():
        return False
    build_fonts(settings.BUILT_STATIC)
    build_icons(settings.BUILT_STATIC)
    call_command("collectstatic", interactive=False, verbosity=0, clear=False)
    stamp.write_text(now)
    return True
