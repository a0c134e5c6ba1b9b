"""What somebody marked on their paper, checked against the ballot: one option, dots, or ranks."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.core.errors import Refused
from m4c.listening.models import Ballot, BallotOption

Marked = Mapping[str, int] | Sequence[str]  # dots by an option's words, or the words of options by rank


class MarkRefused(Refused):
    """What is marked cannot be counted."""


def marked(ballot: Ballot, choices: Marked) -> Any:
    """As it is kept: ids of options by rank, or dots by id. Raises MarkRefused."""
    ids = dict(BallotOption.objects.filter(ballot=ballot).values_list("words", "pk"))
    given = {words: dots for words, dots in choices.items() if dots} if isinstance(choices, Mapping) else choices
    if not given:
        raise MarkRefused(_("Mark something: a paper that says nothing cannot be counted."), code="blank")
    if not ids.keys() >= set(given):
        raise MarkRefused(_("That is not on the paper."), code="no_option")
    if isinstance(given, Mapping):
        check_dots(ballot, given)
        return {str(ids[words]): dots for words, dots in given.items()}
    if ballot.method == Ballot.Method.DOTS:
        raise MarkRefused(_("Give dots."), code="method")
    if len(set(given)) < len(given):
        raise MarkRefused(_("One option stands there twice."), code="option_twice")
    if ballot.method == Ballot.Method.HANDS and len(given) > 1:
        raise MarkRefused(_("Each has one vote."), code="one_vote")
    return [ids[words] for words in given]


def check_dots(ballot: Ballot, given: Mapping[str, int]) -> None:
    """Raise MarkRefused where this is no ballot of dots, or more are given than each has."""
    if ballot.method != Ballot.Method.DOTS:
        raise MarkRefused(_("Dots are given in a ballot of dots alone."), code="method")
    if min(given.values()) < 0 or sum(given.values()) > ballot.dots:
        text = ngettext("You have {dots} dot.", "You have {dots} dots.", ballot.dots)
        raise MarkRefused(text.format(dots=ballot.dots), code="too_many_dots")
