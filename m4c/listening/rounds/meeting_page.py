"""What a house meeting's own page tells beyond how far it got: names, who came, what hurts, offers, jobs, its round."""

from dataclasses import dataclass

from m4c.events.models import Job, NameAtEvent
from m4c.listening.models import Concern, HostOffer, HouseMeeting, MeetingRound
from m4c.listening.rounds.guests import on_the_list
from m4c.people.models import Account
from m4c.people.naming import names_of

NAMES_NEEDED = 50  # domain.md, A1: 50 names for 10 to 15 guests


@dataclass(frozen=True)
class Told:
    """A house meeting as the account may read it. `offers` are with who offered, `jobs` with who took each."""

    own_names: int
    listed: int
    came: list[str]
    concerns: list[Concern]
    offers: list[tuple[HostOffer, str]]
    jobs: list[tuple[Job, str]]
    round: MeetingRound | None
    grew_from: HouseMeeting | None

    @property
    def names(self) -> int:
        """How many are asked: people, and names on the reader's own list."""
        return self.own_names + self.listed

    @property
    def needed(self) -> int:
        """How many names a house meeting needs, so that enough come."""
        return NAMES_NEEDED


def told_of(account: Account, meeting: HouseMeeting) -> Told:
    """What the page of a meeting shows, in a constant number of statements."""
    people = list(on_the_list(account, meeting))
    concerns = list(Concern.objects.visible_to(account).filter(house_meeting=meeting))
    offers = list(HostOffer.objects.visible_to(account).filter(meeting=meeting, declined_at=None))
    jobs = list(Job.objects.visible_to(account).filter(event=meeting.event_id).exclude(outcome=Job.Outcome.DROPPED))
    names = names_of(account, [*(offer.person_id for offer in offers), *(job.taken_by_id for job in jobs)])
    return Told(
        own_names=NameAtEvent.objects.visible_to(account).filter(event=meeting.event_id).count(),
        listed=len(people),
        came=[str(place.person) for place in people if place.was_there],
        concerns=concerns,
        offers=[(offer, names.get(offer.person_id, offer.name)) for offer in offers],
        jobs=[(job, names.get(job.taken_by_id, "")) for job in jobs],
        round=round_of(account, meeting),
        grew_from=grown_from(account, meeting),
    )


def round_of(account: Account, meeting: HouseMeeting) -> MeetingRound | None:
    """The round of a meeting, for whoever may see it."""
    if meeting.round_id is None:
        return None
    return MeetingRound.objects.visible_to(account).filter(pk=meeting.round_id).first()


def grown_from(account: Account, meeting: HouseMeeting) -> HouseMeeting | None:
    """The meeting where its host offered to be one, for whoever may see it."""
    if meeting.grew_from_id is None:
        return None
    before = HouseMeeting.objects.visible_to(account).filter(pk=meeting.grew_from_id)
    return before.select_related("host").first()
