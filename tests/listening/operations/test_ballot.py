"""Ballots: made with their options, opened once, closed with what was counted, and minuted at their meeting."""

import pytest

from m4c.core.errors import Refused
from m4c.events.models import Decision
from m4c.listening.models import Ballot, BallotOption
from m4c.listening.operations.ballot import (
    NewBallot,
    NewOption,
    close_ballot,
    make_ballot,
    minute_ballot,
    open_ballot,
)
from m4c.listening.operations.voting import enter_papers
from tests.cast import Cast
from tests.factories import NOW, doers, gathering, seers
from tests.listening.deciding.making import OPTIONS, ballot_of

pytestmark = pytest.mark.django_db


def test_a_ballot_keeps_its_options_in_their_order(cast: Cast):
    ballot = ballot_of(cast, is_open=False)
    assert tuple(BallotOption.objects.filter(ballot=ballot).values_list("words", flat=True)) == OPTIONS
    assert (ballot.is_open, open_ballot(ballot=ballot, at=NOW, by=cast.organiser).is_open) == (False, True)


@pytest.mark.parametrize(
    ("options", "code"),
    [(("Lights",), "few_options"), (("Lights", " "), "few_options"), (("Lights", "lights"), "option_twice")],
)
def test_a_ballot_without_a_choice_is_refused(cast: Cast, options: tuple[str, ...], code: str):
    with pytest.raises(Refused) as refused:
        ballot_of(cast, options=options)
    assert (refused.value.code, Ballot.objects.count()) == (code, 0)


def test_a_ballot_without_a_title_or_with_too_many_dots_is_refused(cast: Cast):
    options = [NewOption(words) for words in OPTIONS]
    for new in (NewBallot(" ", "dots", options), NewBallot("What next?", "dots", options, dots=51)):
        with pytest.raises(Refused):
            make_ballot(group=cast.cardiff, new=new, by=cast.organiser)


def test_hands_of_the_room_come_on_top_of_votes(cast: Cast):
    ballot = ballot_of(cast, "hands", quorum=10)
    lights, bus, _shop = BallotOption.objects.filter(ballot=ballot)
    enter_papers(ballot=ballot, papers={1: [bus.words], 2: [bus.words]}, at=NOW, by=cast.organiser)
    result = close_ballot(ballot=ballot, at=NOW, by=cast.organiser, hands={lights: 4, bus: 3}).result or {}
    assert [row["votes"] for row in result["rounds"][0]["votes"]] == [4, 5, 0]
    assert (result["winner"], result["voters"], result["is_quorate"]) == (bus.words, 9, False)


def test_hands_are_counted_in_a_show_of_hands_alone(cast: Cast):
    ballot = ballot_of(cast)
    lights = BallotOption.objects.filter(ballot=ballot)[0]
    with pytest.raises(Refused, match="show of hands"):
        close_ballot(ballot=ballot, at=NOW, by=cast.organiser, hands={lights: 4})


def test_a_decision_stands_among_those_of_its_meeting(cast: Cast):
    event = gathering(cast)
    ballot = ballot_of(cast, event=event)
    with pytest.raises(Refused, match="Close it first"):
        minute_ballot(ballot=ballot, words="Lights.", by=cast.organiser)
    closed = close_ballot(ballot=ballot, at=NOW, by=cast.organiser)
    minuted = minute_ballot(ballot=closed, words="We take up the lights.", by=cast.organiser)
    assert Decision.objects.get(event=event).words == "We take up the lights."
    assert minuted.decision == Decision.objects.get()
    with pytest.raises(Refused, match="minuted already"):
        minute_ballot(ballot=minuted, words="The bus.", by=cast.organiser)


def test_organisers_of_the_group_make_ballots_and_see_them(cast: Cast):
    ballot = ballot_of(cast)
    own = {"organiser", "national_organiser"}
    assert seers(cast, ballot) == own | {"data_protection"}
    assert doers(lambda by: open_ballot(ballot=ballot, at=NOW, by=by), cast) == own
