"""The two faces: small, with our letters, built once."""

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from m4c.core import fonts
from tests.typefaces import built_fonts

pytestmark = pytest.mark.slow

# Dashes, quotation marks and the minus are meant as they stand.
PANGRAM = "Ŵŵ Ŷŷ Ẁẁ Ẃẃ Ẅẅ Ỳỳ ÂÊÎÔÛ âêîôû ÄËÏÖÜ éèçñ øåæ ßþð łńśźż čšž őű țș € £ – — ‘ ’ “ ” … · − →"  # noqa: RUF001


@pytest.fixture(scope="module")
def built() -> list[Path]:
    return sorted(built_fonts().glob("*.woff2"))


def test_both_faces_are_small(built):
    assert [path.name for path in built] == ["bricolage.woff2", "figtree.woff2"]
    assert sum(path.stat().st_size for path in built) < 75_000


def test_faces_have_the_letters_of_welsh_and_of_neighbours(built):
    for path in built:
        missing = set(PANGRAM.replace(" ", "")) - {chr(code) for code in TTFont(path).getBestCmap()}
        assert missing == set()


def test_weights_are_what_the_style_sheet_says(built):
    weights = [[(axis.axisTag, axis.minValue, axis.maxValue) for axis in TTFont(path)["fvar"].axes] for path in built]
    assert weights == [[("wght", 500, 800)], [("wght", 300, 900)]]


def test_licences_travel_with_the_faces(built):
    for path in built:
        assert "SIL Open Font License" in path.with_name(f"{path.stem}-licence.txt").read_text()


def test_second_build_makes_only_what_is_missing(built, tmp_path, monkeypatch):
    shutil.copytree(built[0].parent, tmp_path / "fonts")
    made: list[str] = []
    monkeypatch.setattr(fonts, "_build", lambda face, path: made.append(face.name))
    fonts.build_fonts(tmp_path)
    assert made == []
    (tmp_path / "fonts" / "figtree.woff2").unlink()
    fonts.build_fonts(tmp_path)
    assert made == ["figtree"]


def test_other_recipe_builds_both_anew(built, tmp_path, monkeypatch):
    shutil.copytree(built[0].parent, tmp_path / "fonts")
    made: list[str] = []
    monkeypatch.setattr(fonts, "_build", lambda face, path: made.append(face.name))
    monkeypatch.setattr(fonts, "SIGNS", "→")
    fonts.build_fonts(tmp_path)
    assert made == ["bricolage", "figtree"]
