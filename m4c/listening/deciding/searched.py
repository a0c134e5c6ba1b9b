"""How the workspace's search box finds ballots and issues: by any part of what is decided, or of an issue's name."""

from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.core.permissions import SIGNED_IN
from m4c.core.search import SOURCES, Hit, Source, holds
from m4c.listening.models import Ballot, Issue
from m4c.listening.permissions import SEE_LISTENING
from m4c.people.models import Account


def find_ballots(account: Account, words: str, limit: int) -> list[Hit]:
    """Ballots of one's groups, and those in which one has a vote, the latest first. One statement."""
    found = Ballot.objects.visible_to(account).filter(holds("title", words)).select_related("group")
    return [
        Hit(ballot.title, reverse("ballot", args=[ballot.uid]), f"{state_of(ballot)} · {ballot.group}")
        for ballot in found.order_by("-made_at", "-pk")[:limit]
    ]


def state_of(ballot: Ballot) -> str:
    """How far a ballot has come."""
    if ballot.closed_at:
        return _("Decided")
    return _("Votes are taken") if ballot.opened_at else _("Not open yet")


def find_issues(account: Account, words: str, limit: int) -> list[Hit]:
    """Issues of one's groups, by their name or the change that is wanted, the latest first. One statement."""
    named: Q = holds("name", words) | holds("change", words)
    found = Issue.objects.visible_to(account).filter(named).select_related("group")
    return [
        Hit(issue.name, reverse("issue", args=[issue.uid]), f"{date_format(issue.chosen_on, 'j F Y')} · {issue.group}")
        for issue in found[:limit]
    ]


def register() -> None:
    """Put both into the search box."""
    SOURCES.add("issues", Source(gettext_lazy("Issues"), "flag", SEE_LISTENING, find_issues, order=40))
    SOURCES.add("ballots", Source(gettext_lazy("Ballots"), "hand-raised", SIGNED_IN, find_ballots, order=41))
