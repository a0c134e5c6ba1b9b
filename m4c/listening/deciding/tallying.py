"""The votes of a ballot, read and counted: while it is open as far as it has come, and for good when it closes."""

from collections.abc import Mapping
from typing import Any

from m4c.listening.deciding.counting import Choices, Question, Result, counted
from m4c.listening.models import Ballot, BallotOption, Vote


def tally(ballot: Ballot, hands: Mapping[str, int] | None = None) -> Result:
    """What the votes come to now, with hands counted in the room. Two statements."""
    options = words_of(ballot)
    said = Vote.objects.filter(ballot=ballot).values_list("choices", flat=True)
    question = Question(ballot.method, list(options.values()), ballot.quorum)
    return counted(question, [in_words(choices, options) for choices in said], hands)


def words_of(ballot: Ballot) -> dict[int, str]:
    """The words of each option, by id, in the order of the paper."""
    return dict(BallotOption.objects.filter(ballot=ballot).values_list("pk", "words"))


def in_words(choices: Any, options: Mapping[int, str]) -> Choices:
    """What was voted, by the words of options in place of their ids."""
    if isinstance(choices, dict):
        return {options[int(pk)]: dots for pk, dots in choices.items()}
    return [options[pk] for pk in choices]
