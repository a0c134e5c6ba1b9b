"""Taking up an offer to host from its page, and letting it go."""

from m4c.listening.models import HostOffer, HouseMeeting
from tests.cast import Cast
from tests.factories import signed_in, words_of
from tests.listening.holding import guest_at, meeting_of, offer_at


def test_a_guest_is_asked_for_a_day_alone(cast: Cast) -> None:
    meeting = meeting_of(cast)
    offer = offer_at(cast, meeting, guest_at(cast, meeting).person)
    client, where = signed_in(cast, "organiser"), f"/organise/host-offers/{offer.uid}/arranging/"
    page = words_of(client.get(where))
    assert ("Amal Yusuf offered to host it." in page, 'name="host"' in page) == (True, False)
    assert client.post(where, {"day": "2026-10-12"}).status_code == 302
    assert str(HouseMeeting.objects.get(grew_from=meeting).host) == "Amal Yusuf"


def test_a_name_is_asked_for_who_it_is(cast: Cast) -> None:
    meeting = meeting_of(cast)
    offer = offer_at(cast, meeting)
    client, where = signed_in(cast, "leader"), f"/organise/host-offers/{offer.uid}/arranging/"
    assert 'name="host"' in words_of(client.get(where))
    new = {"host": "Mair Pugh", "host-chosen": "new", "host-phone": "07700 900123", "host-email": ""}
    assert client.post(where, new | {"day": "2026-10-12"}).status_code == 302
    assert str(HouseMeeting.objects.get(grew_from=meeting).host) == "Mair Pugh"


def test_a_day_before_the_meeting_is_said_beside_the_field(cast: Cast) -> None:
    meeting = meeting_of(cast)
    offer = offer_at(cast, meeting, guest_at(cast, meeting).person)
    response = signed_in(cast, "leader").post(f"/organise/host-offers/{offer.uid}/arranging/", {"day": "2026-09-12"})
    assert "it comes after it" in words_of(response, 422)


def test_it_is_let_go(cast: Cast) -> None:
    offer = offer_at(cast, meeting_of(cast))
    signed_in(cast, "leader").post(f"/organise/host-offers/{offer.uid}/letting-go/")
    assert HostOffer.objects.get().declined_at is not None


def test_an_offer_elsewhere_is_not_there(cast: Cast) -> None:
    offer = offer_at(cast, meeting_of(cast))
    where = f"/organise/host-offers/{offer.uid}/arranging/"
    assert signed_in(cast, "organiser_elsewhere").get(where).status_code == 404
