"""Votes: one each however it is cast, none lost when thirty come at once, and a secret one leads to nobody."""

from typing import Any

import pytest

from m4c.core.errors import Refused
from m4c.core.models import AuditEntry
from m4c.listening.models import Ballot, BallotOption, Vote, Voter
from m4c.listening.operations.ballot import close_ballot
from m4c.listening.operations.voting import (
    cast_by_code,
    cast_on_behalf,
    enter_paper,
    enter_papers,
    give_slips,
    make_link,
    make_slips,
)
from m4c.people.models.account import website
from tests.cast import Cast
from tests.factories import NOW, doers
from tests.listening.deciding.making import ballot_of

pytestmark = pytest.mark.django_db
LIGHTS, BUS, SHOP = "Street lights", "The 27 bus", "The empty shop"


def vote(code: str, *choices: str) -> Voter:
    return cast_by_code(code=code, choices=list(choices), at=NOW, by=website())


def said(ballot: Ballot) -> list[list[str]]:
    words = dict(BallotOption.objects.filter(ballot=ballot).values_list("pk", "words"))
    return sorted([words[pk] for pk in choices] for choices in Vote.objects.values_list("choices", flat=True))


def test_a_slip_casts_one_vote_and_no_second(cast: Cast):
    ballot = ballot_of(cast)
    slip = make_slips(ballot=ballot, number=2, by=cast.organiser).slips[0]
    vote(slip.code.lower().replace("-", " "), BUS, LIGHTS)
    with pytest.raises(Refused, match="has been cast"):
        vote(slip.code, SHOP)
    assert said(ballot) == [[BUS, LIGHTS]]
    assert list(Voter.objects.values_list("number", "means")) == [(1, "code"), (2, "")]


def test_a_code_is_kept_nowhere(cast: Cast):
    slip = make_slips(ballot=ballot_of(cast), number=1, by=cast.organiser).slips[0]
    assert slip.code not in str(Voter.objects.values()) + str(AuditEntry.objects.values())
    with pytest.raises(Refused, match="opens no vote"):
        vote("", LIGHTS)
    with pytest.raises(Refused, match="opens no vote"):
        vote("WXYZ-WXYZ-WXYZ-WXYZ", LIGHTS)


def test_a_slip_a_link_and_a_call_of_somebody_are_one_vote(cast: Cast):
    ballot, kofi = ballot_of(cast), cast.person("member")
    link = make_link(voter=Voter.objects.create(ballot=ballot, person=kofi), by=cast.organiser).slips[0]
    slip = give_slips(ballot=ballot, people=[kofi], by=cast.organiser).slips[0]
    with pytest.raises(Refused, match="opens no vote"):
        vote(link.code, LIGHTS)
    vote(slip.code, LIGHTS)
    with pytest.raises(Refused, match="has been cast"):
        cast_on_behalf(ballot=ballot, person=kofi, choices=[BUS], words="Rang him", at=NOW, by=cast.organiser)
    with pytest.raises(Refused, match="has voted"):
        give_slips(ballot=ballot, people=[kofi], by=cast.organiser)
    with pytest.raises(Refused, match="has been cast"):
        enter_paper(ballot=ballot, number=slip.voter.number or 0, choices=[BUS], at=NOW, by=cast.organiser)
    assert said(ballot) == [[LIGHTS]]


def test_a_call_is_logged_with_who_took_it_and_in_which_words(cast: Cast):
    given: dict[str, Any] = {"ballot": ballot_of(cast), "person": cast.person("member"), "choices": [BUS], "at": NOW}
    voter = cast_on_behalf(words="I read all three out, he chose", by=cast.organiser, **given)
    assert (voter.means, voter.cast_by, voter.words) == ("behalf", cast.organiser, "I read all three out, he chose")
    with pytest.raises(Refused, match="taken down"):
        cast_on_behalf(words=" ", by=cast.organiser, **given)


