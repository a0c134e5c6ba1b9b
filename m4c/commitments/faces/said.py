"""Whom a commitment's public page may name, and how its words may be read: ours go out without private names."""

import re
from datetime import date
from functools import cached_property
from urllib.parse import unquote

from django.urls import reverse
from django.utils.translation import gettext as _

from m4c.campaigns.press.public_campaigns import group_named
from m4c.commitments.faces.naming import FaceNames, unnamed
from m4c.commitments.faces.reading import slug_of
from m4c.commitments.models import Commitment, Progress, Witness
from m4c.commitments.record.on_record import OnRecord
from m4c.people.models import Person

BETWEEN = re.compile(r"[\W_]+")  # of the words in an address


class Said(OnRecord):
    """What is on record of a commitment on a day, as everybody may read it."""

    def __init__(self, commitment: Commitment, on: date, today: date) -> None:
        super().__init__(commitment, min(max(on, commitment.made_on), today))
        self.today = today

    @property
    def is_past(self) -> bool:
        """Whether it is told of a day gone by."""
        return self.on < self.today

    @cached_property
    def names(self) -> FaceNames:
        """Whom it may name, today: what is past makes nobody's name public again."""
        return FaceNames([self.commitment], self.today, self.heirs)

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

    def link(self, url: str) -> str:
        """An address as it may be read: none whose own letters say a name that may not be told."""
        return "" if self.names.of(self.commitment).tells(BETWEEN.sub(" ", unquote(url))) else url

    def file_of(self, entry: Progress) -> str:
        """The same for everybody: only once a keeper chose so."""
        if not entry.file_uid or entry.file_shown_at is None or not self.commitment.is_public:
            return ""
        return reverse("public-evidence", kwargs={"slug": self.commitment.slug, "uid": entry.uid})

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
