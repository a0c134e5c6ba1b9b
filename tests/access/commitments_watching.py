"""Who writes what became of a commitment, judges it and settles what came in; strangers come by secret links alone."""

from typing import Any

from django.utils import timezone

from m4c.commitments.operations.asking_after import ask_after, pause_asking
from m4c.commitments.operations.evidence_file import keep_evidence_file, show_evidence_file
from m4c.commitments.operations.evidence_link import make_evidence_link
from m4c.commitments.operations.judgement import judge_commitment
from m4c.commitments.operations.reply import HandedReply, hand_in_reply
from m4c.commitments.operations.speaker_naming import ask_to_name_speaker
from m4c.commitments.watching.reply_secrets import token_of
from m4c.people.documents.files import take_file
from m4c.people.models.account import website
from tests.access.personas import ANYBODY, EVERYBODY, LEADERS, NOBODY, ORGANISERS, OWN_LEADERS, OWN_ORGANISERS, those
from tests.access.table import form, page, press
from tests.campaigns.press.telling import an_owner
from tests.cast import Cast
from tests.commitments.filing import picture
from tests.commitments.promising import a_link, a_promise, an_entry, held, noticed, verdict
from tests.factories import NOW, TODAY

OWN_SEE = OWN_LEADERS | those("data_protection editor")
ENTRY = {"kind": "done", "on": "2026-10-05", "words": "Done", "evidence": "Minutes", "says_who": "We were there"}
VERDICT = {"verdict": "disputed", "on": "2026-10-05", "reasons": "Accounts differ", "evidence": "Minutes"}
ASKED = {"channel": "letter", "on": "2026-10-05", "asked": "When?"}
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


def address_link(cast: Cast) -> dict[str, Any]:
    """The secret that went to the address of a reply."""
    return {"token": token_of(str(a_reply(cast)["uid"]))}


def with_file(cast: Cast) -> dict[str, Any]:
    """An entry with a file, that counts."""
    made = an_entry(cast, a_promise(cast))
    keep_evidence_file(progress=made, given=take_file(picture(), "fence.jpg"), by=cast.operator)
    return {"uid": made.uid}


def shown_file(cast: Cast) -> dict[str, Any]:
    """One that everybody may open."""
    promise = a_promise(cast, published_at=NOW)
    made = an_entry(cast, promise)
    keep_evidence_file(progress=made, given=take_file(picture(), "fence.jpg"), by=cast.operator)
    show_evidence_file(progress=made, at=NOW, by=cast.operator)
    return {"slug": promise.slug, "uid": made.uid}


def asked_of_them(cast: Cast) -> dict[str, Any]:
    """A commitment that somebody asked after."""
    promise = a_promise(cast)
    asked: dict[str, Any] = {"on": TODAY, "channel": "letter", "asked": "When?", "answer_due": TODAY}
    ask_after(commitment=promise, **asked, at=NOW, by=cast.operator)
    return {"uid": promise.uid}


def of_owner(cast: Cast) -> dict[str, Any]:
    """What somebody promised who holds no public office."""
    return {"uid": a_promise(cast, an_owner(cast)).uid}


def asked_to_name(cast: Cast) -> dict[str, Any]:
    """The same, with somebody who asked that they be named."""
    promise = a_promise(cast, an_owner(cast))
    ask_to_name_speaker(commitment=promise, why="He lets forty homes", at=NOW, by=cast.operator)
    return {"uid": promise.uid}


def paused(cast: Cast) -> dict[str, Any]:
    """Days that do not count."""
    promise = a_promise(cast)
    pause = pause_asking(commitment=promise, kind="recess", since=TODAY, at=NOW, by=cast.operator)
    return {"uid": promise.uid, "pause": pause.uid}


ROWS = {
    "commitment-progress": form(OWN_SEE, area=EVERYBODY, given=own, sent=ENTRY, writes=OWN_LEADERS),
    "commitment-progress: kept": form(
        OWN_SEE | those("member"), area=EVERYBODY, given=kept, sent=ENTRY, writes=OWN_LEADERS | those("member")
    ),
    "commitment-contact": form(OWN_LEADERS, area=EVERYBODY, given=own, sent={"on": "2030-01-01"}),
    "commitment-contact: kept": form(
        OWN_LEADERS | those("member"), area=EVERYBODY, given=kept, sent={"on": "2030-01-01"}
    ),
    "ask-after": press(OWN_LEADERS, area=EVERYBODY, given=own, sent=ASKED),
    "ask-after: kept": press(OWN_LEADERS | those("member"), area=EVERYBODY, given=kept, sent=ASKED),
    "answered-after": press(
        OWN_LEADERS, area=EVERYBODY, given=asked_of_them, sent={"outcome": "answered", "on": "2026-10-05"}
    ),
    "pause-asking": press(OWN_LEADERS, area=EVERYBODY, given=own, sent={"kind": "recess", "since": "2026-10-05"}),
    "strike-asking-pause": press(OWN_LEADERS, area=EVERYBODY, given=paused),
    "progress-file": page(OWN_SEE, area=EVERYBODY, given=with_file),
    "keep-progress-file": press(
        OWN_SEE, area=EVERYBODY, given=entry, sent=lambda _cast: {"file": picture()}, writes=OWN_LEADERS
    ),
    "show-progress-file": press(OWN_SEE, area=EVERYBODY, given=with_file, writes=OWN_LEADERS),
    "hide-progress-file": press(OWN_SEE, area=EVERYBODY, given=with_file, writes=OWN_LEADERS),
    "take-progress-file-away": press(OWN_SEE, area=EVERYBODY, given=with_file, writes=OWN_LEADERS),
    "public-evidence": page(ANYBODY, given=shown_file),
    "public-evidence: not chosen": page(NOBODY, area=ANYBODY, given=lambda cast: with_file(cast) | {"slug": "c-1"}),
    "ask-to-name-speaker": press(OWN_LEADERS, area=LEADERS, given=of_owner, sent={"why": "He lets forty homes"}),
    "decide-speaker-naming": press(
        OWN_ORGANISERS | those("editor"),
        area=ORGANISERS | those("editor"),
        given=asked_to_name,
        sent={"agreed": "no", "answer": "No"},
    ),
    "end-speaker-naming": press(
        OWN_ORGANISERS | those("editor"), area=ORGANISERS | those("editor"), given=asked_to_name
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
    "confirm-reply": press(
        OWN_SEE, area=EVERYBODY, given=a_reply, sent={"how": "I rang the office"}, writes=OWN_LEADERS
    ),
    "refuse-reply": press(OWN_SEE, area=EVERYBODY, given=a_reply, sent=BECAUSE, writes=OWN_LEADERS),
    "hand-in-evidence": form(ANYBODY, given=by_link),
    "hand-in-evidence: of nothing": form(NOBODY, area=ANYBODY, given={"token": "x" * 43}),
    "office-reply": form(ANYBODY, given=to_reply),
    "office-reply: of nothing": form(NOBODY, area=ANYBODY, given={"token": "x" * 43}),
    "show-reply-address": form(ANYBODY, given=address_link, sent={}),
    "evidence-sent": page(ANYBODY),
    "office-reply-sent": page(ANYBODY),
}
