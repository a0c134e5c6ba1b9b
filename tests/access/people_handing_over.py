"""Who may open what handing over is made of."""

from typing import Any

from m4c.people.models import Account, HandedOver, HandingOver
from m4c.people.operations.next_step import agree_step
from tests.access.personas import EVERYBODY, LEADERS, NOBODY, ORGANISERS, OWN_LEADERS, OWN_ORGANISERS, those
from tests.access.table import form, page, press
from tests.cast import Cast
from tests.people.handing_over.leaving import IN_TWO_WEEKS, begin, hand, met, private_note


def begun(cast: Cast) -> HandingOver:
    """The handing over that is under way, where there is one."""
    return HandingOver.objects.filter(ended_at=None, called_off_at=None).first() or begin(cast)


def under_way(cast: Cast) -> dict[str, Any]:
    """The leader's people are handed over; there is nobody left to hand."""
    return {"uid": begun(cast).uid}


def one_left(cast: Cast) -> dict[str, Any]:
    """The leader's people are handed over, of whom one is left."""
    return {"uid": begun(cast).uid, "person": met(cast).uid}


def somebody_kept_safe(cast: Cast) -> dict[str, Any]:
    """Somebody kept safe, with whom the leader agreed something."""
    safe = cast.person("protected_member")
    agree_step(group=cast.cardiff, person=safe, owner=cast.person("leader"), words="Ring", by=cast.operator)
    return {"uid": begun(cast).uid, "person": safe.uid}


def handed(cast: Cast) -> HandedOver:
    """One of the leader's people, handed to the national organiser, with private notes that wait for a word."""
    amal = met(cast)
    private_note(cast, amal)
    return hand(begun(cast), amal, cast.national_organiser, cast.organiser)


def nobody_next(cast: Cast) -> dict[str, str]:
    """They need no next contact."""
    return {"next_contact": "nobody", "introduce_by": IN_TWO_WEEKS.isoformat()}


def themselves(cast: Cast) -> dict[str, str]:
    """The leader leaves."""
    leader: Account = cast.leader
    return {"person": str(leader.uid)}


ROWS = {
    # An organiser elsewhere opens the page, and finds nobody there to choose.
    "begin-handing-over": form(LEADERS, given={"slug": "cardiff"}, sent=themselves, writes=OWN_LEADERS),
    "handing-over": page(OWN_LEADERS, area=EVERYBODY, given=under_way),
    "hand-over-person": form(OWN_LEADERS, area=LEADERS, given=one_left, sent=nobody_next),
    "hand-over-person: kept safe": form(NOBODY, area=LEADERS, given=somebody_kept_safe, sent=nobody_next),
    "introduce-without-them": press(OWN_ORGANISERS, area=ORGANISERS, given=under_way),
    "call-off-handing-over": press(OWN_LEADERS, area=LEADERS, given=under_way),
    "end-handing-over": form(OWN_ORGANISERS, area=ORGANISERS, given=under_way, sent={}),
    "settle-introduction": press(OWN_LEADERS, area=EVERYBODY, given=lambda cast: {"uid": handed(cast).uid}),
    "try-introduction-again": form(
        OWN_LEADERS, area=EVERYBODY, sent={"again_by": ""}, given=lambda cast: {"uid": handed(cast).uid}
    ),
    # The next contact may not say that the notes come to them.
    "answer-about-notes": press(
        OWN_LEADERS,
        area=EVERYBODY,
        writes=OWN_LEADERS - those("national_organiser"),
        given=lambda cast: {"uid": handed(cast).uid},
        sent={"answer": "pass_on"},
    ),
}
