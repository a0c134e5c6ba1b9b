"""Pages of rounds: their list, one with its tree, its meetings and its gatherings."""

from datetime import timedelta

from m4c.listening.models import MeetingRound
from m4c.listening.operations.meeting_round import put_in_round
from tests.cast import Cast
from tests.factories import TODAY, queries_of, signed_in, somebody, words_of
from tests.listening.holding import guest_at, meeting_of, objects, offer_at, round_of

ROUNDS = "/organise/listening/rounds/"


def test_a_round_is_begun_given_its_meetings_and_gathered(cast: Cast) -> None:
    meeting, client = meeting_of(cast), signed_in(cast, "organiser")
    words_of(client.get(f"{ROUNDS}new/"))
    client.post(f"{ROUNDS}new/", {"name": "Autumn", "starts_on": "2026-10-05", "group": "cardiff"})
    here = f"{ROUNDS}{MeetingRound.objects.get().uid}/"
    client.post(f"{here}meetings/", {"meetings": str(meeting.uid)})
    assert "Bethan Griffiths" in words_of(client.get(here))
    words_of(client.get(f"{here}gatherings/fourth/"))
    client.post(f"{here}gatherings/fourth/", {"day": "2026-11-01", "hour": "14:00", "place": "The Oasis"})
    page = words_of(client.get(here))
    assert ("1 November 2026, 14:00" in page, "The Oasis" in page) == (True, True)
    assert client.get(f"{here}gatherings/fourth/").status_code == 404
    client.post(f"/organise/conversations/house-meetings/{meeting.uid}/round/removal/")
    assert "No meeting belongs to it yet" in words_of(client.get(here))


def test_planning_a_gathering_asks_everybody_met_and_says_who_is_not(cast: Cast) -> None:
    shared, meeting, client = round_of(cast), meeting_of(cast, held_on=TODAY), signed_in(cast, "organiser")
    put_in_round(meeting_round=shared, meetings=[meeting], by=cast.organiser)
    guest_at(cast, meeting)
    objects(cast, guest_at(cast, meeting, "Olive Objects").person)
    day = (TODAY + timedelta(days=20)).isoformat()
    where = f"{ROUNDS}{shared.uid}/gatherings/fourth/"
    told = words_of(client.post(where, {"day": day, "hour": "14:00", "asks": "on"}, follow=True))
    assert "2 people are on the list to ask." in told
    assert "Not asked: Olive Objects." in told
    guest_at(cast, meeting, "Late Lena")
    again = words_of(client.post(f"{where}asking/", follow=True))
    assert ("1 person is on the list to ask." in again, "2 people were on its list before." in again) == (True, True)


def test_its_name_is_said_anew_or_refused_in_place(cast: Cast) -> None:
    shared, client = round_of(cast), signed_in(cast, "organiser")
    round_of(cast, "Winter")
    where = f"{ROUNDS}{shared.uid}/change/"
    assert client.post(where, {"name": "Spring", "starts_on": "2026-10-06"}).status_code == 302
    assert "The group has a round of that name." in words_of(
        client.post(where, {"name": "Winter", "starts_on": "2026-10-06"}), 422
    )


def test_the_list_tells_of_ones_groups(cast: Cast) -> None:
    round_of(cast)
    assert "Autumn in Splott" in words_of(signed_in(cast, "leader").get(ROUNDS))
    assert "No round yet" in words_of(signed_in(cast, "leader_elsewhere").get(ROUNDS))


def test_offers_still_open_stand_in_the_tree(cast: Cast) -> None:
    shared, meeting = round_of(cast), meeting_of(cast)
    put_in_round(meeting_round=shared, meetings=[meeting], by=cast.organiser)
    offer_at(cast, meeting)
    assert "Offered to host:" in words_of(signed_in(cast, "organiser").get(f"{ROUNDS}{shared.uid}/"))


def test_it_takes_as_many_statements_for_three_as_for_one(cast: Cast) -> None:
    shared, client = round_of(cast), signed_in(cast, "organiser")

    def one_more(name: str) -> None:
        meeting = meeting_of(cast, somebody(cast, name))
        put_in_round(meeting_round=shared, meetings=[meeting], by=cast.organiser)
        offer_at(cast, meeting, guest_at(cast, meeting, f"{name} the Younger").person)
        meeting_of(cast, somebody(cast, f"{name} the Elder"))  # offered to the round

    one_more("Amal Yusuf")
    before = queries_of(client, f"{ROUNDS}{shared.uid}/")
    one_more("Ebo Iwu")
    one_more("Mair Pugh")
    assert queries_of(client, f"{ROUNDS}{shared.uid}/") == before
