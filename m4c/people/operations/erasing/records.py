"""Empty somebody's own record: the person, the home, the memberships, and that they are kept safe."""

from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Greatest
from django.utils import timezone

from m4c.people.erasing import Forgotten, blank
from m4c.people.finding import rows as finding
from m4c.people.models import Address, Erasure, Household, Membership, Note, Person, Protection, RightsRequest


def own(forgotten: Forgotten) -> QuerySet[Person]:
    """The person's own record."""
    return Person.objects.filter(pk=forgotten.person.pk)


def own_address(forgotten: Forgotten) -> QuerySet[Address]:
    """Their address, where nobody else lives there and its door has no sign."""
    return Address.objects.filter(pk__in=alone(forgotten, "address"), do_not_knock_since=None)


def own_door(forgotten: Forgotten) -> QuerySet[Address]:
    """Their address, where its door has a sign that outlives them."""
    return Address.objects.filter(pk__in=alone(forgotten, "address"), do_not_knock_since__isnull=False)


def own_household(forgotten: Forgotten) -> QuerySet[Household]:
    """Their household, where nobody else belongs to it."""
    return Household.objects.filter(pk__in=alone(forgotten, "household"))


def alone(forgotten: Forgotten, what: str) -> list[int]:
    """The id of the home that is theirs alone, in a list; empty where somebody shares it, or there is none."""
    home = getattr(forgotten.person, f"{what}_id")
    others = Person.objects.filter(**{what: home}).exclude(pk=forgotten.person.pk)
    return [] if home is None or others.exists() else [home]


def withdraw(forgotten: Forgotten, rows: QuerySet[Any]) -> None:
    """Let the search find them no more, nor the words of their name that nobody else bears."""
    finding.withdraw([forgotten.person.pk])


def end_memberships(forgotten: Forgotten, rows: QuerySet[Membership]) -> None:
    """They belong to no group from today on."""
    today = timezone.localdate(forgotten.at)
    rows.filter(ended_on=None, started_on=None).update(ended_on=today)
    rows.filter(ended_on=None).update(ended_on=Greatest(F("started_on"), today))


def rest_safe(forgotten: Forgotten, rows: QuerySet[Protection]) -> None:
    """Stay hidden without a name, a note or a contact, and ask nobody to confirm it any more."""
    blank(forgotten, rows)
    rows.filter(lifted_at=None, confirmed_at=None).update(confirmed_at=forgotten.at, confirmed_by=forgotten.by)


def no_contact(forgotten: Forgotten, rows: QuerySet[Protection]) -> None:
    """Be nobody's contact any more; the safeguarding lead's page says that nobody keeps in touch."""
    rows.update(contact=None)


def private_notes(forgotten: Forgotten) -> QuerySet[Note]:
    """What they wrote for their own eyes, which nobody may read after them."""
    return Note.objects.filter(Q(author__person=forgotten.person.pk), tier=Note.Tier.PRIVATE)


def empty(forgotten: Forgotten, rows: QuerySet[Person]) -> None:
    """Leave a record that says nothing of who they were, and since when it does."""
    left = {"source": "", "language": Person.Language.ENGLISH, "moved_away_on": None, "erased_at": forgotten.at}
    blank(forgotten, rows.filter(erased_at=None), **left)


def let_go(forgotten: Forgotten, rows: QuerySet[RightsRequest]) -> None:
    """Keep of a request when it came and when it was answered, and nothing of who asked."""
    blank(forgotten, rows)
    rows.update(person=None)


def none(forgotten: Forgotten) -> QuerySet[Erasure]:
    """No rows: the erasure itself is being written."""
    return Erasure.objects.none()


def forget_notes(person: Person, before: date) -> None:
    """Delete what was written about somebody before a day."""
    Note.objects.filter(person=person, at__date__lt=before).delete()
