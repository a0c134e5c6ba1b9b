"""The letter that tells somebody what was erased, what stays and why. It names nobody."""

from m4c.people.desk.letters import send_to
from m4c.people.erasing import by_outcome, told_of
from m4c.people.models import Erasure


def send_answer(erasure: Erasure) -> None:
    """Send the answer to the address that was given for it."""
    language = erasure.request.language if erasure.request else "en-gb"
    send_to(erasure.letter_to, language, "erasure_answer", {"erasure": erasure, **by_outcome(told_of(erasure.told))})
