"""What a state and the calls behind it say: who meant to come, who confirmed it, and because of whom.

These are the definitions that every figure of turnout stands on; docs/concepts.md tells them to organisers.
"""

from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from m4c.events.models import Attendance, Event, TurnoutCall, TurnoutPledge
from m4c.people.models import Account, Membership
from m4c.people.sight import within

State, Answer, Round = Attendance.State, TurnoutCall.Answer, TurnoutCall.Round

CALLS = [Round.CALL_1, Round.CALL_2, Round.DAY_BEFORE]  # of those who have said yes before
CAME = Q(state__in=State.present())
CAME_AS_EXPECTED = Q(state=State.CAME)
WALKED_IN = Q(state=State.WALK_IN)
LISTED = ~WALKED_IN
BROUGHT = Q(whose__isnull=False)
TAKEN_BACK = [Answer.NO, Answer.MAYBE]

MEANT_TO_COME = Q(state__in=[State.YES, State.CONFIRMED, State.DID_NOT_COME]) | CAME_AS_EXPECTED & ~Q(
    last_answer__in=TAKEN_BACK
)
"""Whoever said yes and did not take it back: a maybe counts as no. Where the last word was kept, it decides; of those
down as having come as expected, or as not having come, nothing else is known, and they count.
"""
CONFIRMED = Q(state=State.CONFIRMED) | Q(
    state__in=[State.CAME, State.DID_NOT_COME], last_answer=Answer.YES, called=True
)
"""Whoever said yes again when called, and did not take it back since."""
STAYED_AWAY = Q(state__in=[State.YES, State.CONFIRMED, State.DID_NOT_COME])
"""Once an event is over: those who meant to come, and of whom nobody says that they did."""


def counted(attendances: "QuerySet[Attendance]") -> "QuerySet[Any]":
    """With `last_answer`, the last word that somebody gave; `called`, whether they said yes to a call after the first
    ask; and `whose`, who brought them, or else who asked them.
    """
    calls = TurnoutCall.objects.filter(attendance=OuterRef("pk")).exclude(answer=Answer.NO_ANSWER)
    return attendances.annotate(
        last_answer=Coalesce(Subquery(calls.order_by("-at", "-pk").values("answer")[:1]), Value("")),
        called=Exists(calls.filter(round__in=CALLS, answer=Answer.YES)),
        whose=Coalesce("brought_by", "asked_by"),
    )


def of_event(event: Event, account: Account) -> "QuerySet[Any]":
    """Those at an event who count for the account: all but whoever is kept safe from it, who brought nobody either."""
    rows = Attendance.objects.filter(account.sight.unless_protected("person"), event=event)
    whose = Coalesce(told_to(account, "brought_by"), told_to(account, "asked_by"))
    return counted(rows).order_by().annotate(whose=whose)


def told_to(account: Account, field: str) -> Case:
    """Whoever stands at this field of an attendance, or nobody where they are kept safe from the account."""
    return Case(When(account.sight.unless_protected(field), then=F(field)))


def leads(event: Event, account: Account) -> Q:
    """Of people at an event: whether they lead there, by what the account may know.

    They pledged to bring others, or their group gave them the part of a leader or an organiser, or others came on
    their word while nobody had to bring them.
    """
    pledged = TurnoutPledge.objects.standing().filter(event=event, person=OuterRef("person"))
    parts = Membership.objects.open().filter(
        Q(group__path__in=event.group.ancestor_paths) | within("group__path", event.group),
        person=OuterRef("person"),
        role__in=[Membership.Role.LEADER, Membership.Role.ORGANISER],
    )
    # Two questions, of which each has an index: asked as one, all of a large event would be read for each who came.
    seen = Attendance.objects.filter(account.sight.unless_protected("person"), event=event)
    brought, asked = seen.filter(brought_by=OuterRef("person")), seen.filter(asked_by=OuterRef("person"))
    asked = asked.filter(brought_by=None)
    follow = Q(Exists(brought)) | Q(Exists(asked))
    return Q(Exists(pledged)) | Q(Exists(parts)) | (follow & Q(whose=None))
