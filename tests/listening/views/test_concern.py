"""What was left out is added where it was said, and what was wrong is struck there and put back."""

from typing import Any

from django.urls import reverse

from m4c.listening.models import Concern, ListeningCampaign, OneToOne
from m4c.listening.operations.concern import NewConcern, note_concern
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from tests.cast import Cast
from tests.factories import NOW, TODAY, queries_of, signed_in, somebody, words_of
from tests.listening.campaigning import campaign_of
from tests.listening.holding import meeting_of


def talk(cast: Cast, campaign: ListeningCampaign | None = None) -> OneToOne:
    """One of the leader's, held today."""
    amal = somebody(cast, met_by=cast.person("leader"))
    new = NewOneToOne(cast.person("leader"), amal, TODAY, held_on=TODAY, campaign=campaign)
    return record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)


def test_a_1_2_1_takes_what_was_left_out_of_it_with_its_campaign(cast: Cast) -> None:
    one, client = talk(cast, campaign_of(cast)), signed_in(cast, "leader")
    here = reverse("one-to-one", args=[one.uid])
    assert "Add what was left out" in words_of(client.get(here))
    sent = {"concern-words": "The lift is broken", "concern-strength": "3", "concern-may_quote": "on"}
    response: Any = client.post(reverse("add-concern-to-talk", args=[one.uid]), sent)
    assert response.url == here
    said = Concern.objects.get()
    assert (said.person, said.said_on, said.strength, said.may_quote) == (one.other, TODAY, 3, True)
    assert (said.one_to_one, said.campaign) == (one, one.campaign)
    assert "The lift is broken" in words_of(client.get(here))


def test_a_refused_concern_keeps_its_words(cast: Cast) -> None:
    client, one = signed_in(cast, "leader"), talk(cast)
    url = reverse("add-concern-to-talk", args=[one.uid])
    assert "What was left out" in words_of(client.post(url, {"concern-strength": "2"}), 422)


def test_a_line_is_struck_and_put_back_from_the_page_itself(cast: Cast) -> None:
    meeting, client = meeting_of(cast, held_on=TODAY), signed_in(cast, "leader")
    new = NewConcern("Damp", TODAY, house_meeting=meeting)
    said = note_concern(group=cast.cardiff, new=new, at=NOW, by=cast.leader)
    here = reverse("house-meeting", args=[meeting.uid])
    assert "Strike" in words_of(client.get(here))
    struck = words_of(client.post(reverse("strike-concern", args=[said.uid]), {"next": here}, follow=True))
    assert ("Put back" in struck, "<s>Damp</s>" in struck) == (True, True)
    back = words_of(client.post(reverse("put-back-concern", args=[said.uid]), follow=True))
    assert ("Put back" in back, "Damp" in back) == (False, True)


def test_others_words_are_struck_by_who_runs_it_alone(cast: Cast) -> None:
    meeting = meeting_of(cast, held_on=TODAY)
    new = NewConcern("Damp", TODAY, house_meeting=meeting)
    said = note_concern(group=cast.cardiff, new=new, at=NOW, by=cast.organiser)
    strike = reverse("strike-concern", args=[said.uid])
    client = signed_in(cast, "leader")
    assert "Strike" not in words_of(client.get(reverse("house-meeting", args=[meeting.uid])))
    client.post(strike)
    said.refresh_from_db()
    assert said.struck_at is None
    assert "Strike" in words_of(signed_in(cast, "organiser").get(reverse("house-meeting", args=[meeting.uid])))


def test_a_campaign_takes_what_was_left_out_and_lets_go_of_what_is_not_its_own(cast: Cast) -> None:
    campaign, client = campaign_of(cast), signed_in(cast, "organiser")
    here = reverse("listening-campaign", args=[campaign.uid])
    loose = note_concern(group=cast.cardiff, new=NewConcern("The 27 bus", TODAY), at=NOW, by=cast.leader)
    sent = {"concern-words": "Rent", "concern-said_on": TODAY.isoformat(), "concern-place": "Splott"}
    client.post(reverse("add-concern-to-campaign", args=[campaign.uid]), sent)
    rent = Concern.objects.get(words="Rent")
    assert (rent.campaign, rent.person, rent.place) == (campaign, None, "Splott")
    assert "Put in what was heard elsewhere" in words_of(client.get(here))
    client.post(reverse("put-in-campaign", args=[campaign.uid]), {"put-in-concerns": str(loose.uid)})
    loose.refresh_from_db()
    assert loose.campaign == campaign
    client.post(reverse("leave-out-of-campaign", args=[rent.uid]), {"next": here})
    rent.refresh_from_db()
    assert (rent.campaign, rent.struck_at) == (None, None)


def test_the_page_takes_the_same_statements_for_one_and_three(cast: Cast) -> None:
    campaign, client = campaign_of(cast), signed_in(cast, "organiser")
    here = reverse("listening-campaign", args=[campaign.uid])

    def one_more(words: str) -> None:
        new = NewConcern(words, TODAY, person=somebody(cast, f"{words} Ash"), campaign=campaign)
        note_concern(group=cast.cardiff, new=new, at=NOW, by=cast.organiser)

    one_more("Rent")
    one = queries_of(client, here)
    one_more("Damp")
    one_more("Cold")
    assert queries_of(client, here) == one <= 30


def test_it_is_put_right_and_quoted_no_more_by_whoever_may(cast: Cast) -> None:
    meeting = meeting_of(cast, held_on=TODAY)
    new = NewConcern("Dmap", TODAY, house_meeting=meeting, may_quote=True)
    said = note_concern(group=cast.cardiff, new=new, at=NOW, by=cast.organiser)
    page = reverse("concern", args=[said.uid])
    client = signed_in(cast, "organiser")
    assert page in words_of(client.get(reverse("house-meeting", args=[meeting.uid])))
    assert "checked" in words_of(client.get(page))
    assert signed_in(cast, "leader").get(page).status_code == 404
    sent = {"concern-words": "Damp", "concern-strength": "3", "concern-place": "Ely"}
    assert client.post(page, sent)["Location"] == reverse("house-meeting", args=[meeting.uid])
    said.refresh_from_db()
    assert (said.words, said.strength, said.place, said.may_quote) == ("Damp", 3, "Ely", False)
    assert client.post(page, {"concern-words": " "}).status_code == 422


def test_from_the_board_one_goes_back_to_its_list(cast: Cast) -> None:
    campaign = campaign_of(cast)
    said = note_concern(group=cast.cardiff, new=NewConcern("Damp", TODAY, campaign=campaign), at=NOW, by=cast.operator)
    client, board = signed_in(cast, "organiser"), reverse("campaign-board", args=[campaign.uid])
    page = reverse("concern", args=[said.uid]) + "?board"
    assert page in words_of(client.get(board))
    assert client.post(page, {"concern-words": "Damp walls"})["Location"] == f"{board}?theme=none"
