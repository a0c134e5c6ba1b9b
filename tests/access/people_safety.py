"""Who may open what keeps people safe: the press, the review, and referrals."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from m4c.people.models import Protection, Referral, RetentionCase
from m4c.people.operations.protection import keep_safe
from m4c.people.operations.referral import refer
from tests.access.personas import DATA, EVERYBODY, LEADERS, NOBODY, OWN_LEADERS, OWN_ORGANISERS, SAFEGUARDING, those
from tests.access.records import kept_safe, member, met_by_leader
from tests.access.table import form, page, press
from tests.cast import THEN, Cast
from tests.factories import TODAY


def pressed(cast: Cast) -> dict[str, Any]:
    """The protection that the organiser placed a month ago; the leader is the contact."""
    return {"uid": Protection.objects.get(person=cast.person("protected_member")).uid}


def pressed_just_now(cast: Cast) -> dict[str, Any]:
    """One that the organiser placed this minute, and so is the contact."""
    return {"uid": keep_safe(person=cast.person("member"), at=timezone.now(), by=cast.organiser).uid}


def referral(cast: Cast) -> dict[str, Any]:
    """What the leader told the safeguarding lead about the member."""
    sent = refer(
        group=cast.cardiff,
        about_words="Kofi",
        seen="Bruises",
        urgency=Referral.Urgency.SOON,
        at=THEN,
        by=cast.leader,
    )
    Referral.objects.filter(pk=sent.pk).update(about=cast.person("member"))
    return {"uid": sent.uid}


def kept_long(cast: Cast) -> dict[str, Any]:
    """What is held on her has been kept long."""
    kept = {"rule": "no_contact", "group": cast.cardiff, "since": TODAY - timedelta(days=800), "found_at": THEN}
    RetentionCase.objects.create(person=cast.person("protected_member"), **kept)
    return {**kept_safe(cast), "rule": "no_contact"}


def contact(cast: Cast) -> dict[str, Any]:
    """The organiser is to keep in touch."""
    return {"contact": cast.person("organiser").uid, "safe_contact_note": "After six."}


PRESS = LEADERS | DATA | SAFEGUARDING  # whoever takes a record, and whoever answers for keeping safe
NOTE = {"safe_contact_note": "Only at work."}

ROWS = {
    "keep-safe": press(OWN_ORGANISERS | DATA, area=PRESS, given=member),
    "keep-safe: whom the leader met": press(OWN_LEADERS | DATA, area=PRESS, given=met_by_leader),
    "keep-safe: kept safe": press(those("leader"), area=PRESS, given=kept_safe),
    "safe-note": form(those("leader"), area=PRESS, given=kept_safe, sent=NOTE),
    "safe-note: nobody kept safe": form(NOBODY, area=PRESS, given=member, sent=NOTE),
    # For whoever pressed, her contact, and who confirms it; it holds no name.
    "kept-safe-pressed": page(those("organiser leader") | SAFEGUARDING, area=PRESS, given=pressed),
    "take-back-slip": press(
        those("organiser") | SAFEGUARDING, area=PRESS, writes=those("organiser"), given=pressed_just_now
    ),
    "take-back-slip: too late": press(
        those("organiser leader") | SAFEGUARDING, area=PRESS, writes=NOBODY, given=pressed
    ),
    "kept-safe": page(NOBODY, factor=SAFEGUARDING),
    "kept-safe-record": page(NOBODY, factor=SAFEGUARDING, given=kept_safe),
    "confirm-protection": press(NOBODY, factor=SAFEGUARDING, given=kept_safe),
    "lift-protection": press(NOBODY, factor=SAFEGUARDING, given=kept_safe),
    "close-account-kept-safe": press(NOBODY, factor=SAFEGUARDING, given=kept_safe),
    "decide-case-kept-safe": press(NOBODY, factor=SAFEGUARDING, given=kept_long, sent={"no_contact-decision": "erase"}),
    "set-safe-contact": press(NOBODY, factor=SAFEGUARDING, given=kept_safe, sent=contact),
    "refer": form(EVERYBODY, sent={"about_words": "A neighbour", "seen": "Shouting", "urgency": "3_soon"}),
    "refer-sent": page(EVERYBODY),
    "referrals": page(NOBODY, factor=SAFEGUARDING),
    "referral": page(NOBODY, factor=SAFEGUARDING, given=referral),
    "answer-referral": press(NOBODY, factor=SAFEGUARDING, given=referral, sent={"state": "received"}),
    "keep-safe-from-referral": press(NOBODY, factor=SAFEGUARDING, given=referral),
}
