"""Static files, built and collected only when they or the lock changed: a stamp in the data folder tells."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from m4c.core.fonts import build_fonts

SOURCES = ("requirements/base.txt", "static", "m4c/core/static_files.py", "m4c/core/fonts.py")


def build_assets() -> bool:
    """Build fonts and collect static files where needed. Returns whether anything was done."""
    stamp: Path = settings.DATA_DIR / "static.stamp"
    now = fingerprint(settings.BASE_DIR)
    if stamp.exists() and stamp.read_text() == now and Path(settings.STATIC_ROOT).exists():
        return False
    build_fonts(settings.BUILT_STATIC)
    call_command("collectstatic", interactive=False, verbosity=0, clear=False)
    stamp.write_text(now)
    return True


def fingerprint(base: Path) -> str:
    """A hash of the names, sizes and times of everything that static files are made of."""
    digest = hashlib.sha256()
    for source in SOURCES:
        path = base / source
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file():
                stat = file.stat()
                digest.update(f"{file.relative_to(base)} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()
