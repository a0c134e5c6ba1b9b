"""Who may put questions to a vote, cut issues and say how they move; and a vote, which opens by its code alone."""

from typing import Any

from m4c.listening.deciding.letters import signed
from m4c.listening.models import Voter, WordBack
from m4c.listening.operations.ballot import close_ballot
from m4c.listening.operations.issue import move_issue
from m4c.listening.operations.voting import make_slips
from tests.access.personas import ANYBODY, DATA, EVERYBODY, LEADERS, NOBODY, ORGANISERS, OWN_ORGANISERS, those
from tests.access.table import Row, form, page, press
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering
from tests.listening.deciding.making import OPTIONS, ballot_between, ballot_of, candidate_of, issue_of, theme_of

SEE = OWN_ORGANISERS | DATA
AREA = ORGANISERS | DATA
LIGHTS = OPTIONS[0]


def ballot(cast: Cast) -> dict[str, Any]:
    """An open ballot of Cardiff."""
    return {"uid": ballot_of(cast).uid}


def at_a_meeting(cast: Cast) -> dict[str, Any]:
    """A ballot of Cardiff at one of its meetings."""
    return {"uid": ballot_of(cast, event=gathering(cast)).uid}


def unopened(cast: Cast) -> dict[str, Any]:
    """A ballot of Cardiff that waits to be opened."""
    return {"uid": ballot_of(cast, is_open=False).uid}


def closed(cast: Cast) -> dict[str, Any]:
    """A ballot of Cardiff that was counted."""
    return {"uid": close_ballot(ballot=ballot_of(cast), at=NOW, by=cast.operator).uid}


def voter(cast: Cast) -> dict[str, Any]:
    """Somebody in Cardiff who has a vote and no link."""
    return {"uid": Voter.objects.create(ballot=ballot_of(cast), person=cast.person("member")).uid}


def code(cast: Cast) -> dict[str, Any]:
    """A slip of a ballot."""
    return {"code": make_slips(ballot=ballot_of(cast), number=1, by=cast.operator).slips[0].code}


def own(cast: Cast) -> dict[str, Any]:
    """An open ballot of Cardiff in which a member has a vote."""
    found = ballot_of(cast)
    Voter.objects.create(ballot=found, person=cast.person("member"))
    return {"uid": found.uid}


def own_to_score(cast: Cast) -> dict[str, Any]:
    """A ballot between candidates in which a member has a vote."""
    found, _candidates = ballot_between(cast)
    Voter.objects.create(ballot=found, person=cast.person("member"))
    return {"uid": found.uid}


def code_to_score(cast: Cast) -> dict[str, Any]:
    """A slip of a ballot between candidates."""
    found, _candidates = ballot_between(cast)
    return {"code": make_slips(ballot=found, number=1, by=cast.operator).slips[0].code}


def theme(cast: Cast) -> dict[str, Any]:
    """A theme of Cardiff with a candidate."""
    found = theme_of(cast)
    candidate_of(cast, found)
    return {"uid": found.uid}


def candidate(cast: Cast) -> dict[str, Any]:
    """A candidate of Cardiff."""
    return {"uid": candidate_of(cast).uid}


def issue(cast: Cast) -> dict[str, Any]:
    """An issue of Cardiff."""
    return {"uid": issue_of(cast, tells=False).uid}


def word(cast: Cast, persona: str = "member", teller: str = "") -> WordBack:
    """Somebody who is to be rung, by whoever is named alone."""
    move = move_issue(issue=issue_of(cast, tells=False), on=TODAY, words="Won.", tells=False, by=cast.operator)
    people = {"person": cast.person(persona), "teller": cast.person(teller) if teller else None}
    return WordBack.objects.create(move=move, state=WordBack.State.TO_RING, **people)


def to_tell(cast: Cast) -> dict[str, Any]:
    """The address of somebody who is to be rung."""
    found = word(cast)
    return {"uid": found.move.uid, "person": found.person.uid}


def to_tell_her(cast: Cast) -> dict[str, Any]:
    """The same of somebody kept safe, whom her contact alone may ring."""
    found = word(cast, "protected_member", "leader")
    return {"uid": found.move.uid, "person": found.person.uid}


