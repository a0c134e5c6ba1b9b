"""Offers to host stand on Today of whoever may arrange them, until a meeting came of them or they were let go."""

from django.utils import timezone

from m4c.leaders.today_lines import Moment
from m4c.leaders.today_taken_on import taken_on
from m4c.listening.operations.host_offer import arrange_offered, let_go_of_offer
from m4c.people.models import Account
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW
from tests.listening.holding import LATER, guest_at, meeting_of, offer_at


def lines(account: Account) -> list[str]:
    """Who would host, as Today says it."""
    moment = Moment(timezone.now())
    return [line.title for line in taken_on(account, moment) if "house meeting" in line.detail]


def test_an_offer_stands_there_for_the_host_and_their_organiser(cast: Cast) -> None:
    meeting = meeting_of(cast)
    amal = guest_at(cast, meeting).person
    offer_at(cast, meeting, amal)
    offer_at(cast, meeting)
    shown = {name: lines(cast.fresh(name)) for name in ("leader", "organiser", "leader_elsewhere", "member")}
    both = ["Amal Yusuf", "Mair"]
    assert shown == {"leader": both, "organiser": both, "leader_elsewhere": [], "member": []}


def test_it_goes_once_it_is_arranged_or_let_go(cast: Cast) -> None:
    meeting = meeting_of(cast)
    amal = guest_at(cast, meeting).person
    arrange_offered(offer=offer_at(cast, meeting, amal), host=amal, day=LATER, by=cast.leader)
    let_go_of_offer(offer=offer_at(cast, meeting), at=NOW, by=cast.leader)
    assert lines(cast.leader) == []


def test_whoever_is_kept_safe_is_not_told_of(cast: Cast) -> None:
    meeting = meeting_of(cast)
    amal = guest_at(cast, meeting).person
    offer_at(cast, meeting, amal)
    keep_safe(person=amal, at=NOW, by=cast.operator)
    assert (lines(cast.fresh("leader")), lines(cast.fresh("organiser"))) == ([], [])
