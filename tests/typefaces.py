"""The typefaces that tests look at and serve: cut once, kept between runs, and cut anew when the way to cut changes."""

import hashlib
import shutil
from pathlib import Path

from filelock import FileLock

from m4c.core.fonts import build_fonts

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "var" / "test-fonts"
MADE_FROM = ("requirements/base.txt", "m4c/core/fonts.py", "tests/typefaces.py")


def built_fonts() -> Path:
    """The folder that `build_fonts` fills. Whoever comes first fills it, the others wait."""
    digest = hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in MADE_FROM))
    folder = KEPT / digest.hexdigest()[:16]
    KEPT.mkdir(parents=True, exist_ok=True)
    with FileLock(KEPT / "making.lock"):
        if not folder.exists():
            for old in KEPT.glob("*/"):
                shutil.rmtree(old)
            part = KEPT / "part"
            build_fonts(part)
            part.rename(folder)
    return folder / "fonts"
