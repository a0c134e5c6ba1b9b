"""An issue lists its meetings, and a ballot and a report name theirs, to those alone who may see them."""

from typing import Any

import pytest
from django.urls import reverse

from m4c.events.models import AgendaItem, Event
from m4c.listening.deciding.meetings import LISTED, meetings_of
from m4c.listening.models import Issue, Voter
from m4c.listening.operations.ballot import BallotRefused
from m4c.listening.themes.report import ListeningReport
from tests.cast import Cast
from tests.factories import TODAY, gathering, queries_of, signed_in, somebody, words_of
from tests.listening.campaigning import campaign_of
from tests.listening.deciding.making import ballot_of, concern_of, issue_of, theme_of
from tests.listening.holding import meeting_of

pytestmark = pytest.mark.django_db
INVITED: dict[str, Any] = {"visibility": Event.Visibility.INVITED, "title": "The inner circle"}


def decided_at(cast: Cast, event: Event, **more: Any) -> Issue:
    """An issue chosen at a meeting."""
    return issue_of(cast, event=event, tells=False, **more)


def test_each_meeting_stands_there_with_why(cast: Cast) -> None:
    theme, kitchen, asked = theme_of(cast), meeting_of(cast), somebody(cast)
    concern_of(cast, theme, asked, house_meeting=kitchen)
    concern_of(cast, theme, asked, house_meeting=kitchen)
    here, before = gathering(cast, days=0), gathering(cast, days=-7, title="Committee", visibility="group")
    AgendaItem.objects.create(event=before, position=1, title="Which first: lights on Heol Trelai?")
    gathering(cast, days=-14, title="Of something else")
    issue = decided_at(cast, here, theme=theme)
    assert [(one.title, one.why) for one in meetings_of(issue, cast.organiser).latest] == [
        ("Street lights", "It was decided there"),
        ("A house meeting", "What was said there led to it"),
        ("Committee", "It stood on the agenda"),
    ]
    shown = words_of(signed_in(cast, "organiser").get(reverse("issue", kwargs={"uid": issue.uid})))
    assert all(words in shown for words in ("Its meetings", "Committee", reverse("event", kwargs={"uid": here.uid})))


def test_the_meeting_of_its_ballot_is_one_of_them(cast: Cast) -> None:
    event = gathering(cast)
    ballot = ballot_of(cast, event=event)
    issue = issue_of(cast, ballot=ballot, tells=False)
    Issue.objects.filter(pk=issue.pk).update(event=None)
    assert [one.title for one in meetings_of(Issue.objects.get(), cast.organiser).latest] == [event.title]


def test_a_meeting_for_those_invited_is_named_to_no_other_reader(cast: Cast) -> None:
    event = gathering(cast, cast.england, **INVITED)
    address = reverse("issue", kwargs={"uid": decided_at(cast, event).uid})
    shown = {
        who: event.title in words_of(signed_in(cast, who).get(address)) for who in ("organiser", "data_protection")
    }
    assert shown == {"organiser": False, "data_protection": True}


def test_a_ballot_names_its_meeting_to_no_voter_who_may_not_see_it(cast: Cast) -> None:
    event = gathering(cast, **INVITED)
    ballot = ballot_of(cast, event=event)
    Voter.objects.create(ballot=ballot, person=cast.person("member"))
    address = reverse("ballot", kwargs={"uid": ballot.uid})
    shown = {who: event.title in words_of(signed_in(cast, who).get(address)) for who in ("organiser", "member")}
    assert shown == {"organiser": True, "member": False}


def test_nothing_is_decided_at_a_meeting_that_one_may_not_see(cast: Cast) -> None:
    with pytest.raises(BallotRefused):
        ballot_of(cast, event=gathering(cast, cast.england, **INVITED))


def test_a_report_names_where_it_reports_back_to_who_may_see_it(cast: Cast) -> None:
    campaign = campaign_of(cast)
    campaign.report_back = event = gathering(cast, cast.england, **INVITED)
    told = {who: ListeningReport(campaign, getattr(cast, who)).report_back for who in ("organiser", "data_protection")}
    assert told == {"organiser": None, "data_protection": event}


def test_the_list_is_kept_short_and_asks_as_much_however_many_there_are(cast: Cast) -> None:
    issue = decided_at(cast, gathering(cast))
    client, address = signed_in(cast, "organiser"), reverse("issue", kwargs={"uid": issue.uid})
    few = queries_of(client, address)
    for number in range(LISTED + 1):
        event = gathering(cast, days=-number - 1, title=f"Committee {number}")
        AgendaItem.objects.create(event=event, position=1, title=issue.name)
    assert queries_of(client, address) == few
    assert meetings_of(issue, cast.organiser).more == 2
    assert meetings_of(issue, cast.organiser).latest[0].day == TODAY
