"""Forget somebody in what was done with many of a list, and in filters that somebody saved."""

from urllib.parse import quote, quote_plus

from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce

from m4c.people.erasing import Forgotten, blank, saying
from m4c.people.models import PeopleChange, SavedFilter


def changes_naming(forgotten: Forgotten) -> QuerySet[PeopleChange]:
    """What was done with many of whom they were one: ticked, left out, or named as who stays in touch."""
    uid = str(forgotten.person.uid)
    return saying(PeopleChange, "picked", "refused", "values", words=lambda _forgotten: [uid])(forgotten)


def forget_changes(forgotten: Forgotten, rows: QuerySet[PeopleChange]) -> None:
    """Forget whom it was about, and go on no further with it; that it was done stays on record."""
    blank(forgotten, rows, forgotten_at=forgotten.at, finished_at=Coalesce("finished_at", Value(forgotten.at)))


def filters_of(forgotten: Forgotten) -> QuerySet[SavedFilter]:
    """The filters that they had saved, and those of others that look for an address or a number of theirs."""
    words = [form for way in forgotten.ways for form in (way, quote_plus(way), quote(way))]
    naming = saying(SavedFilter, "name", "address", words=lambda _forgotten: words)(forgotten).values("pk")
    return SavedFilter.objects.filter(pk__in=naming) | SavedFilter.objects.filter(owner__person=forgotten.person)
