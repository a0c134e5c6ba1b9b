"""Who may open the pages of people, groups, keeping safe and referrals."""

from typing import Any

from m4c.people.models import Membership, Note, Protection, Referral
from tests.access.table import EVERYBODY, NOBODY, Row, those
from tests.cast import Cast
from tests.factories import NOW

# The record looked at is that of the cast's member, whom the leader has not met.
ORGANISERS_ABOVE = those("organiser national_organiser")
DATA = those("data_protection")
LEADERS = those("leader leader_elsewhere organiser organiser_elsewhere national_organiser coalition_organiser")
ORGANISERS = those("organiser organiser_elsewhere national_organiser coalition_organiser")


def member(cast: Cast) -> dict[str, Any]:
    """A member of Cardiff."""
    return {"uid": cast.person("member").uid}


def kept_safe(cast: Cast) -> dict[str, Any]:
    """The member of Cardiff who is kept safe; the leader keeps in touch, the organiser pressed."""
    return {"uid": cast.person("protected_member").uid}


def protection(cast: Cast) -> dict[str, Any]:
    """Her protection."""
    return {"uid": Protection.objects.get(person=cast.person("protected_member")).uid}


def membership(cast: Cast) -> dict[str, Any]:
    """The member's membership of Cardiff."""
    return {"uid": Membership.objects.get(person=cast.person("member")).uid}


def note(cast: Cast) -> dict[str, Any]:
    """A private note of the organiser about the member."""
    written = Note.objects.create(
        person=cast.person("member"), group=cast.cardiff, author=cast.organiser, about_them="Shy", at=NOW
    )
    return {"uid": written.uid}


def referral(cast: Cast) -> dict[str, Any]:
    """A referral that the member sent."""
    sent = Referral.objects.create(
        group=cast.cardiff,
        sender=cast.member,
        about_words="A neighbour",
        seen="Shouting",
        urgency=Referral.Urgency.SOON,
        made_at=NOW,
    )
    return {"uid": sent.uid}


EDITS = Row(ORGANISERS_ABOVE | DATA, hides=ORGANISERS - ORGANISERS_ABOVE, given=member)
LED = Row(ORGANISERS_ABOVE, hides=LEADERS - ORGANISERS_ABOVE, given=member)
LED_OR_DATA = Row(ORGANISERS_ABOVE | DATA, hides=LEADERS - ORGANISERS_ABOVE, given=member)
OWN_NOTE = Row(those("organiser"), hides=LEADERS - those("organiser"), given=note)
PRESSERS = LEADERS | those("safeguarding") | DATA
PRESSED = Row(
    those("organiser leader safeguarding"), hides=PRESSERS - those("organiser leader safeguarding"), given=protection
)
SAFEGUARDING = those("safeguarding")

ROWS = {
    "people": Row(LEADERS | DATA),
    "add-person": Row(LEADERS),
    "person": Row(ORGANISERS_ABOVE | DATA, hides=LEADERS - ORGANISERS_ABOVE | SAFEGUARDING, given=member),
    "edit-person": EDITS,
    "set-contact-details": EDITS,
    "set-address": EDITS,
    "stop-contact": EDITS,
    "resume-contact": EDITS,
    "join-group": LED,
    "leave-group": Row(ORGANISERS_ABOVE | DATA, hides=ORGANISERS - ORGANISERS_ABOVE, given=membership),
    "record-consent": LED_OR_DATA,
    "lift-do-not-knock": LED_OR_DATA,
    "write-note": LED,
    "edit-note": OWN_NOTE,
    "withdraw-note": OWN_NOTE,
    "own-record": Row(EVERYBODY),
    "groups": Row(EVERYBODY),
    "make-group": Row(ORGANISERS | those("admin")),
    "group": Row(EVERYBODY, given=lambda cast: {"slug": "cardiff"}),
    "keep-safe": Row(ORGANISERS_ABOVE | DATA, hides=PRESSERS - ORGANISERS_ABOVE - DATA, given=member),
    "safe-note": Row(those("leader"), hides=PRESSERS - those("leader"), given=kept_safe),
    "kept-safe-pressed": PRESSED,
    "take-back-slip": PRESSED,
    "kept-safe": Row(NOBODY, factor=SAFEGUARDING),
    "kept-safe-record": Row(NOBODY, factor=SAFEGUARDING, given=kept_safe),
    "confirm-protection": Row(NOBODY, factor=SAFEGUARDING, given=kept_safe),
    "lift-protection": Row(NOBODY, factor=SAFEGUARDING, given=kept_safe),
    "set-safe-contact": Row(NOBODY, factor=SAFEGUARDING, given=kept_safe),
    "refer": Row(EVERYBODY),
    "refer-sent": Row(EVERYBODY),
    "referrals": Row(NOBODY, factor=SAFEGUARDING),
    "referral": Row(NOBODY, factor=SAFEGUARDING, given=referral),
    "answer-referral": Row(NOBODY, factor=SAFEGUARDING, given=referral),
    "keep-safe-from-referral": Row(NOBODY, factor=SAFEGUARDING, given=referral),
}
