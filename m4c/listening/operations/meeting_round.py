"""Rounds of house meetings: begun, given their meetings, and gathered in the fourth and the eighth week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, change_many, operation
from m4c.events.models import Event
from m4c.events.operations.asking_many import Listing, list_people
from m4c.events.operations.event import NewEvent, make_event
from m4c.listening.models import Concern, HouseMeeting, ListeningCampaign, MeetingRound
from m4c.listening.permissions import RUN_LISTENING
from m4c.listening.rounds.met import met_in
from m4c.people.groups.merging import Joining, drop
from m4c.people.models import Account, Group

WEEKS = {"fourth_week": 4, "eighth_week": 8}  # domain.md, A1
STARTS = time(19)


class RoundRefused(Refused):
    """The round would not make sense."""


@dataclass(frozen=True)
class Gathering:
    """A gathering that was planned, and what became of asking everybody met, where that was asked for."""

    touched: list[MeetingRound]
    listing: Listing | None = None


@operation(RUN_LISTENING, on="group")
def begin_round(
    *, group: Group, name: str, starts_on: date, by: Account, campaign: ListeningCampaign | None = None
) -> MeetingRound:
    """Begin a round of house meetings in a group, as part of a listening campaign or by itself.

    Raises RoundRefused for no name, one that is taken, or a campaign that the account does not see.
    """
    name = checked(group, name)
    if campaign and not ListeningCampaign.objects.visible_to(by).filter(pk=campaign.pk).exists():
        raise RoundRefused(_("That record cannot be written."), field="campaign", code="unseen")
    return MeetingRound.objects.create(group=group, name=name, starts_on=starts_on, campaign=campaign, made_by=by)


@operation(RUN_LISTENING, on="meeting_round")
def change_round(*, meeting_round: MeetingRound, name: str, starts_on: date, by: Account) -> MeetingRound:
    """Say anew what a round is called and when it begins. Raises RoundRefused."""
    change(meeting_round, name=checked(meeting_round.group, name, meeting_round), starts_on=starts_on)
    return meeting_round


@operation(RUN_LISTENING, on="meeting_round")
def put_in_round(*, meeting_round: MeetingRound, meetings: Sequence[HouseMeeting], by: Account) -> list[HouseMeeting]:
    """Let house meetings of the round's group, or of one below it, belong to it, and to its listening campaign.

    A meeting of another round comes over; what was said at one of no campaign counts for the round's from now on.
    Raises RoundRefused for one of a group elsewhere.
    """
    if any(not meeting.group.path.startswith(meeting_round.group.path) for meeting in meetings):
        raise RoundRefused(_("That meeting is another group's."), code="elsewhere")
    campaign = meeting_round.campaign
    if campaign:
        Concern.objects.filter(house_meeting__in=meetings, campaign=None).update(campaign=campaign)
    return change_many(
        {meeting: {"round": meeting_round, "campaign": campaign or meeting.campaign} for meeting in meetings}
    )


@operation(RUN_LISTENING, on="meeting")
def take_out_of_round(*, meeting: HouseMeeting, by: Account) -> HouseMeeting:
    """Let a house meeting belong to no round."""
    change(meeting, round=None)
    return meeting


@operation(RUN_LISTENING, on="meeting_round", public=True)
def call_gathering(
    *,
    meeting_round: MeetingRound,
    week: str,
    starts_at: datetime,
    by: Account,
    place: str = "",
    ask_at: datetime | None = None,
) -> Gathering:
    """Plan the gathering of the `fourth_week` or the `eighth_week`; with `ask_at` everybody met is asked (`ask_met`).

    Raises RoundRefused where there is one, or where it would come before the round; EventRefused; as `ask_met`.
    """
    if week not in WEEKS:
        raise TypeError(f"call_gathering: {week} is no week of a round")
    if getattr(meeting_round, week):
        raise RoundRefused(_("That gathering is planned already."), code="planned")
    if timezone.localdate(starts_at) < meeting_round.starts_on:
        raise RoundRefused(_("The round begins after that day."), field="starts_at", code="too_early")
    new = NewEvent(
        kind=Event.Kind.ASSEMBLY if week == "eighth_week" else Event.Kind.PLANNING,
        title=f"{meeting_round.name}: {TITLES[week]}",
        starts_at=starts_at,
        place=place.strip(),
    )
    change(meeting_round, **{week: make_event(group=meeting_round.group, new=new)})
    listing = ask_met(meeting_round=meeting_round, week=week, at=ask_at, by=by) if ask_at else None
    return Gathering([meeting_round], listing)


@operation(RUN_LISTENING, on="meeting_round")
def ask_met(*, meeting_round: MeetingRound, week: str, at: datetime, by: Account) -> Listing:
    """Put everybody met in the round so far on the gathering's lists of whom to ask: each on that of the host who met
    them. Pressed again it adds those met since. Raises RoundRefused where nothing is planned, AttendanceRefused where
    it was called off, and NotAllowed for an account that asks nobody to events.
    """
    event = getattr(meeting_round, week) if week in WEEKS else None
    if event is None:
        raise RoundRefused(_("That gathering is not planned yet."), code="not_planned")
    return list_people(event=event, rows=met_in(meeting_round, by), at=at, by=by)


TITLES = {"fourth_week": _("gathering in the fourth week"), "eighth_week": _("gathering in the eighth week")}


def usual_start(meeting_round: MeetingRound, week: str) -> datetime:
    """When the gathering of a week would be: the evening before that week ends."""
    day = meeting_round.starts_on + timedelta(weeks=WEEKS[week], days=-1)
    return timezone.make_aware(datetime.combine(day, STARTS))


def checked(group: Group, name: str, meeting_round: MeetingRound | None = None) -> str:
    """A name as it is kept. Raises RoundRefused for none, or for one that another round of the group has."""
    name = name.strip()
    if not name:
        raise RoundRefused(_("Give the round a name."), field="name", code="no_name")
    others = MeetingRound.objects.filter(group=group, name=name)
    if (others.exclude(pk=meeting_round.pk) if meeting_round else others).exists():
        raise RoundRefused(_("The group has a round of that name."), field="name", code="same_name")
    return name


def one_round(joining: Joining, kept: MeetingRound, gone: MeetingRound) -> None:
    """Two rounds of one name are one: its meetings come along, and a gathering that the other had not planned."""
    HouseMeeting.objects.filter(round=gone).update(round=kept)
    change(kept, **{week: getattr(kept, week) or getattr(gone, week) for week in ("fourth_week", "eighth_week")})
    drop(joining, kept, gone)
