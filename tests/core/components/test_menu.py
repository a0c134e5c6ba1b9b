"""The lines of menus: drawn once for all they say, and anew for anything else."""

from m4c.core.components import menu


def test_line_is_drawn_once_and_escaped():
    first = menu.line("<b>Today", "/organise/", "home", True, "")
    assert menu.line("<b>Today", "/organise/", "home", True, "") is first
    assert '<a class="menu-item" href="/organise/" aria-current="page" >' in first
    assert "<span>&lt;b&gt;Today</span>" in first


def test_line_says_where_one_is_only_there():
    assert "aria-current" not in menu.line("Today", "/organise/", "home", False, "")
