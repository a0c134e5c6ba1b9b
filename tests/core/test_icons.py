"""Icons of home screens: drawn small enough, at their size, lamps on aubergine."""

from pathlib import Path

from PIL import Image, ImageColor

from m4c.core.icons import GROUND, LAMP, build_icons


def test_icons_are_drawn_at_their_size_and_small(tmp_path: Path) -> None:
    for path, size in zip(build_icons(tmp_path), (180, 192, 512), strict=True):
        with Image.open(path) as icon:
            assert (path.name, icon.size, icon.format) == (f"touch-{size}.png", (size, size), "PNG")
            assert icon.getpixel((0, 0)) == ImageColor.getrgb(GROUND)  # to the very edge
            assert icon.getpixel((size // 2, round(size * 0.63))) == ImageColor.getrgb(LAMP)
        assert path.stat().st_size < 30_000


def test_nothing_half_drawn_stays(tmp_path: Path) -> None:
    build_icons(tmp_path)
    assert sorted(path.suffix for path in (tmp_path / "icons").iterdir()) == [".png"] * 3
