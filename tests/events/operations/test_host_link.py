"""A host's link: for one event, on the first device, until the event is over or it is called back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from m4c.core.models.record import new_uid
from m4c.events.door.hours import shuts_at
from m4c.events.models import Arrival, Attendance, HostLink
from m4c.events.operations.arriving import ArrivalRefused
from m4c.events.operations.attendance import AttendanceRefused
from m4c.events.operations.door import arrive_by_link
from m4c.events.operations.event import call_off_event
from m4c.events.operations.host_link import HostLinkRefused, make_host_link, open_host_link, revoke_host_link
from m4c.people.models.account import website
from m4c.people.models.sign_in_link import hash_of
from tests.events.taps import listed, new, said, tap
from tests.factories import NOW, doers, gathering, seers

HOURS = timedelta(hours=1)


@pytest.fixture
def event(cast):
    return gathering(cast, ends_at=NOW + 2 * HOURS)


@pytest.fixture
def made(cast, event):
    return make_host_link(event=event, for_whom="Ada at the side door", at=NOW, by=cast.leader)


@pytest.fixture
def opened(made):
    return open_host_link(token=made.token, at=NOW, by=website())


def test_a_link_is_made_until_the_event_is_over_and_its_secret_kept_as_a_hash(cast, event, made):
    link = HostLink.objects.get()
    assert (link.for_whom, link.made_by, link.expires_at) == ("Ada at the side door", cast.leader, shuts_at(event))
    assert (link.token_hash, len(made.token)) == (hash_of(made.token), 43)


def test_who_may_make_one_and_see_it(cast, event, made):
    def makes(account):
        make_host_link(event=event, for_whom="Ada", at=NOW, by=account)

    assert doers(makes, cast) == seers(cast, made.link) == {"leader", "organiser", "national_organiser"}


@pytest.mark.parametrize(("for_whom", "at"), [(" ", NOW), ("Ada", NOW + 4 * HOURS)])
def test_no_link_for_nobody_or_for_what_is_over(cast, event, for_whom, at):
    with pytest.raises(HostLinkRefused):
        make_host_link(event=event, for_whom=for_whom, at=at, by=cast.leader)


def test_no_link_to_an_event_that_was_called_off(cast, event):
    call_off_event(event=event, at=NOW, by=cast.organiser)
    with pytest.raises(AttendanceRefused):
        make_host_link(event=event, for_whom="Ada", at=NOW, by=cast.leader)


def test_it_opens_on_the_first_device_only(made, opened):
    assert HostLink.objects.get().device_hash == hash_of(opened.secret)
    with pytest.raises(HostLinkRefused):
        open_host_link(token=made.token, at=NOW, by=website())


def test_it_opens_nothing_when_the_event_is_over(made):
    with pytest.raises(HostLinkRefused):
        open_host_link(token=made.token, at=made.link.expires_at, by=website())


def test_called_back_it_opens_nothing_and_takes_nothing(cast, event, made, opened):
    for _twice in range(2):
        revoke_host_link(link=opened.link, at=NOW, by=cast.organiser)

    with pytest.raises(HostLinkRefused):
        open_host_link(token=made.token, at=NOW, by=website())
    with pytest.raises(ArrivalRefused):
        arrive_by_link(link=opened.link, sent=[tap(listed(cast, event))], at=NOW + HOURS, by=website())


def test_who_comes_in_by_it_is_noted_by_link(cast, event, opened):
    row = listed(cast, event)

    taken = arrive_by_link(link=opened.link, sent=[tap(row), new("Mair Pugh")], at=NOW + HOURS, by=website())

    assert said(taken) == ["in", "in"]
    assert set(Arrival.objects.values_list("by", "host_link")) == {(None, opened.link.pk)}
    assert set(Attendance.objects.values_list("state", flat=True)) == {"came", "walk_in"}


def test_it_reaches_no_other_event(cast, opened):
    elsewhere = listed(cast, gathering(cast, days=1))

    taken = arrive_by_link(link=opened.link, sent=[tap(elsewhere)], at=NOW + HOURS, by=website())

    assert [str(heard.refused) for heard in taken.heard] == ["That record cannot be written."]


def test_what_waited_for_a_signal_is_taken_for_a_day_and_nothing_that_happened_later(cast, event, opened):
    one, two = listed(cast, event), listed(cast, event, "Kofi Owusu")
    late = replace(tap(two, uid=new_uid()), at=opened.link.expires_at + HOURS)

    taken = arrive_by_link(link=opened.link, sent=[tap(one), late], at=opened.link.expires_at + 3 * HOURS, by=website())

    assert said(taken) == ["in", "refused"]
    with pytest.raises(ArrivalRefused):
        arrive_by_link(link=opened.link, sent=[], at=opened.link.expires_at + 25 * HOURS, by=website())


def test_a_link_that_was_never_opened_takes_nothing(cast, event, made):
    with pytest.raises(ArrivalRefused):
        arrive_by_link(link=made.link, sent=[tap(listed(cast, event))], at=NOW + HOURS, by=website())


def test_more_than_five_hundred_are_refused(opened):
    with pytest.raises(ArrivalRefused):
        arrive_by_link(link=opened.link, sent=[new("Mair Pugh")] * 501, at=NOW + HOURS, by=website())
