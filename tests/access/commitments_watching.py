"""Who writes what became of a commitment, judges it and settles what came in; strangers come by secret links alone."""

from typing import Any

from django.utils import timezone

from m4c.commitments.operations.evidence_link import make_evidence_link
from m4c.commitments.operations.judgement import judge_commitment
from m4c.commitments.operations.reply import HandedReply, hand_in_reply
from m4c.people.models.account import website
from tests.access.personas import ANYBODY, EVERYBODY, LEADERS, NOBODY, OWN_LEADERS, those
from tests.access.table import form, page, press
from tests.cast import Cast
from tests.commitments.promising import a_link, a_promise, an_entry, held, noticed, verdict
from tests.factories import NOW

OWN_SEE = OWN_LEADERS | those("data_protection editor")
ENTRY = {"kind": "done", "on": "2026-10-05", "words": "Done", "evidence": "Minutes", "says_who": "We were there"}
VERDICT = {"verdict": "disputed", "on": "2026-10-05", "reasons": "Accounts differ", "evidence": "Minutes"}
BECAUSE = {"because": "It was wrong"}
REPLY = HandedReply("It is on its way.", "Elin Office", "Secretary", "elin@example.org")


def own(cast: Cast) -> dict[str, Any]:
    """A commitment of Cardiff's."""
    return {"uid": a_promise(cast).uid}


def kept(cast: Cast) -> dict[str, Any]:
    """One that the member keeps."""
    return {"uid": a_promise(cast, keeper=cast.person("member")).uid}


def a_link_of(cast: Cast) -> dict[str, Any]:
    """A link for those affected."""
    return {"uid": a_link(cast).link.uid}


def by_link(cast: Cast) -> dict[str, Any]:
    """The same by its secret, good today."""
    now = timezone.now()
    day = timezone.localdate(now)
    made = make_evidence_link(commitment=a_promise(cast), for_whom="Us", ends_on=day, at=now, by=cast.operator)
    return {"token": made.token}


def entry(cast: Cast) -> dict[str, Any]:
    """An entry."""
    return {"uid": an_entry(cast, a_promise(cast)).uid}


def brought(cast: Cast) -> dict[str, Any]:
    """One that somebody brought from outside."""
    return {"uid": held(cast).uid}


def a_verdict(cast: Cast) -> dict[str, Any]:
    """A verdict by nobody of the cast, so that any of them may be the second."""
    return {"uid": judge_commitment(commitment=a_promise(cast), new=verdict(), at=NOW, by=cast.operator).uid}


def with_notice(cast: Cast) -> dict[str, Any]:
    """One with its notice ready."""
    return {"uid": noticed(cast).judgement.uid}


def to_reply(cast: Cast) -> dict[str, Any]:
    """The secret of such a notice."""
    return {"token": noticed(cast).token}


def a_reply(cast: Cast) -> dict[str, Any]:
    """What an office replied."""
    return {"uid": hand_in_reply(token=noticed(cast).token, handed=REPLY, at=NOW, by=website()).uid}


ROWS = {
    "commitment-progress": form(OWN_SEE, area=EVERYBODY, given=own, sent=ENTRY, writes=OWN_LEADERS),
    "commitment-progress: kept": form(
        OWN_SEE | those("member"), area=EVERYBODY, given=kept, sent=ENTRY, writes=OWN_LEADERS | those("member")
    ),
    "commitment-contact": form(OWN_LEADERS, area=EVERYBODY, given=own, sent={"on": "2030-01-01"}),
    "commitment-contact: kept": form(
        OWN_LEADERS | those("member"), area=EVERYBODY, given=kept, sent={"on": "2030-01-01"}
    ),
    "evidence-links": form(
        OWN_LEADERS,
        area=EVERYBODY,
        given=own,
        sent=lambda cast: {"for_whom": "Us", "ends_on": timezone.localdate().isoformat()},
    ),
    "end-evidence-link": press(OWN_SEE, area=EVERYBODY, given=a_link_of, writes=OWN_LEADERS),
    "progress-entry": page(OWN_SEE, area=EVERYBODY, given=entry),
    "strike-progress": press(OWN_SEE, area=EVERYBODY, given=entry, sent=BECAUSE, writes=OWN_LEADERS),
    "confirm-evidence": press(
        OWN_SEE, area=EVERYBODY, given=brought, sent={"kind": "step", "says_who": "A tenant"}, writes=OWN_LEADERS
    ),
    "refuse-evidence": press(OWN_SEE, area=EVERYBODY, given=brought, sent=BECAUSE, writes=OWN_LEADERS),
    "judge-commitment": form(OWN_LEADERS, area=LEADERS, given=own, sent=VERDICT),
    "judgement": page(OWN_SEE, area=EVERYBODY, given=a_verdict),
    "confirm-judgement": press(OWN_LEADERS, area=LEADERS, given=a_verdict),
    "judgement-notice": press(OWN_LEADERS, area=LEADERS, given=a_verdict),
    "tell-judgement": press(
        OWN_LEADERS, area=LEADERS, given=with_notice, sent={"on": "2026-10-05", "how": "By letter to the office"}
    ),
    "withdraw-judgement": press(OWN_LEADERS, area=LEADERS, given=a_verdict, sent=BECAUSE),
    "held-reply": page(OWN_SEE, area=EVERYBODY, given=a_reply),
    "confirm-reply": press(OWN_SEE, area=EVERYBODY, given=a_reply, writes=OWN_LEADERS),
    "refuse-reply": press(OWN_SEE, area=EVERYBODY, given=a_reply, sent=BECAUSE, writes=OWN_LEADERS),
    "hand-in-evidence": form(ANYBODY, given=by_link),
    "hand-in-evidence: of nothing": form(NOBODY, area=ANYBODY, given={"token": "x" * 43}),
    "office-reply": form(ANYBODY, given=to_reply),
    "office-reply: of nothing": form(NOBODY, area=ANYBODY, given={"token": "x" * 43}),
    "evidence-sent": page(ANYBODY),
    "office-reply-sent": page(ANYBODY),
}