RUN: dict[str, Any] = {"area": ORGANISERS, "given": ballot}
OF_CANDIDATE: dict[str, Any] = {"area": ORGANISERS, "given": candidate}
OF_ISSUE: dict[str, Any] = {"area": ORGANISERS, "given": issue}
CUT = {"change": "A bench", "who_can_grant": "Cllr Ellis", "by_when": "2027-03-01"}
MADE = {"group": "cardiff", "title": "What next?", "options": "Lights\nBus", "method": "ranked", "dots": "3"}

ROWS: dict[str, Row] = {
    "ballots": page(AREA),
    "make-ballot": form(ORGANISERS, writes=OWN_ORGANISERS, sent=MADE),
    "ballot": page(SEE, area=EVERYBODY, given=ballot),
    "open-ballot": press(OWN_ORGANISERS, area=ORGANISERS, given=unopened),
    "close-ballot": press(OWN_ORGANISERS, **RUN),
    "minute-ballot": press(OWN_ORGANISERS, area=ORGANISERS, given=closed, sent={"words": "We take up the lights."}),
    "ask-who-came": press(OWN_ORGANISERS, area=ORGANISERS, given=at_a_meeting),
    "show-scores": press(OWN_ORGANISERS, **RUN),
    "own-votes": page(EVERYBODY),
    "own-vote": form(those("member"), area=EVERYBODY, given=own, sent={"option_1": "1"}),
    "own-scores": form(those("member"), area=EVERYBODY, given=own_to_score, sent={"a_winnable": "2"}),
    "ballot-slips": form(OWN_ORGANISERS, sent={"number": "2"}, **RUN),
    "ballot-links": form(OWN_ORGANISERS, sent={"all": "yes"}, **RUN),
    "voter-link": press(OWN_ORGANISERS, area=ORGANISERS, given=voter),
    "ballot-papers": form(OWN_ORGANISERS, sent={"number": "3", "option_1": "1"}, **RUN),
    "ballot-behalf": form(
        OWN_ORGANISERS,
        sent=lambda cast: {
            "person": cast.person("member").name,
            "person-chosen": str(cast.person("member").uid),
            "words": "Rang him",
            "option_1": "1",
        },
        **RUN,
    ),
    "ballot-phoned": page(OWN_ORGANISERS, **RUN),
    "cutting": page(SEE, area=AREA, given=theme),
    "who-scored": page(SEE, area=AREA, given=theme),
    "cut-candidate": press(OWN_ORGANISERS, area=ORGANISERS, given=theme, sent=CUT),
    "change-candidate": form(OWN_ORGANISERS, sent=CUT, **OF_CANDIDATE),
    "withdraw-candidate": press(OWN_ORGANISERS, **OF_CANDIDATE),
    "score-candidate": form(OWN_ORGANISERS, sent={"winnable": "2"}, **OF_CANDIDATE),
    "choose-candidate": form(OWN_ORGANISERS, sent={"name": "Lights", "on": "2026-10-05"}, **OF_CANDIDATE),
    "issues": page(AREA),
    "issue": page(SEE, area=AREA, given=issue),
    "decide-issue": press(
        OWN_ORGANISERS,
        sent=lambda cast: {
            "person": cast.person("member").name,
            "person-chosen": str(cast.person("member").uid),
            "stood": "against",
        },
        **OF_ISSUE,
    ),
    "move-issue": press(OWN_ORGANISERS, sent={"on": "2026-10-05", "words": "They met us."}, **OF_ISSUE),
    "settle-issue": press(OWN_ORGANISERS, sent={"outcome": "won", "on": "2026-10-05"}, **OF_ISSUE),
    "words-to-ring": page(LEADERS),
    "say-word": press(OWN_ORGANISERS, area=LEADERS, given=to_tell),
    "say-word: of one kept safe": press(those("leader"), area=LEADERS, given=to_tell_her),
    # The code is the right: whoever holds it casts one vote, with an account or none.
    "type-code": page(ANYBODY),
    "vote": form(ANYBODY, given=code, sent={"option_1": "1"}),
    "vote: no such code": form(NOBODY, area=ANYBODY, given={"code": "WXYZ-WXYZ-WXYZ-WXYZ"}),
    "vote-scores": form(ANYBODY, given=code_to_score, sent={"a_winnable": "2"}),
    "vote-scores: no such code": form(NOBODY, area=ANYBODY, given={"code": "WXYZ-WXYZ-WXYZ-WXYZ"}),
    "stop-word-back": form(ANYBODY, given=lambda cast: {"signed": signed(word(cast))}, sent={"stop": "yes"}),
}
