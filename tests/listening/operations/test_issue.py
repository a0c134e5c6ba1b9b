"""Cutting the issue: candidates scored side by side, one chosen with all it comes from, and who decided."""

from typing import Any

import pytest

from m4c.core.errors import Refused
from m4c.listening.deciding.checklist import CHECKLIST, NAMES
from m4c.listening.deciding.provenance import provenance_of
from m4c.listening.deciding.scoring import scored_by, side_by_side
from m4c.listening.deciding.stances import stances_of
from m4c.listening.models import CandidateIssue, IssueDecider, IssueMove, IssueScore, IssueTheme, Theme
from m4c.listening.operations.candidate_issue import (
    Cut,
    change_candidate,
    cut_candidate,
    score_candidate,
    withdraw_candidate,
)
from m4c.listening.operations.issue import Choice, choose_candidate, move_issue, record_decider, settle_issue
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers
from tests.listening.deciding.making import candidate_of, concern_of, issue_of, theme_of

pytestmark = pytest.mark.django_db


def test_the_checklist_has_its_sixteen_lines():
    assert (len(CHECKLIST), len(set(NAMES))) == (16, 16)


def test_a_candidate_says_what_changes_and_who_can_grant_it(cast: Cast):
    theme = theme_of(cast)
    for cut in (Cut(" ", "Cllr Ellis"), Cut("A bench", "")):
        with pytest.raises(Refused):
            cut_candidate(theme=theme, cut=cut, by=cast.organiser)
    candidate = cut_candidate(theme=theme, cut=Cut("A bench", "Cllr Ellis"), by=cast.organiser)
    change_candidate(candidate=candidate, cut=Cut("Two benches", "Cllr Ellis", TODAY), by=cast.organiser)
    assert CandidateIssue.objects.values_list("change", "by_when").get() == ("Two benches", TODAY)
    assert withdraw_candidate(candidate=candidate, at=NOW, by=cast.organiser).withdrawn_at == NOW


def test_scores_stand_side_by_side_and_the_last_word_of_each_counts(cast: Cast):
    theme = theme_of(cast)
    first, second = candidate_of(cast, theme), candidate_of(cast, theme)
    kofi = cast.person("member")
    for scores in ({"winnable": 0, "values": 2}, {"winnable": 1}):
        score_candidate(candidate=first, scores=scores, scorer=kofi, at=NOW, by=cast.organiser)
    score_candidate(candidate=first, scores={"winnable": 2}, slip=4, at=NOW, by=cast.organiser)
    lines = side_by_side([first, second])
    winnable = lines[NAMES.index("winnable")]
    assert [(cell.answered, cell.mean) for cell in winnable.cells] == [(2, 1.5), (0, None)]
    assert [cell.kind for cell in winnable.cells] == ["kept", ""]
    assert (scored_by([first, second]), IssueScore.objects.count()) == ({first.pk: 2}, 3)


def test_scores_are_somebodys_and_answer_lines_of_the_checklist(cast: Cast):
    candidate = candidate_of(cast)
    for given in ({"scores": {"winnable": 2}}, {"scores": {"winnable": 3}, "slip": 1}, {"scores": {"x": 1}, "slip": 1}):
        with pytest.raises(Refused):
            score_candidate(candidate=candidate, at=NOW, by=cast.organiser, **given)


def test_the_issue_carries_its_themes_and_through_them_concerns_and_people(cast: Cast):
    theme, other = theme_of(cast), theme_of(cast, "Fear at night")
    concern_of(cast, theme, cast.person("member"))
    concern_of(cast, theme)
    concern_of(cast, other, cast.person("member"))
    concern_of(cast, other, cast.person("protected_member"))
    issue = issue_of(cast, theme, themes=[other])
    assert set(IssueTheme.objects.values_list("theme", flat=True)) == {theme.pk, other.pk}
    found = provenance_of(issue, cast.organiser)
    assert (found.concerns, found.people, found.unnamed) == (3, 2, 1)
    assert [person.name for person in found.named] == ["Kofi Mensah"]
    assert provenance_of(issue, cast.leader).people == 3  # her contact knows of her


def test_concerns_of_a_theme_that_was_merged_since_come_along(cast: Cast):
    theme, into = theme_of(cast), theme_of(cast, "Fear at night")
    concern_of(cast, into, cast.person("member"))
    issue = issue_of(cast, theme)
    Theme.objects.filter(pk=theme.pk).update(merged_into=into, ended_at=NOW)
    assert provenance_of(issue, cast.organiser).people == 1


def test_what_was_chosen_stays_as_it_was(cast: Cast):
    issue = issue_of(cast)
    assert issue.candidate
    assert (issue.change, issue.who_can_grant) == (issue.candidate.change, issue.candidate.who_can_grant)
    with pytest.raises(Refused, match="was chosen"):
        choose_candidate(candidate=issue.candidate, choice=Choice("Again", TODAY), by=cast.organiser)
    with pytest.raises(Refused, match="was chosen"):
        change_candidate(candidate=issue.candidate, cut=Cut("A", "B"), by=cast.organiser)


def test_who_decided_and_who_dissented_stands_as_far_as_one_sees(cast: Cast):
    issue = issue_of(cast)
    record_decider(issue=issue, person=cast.person("member"), stood="for", by=cast.organiser)
    record_decider(issue=issue, person=cast.person("member"), stood="against", words="Too soon", by=cast.organiser)
    IssueDecider.objects.create(issue=issue, person=cast.person("protected_member"), stood="for")
    told = stances_of(issue, cast.organiser)
    assert [(row.person.name, row.stood, row.words) for row in told.rows] == [("Kofi Mensah", "against", "Too soon")]
    assert (told.dissented, told.hidden) == (1, 1)
    with pytest.raises(Refused):
        record_decider(issue=issue, person=cast.person("leader"), stood="undecided", by=cast.organiser)


def test_an_issue_moves_and_is_settled(cast: Cast):
    issue = issue_of(cast)
    move_issue(issue=issue, on=TODAY, words="The council met us.", by=cast.organiser)
    assert IssueMove.objects.filter(issue=issue).count() == 2
    assert settle_issue(issue=issue, outcome="won", on=TODAY, by=cast.organiser).outcome == "won"
    with pytest.raises(Refused, match="before it was chosen"):
        settle_issue(issue=issue, outcome="left", on=TODAY.replace(year=2020), by=cast.organiser)


def test_organisers_of_the_group_cut_and_choose(cast: Cast):
    issue = issue_of(cast)
    act: dict[str, Any] = {"issue": issue, "on": TODAY, "words": "On.", "tells": False}
    assert doers(lambda by: move_issue(by=by, **act), cast) == {"organiser", "national_organiser"}
