"""What of a listening report everybody may read: nothing of fewer than five people, nor what would give that away."""

from collections.abc import Sequence
from dataclasses import replace

from m4c.listening.models.theme import FEWEST_PUBLISHED
from m4c.listening.themes.figures import ThemeFigures
from m4c.listening.themes.voices import Counted

Row = tuple[str, int]  # a place or a group, and the people heard there


def themes_for_everybody(found: Sequence[tuple[ThemeFigures, Counted]]) -> tuple[list[ThemeFigures], int]:
    """The themes that may be published, and how many may not.

    A theme left out has neither a name nor words here, and people raise several: whoever takes the people of the
    others from all who were heard learns at most how many of one to four raised something that nobody names, which is
    what being left out says already. So that the rest cannot be used either, how much was said in all, how much of it
    stands under no theme, and what each theme counts in a place or a group are never published. A mean strength is of
    five people at least, too: of fewer, it would say how strongly one of them feels.
    """
    shown = [
        replace(one, depth=one.depth if part.weighed >= FEWEST_PUBLISHED else None)
        for one, part in found
        if one.is_publishable
    ]
    return shown, len(found) - len(shown)


def rows_for_everybody(rows: Sequence[Row]) -> tuple[list[Row], int]:
    """The places, or the groups, that may be published, most people first, and how many may not.

    Unlike themes they have names that anybody knows, so a reader sees which of them is missing, and could take the
    others from all who were heard. Where that would leave one alone, or several of fewer than five people together,
    the smallest of the others goes with them.
    """
    shown = sorted(rows, key=lambda row: (-row[1], row[0].casefold()))
    left_out = [row for row in shown if row[1] < FEWEST_PUBLISHED]
    shown = [row for row in shown if row[1] >= FEWEST_PUBLISHED]
    while left_out and shown and (len(left_out) == 1 or sum(people for _name, people in left_out) < FEWEST_PUBLISHED):
        left_out.append(shown.pop())
    return shown, len(left_out)
