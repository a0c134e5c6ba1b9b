"""Suggest who may be on record twice, by the rule or by hand, and say that two people are two."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import NotAllowed, Refused
from m4c.core.operations import change, operation
from m4c.core.visibility import scopes_of
from m4c.people.doubles.finding import doubles_among
from m4c.people.models import Account, DoubleSuggestion, Person
from m4c.people.operations.must_see import must_see
from m4c.people.permissions import LOOK_FOR_DOUBLES, MERGE_PEOPLE

CHUNK = 500  # people of one step


class DoubleRefused(Refused):
    """It cannot be said of these two people."""


@operation(LOOK_FOR_DOUBLES, on=None)
def look_for_doubles(*, after: int, at: datetime, by: Account) -> int | None:
    """Bring the suggestions of the 500 people after an id up to date. Returns the last one's id; None at the end."""
    ids = list(Person.objects.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:CHUNK])
    suggest(ids, at, forget=True)
    return ids[-1] if ids else None


@operation(MERGE_PEOPLE, on="first", every=True)
def say_two_people(*, first: Person, second: Person, at: datetime, by: Account) -> DoubleSuggestion:
    """Say that two people who were suggested are two, so that they are not suggested again.

    The right is asked in all groups of both. Raises DoubleRefused where nothing was suggested, Unseen.
    """
    must_see([first, second], by)
    must_merge([first, second], by)
    pair = sorted([first.pk, second.pk])
    found = DoubleSuggestion.objects.select_for_update(of=("self",)).filter(first=pair[0], second=pair[1]).first()
    if found is None:
        raise DoubleRefused(_("Nobody suggested that these two are one person."), code="not_suggested")
    if found.settled_at is None:
        change(found, settled_at=at, settled_by=by)
    return found


@operation(MERGE_PEOPLE, on="first", every=True)
def suggest_by_hand(*, first: Person, second: Person, at: datetime, by: Account) -> DoubleSuggestion:
    """Put any two people beside each other to be looked at; asked again, what was answered is open anew.

    Nothing is made one by it. The right is asked in all groups of both. Raises DoubleRefused for one and the same
    record, Unseen, NotAllowed.
    """
    must_see([first, second], by)
    must_merge([first, second], by)
    if first.pk == second.pk:
        raise DoubleRefused(_("This is one and the same record. Name the other one."), field="other", code="same")
    pair = sorted([first.pk, second.pk])
    found = DoubleSuggestion.objects.select_for_update(of=("self",)).filter(first=pair[0], second=pair[1]).first()
    if found is None:
        by_hand = DoubleSuggestion.Reason.BY_HAND
        return DoubleSuggestion.objects.create(first_id=pair[0], second_id=pair[1], reason=by_hand, found_at=at)
    if found.settled_at:
        change(found, settled_at=None, settled_by=None, reason=DoubleSuggestion.Reason.BY_HAND, found_at=at)
    return found


def must_merge(people: Sequence[Person], by: Account) -> None:
    """Raise NotAllowed without the right in all groups of each of these people."""
    if not by.may(MERGE_PEOPLE, scopes_of(people), every=True):
        raise NotAllowed(MERGE_PEOPLE)


def suggest(people: Sequence[int], at: datetime, *, forget: bool = False) -> None:
    """Keep a suggestion for each pair of one of these people, by id, and anybody else who may be the same.

    What was suggested or answered before stands as it is. With `forget`, what nobody answered and nothing speaks for
    any more goes, where the older record is one of these; what somebody put beside each other by hand stays.
    """
    pairs = doubles_among(people)
    rows = [DoubleSuggestion(first_id=one.first, second_id=one.second, reason=one.reason, found_at=at) for one in pairs]
    DoubleSuggestion.objects.bulk_create(rows, batch_size=CHUNK, ignore_conflicts=True)
    if forget and people:
        stands = {(one.first, one.second) for one in pairs}
        by_rule = DoubleSuggestion.objects.open().exclude(reason=DoubleSuggestion.Reason.BY_HAND)
        open_here = by_rule.filter(first__in=people)
        gone = [pk for pk, *pair in open_here.values_list("pk", "first", "second") if tuple(pair) not in stands]
        DoubleSuggestion.objects.filter(pk__in=gone).delete()
