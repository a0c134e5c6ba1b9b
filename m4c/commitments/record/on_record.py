"""All that is on record of a commitment up to a day, each part read once: the one source of its history.

The workspace tells it as it stands. Public pages tell the same through another `say`, which leaves out private names
(`faces/said.py`): nothing reaches them but through it.
"""

from datetime import date
from functools import cached_property

from django.urls import reverse

from m4c.commitments.models import (
    Amendment,
    Answer,
    Commitment,
    ConditionState,
    DueDate,
    Inheritance,
    Judgement,
    Milestone,
    OfficeReply,
    Progress,
    Standing,
)


class OnRecord:
    """A commitment as it was known on a day."""

    def __init__(self, commitment: Commitment, on: date) -> None:
        self.commitment, self.on = commitment, on

    def say(self, text: str) -> str:
        """A text as whoever reads this may read it."""
        return text

    def link(self, url: str) -> str:
        """An address as whoever reads this may read it."""
        return url

    def file_of(self, entry: Progress) -> str:
        """Where the file of an entry is opened by whoever reads this; blank where there is none for them."""
        return reverse("progress-file", kwargs={"uid": entry.uid}) if entry.file_uid else ""

    @cached_property
    def answers(self) -> list[Answer]:
        """What was answered when it was asked, by each account of it."""
        if self.commitment.ask_id is None:
            return []
        return list(Answer.objects.standing().filter(ask=self.commitment.ask_id, on__lte=self.on))

    @cached_property
    def amendments(self) -> list[Amendment]:
        """Every change of its words or number, the first first, also those after the day."""
        return list(Amendment.objects.filter(commitment=self.commitment))

    @cached_property
    def dues(self) -> list[DueDate]:
        """When it was known to be due, the first first."""
        return list(DueDate.objects.filter(commitment=self.commitment, known_on__lte=self.on))

    @cached_property
    def steps(self) -> list[Milestone]:
        """How far it is to be by which day."""
        return list(Milestone.objects.filter(commitment=self.commitment, known_on__lte=self.on))

    @cached_property
    def states(self) -> list[ConditionState]:
        """Where its conditions stood, the first first."""
        rows = ConditionState.objects.filter(commitment=self.commitment, on__lte=self.on, struck_at=None)
        return list(rows.select_related("condition"))

    @cached_property
    def entries(self) -> list[Progress]:
        """What became of it, entry by entry, as far as it counts."""
        rows = Progress.objects.standing().filter(commitment=self.commitment, on__lte=self.on)
        return list(rows.select_related("added_by"))

    @cached_property
    def judgements(self) -> list[Judgement]:
        """Verdicts that counted by then; of one whose notice still runs nobody is told."""
        rows = Judgement.objects.filter(commitment=self.commitment, counts_from__lte=self.on)
        return list(rows.select_related("judged_by", "confirmed_by"))

    @cached_property
    def replies(self) -> list[OfficeReply]:
        """What the office replied itself, of which a keeper knows that it came from there."""
        rows = OfficeReply.objects.filter(commitment=self.commitment, confirmed_at__isnull=False)
        return list(rows.filter(received_at__date__lte=self.on, confirmed_at__date__lte=self.on))

    @cached_property
    def heirs(self) -> list[Inheritance]:
        """Who came after, and how they stood to it."""
        rows = Inheritance.objects.filter(commitment=self.commitment, on__lte=self.on)
        return list(rows.select_related("powerholder", "office__institution"))

    @cached_property
    def spans(self) -> list[Standing]:
        """How it stood, one span after the other."""
        return list(Standing.objects.filter(commitment=self.commitment, since__lte=self.on))
