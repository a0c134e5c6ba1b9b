"""Commitments as they stood on a day gone by: the words, the number and the day that they had then."""

from collections.abc import Sequence
from datetime import date

from m4c.commitments.models import Amendment, Commitment, DueDate


def as_they_were(commitments: Sequence[Commitment], on: date) -> None:
    """Give these, unsaved, what they said and when they were due as it was known then.

    Two statements, however many there are. Of today nobody need ask: they are kept as they are now.
    """
    of = {row.pk: row for row in commitments}
    # Without whom it was agreed it is a slip of the pen put right, and was never so.
    later = Amendment.objects.filter(commitment__in=of, on__gt=on).exclude(agreed_with="")
    for amended in later.order_by("-on", "-pk"):
        row = of[amended.commitment_id]
        row.words, row.target = amended.words_before, amended.target_before
    known: dict[int, DueDate | None] = {}
    for due in DueDate.objects.filter(commitment__in=of).order_by("known_on", "pk"):
        known[due.commitment_id] = due if due.known_on <= on else known.get(due.commitment_id)
    for pk, told in known.items():
        of[pk].due_on, of[pk].due_words = (told.due_on, told.words) if told else (None, "")
