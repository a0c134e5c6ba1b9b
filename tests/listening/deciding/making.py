"""Short ways to write what a test of deciding is not about: a ballot, a theme, a candidate, an issue."""

from collections.abc import Sequence
from typing import Any

from m4c.listening.models import Ballot, CandidateIssue, Concern, Issue, Theme
from m4c.listening.operations.ballot import NewBallot, NewOption, make_ballot, open_ballot
from m4c.listening.operations.candidate_issue import Cut, cut_candidate
from m4c.listening.operations.issue import Choice, choose_candidate
from m4c.people.models import Person
from tests.cast import Cast
from tests.factories import NOW, TODAY

OPTIONS = ("Street lights", "The 27 bus", "The empty shop")


def ballot_of(
    cast: Cast, method: str = "ranked", *, options: Sequence[str] = OPTIONS, is_open: bool = True, **more: Any
) -> Ballot:
    """A ballot of Cardiff with three options, open unless told."""
    new = NewBallot("What we take up", method, [NewOption(words) for words in options], **more)
    ballot = make_ballot(group=cast.cardiff, new=new, by=cast.organiser)
    return open_ballot(ballot=ballot, at=NOW, by=cast.organiser) if is_open else ballot


def theme_of(cast: Cast, name: str = "Street lights") -> Theme:
    """A theme of Cardiff."""
    return Theme.objects.create(group=cast.cardiff, name=name, made_by=cast.organiser)


def concern_of(cast: Cast, theme: Theme, person: Person | None = None, **more: Any) -> Concern:
    """A concern under a theme."""
    facts = {"words": "It is dark by the underpass", "said_on": TODAY, "noted_by": cast.organiser}
    return Concern.objects.create(group=cast.cardiff, theme=theme, theme_since=NOW, person=person, **(facts | more))


def candidate_of(cast: Cast, theme: Theme | None = None) -> CandidateIssue:
    """A candidate of a theme."""
    cut = Cut("Eight street lights on Heol Trelai", "Cllr Dafydd Ellis, who holds the lighting budget")
    return cut_candidate(theme=theme or theme_of(cast), cut=cut, by=cast.organiser)


def issue_of(cast: Cast, theme: Theme | None = None, **more: Any) -> Issue:
    """An issue chosen from a candidate."""
    choice = Choice("Lights on Heol Trelai", TODAY, **more)
    return choose_candidate(candidate=candidate_of(cast, theme), choice=choice, by=cast.organiser)


def ballot_between(cast: Cast, **more: Any) -> tuple[Ballot, list[CandidateIssue]]:
    """A ballot of Cardiff between two candidates of one theme and words of nobody's."""
    theme = theme_of(cast)
    candidates = [candidate_of(cast, theme), candidate_of(cast, theme)]
    options = [NewOption(f"{place}", candidate=each) for place, each in enumerate(candidates)]
    new = NewBallot("Which issue?", "ranked", [*options, NewOption("None of them")], **more)
    return make_ballot(group=cast.cardiff, new=new, by=cast.organiser), candidates
