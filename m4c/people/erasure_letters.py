"""The letter that tells somebody what was erased, what stays and why. It names nobody."""

from m4c.people.desk_letters import send_to
from m4c.people.erasing import Outcome
from m4c.people.models import Erasure
from m4c.people.operations import erasure as operations  # as a module: its tasks send this letter


def send_answer(erasure: Erasure) -> None:
    """Send the answer to the address that was given for it."""
    language = erasure.request.language if erasure.request else "en-gb"
    send_to(erasure.letter_to, language, "erasure_answer", {"erasure": erasure, **answer_of(erasure)})


def answer_of(erasure: Erasure) -> dict[str, object]:
    """What went, what lost its name, and what stays, as pages and letters tell it."""
    return by_outcome(operations.told_of(erasure))


def by_outcome(lines: list[operations.Told]) -> dict[str, object]:
    """Lines by what becomes of them, those that stay for one reason beside each other."""
    sorted_lines = sorted(lines, key=lambda line: str(line.eraser.why))
    return {outcome.value: [line for line in sorted_lines if line.eraser.outcome is outcome] for outcome in Outcome}
