"""The chain of hosts of a round as a tree: each meeting under the one where its host offered, offers still open too."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Count

from m4c.listening.models import Concern, HostOffer, HouseMeeting, MeetingRound
from m4c.people.models import Account


@dataclass
class Branch:
    """A house meeting, how many concerns were heard there, what grew out of it, and who offered and has no day yet."""

    meeting: HouseMeeting
    concerns: int = 0
    offers: Sequence[HostOffer] = ()
    grown: "list[Branch]" = field(default_factory=list)

    @property
    def is_leaf(self) -> bool:
        """Whether nothing has come of it yet."""
        return not self.grown and not self.offers


@dataclass(frozen=True)
class Tree:
    """A round's meetings as far as the account sees them. `first` grew out of none of these."""

    first: list[Branch]
    meetings: list[HouseMeeting]
    concerns: int

    @property
    def held(self) -> list[HouseMeeting]:
        """Those that took place."""
        return [meeting for meeting in self.meetings if meeting.held_on]

    @property
    def people(self) -> int:
        """How many came to them, all told: whoever came twice counts twice."""
        return sum(meeting.people_attending or 0 for meeting in self.held)

    @property
    def hosts(self) -> int:
        """How many people hosted."""
        return len({meeting.host_id for meeting in self.meetings})


def tree_of(account: Account, meeting_round: MeetingRound) -> Tree:
    """The tree of a round, in three statements. Meetings called off are left out, unless something grew from them."""
    rows = HouseMeeting.objects.visible_to(account).filter(round=meeting_round)
    meetings = list(rows.select_related("host", "group").order_by("day", "pk"))
    ids = [meeting.pk for meeting in meetings]
    branches = {meeting.pk: Branch(meeting, offers=[]) for meeting in meetings}
    for pk, number in concerns_at(account, ids).items():
        branches[pk].concerns = number
    open_offers = HostOffer.objects.visible_to(account).filter(meeting__in=ids, became=None, declined_at=None)
    for offer in open_offers.select_related("person"):
        branches[offer.meeting_id].offers = [*branches[offer.meeting_id].offers, offer]
    first: list[Branch] = []
    for meeting in meetings:
        branch, above = branches[meeting.pk], branches.get(meeting.grew_from_id or 0)
        (above.grown if above else first).append(branch)
    taking_place = [meeting for meeting in meetings if not meeting.called_off_on]
    return Tree(without_called_off(first), taking_place, sum(branch.concerns for branch in branches.values()))


def concerns_at(account: Account, ids: Iterable[int]) -> Mapping[int, int]:
    """How many concerns the account sees of each of these meetings, by id."""
    found = Concern.objects.visible_to(account).filter(house_meeting__in=list(ids)).order_by()
    return dict(found.values_list("house_meeting").annotate(number=Count("pk")))


def without_called_off(branches: list[Branch]) -> list[Branch]:
    """The branches without those meetings that were called off and of which nothing came."""
    for branch in branches:
        branch.grown = without_called_off(branch.grown)
    return [branch for branch in branches if not branch.meeting.called_off_on or not branch.is_leaf]
