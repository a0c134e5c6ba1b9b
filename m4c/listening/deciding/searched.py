"""How the workspace's search box finds ballots and issues: by any part of what is decided, or of an issue's name."""

from django.db.models import Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.core.permissions import SIGNED_IN
from m4c.core.prepared import prepared
from m4c.core.routes import address_by_uid
from m4c.core.search import SOURCES, Hit, Source, fits, patterns
from m4c.listening.models import Ballot, Issue
from m4c.listening.permissions import SEE_LISTENING
from m4c.people.models import Account


def find_ballots(account: Account, words: str, limit: int) -> list[Hit]:
    """Ballots of one's groups, and those in which one has a vote, the latest first. One statement."""
    found, url = ballots_called(account, patterns(words), range(limit)), address_by_uid("ballot")
    return [Hit(ballot.title, url(ballot.uid), f"{state_of(ballot)} · {ballot.group}") for ballot in found]


@prepared
def ballots_called(account: Account, words: list[str], places: range) -> QuerySet[Ballot]:
    """The first of them, as many as there are places."""
    found = Ballot.objects.visible_to(account).filter(fits("title", words)).select_related("group")
    return found.order_by("-made_at", "-pk")[: len(places)]


def state_of(ballot: Ballot) -> str:
    """How far a ballot has come."""
    if ballot.closed_at:
        return _("Decided")
    return _("Votes are taken") if ballot.opened_at else _("Not open yet")


def find_issues(account: Account, words: str, limit: int) -> list[Hit]:
    """Issues of one's groups, by their name or the change that is wanted, the latest first. One statement."""
    found, url = issues_called(account, patterns(words), range(limit)), address_by_uid("issue")
    return [
        Hit(issue.name, url(issue.uid), f"{date_format(issue.chosen_on, 'j F Y')} · {issue.group}") for issue in found
    ]


@prepared
def issues_called(account: Account, words: list[str], places: range) -> QuerySet[Issue]:
    """The first of them, as many as there are places."""
    named: Q = fits("name", words) | fits("change", words)
    return Issue.objects.visible_to(account).filter(named).select_related("group")[: len(places)]


def register() -> None:
    """Put both into the search box."""
    SOURCES.add("issues", Source(gettext_lazy("Issues"), "flag", SEE_LISTENING, find_issues, order=40))
    SOURCES.add("ballots", Source(gettext_lazy("Ballots"), "hand-raised", SIGNED_IN, find_ballots, order=41))
