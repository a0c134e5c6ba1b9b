"""Builds the two typefaces of the product as small WOFF2 files out of their packages: a step before collectstatic."""

import hashlib
import json
import logging
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

# Printable Latin, Western and Central European letters with Welsh ŵ ŷ, combining accents that sheets from
# other systems bring, and the punctuation, currency, arrows and marks that our screens use.
LETTERS: tuple[range, ...] = (
    range(0x0020, 0x007F),
    range(0x00A0, 0x0180),
    range(0x0218, 0x021C),
    range(0x0300, 0x0304),
    range(0x1E80, 0x1E86),
    range(0x1EF2, 0x1EF4),
    range(0x2010, 0x2028),
)
SIGNS = (
    "\u2030\u2032\u2033\u2039\u203a\u2044\u20ac\u2116\u2122\u2190\u2191\u2192\u2193\u2212\u2215\u2248\u2260\u2264\u2265"
)
FEATURES = ("kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "tnum", "case", "frac")


@dataclass(frozen=True)
class Face:
    """One typeface: where its package keeps it, and which part of its design space we want."""

    name: str
    package: str
    file: str
    axes: dict[str, float | tuple[float, float]]

    @property
    def version(self) -> str:
        """The installed version of the face's package."""
        return version(self.package.replace("_", "-"))


FACES = (
    Face(
        "bricolage",
        "fontpkg_bricolage_grotesque",
        "BricolageGrotesque[opsz,wdth,wght].ttf",
        {"wdth": 100, "opsz": 28, "wght": (500, 800)},
    ),
    Face("figtree", "fontpkg_figtree", "Figtree[wght].ttf", {"wght": (300, 900)}),
)


def build_fonts(target: Path) -> list[Path]:
    """Write `fonts/<face>.woff2` and its licence below `target`, and answer the paths of the WOFF2 files.

    A stamp beside them names the versions and the recipe: a second run with the same ones only reads the stamp.
    """
    folder = target / "fonts"
    built = [folder / f"{face.name}.woff2" for face in FACES]
    stamp = folder / "stamp"
    fresh = stamp.exists() and stamp.read_text() == _recipe()
    folder.mkdir(parents=True, exist_ok=True)
    for face, path in zip(FACES, built, strict=True):
        if fresh and path.exists():
            continue
        _build(face, path)
        licence = files(face.package).joinpath("LICENSE").read_text(encoding="utf-8")
        (folder / f"{face.name}-licence.txt").write_text(licence, encoding="utf-8")
    stamp.write_text(_recipe())
    return built


def _recipe() -> str:
    """A fingerprint of all that decides the outcome: packages, tool, axes, letters."""
    parts = {
        "faces": [asdict(face) | {"version": face.version} for face in FACES],
        "letters": [[part.start, part.stop] for part in LETTERS],
        "signs": SIGNS,
        "features": FEATURES,
        "fonttools": version("fonttools"),
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _codepoints() -> Iterable[int]:
    for part in LETTERS:
        yield from part
    yield from map(ord, SIGNS)


def _build(face: Face, path: Path) -> None:
    """Pin the axes, keep our letters, compress; the file appears whole or not at all."""
    # Imported here: fonttools takes a quarter of a second, and most starts find the stamp.
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    logging.getLogger("fontTools").setLevel(logging.WARNING)
    options = subset.Options(layout_features=list(FEATURES), hinting=False, name_IDs=[0, 1, 2, 13, 14])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=_codepoints())
    with files(face.package).joinpath("files", face.file).open("rb") as source:
        font = TTFont(source, lazy=False)
        subsetter.subset(font)  # before pinning: far fewer outlines to move
    font = instantiateVariableFont(font, face.axes, inplace=True)
    font.flavor = "woff2"
    unfinished = path.with_suffix(".part")
    font.save(unfinished)
    unfinished.replace(path)
