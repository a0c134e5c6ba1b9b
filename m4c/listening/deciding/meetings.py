"""The meetings of an issue, as far as one may see: where it was decided, where it stood on the agenda, and the house
meetings at which its concerns were said.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.events.models import AgendaItem, Event
from m4c.listening.deciding.heard import concerns_of
from m4c.listening.models import Ballot, HouseMeeting, Issue
from m4c.people.models import Account

LISTED = 20


@dataclass(frozen=True)
class MeetingOfIssue:
    """One meeting, and why it stands on the issue's page."""

    title: str
    url: str
    day: date
    why: str


@dataclass(frozen=True)
class MeetingsOfIssue:
    """The latest of them, and how many there are beyond."""

    latest: list[MeetingOfIssue]
    more: int


def meetings_of(issue: Issue, account: Account) -> MeetingsOfIssue:
    """Those that the account may see, the latest first. In a constant number of statements."""
    found = sorted(
        [*gatherings(issue, account), *house_meetings(issue, account)], key=lambda one: one.day, reverse=True
    )
    return MeetingsOfIssue(found[:LISTED], max(0, len(found) - LISTED))


def gatherings(issue: Issue, account: Account) -> list[MeetingOfIssue]:
    """Where it was decided, and its group's meetings whose agenda names it."""
    voted = Ballot.objects.visible_to(account).filter(pk=issue.ballot_id or 0).values("event")
    decided = set(Event.objects.filter(Q(pk__in=voted) | Q(pk=issue.event_id or 0)).values_list("pk", flat=True))
    named = AgendaItem.objects.visible_to(account).filter(event__group=issue.group_id, title__icontains=issue.name)
    listed = set(named.values_list("event", flat=True))
    return [
        MeetingOfIssue(
            event.title,
            reverse("event", kwargs={"uid": event.uid}),
            timezone.localdate(event.starts_at),
            _("It was decided there") if event.pk in decided else _("It stood on the agenda"),
        )
        for event in Event.objects.visible_to(account).filter(pk__in=decided | listed)
    ]


def house_meetings(issue: Issue, account: Account) -> list[MeetingOfIssue]:
    """Those at which the concerns under its themes were said."""
    seen = HouseMeeting.objects.visible_to(account).filter(called_off_on=None)
    rows = seen.filter(pk__in=concerns_of(issue).exclude(house_meeting=None).values("house_meeting"))
    return [
        MeetingOfIssue(
            _("A house meeting"),
            reverse("house-meeting", kwargs={"uid": one.uid}),
            one.held_on or one.day,
            _("What was said there led to it"),
        )
        for one in rows
    ]
