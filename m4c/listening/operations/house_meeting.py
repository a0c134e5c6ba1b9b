"""Arrange, hold and follow up house meetings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.events.models import Event, HeadCount
from m4c.events.operations.event import NewEvent, build_event, set_called_off, set_day, set_head_counts
from m4c.listening.models import HouseMeeting, ListeningCampaign
from m4c.listening.operations.campaign import check_joins
from m4c.listening.operations.own_name import check_own_name
from m4c.listening.permissions import RECORD_CONVERSATIONS, RECORD_FOR_OTHERS
from m4c.people import ledger
from m4c.people.models import Account, Group, Person
from m4c.people.operations.must_see import must_see

STARTS = time(19)  # where nobody wrote down the hour


class HouseMeetingRefused(Refused):
    """The house meeting would not make sense."""


@dataclass(frozen=True)
class NewHouseMeeting:
    """A house meeting: who hosts, on which day, and how far it got."""

    host: Person
    day: date
    held_on: date | None = None
    people_attending: int | None = None
    followed_up_on: date | None = None
    next_step: str = ""
    next_step_by: date | None = None
    campaign: ListeningCampaign | None = None


@operation(RECORD_CONVERSATIONS, on="group")
def record_house_meeting(*, group: Group, new: NewHouseMeeting, by: Account) -> HouseMeeting:
    """Record a house meeting that one hosts, or that somebody does whose organiser one is, with its event.

    The same host on the same day is one meeting; told again, it only gets further, or is on again after it was called
    off. Raises HouseMeetingRefused, Unseen, and NotAllowed in another's name.
    """
    check_own_name([new.host.pk], group, by, RECORD_FOR_OTHERS)
    must_see([new.host], by)
    check_joins(new.campaign, group, by)
    known = HouseMeeting.objects.filter(host=new.host, day=new.day).exclude(group=group)
    if known.exists() and not known.visible_to(by).exists():
        raise HouseMeetingRefused(_("That record cannot be written."), code="uid_taken")
    meeting = house_meeting_many(group_of={new.host.pk: group}, rows=[new])[0]
    if meeting.called_off_on:
        put_on_again(meeting)
    return meeting


@operation(RECORD_CONVERSATIONS, on="group")
def record_house_meetings(*, group: Group, rows: Sequence[NewHouseMeeting], by: Account) -> list[HouseMeeting]:
    """Record many house meetings of one group, at most 500 at a time, in their order. Raises as for one."""
    check_own_name([row.host.pk for row in rows], group, by, RECORD_FOR_OTHERS)
    must_see([row.host for row in rows], by)
    return house_meeting_many(group_of={row.host.pk: group for row in rows}, rows=rows)


@operation(RECORD_CONVERSATIONS, on="meeting", public=True)
def rearrange_house_meeting(*, meeting: HouseMeeting, day: date, by: Account) -> HouseMeeting:
    """Move one that is still to be held to another day, with its event. Raises HouseMeetingRefused."""
    check_own_name([meeting.host_id], meeting, by, RECORD_FOR_OTHERS)
    if meeting.held_on or meeting.called_off_on:
        raise HouseMeetingRefused(_("Only a house meeting that is still to come can be moved."), field="day")
    if HouseMeeting.objects.filter(host=meeting.host_id, day=day).exclude(pk=meeting.pk).exists():
        raise HouseMeetingRefused(_("There is one on that day already."), field="day", code="same_day")
    change(meeting, day=day)
    set_day(meeting.event, day)
    return meeting


@operation(RECORD_CONVERSATIONS, on="meeting")
def hold_house_meeting(
    *,
    meeting: HouseMeeting,
    on: date,
    by: Account,
    people_attending: int | None = None,
    next_step: str | None = None,
    next_step_by: date | None = None,
) -> HouseMeeting:
    """It took place on this day, with so many there; `next_step` is what was agreed, by when.

    None leaves what stands; said again, it corrects what was said. The event moves to that day. Raises
    HouseMeetingRefused.
    """
    check_own_name([meeting.host_id], meeting, by, RECORD_FOR_OTHERS)
    if meeting.called_off_on:
        raise HouseMeetingRefused(_("This house meeting was called off."), code="called_off")
    if meeting.followed_up_on and meeting.followed_up_on < on:
        raise HouseMeetingRefused(_("Its next step happened before that day."), field="held_on")
    said: dict[str, object] = {} if people_attending is None else {"people_attending": people_attending}
    if next_step is not None:
        said |= {"next_step": next_step.strip(), "next_step_by": next_step_by}
    change(meeting, held_on=on, **said)
    set_day(meeting.event, on)
    if meeting.people_attending is not None:
        set_head_counts({meeting.event: meeting.people_attending})
    ledger.write([meeting])
    return meeting


@operation(RECORD_CONVERSATIONS, on="meeting")
def follow_up_house_meeting(*, meeting: HouseMeeting, on: date, by: Account) -> HouseMeeting:
    """What was agreed there happened on this day. Raises HouseMeetingRefused."""
    check_own_name([meeting.host_id], meeting, by, RECORD_FOR_OTHERS)
    if not meeting.held_on:
        raise HouseMeetingRefused(_("Only a house meeting that was held can be followed up."), code="not_held")
    if on < meeting.held_on:
        raise HouseMeetingRefused(_("A next step happens after the meeting."), field="followed_up_on", code="too_early")
    change(meeting, followed_up_on=on)
    return meeting


@operation(RECORD_CONVERSATIONS, on="meeting", public=True)
def call_off_house_meeting(*, meeting: HouseMeeting, at: datetime, by: Account) -> HouseMeeting:
    """It will not take place; it and its event count nowhere. Raises HouseMeetingRefused."""
    check_own_name([meeting.host_id], meeting, by, RECORD_FOR_OTHERS)
    if meeting.held_on:
        raise HouseMeetingRefused(_("A house meeting that was held cannot be called off."), code="held")
    change(meeting, called_off_on=timezone.localdate(at))
    set_called_off(meeting.event, at)
    return meeting


@operation(RECORD_CONVERSATIONS, on="meeting", public=True)
def reopen_house_meeting(*, meeting: HouseMeeting, by: Account) -> HouseMeeting:
    """Take back the last thing said of it: called off, followed up, or held. Raises HouseMeetingRefused for nothing."""
    check_own_name([meeting.host_id], meeting, by, RECORD_FOR_OTHERS)
    if meeting.called_off_on:
        put_on_again(meeting)
    elif meeting.followed_up_on:
        change(meeting, followed_up_on=None)
    elif meeting.held_on:
        change(meeting, held_on=None, people_attending=None)
        set_day(meeting.event, meeting.day)
        own_count = HeadCount.objects.filter(event=meeting.event_id, how=HeadCount.How.COUNTED, said_by="")
        own_count.delete()  # what others said of it stays
    else:
        raise HouseMeetingRefused(_("There is nothing to take back."), code="only_arranged")
    ledger.write([meeting])
    return meeting


def house_meeting_many(*, group_of: dict[int, Group], rows: Sequence[NewHouseMeeting]) -> list[HouseMeeting]:
    """Write house meetings with their events and figures, each in the group of its host (by the host's id).

    One that is known by host and day only gets further: arranged, held, followed up; never back.
    """
    for row in rows:
        check(row)
    hosts, days = {row.host.pk for row in rows}, {row.day for row in rows}
    known = {
        (found.host_id, found.day): found
        for found in HouseMeeting.objects.filter(host__in=hosts, day__in=days).select_related("event")
    }
    new: dict[tuple[int, date], HouseMeeting] = {}
    for row in rows:
        key = (row.host.pk, row.day)
        if key in known:
            change(known[key], **further(known[key], row))
            let_event_follow(known[key])
        elif key in new:
            for name, value in further(new[key], row).items():
                setattr(new[key], name, value)
        else:
            new[key] = build(row, group_of[row.host.pk])
    Event.objects.bulk_create([meeting.event for meeting in new.values()], batch_size=500)
    HouseMeeting.objects.bulk_create(new.values(), batch_size=500)
    by_key = known | new
    written = {(row.host.pk, row.day): by_key[row.host.pk, row.day] for row in rows}
    counted = [meeting for meeting in written.values() if meeting.people_attending is not None]
    set_head_counts({meeting.event: meeting.people_attending or 0 for meeting in counted})
    ledger.write(written.values())
    return [written[row.host.pk, row.day] for row in rows]


def build(row: NewHouseMeeting, group: Group) -> HouseMeeting:
    """A house meeting with its event, neither saved yet. The title names no host: titles are read by the group."""
    event = build_event(
        group=group,
        new=NewEvent(
            kind=Event.Kind.HOUSE_MEETING,
            title=_("House meeting"),
            starts_at=timezone.make_aware(datetime.combine(row.held_on or row.day, STARTS)),
            visibility=Event.Visibility.INVITED,
        ),
    )
    return HouseMeeting(
        event=event,
        host=row.host,
        group=group,
        day=row.day,
        held_on=row.held_on,
        people_attending=row.people_attending,
        followed_up_on=row.followed_up_on,
        next_step=row.next_step.strip(),
        next_step_by=row.next_step_by,
        campaign=row.campaign,
    )


def further(meeting: HouseMeeting, row: NewHouseMeeting) -> dict[str, object]:
    """What a meeting is once a row's word is added to what is known; nothing is taken back."""
    return {
        "held_on": meeting.held_on or row.held_on,
        "people_attending": row.people_attending if meeting.people_attending is None else meeting.people_attending,
        "followed_up_on": meeting.followed_up_on or row.followed_up_on,
        "next_step": meeting.next_step or row.next_step.strip(),
        "next_step_by": meeting.next_step_by or row.next_step_by,
        "campaign_id": meeting.campaign_id or (row.campaign.pk if row.campaign else None),
        "called_off_on": None if row.held_on else meeting.called_off_on,
    }


def let_event_follow(meeting: HouseMeeting) -> None:
    """Bring the event's day, and that it takes place, in line with a meeting that got further."""
    if meeting.held_on:
        set_day(meeting.event, meeting.held_on)
    if meeting.event.is_called_off and not meeting.called_off_on:
        set_called_off(meeting.event, None)


def put_on_again(meeting: HouseMeeting) -> None:
    """Take back that a house meeting, with its event, was called off."""
    change(meeting, called_off_on=None)
    set_called_off(meeting.event, None)


def check(row: NewHouseMeeting) -> None:
    """Raise HouseMeetingRefused where something is said of a meeting that was not held."""
    if row.held_on is None and (row.followed_up_on or row.people_attending is not None):
        raise HouseMeetingRefused(_("Only a house meeting that was held has people there, or is followed up."))