def test_a_paper_typed_twice_counts_once(cast: Cast):
    ballot = ballot_of(cast)
    enter_paper(ballot=ballot, number=7, choices=[BUS], at=NOW, by=cast.organiser)
    entered = enter_papers(ballot=ballot, papers={7: [LIGHTS], 8: [LIGHTS]}, at=NOW, by=cast.organiser)
    assert [voter.number for voter in entered] == [8]
    assert said(ballot) == [[LIGHTS], [BUS]]


def test_a_secret_vote_leads_to_nobody_at_no_time_and_in_no_order(cast: Cast):
    ballot = ballot_of(cast)
    slips = make_slips(ballot=ballot, number=20, by=cast.organiser).slips
    for place, slip in enumerate(slips):
        vote(slip.code, LIGHTS if place < 10 else BUS)
    assert {field.name for field in Vote._meta.concrete_fields} == {"id", "ballot", "voter", "key", "choices"}
    assert set(Vote.objects.values_list("voter", flat=True)) == {None}
    assert set(Voter.objects.values_list("voted_at", flat=True)) == {ballot.opened_at}
    options = {str(option.pk) for option in BallotOption.objects.all()}
    changes = [str(entry.changes) for entry in AuditEntry.objects.filter(operation="listening.cast_by_code")]
    assert len(changes) == 20
    assert not any("choices" in change or LIGHTS in change for change in changes)
    by_id = list(Vote.objects.order_by("pk").values_list("choices", flat=True))
    assert by_id != sorted(by_id), f"{options}: those who came first stand first"


def test_closing_a_secret_ballot_writes_its_votes_anew(cast: Cast):
    ballot = ballot_of(cast)
    enter_papers(ballot=ballot, papers={n: [LIGHTS] for n in range(1, 6)}, at=NOW, by=cast.organiser)
    before = set(Vote.objects.values_list("key", flat=True))
    closed = close_ballot(ballot=ballot, at=NOW, by=cast.organiser)
    assert before & set(Vote.objects.values_list("key", flat=True)) == set()
    assert ((closed.result or {})["voters"], (closed.result or {})["winner"]) == (5, LIGHTS)


def test_an_open_vote_stays_beside_its_voter(cast: Cast):
    voter = enter_paper(ballot=ballot_of(cast, is_secret=False), number=1, choices=[BUS], at=NOW, by=cast.organiser)
    assert (Vote.objects.get().voter, voter.voted_at) == (voter, NOW)


@pytest.mark.parametrize(
    ("method", "choices", "code"),
    [
        ("ranked", [], "blank"),
        ("ranked", ["Tea"], "no_option"),
        ("ranked", [BUS, BUS], "option_twice"),
        ("hands", [BUS, SHOP], "one_vote"),
        ("dots", {BUS: 2, SHOP: 2}, "too_many_dots"),
        ("dots", [BUS], "method"),
        ("ranked", {BUS: 1}, "method"),
    ],
)
def test_what_cannot_be_counted_is_refused(cast: Cast, method: str, choices: Any, code: str):
    with pytest.raises(Refused) as refused:
        enter_paper(ballot=ballot_of(cast, method), number=1, choices=choices, at=NOW, by=cast.organiser)
    assert refused.value.code == code
    assert Vote.objects.count() == 0


def test_no_vote_is_taken_before_it_opens_or_after_it_closes(cast: Cast):
    ballot = ballot_of(cast, is_open=False)
    slip = make_slips(ballot=ballot, number=1, by=cast.organiser).slips[0]
    with pytest.raises(Refused, match="not open yet"):
        vote(slip.code, BUS)
    ballot = ballot_of(cast)
    close_ballot(ballot=ballot, at=NOW, by=cast.organiser)
    for act in (
        lambda: make_slips(ballot=Ballot.objects.get(pk=ballot.pk), number=1, by=cast.organiser),
        lambda: enter_paper(ballot=ballot, number=1, choices=[BUS], at=NOW, by=cast.organiser),
    ):
        with pytest.raises(Refused, match="closed"):
            act()


def test_organisers_of_the_group_run_its_ballots(cast: Cast):
    ballot = ballot_of(cast)
    assert doers(lambda by: make_slips(ballot=ballot, number=1, by=by), cast) == {"organiser", "national_organiser"}
