"""Who may read commitments, write them down, change their terms, and name their keepers."""

from decimal import Decimal
from typing import Any

from m4c.commitments.models import Commitment
from m4c.commitments.operations.changed_terms import supersede_commitment
from m4c.commitments.operations.commitment import name_keeper
from m4c.commitments.operations.terms import add_milestone, say_condition
from tests.access.personas import DATA, EVERYBODY, LEADERS, OWN_LEADERS, those
from tests.access.records import DAY
from tests.access.table import Row, form, page, press
from tests.cast import Cast
from tests.commitments.making import MADE, WORDS, a_commitment, a_condition, a_speaker
from tests.factories import NOW, TODAY

SEE = LEADERS | DATA | those("editor")
OWN_SEE = OWN_LEADERS | DATA | those("editor")
RUN: dict[str, Any] = {"area": LEADERS}
ON = {"on": DAY}


def one(cast: Cast) -> dict[str, Any]:
    """A commitment to Cardiff."""
    return {"uid": a_commitment(cast).uid}


def kept_by_a_member(cast: Cast) -> dict[str, Any]:
    """The same, kept by a member."""
    made = a_commitment(cast)
    return {"uid": name_keeper(commitment=made, keeper=cast.person("member"), by=cast.operator).uid}


def to_look_over(cast: Cast) -> dict[str, Any]:
    """One that an import brought."""
    made = a_commitment(cast)
    made.to_review = "Which office?"
    made.save(update_fields=["to_review"])
    return {"uid": made.uid}


def replaced(cast: Cast) -> dict[str, Any]:
    """One whose place another took."""
    made, instead = a_commitment(cast), a_commitment(cast, words="Another promise")
    return {"uid": supersede_commitment(commitment=made, instead=instead, on=TODAY, at=NOW, by=cast.operator).uid}


def a_milestone(cast: Cast) -> dict[str, Any]:
    """A milestone of one."""
    told: dict[str, Any] = {"known_on": TODAY, "at": NOW, "by": cast.operator}
    return {"uid": add_milestone(commitment=a_commitment(cast), on=TODAY, level=Decimal(1), **told).uid}


def on_what_it_hangs(cast: Cast) -> dict[str, Any]:
    """A condition of one."""
    return {"uid": a_condition(cast, a_commitment(cast)).uid}


def a_state(cast: Cast) -> dict[str, Any]:
    """Where a condition stood."""
    condition = a_condition(cast, a_commitment(cast))
    shown = {"evidence": "The result", "says_who": "The returning officer"}
    return {"uid": say_condition(condition=condition, state="met", on=TODAY, **shown, at=NOW, by=cast.operator).uid}


def a_new_one(cast: Cast) -> dict[str, Any]:
    """What is filled in of a new one."""
    told = {"powerholder": a_speaker(cast).name, "words": WORDS, "made_on": str(MADE), "group": "cardiff"}
    return told | {"measure": "count", "target": "3"}


def put_right(cast: Cast) -> dict[str, Any]:
    """The same, a little otherwise."""
    return a_new_one(cast) | {"occasion": "The assembly", "why": "Misheard"}


def a_speaker_alone(cast: Cast) -> dict[str, Any]:
    """Somebody who promised nothing so far; the address has no words."""
    a_speaker(cast)
    return {}


def beside_another(cast: Cast) -> dict[str, Any]:
    """A commitment, and another of the same speaker."""
    a_commitment(cast, words="Another promise")
    return one(cast)


def another(_cast: Cast) -> dict[str, Any]:
    """The other one."""
    return {"instead": str(Commitment.objects.get(words="Another promise").uid)} | ON


def before_a_successor(cast: Cast) -> dict[str, Any]:
    """A commitment, whose speaker's office somebody else came into."""
    a_speaker(cast, "New minister")
    return one(cast)


def the_leader(cast: Cast) -> dict[str, Any]:
    """Somebody whom all who may name them see."""
    person = cast.person("leader")
    return {"keeper": person.name, "keeper-chosen": str(person.uid)}


KNOWN = {"due_on": "2027-05-06", "because": "It was called", "known_on": DAY}
AGREED = {"words": "Two", "because": "We asked", "agreed_with": "Her office", "target": "2"} | ON
SUCCESSOR = {"powerholder": "New minister", "stance": "silent"} | ON
SHOWN = {"state": "met", "evidence": "The result", "says_who": "The returning officer"} | ON

ROWS: dict[str, Row] = {
    "commitments": page(SEE),
    "record-commitment": form(LEADERS, given=a_speaker_alone, sent=a_new_one, writes=OWN_LEADERS),
    "commitment": page(OWN_SEE, area=EVERYBODY, given=one),
    "commitment: kept by a member": page(OWN_SEE | those("member"), area=EVERYBODY, given=kept_by_a_member),
    "edit-commitment": form(OWN_LEADERS, given=one, sent=put_right, **RUN),
    "commitment-due": form(OWN_LEADERS, given=one, sent=KNOWN, **RUN),
    "commitment-milestone": form(OWN_LEADERS, given=one, sent=ON | {"level": "1", "known_on": "2026-10-01"}, **RUN),
    "take-off-milestone": press(OWN_LEADERS, given=a_milestone, **RUN),
    "commitment-condition": form(OWN_LEADERS, given=one, sent={"words": "If elected", "kind": "condition"}, **RUN),
    "condition-state": form(OWN_LEADERS, given=on_what_it_hangs, sent=SHOWN, **RUN),
    "strike-condition-state": press(OWN_LEADERS, given=a_state, **RUN),
    "amend-commitment": form(OWN_LEADERS, given=one, sent=AGREED, **RUN),
    "supersede-commitment": form(OWN_LEADERS, given=beside_another, sent=another, **RUN),
    "let-commitment-stand": press(OWN_LEADERS, given=replaced, **RUN),
    "inherit-commitment": form(OWN_LEADERS, given=before_a_successor, sent=SUCCESSOR, **RUN),
    "name-keeper": form(OWN_LEADERS, given=one, sent=the_leader, **RUN),
    "look-over-commitment": press(OWN_LEADERS, given=to_look_over, **RUN),
}
