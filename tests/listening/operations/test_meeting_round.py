"""A round has a name, its meetings, and two gatherings; who runs a group's listening makes it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from m4c.listening.models import ListeningCampaign, MeetingRound
from m4c.listening.operations.concern import NewConcern, note_concern
from m4c.listening.operations.house_meeting import NewHouseMeeting, record_house_meeting
from m4c.listening.operations.meeting_round import (
    RoundRefused,
    begin_round,
    call_gathering,
    change_round,
    put_in_round,
    take_out_of_round,
    usual_start,
)
from m4c.people.models import Group
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, seers
from tests.listening.holding import meeting_of, round_of


def test_who_begins_one(cast: Cast) -> None:
    names = iter("abcdefghijklmnop")
    allowed = {"organiser", "national_organiser"}
    assert doers(lambda account: round_of(cast, next(names), by=account), cast) == allowed


def test_who_sees_one(cast: Cast) -> None:
    assert seers(cast, round_of(cast)) == {"leader", "organiser", "national_organiser", "data_protection"}


def test_it_has_a_name_of_its_own(cast: Cast) -> None:
    first, other = round_of(cast), round_of(cast, "Winter")
    for name in ("", first.name):
        with pytest.raises(RoundRefused):
            begin_round(group=cast.cardiff, name=name, starts_on=TODAY, by=cast.organiser)
        with pytest.raises(RoundRefused):
            change_round(meeting_round=other, name=name, starts_on=TODAY, by=cast.organiser)
    change_round(meeting_round=first, name=f" {first.name} ", starts_on=TODAY + timedelta(days=1), by=cast.organiser)
    assert first.starts_on == TODAY + timedelta(days=1)


def test_meetings_come_in_and_go_out(cast: Cast) -> None:
    shared, meeting = round_of(cast), meeting_of(cast)
    assert put_in_round(meeting_round=shared, meetings=[meeting], by=cast.organiser) == [meeting]
    take_out_of_round(meeting=meeting, by=cast.organiser)
    meeting.refresh_from_db()
    assert meeting.round is None


def listening_in(cast: Cast, group: Group) -> ListeningCampaign:
    """A listening campaign of a group, this autumn."""
    named = {"name": f"What hurts in {group}", "slug": f"what-hurts-in-{group.slug}", "made_by": cast.operator}
    days = {"starts_on": TODAY, "ends_on": TODAY + timedelta(weeks=6)}
    return ListeningCampaign.objects.create(group=group, **named, **days)


def test_of_a_campaign_what_was_said_at_its_meetings_counts_there(cast: Cast) -> None:
    campaign, meeting = listening_in(cast, cast.cardiff), meeting_of(cast)
    said = NewConcern("Damp", TODAY, house_meeting=meeting)
    concern = note_concern(group=cast.cardiff, new=said, at=NOW, by=cast.leader)
    put_in_round(meeting_round=round_of(cast, campaign=campaign), meetings=[meeting], by=cast.organiser)
    concern.refresh_from_db()
    assert (concern.campaign, meeting.campaign) == (campaign, campaign)


def test_a_campaign_that_one_does_not_see_is_no_rounds(cast: Cast) -> None:
    elsewhere = listening_in(cast, cast.manchester)
    with pytest.raises(RoundRefused):
        begin_round(group=cast.cardiff, name="Autumn", starts_on=TODAY, campaign=elsewhere, by=cast.organiser)


def test_a_meeting_elsewhere_belongs_to_no_round_here(cast: Cast) -> None:
    new = NewHouseMeeting(cast.person("leader_elsewhere"), TODAY)
    elsewhere = record_house_meeting(group=cast.manchester, new=new, by=cast.operator)
    with pytest.raises(RoundRefused):
        put_in_round(meeting_round=round_of(cast), meetings=[elsewhere], by=cast.organiser)


@pytest.mark.parametrize(("week", "weeks"), [("fourth_week", 4), ("eighth_week", 8)])
def test_a_gathering_is_an_event_of_that_week(cast: Cast, week: str, weeks: int) -> None:
    shared = round_of(cast)
    starts_at = usual_start(shared, week)
    assert timezone.localdate(starts_at) == TODAY + timedelta(weeks=weeks, days=-1)
    call_gathering(meeting_round=shared, week=week, starts_at=starts_at, place="The Oasis", by=cast.organiser)
    event = getattr(MeetingRound.objects.get(), week)
    assert (event.group, event.place, event.starts_at) == (cast.cardiff, "The Oasis", starts_at)
    with pytest.raises(RoundRefused):
        call_gathering(meeting_round=shared, week=week, starts_at=starts_at, by=cast.organiser)


def test_no_gathering_before_the_round_begins(cast: Cast) -> None:
    with pytest.raises(RoundRefused):
        call_gathering(
            meeting_round=round_of(cast), week="fourth_week", starts_at=NOW - timedelta(days=2), by=cast.organiser
        )
