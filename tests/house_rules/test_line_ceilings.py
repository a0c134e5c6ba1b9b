"""No file written by hand is longer than a person will read: style.md gives the aims, this is the hard stop."""

from tests.house_rules.project_files import project_files, shown

CEILING = 300
BY_HAND = {".py", ".html", ".css", ".js"}
MAY_BE_LONGER = {"migrations", "data", "docs"}


def test_no_file_is_over_the_ceiling():
    over = {}
    for path in project_files():
        if path.suffix in BY_HAND and MAY_BE_LONGER.isdisjoint(path.parts):
            lines = len(path.read_text(encoding="utf-8").splitlines())
            if lines > CEILING:
                over[shown(path)] = lines
    assert over == {}
