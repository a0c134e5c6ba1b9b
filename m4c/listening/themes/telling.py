"""What the coding board says of its steps: in its history, and right after a move."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.listening.models import Concern, ThemeStep
from m4c.listening.operations.theme import Moved
from m4c.people.models import Account
from m4c.people.naming import doers_named

Kind = ThemeStep.Kind
MOST_NAMED = 5  # concerns told by their words; of the rest their number


@dataclass(frozen=True)
class Told:
    """A step as the history shows it."""

    step: ThemeStep
    who: str
    sentence: str


def told(account: Account, steps: Iterable[ThemeStep]) -> list[Told]:
    """Steps with who did each, and what it was. One statement beside theirs."""
    listed = list(steps)
    names = doers_named(account, [step.by for step in listed])
    return [Told(step, names[step.by_id] or "", sentence_of(step)) for step in listed]


def sentence_of(step: ThemeStep) -> str:
    """What a step did."""
    number, theme, other = len(step.concerns), step.theme.name, step.other.name if step.other else ""
    if step.kind == Kind.RENAMED:
        return _("called “{before}” something else: now “{theme}”").format(before=step.words, theme=theme)
    if step.kind == Kind.ENDED:
        return _("took “{theme}” away").format(theme=theme)
    if step.kind == Kind.MERGED:
        return _("put “{other}” into “{theme}”").format(other=step.words, theme=theme)
    patterns = {
        Kind.MADE: (_("made “{theme}”"), _("made “{theme}” with {number}")),
        Kind.MOVED: ("", _("moved {number} under “{theme}”")),
        Kind.TAKEN_OUT: ("", _("took {number} out of “{theme}”")),
        Kind.SPLIT: (_("split “{theme}” off “{other}”"), _("split “{theme}” off “{other}”, with {number}")),
    }[Kind(step.kind)]
    return patterns[bool(number)].format(theme=theme, other=other, number=concerns_in_words(number))


def concerns_in_words(number: int) -> str:
    """So many concerns."""
    return ngettext("{number} concern", "{number} concerns", number).format(number=number)


def moved_sentence(moved: Moved, *, is_out: bool = False) -> str:
    """What a move did."""
    pattern = _("{number} taken out of “{theme}”.") if is_out else _("{number} now under “{theme}”.")
    return pattern.format(number=concerns_in_words(len(moved.concerns)), theme=moved.theme.name)


def left_sentence(left: Sequence[Concern]) -> str:
    """Which concerns were left where they are, and where that is."""
    named = [
        _("“{words}” (under “{theme}”)").format(words=concern.words, theme=concern.theme.name)
        if concern.theme
        else _("“{words}” (under no theme)").format(words=concern.words)
        for concern in left[:MOST_NAMED]
    ]
    more = len(left) - len(named)
    if more:
        named.append(ngettext("{number} more", "{number} more", more).format(number=more))
    return _("Left where they are, since somebody moved them meanwhile: {named}.").format(named=", ".join(named))
