"""A ballot takes its options from themes, from candidates and from words of one's own, in one form without a script."""

from typing import Any

import pytest
from django.urls import reverse

from m4c.core.errors import Refused
from m4c.listening.deciding.ballot_form import LISTED
from m4c.listening.models import Ballot, BallotOption, Theme
from m4c.listening.operations.ballot import NewBallot, NewOption, make_ballot
from m4c.listening.operations.candidate_issue import withdraw_candidate
from tests.cast import Cast
from tests.factories import NOW, queries_of, signed_in, words_of
from tests.listening.campaigning import campaign_of
from tests.listening.deciding.making import candidate_of, concern_of, issue_of, theme_of

pytestmark = pytest.mark.django_db
SENT = {"group": "cardiff", "title": "What next?", "method": "dots", "dots": "3", "is_secret": "on"}


def make(cast: Cast, **sent: Any) -> Any:
    return signed_in(cast, "organiser").post(reverse("make-ballot"), SENT | sent)


def test_themes_candidates_and_own_words_stand_in_one_ballot(cast: Cast):
    lights, damp = theme_of(cast), theme_of(cast, "Damp")
    candidate = candidate_of(cast, damp)
    made = make(cast, themes=[str(lights.uid)], candidates=[str(candidate.uid)], options="Something else\n")
    assert made.status_code == 302
    rows = BallotOption.objects.values_list("words", "theme", "candidate")
    assert list(rows) == [
        ("Street lights", lights.pk, None),
        (candidate.change, None, candidate.pk),
        ("Something else", None, None),
    ]


def test_a_ballot_belongs_to_its_campaign_and_says_so(cast: Cast):
    campaign = campaign_of(cast)
    made = make(cast, campaign=str(campaign.uid), options="Lights\nBus")
    assert Ballot.objects.get().campaign == campaign
    assert campaign.name in words_of(signed_in(cast, "organiser").get(made["Location"]))
    shown = words_of(signed_in(cast, "organiser").get(reverse("listening-campaign", kwargs={"uid": campaign.uid})))
    assert ("What next?" in shown, f"{reverse('make-ballot')}?campaign={campaign.uid}" in shown) == (True, True)


def test_a_campaigns_address_lists_its_themes_alone(cast: Cast):
    campaign = campaign_of(cast)
    Theme.objects.create(group=cast.cardiff, campaign=campaign, name="Damp", made_by=cast.organiser)
    concern_of(cast, theme_of(cast, "Rents"))
    client = signed_in(cast, "organiser")
    every = words_of(client.get(reverse("make-ballot")))
    assert [words in every for words in ("Damp: 0 concerns", "Rents: 1 concern, Cardiff")] == [True, True]
    assert every.index("Rents: 1") < every.index("Damp: 0")  # what was said most often first
    own = words_of(client.get(reverse("make-ballot"), {"campaign": str(campaign.uid)}))
    assert ["Damp: 0 concerns" in own, "Rents: 1" in own] == [True, False]


def test_a_themes_address_ticks_its_candidates(cast: Cast):
    theme = theme_of(cast)
    candidate, other = candidate_of(cast, theme), candidate_of(cast, theme_of(cast, "Damp"))
    page = words_of(signed_in(cast, "organiser").get(reverse("make-ballot"), {"theme": str(theme.uid)}))
    assert (f'value="{candidate.uid}" id="id_candidates_0" checked' in page, str(other.uid) in page) == (True, False)


def test_what_was_ticked_stays_ticked_when_the_form_comes_back(cast: Cast):
    theme = theme_of(cast, "Z of no concern")
    for number in range(LISTED):
        concern_of(cast, theme_of(cast, f"Theme {number}"))
    assert str(theme.uid) not in words_of(signed_in(cast, "organiser").get(reverse("make-ballot")))
    page = words_of(make(cast, themes=[str(theme.uid)]), 422)
    assert (f'value="{theme.uid}"' in page, "at least two things" in page) == (True, True)
    assert words_of(make(cast, themes=["nonsense"], campaign="nonsense", options="A\nB"), 422)


def test_what_was_chosen_or_taken_back_is_offered_no_more(cast: Cast):
    issue = issue_of(cast, theme_of(cast), tells=False)
    off = withdraw_candidate(candidate=candidate_of(cast, theme_of(cast, "Damp")), at=NOW, by=cast.organiser)
    page = words_of(signed_in(cast, "organiser").get(reverse("make-ballot")))
    assert issue.candidate is not None
    assert (str(issue.candidate.uid) in page, str(off.uid) in page) == (False, False)


def test_nobody_puts_to_the_vote_what_they_may_not_see(cast: Cast):
    theme = theme_of(cast)
    new = NewBallot("What?", "dots", [NewOption("Lights", theme=theme), NewOption("Bus")])
    with pytest.raises(Refused, match="Only what you may see"):
        make_ballot(group=cast.manchester, new=new, by=cast.organiser_elsewhere)
    page = words_of(signed_in(cast, "organiser_elsewhere").get(reverse("make-ballot")))
    assert str(theme.uid) not in page


def test_the_form_asks_as_much_however_many_themes_there_are(cast: Cast):
    client = signed_in(cast, "organiser")
    candidate_of(cast, theme_of(cast, "First"))
    few = queries_of(client, reverse("make-ballot"))
    for number in range(3):
        candidate_of(cast, theme_of(cast, f"Theme {number}"))
    assert queries_of(client, reverse("make-ballot")) == few
