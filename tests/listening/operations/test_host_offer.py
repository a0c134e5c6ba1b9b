"""An offer to host becomes the next meeting, which grew from the one where it was made."""

import pytest

from m4c.core.errors import NotAllowed
from m4c.listening.models import HouseMeeting
from m4c.listening.operations.host_offer import OfferRefused, arrange_offered, let_go_of_offer, write_offer
from m4c.listening.operations.meeting_round import put_in_round
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.person import NewPerson
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, somebody
from tests.listening.holding import LATER, guest_at, meeting_of, offer_at, round_of


def test_a_guests_offer_becomes_the_next_meeting_of_the_round(cast: Cast) -> None:
    meeting, shared = meeting_of(cast), round_of(cast)
    put_in_round(meeting_round=shared, meetings=[meeting], by=cast.organiser)
    amal = guest_at(cast, meeting).person
    offer = arrange_offered(offer=offer_at(cast, meeting, amal), host=amal, day=LATER, by=cast.leader)
    arranged = HouseMeeting.objects.get(grew_from=meeting)
    assert offer.became == arranged
    assert (arranged.host, arranged.day, arranged.grew_from, arranged.round) == (amal, LATER, meeting, shared)
    assert arranged.event.kind == "house_meeting"


def test_a_name_comes_on_record_by_hosting(cast: Cast) -> None:
    meeting = meeting_of(cast)
    new = NewPerson("Mair", "Pugh", phones=["+447700900123"])
    offer = arrange_offered(offer=offer_at(cast, meeting), host=new, day=LATER, by=cast.leader)
    assert (offer.name, str(offer.person)) == ("", "Mair Pugh")
    assert HouseMeeting.objects.get(grew_from=meeting).host == offer.person


def test_once_only_and_after_the_meeting(cast: Cast) -> None:
    meeting = meeting_of(cast)
    amal = guest_at(cast, meeting).person
    offer = offer_at(cast, meeting, amal)
    with pytest.raises(OfferRefused) as early:
        arrange_offered(offer=offer, host=amal, day=TODAY.replace(day=1), by=cast.leader)
    arrange_offered(offer=offer, host=amal, day=LATER, by=cast.leader)
    with pytest.raises(OfferRefused) as twice:
        arrange_offered(offer=offer, host=amal, day=LATER, by=cast.leader)
    assert (early.value.code, twice.value.code) == ("too_early", "settled")


def test_two_offers_make_no_one_meeting_and_none_makes_itself(cast: Cast) -> None:
    meeting = meeting_of(cast)
    amal = guest_at(cast, meeting).person
    arrange_offered(offer=offer_at(cast, meeting, amal), host=amal, day=LATER, by=cast.leader)
    other = offer_at(cast, meeting)
    for host, day in ((amal, LATER), (cast.person("leader"), TODAY)):
        with pytest.raises(OfferRefused) as refused:
            arrange_offered(offer=other, host=host, day=day, by=cast.organiser)
        assert refused.value.code == "same_day"


def test_whom_one_may_not_see_one_cannot_name(cast: Cast) -> None:
    offer = offer_at(cast, meeting_of(cast))
    with pytest.raises(Unseen):
        arrange_offered(offer=offer, host=somebody(cast, group=cast.manchester), day=LATER, by=cast.leader)


def test_it_is_let_go(cast: Cast) -> None:
    offer = offer_at(cast, meeting_of(cast))
    let_go_of_offer(offer=offer, at=NOW, by=cast.leader)
    assert offer.declined_at == NOW
    with pytest.raises(OfferRefused):
        arrange_offered(offer=offer, host=cast.person("leader"), day=LATER, by=cast.leader)


def test_who_may_settle_an_offer_at_the_leaders_meeting(cast: Cast) -> None:
    offer = offer_at(cast, meeting_of(cast))
    allowed = {"leader", "organiser", "national_organiser"}
    assert doers(lambda account: let_go_of_offer(offer=offer, at=NOW, by=account), cast) == allowed
    with pytest.raises(NotAllowed):
        arrange_offered(offer=offer, host=cast.person("member"), day=LATER, by=cast.member)


def test_a_guest_offers_once_and_takes_heart_again(cast: Cast) -> None:
    meeting = meeting_of(cast)
    amal = guest_at(cast, meeting).person
    first = offer_at(cast, meeting, amal)
    let_go_of_offer(offer=first, at=NOW, by=cast.leader)
    again = write_offer(meeting=meeting, person=amal, name="", by_when=LATER)
    assert (again.pk, again.declined_at, again.by_when) == (first.pk, None, LATER)
