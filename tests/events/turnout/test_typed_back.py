"""Answers typed back from paper."""

import pytest

from m4c.events.turnout.typed_back import typed_back

LINES = range(1, 10)


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("3 y, 4 n, 7 ?", {3: "yes", 4: "no", 7: "maybe"}),
        ("1-3 y; 5 -", {1: "yes", 2: "yes", 3: "yes", 5: "no_answer"}),
        ("1 2 5 No\n6: maybe", {1: "no", 2: "no", 5: "no", 6: "maybe"}),
        ("3y,4N", {3: "yes", 4: "no"}),
        ("", {}),
    ],
)
def test_numbers_and_letters_are_read(text: str, answers: dict[int, str]):
    assert (typed_back(text, LINES).value, typed_back(text, LINES).problem) == (answers, "")


def test_what_is_not_understood_is_told_and_left_out():
    read = typed_back("3 y, 12 n, blue, 4 z", LINES)
    assert read.value == {3: "yes"}
    assert read.problem == (
        "There is no line 12. “blue” is not understood: write a number and y, n, ? or -. "
        "“4 z” is not understood: write a number and y, n, ? or -."
    )
