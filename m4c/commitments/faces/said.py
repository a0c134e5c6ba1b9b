"""Whom a commitment's public page may name, and how its words may be read: ours go out without private names."""

from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from m4c.campaigns.press.public_campaigns import group_named
from m4c.commitments.faces.naming import FaceNames, unnamed
from m4c.commitments.faces.reading import slug_of
from m4c.commitments.models import Commitment, Inheritance, Judgement, Progress, Witness
from m4c.people.models import Person


class Said:
    """A commitment on a day, with those who had to do with it; each part is read once."""

    def __init__(self, commitment: Commitment, on: date, today: date) -> None:
        self.commitment, self.today = commitment, today
        self.on = min(max(on, commitment.made_on), today)

    @property
    def is_past(self) -> bool:
        """Whether it is told of a day gone by."""
        return self.on < self.today

    @cached_property
    def heirs(self) -> list[Inheritance]:
        """Who came after, and how they stood to it."""
        rows = Inheritance.objects.filter(commitment=self.commitment, on__lte=self.on)
        return list(rows.select_related("powerholder", "office__institution"))

    @cached_property
    def names(self) -> FaceNames:
        """Whom it may name."""
        return FaceNames([self.commitment], self.on, self.heirs)

    @cached_property
    def entries(self) -> list[Progress]:
        """What became of it, entry by entry."""
        rows = Progress.objects.standing().filter(commitment=self.commitment, on__lte=self.on)
        return list(rows.select_related("added_by"))

    @cached_property
    def judgements(self) -> list[Judgement]:
        """Verdicts that counted by then; of one whose notice still runs nobody is told."""
        rows = Judgement.objects.filter(commitment=self.commitment, counts_from__lte=self.on)
        return list(rows.select_related("judged_by", "confirmed_by"))

    @cached_property
    def ours(self) -> list[str]:
        """Names of our own people who had to do with it: none of them goes out."""
        one = self.commitment
        wanted = {one.keeper_id, one.made_by.person_id, one.ask.asked_by_id if one.ask else None}
        wanted |= {row.added_by.person_id for row in self.entries}
        for row in self.judgements:
            wanted |= {row.judged_by.person_id, row.confirmed_by.person_id if row.confirmed_by else None}
        if one.answer_id:
            wanted |= set(Witness.objects.filter(answer=one.answer_id).values_list("person", flat=True))
        found = Person.objects.filter(pk__in=[pk for pk in wanted if pk])
        return [person.name for person in found]

    def say(self, text: str) -> str:
        """A text as it may be read."""
        if not text:
            return ""
        return unnamed(self.names.of(self.commitment).veil(text), self.ours, _("one of us"))

    @property
    def speaker(self) -> str:
        """Whoever promised."""
        return self.names.speaker(self.commitment)

    @property
    def office(self) -> str:
        """In which office."""
        return self.say(self.names.office(self.commitment))

    @cached_property
    def speaker_slug(self) -> str:
        """Their page; blank where they are not named."""
        return slug_of(self.commitment.powerholder) if self.names.may_name(self.commitment) else ""

    @cached_property
    def body_slug(self) -> str:
        """The page of the body whose office it was."""
        return slug_of(self.commitment.office.institution) if self.commitment.office else ""

    @property
    def group(self) -> str:
        """Who watches it; blank where that is not told."""
        return group_named(self.commitment.group)
