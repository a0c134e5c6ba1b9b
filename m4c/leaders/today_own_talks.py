"""One's own 1-2-1s and house meetings of which something is to do: read once for all that Today asks of them."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Case, CharField, F, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber

from m4c.core.prepared import prepared
from m4c.leaders.today_lines import Moment
from m4c.listening.models import HouseMeeting, OneToOne
from m4c.people.models import Account

AHEAD = timedelta(days=7)  # how soon a conversation or a next step must be to stand on the page
MOST = 6  # of each kind
TO_HOLD, DUE, SOON, THEIRS = "to hold", "due", "soon", "theirs"


@dataclass(frozen=True)
class OpenTalks:
    """What is to do of each kind: to be held, and next steps that are due, that come soon, or that are the other's."""

    to_hold: list[Any]
    due: list[Any]
    soon: list[Any]
    theirs: list[Any]


def own_talks(account: Account, at: Moment) -> OpenTalks:
    """Of one's own 1-2-1s. One statement."""
    return sorted_out(open_talks(account, at))


@prepared
def open_talks(account: Account, at: Moment) -> "QuerySet[Any]":
    """The 1-2-1s among them, each with its `kind`."""
    own = OneToOne.objects.visible_to(account).filter(asker=account.person_id).select_related("other")
    theirs = When(next_step_of=OneToOne.Whose.OTHER, then=Value(THEIRS))
    return of_each_kind(own, at, [theirs, When(next_step_by__lte=at.today, then=Value(DUE))])


def own_meetings(account: Account, at: Moment) -> OpenTalks:
    """Of the house meetings that one hosts: all their next steps are `soon`. One statement."""
    return sorted_out(open_meetings(account, at))


@prepared
def open_meetings(account: Account, at: Moment) -> "QuerySet[Any]":
    """The house meetings among them, each with its `kind`."""
    return of_each_kind(HouseMeeting.objects.visible_to(account).filter(host=account.person_id), at, [])


def of_each_kind(own: "QuerySet[Any]", at: Moment, kinds: list[When]) -> "QuerySet[Any]":
    """The soonest few of each kind, so that many of one leave room for the others."""
    week = at.today + AHEAD
    to_hold = Q(held_on=None, called_off_on=None, day__lte=week)
    agreed = Q(held_on__isnull=False, followed_up_on=None) & ~Q(next_step="")
    step = agreed & (Q(next_step_by__lte=week) | Q(next_step_by=None))
    first = When(held_on=None, then=Value(TO_HOLD))
    rows = own.filter(to_hold | step).annotate(
        kind=Case(first, *kinds, default=Value(SOON), output_field=CharField()),
        due=Case(When(held_on=None, then=F("day")), default=F("next_step_by")),
    )
    order = [F("due").asc(nulls_last=True), F("held_on").asc(), F("pk").asc()]
    rows = rows.annotate(place=Window(RowNumber(), partition_by="kind", order_by=order)).filter(place__lte=MOST)
    return rows.order_by("place")


def sorted_out(rows: list[Any]) -> OpenTalks:
    """The same, kind by kind."""
    found: dict[str, list[Any]] = {TO_HOLD: [], DUE: [], SOON: [], THEIRS: []}
    for one in rows:
        found[one.kind].append(one)
    return OpenTalks(found[TO_HOLD], found[DUE], found[SOON], found[THEIRS])
