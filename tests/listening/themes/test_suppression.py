"""Nothing of fewer than five people is told to everybody, and nothing told lets a reader work it out."""

from m4c.listening.themes.figures import ThemeFigures
from m4c.listening.themes.suppression import rows_for_everybody, themes_for_everybody
from m4c.listening.themes.voices import Counted


def theme(name: str, people: int, weighed: int) -> tuple[ThemeFigures, Counted]:
    return ThemeFigures(name, people, 0.5, 2.5, people), Counted(people, weighed, 2.5, people)


def test_themes_of_fewer_than_five_are_left_out_and_counted() -> None:
    shown, left_out = themes_for_everybody([theme("Housing", 5, 5), theme("Travel", 4, 4), theme("Rats", 1, 1)])
    assert ([one.theme for one in shown], left_out) == (["Housing"], 2)


def test_a_strength_of_fewer_than_five_is_not_told() -> None:
    shown, _left_out = themes_for_everybody([theme("Housing", 9, 4), theme("Travel", 5, 5)])
    assert [one.depth for one in shown] == [None, 2.5]


def test_one_place_alone_takes_the_next_smallest_along() -> None:
    rows = [("Splott", 3), ("Canton", 9), ("Roath", 30), ("Ely", 9)]
    assert rows_for_everybody(rows) == ([("Roath", 30), ("Canton", 9)], 2)


def test_several_that_are_few_together_take_one_along() -> None:
    assert rows_for_everybody([("a", 1), ("b", 2), ("c", 6), ("d", 7)]) == ([("d", 7)], 3)
    assert rows_for_everybody([("a", 2), ("b", 3), ("c", 6)]) == ([("c", 6)], 2)


def test_where_all_are_many_nothing_goes() -> None:
    assert rows_for_everybody([("a", 5), ("b", 6)]) == ([("b", 6), ("a", 5)], 0)
    assert rows_for_everybody([("a", 4)]) == ([], 1)
