"""Instant run-off: who goes out in each round, ties, and that no order of papers changes anything."""

import pyrankvote
from hypothesis import assume, given
from hypothesis import strategies as st
from pyrankvote import Ballot as RankedPaper
from pyrankvote import Candidate

from m4c.listening.deciding.run_off import run_off

OPTIONS = ["Lights", "Bus", "Shop", "Rent"]
papers = st.lists(
    st.lists(st.sampled_from(OPTIONS), unique=True, max_size=4),
    max_size=40,
)


def test_half_of_the_papers_is_no_majority():
    count = run_off("ABC", ["A"] * 5 + ["BC"] * 3 + ["CB"] * 2)
    assert [(each.votes, each.out, each.reason) for each in count.rounds] == [
        ({"A": 5, "B": 3, "C": 2}, ("C",), "fewest"),
        ({"A": 5, "B": 5}, (), ""),
    ]
    assert (count.winner, count.tied) == ("", ("A", "B"))


def test_papers_that_rank_nobody_left_are_exhausted_and_count_in_no_majority():
    count = run_off("ABC", ["AB"] * 4 + ["B"] * 3 + ["C"] * 2)
    assert [each.exhausted for each in count.rounds] == [0, 2]
    assert count.winner == "A"  # four of the seven that still rank somebody


def test_those_who_together_have_fewer_than_the_next_go_out_together():
    count = run_off("ABCDE", ["A"] * 6 + ["B"] * 5 + ["CB"] + ["DB"] + ["E"] * 0)
    assert count.rounds[0].out == ("E",)
    assert (count.rounds[1].out, count.rounds[1].reason) == (("C", "D"), "together")
    assert count.winner == "B"


def test_of_two_that_have_the_same_the_one_with_fewer_before_goes_out():
    count = run_off("ABCD", ["A"] * 6 + ["B"] * 4 + ["C"] * 3 + ["DC"])
    assert (count.rounds[1].votes, count.rounds[1].out, count.rounds[1].reason) == (
        {"A": 6, "B": 4, "C": 4},
        ("C",),
        "earlier",
    )


def test_it_does_not_matter_who_goes_where_the_same_one_wins():
    count = run_off("ABCD", ["A"] * 4 + ["BC"] * 3 + ["CB"] * 2 + ["DA"] * 2)
    assert (count.rounds[0].reason, count.winner) == ("no_matter", "A")


def test_a_tie_for_the_last_place_that_decides_is_a_tie_between_those_who_could_win():
    count = run_off("ABC", ["A"] * 4 + ["BC"] * 3 + ["CB"] * 3)
    assert (count.winner, count.tied) == ("", ("B", "C"))


def test_nobody_wins_where_nobody_ranks_anything():
    assert (run_off("AB", []).winner, run_off("AB", []).tied) == ("", ())


@given(papers, st.randoms())
def test_no_order_of_papers_or_options_changes_who_wins(given_papers, random):
    shuffled, options = list(given_papers), list(OPTIONS)
    random.shuffle(shuffled)
    random.shuffle(options)
    first, second = run_off(OPTIONS, given_papers), run_off(options, shuffled)
    assert (first.winner, sorted(first.tied)) == (second.winner, sorted(second.tied))


@given(papers)
def test_every_paper_counts_once_in_every_round(given_papers):
    count = run_off(OPTIONS, given_papers)
    assert {sum(each.votes.values()) + each.exhausted for each in count.rounds} == {len(given_papers)}


@given(papers)
def test_whoever_wins_has_more_than_half_of_the_papers_that_still_count(given_papers):
    count = run_off(OPTIONS, given_papers)
    if count.winner:
        votes = count.rounds[-1].votes
        assert votes[count.winner] * 2 > sum(votes.values())


@given(papers)
def test_the_library_elects_the_same_where_it_need_draw_no_lots(given_papers):
    count = run_off(OPTIONS, given_papers)
    assume(count.winner and all(each.reason in ("fewest", "") for each in count.rounds))
    halves = [each for each in count.rounds if max(each.votes.values()) * 2 == sum(each.votes.values())]
    assume(not halves)
    named = [Candidate(option) for option in OPTIONS]
    ballots = [RankedPaper([Candidate(option) for option in paper]) for paper in given_papers if paper]
    winners = pyrankvote.instant_runoff_voting(named, ballots).get_winners()
    assume(len(winners) == 1)
    assert winners[0].name == count.winner
