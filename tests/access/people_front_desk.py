"""Who may open the front desk: welcomes, messages, complaints, and what the whole site says."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from m4c.people.models import Complaint, ComplaintStep, ContactMessage, Welcome
from m4c.people.operations.privacy_notice import notice_shown
from m4c.people.operations.public_words import BothLanguages, put_up_notice
from tests.access.personas import ADMIN, DATA, LEADERS, ORGANISERS, OWN_LEADERS, OWN_ORGANISERS
from tests.access.table import form, page, press
from tests.cast import THEN, Cast
from tests.factories import TODAY


def welcome(cast: Cast) -> dict[str, Any]:
    """The leader is to welcome the member."""
    made = Welcome.objects.create(
        person=cast.person("member"),
        group=cast.cardiff,
        welcomer=cast.leader,
        due_on=TODAY,
        notice=notice_shown(1),
        made_at=THEN,
    )
    return {"uid": made.uid}


def message(cast: Cast) -> dict[str, Any]:
    """Somebody wrote to Cardiff."""
    who = {"name": "Ebo Iwu", "email": "ebo.iwu@example.org", "words": "Hello", "language": "en-gb"}
    return {"uid": ContactMessage.objects.create(group=cast.cardiff, notice=notice_shown(1), made_at=THEN, **who).uid}


def complaint(cast: Cast) -> dict[str, Any]:
    """Somebody complained to the movement."""
    who = {"name": "Ebo Iwu", "email": "ebo.iwu@example.org", "words": "No", "language": "en-gb", "kind": "other"}
    days = {"made_at": THEN, "acknowledge_by": TODAY, "answer_by": TODAY}
    return {"uid": Complaint.objects.create(group=cast.movement, notice=notice_shown(1), **who, **days).uid}


def answered(cast: Cast) -> dict[str, Any]:
    """A complaint with its answer."""
    given = complaint(cast)
    step = {"state": ComplaintStep.State.ANSWERED, "words": "Sorry", "by": cast.operator, "at": THEN}
    ComplaintStep.objects.create(complaint=Complaint.objects.get(**given), **step)
    return given


def site_notice(cast: Cast) -> dict[str, Any]:
    """A notice stands."""
    words = BothLanguages("Closed today", "Ar gau heddiw")
    return {"uid": put_up_notice(words=words, from_day=TODAY, until_day=TODAY, by=cast.operator).uid}


def tomorrow(cast: Cast) -> dict[str, str]:
    """Words in both languages, from tomorrow."""
    day = (timezone.localdate() + timedelta(days=1)).isoformat()
    both = {"words_en": "Yes", "words_cy": "Ie"}
    imprint = {"promoter_name": "Delroy Bent", "promoter_address": "1 High Street"}
    return {**both, **imprint, "valid_from": day, "from_day": day, "until_day": day, "kind": "info"}


ROWS = {
    "welcomes": page(LEADERS),
    "mark-welcomed": press(OWN_LEADERS, area=LEADERS, given=welcome),
    "hand-over-welcome": form(
        OWN_ORGANISERS, area=ORGANISERS, given=welcome, sent=lambda cast: {"to": str(cast.organiser.uid)}
    ),
    "messages": page(ORGANISERS | ADMIN),
    "answer-message": press(OWN_ORGANISERS | ADMIN, area=ORGANISERS | ADMIN, given=message),
    "complaints": page(DATA | ADMIN),
    "complaint": page(DATA | ADMIN, given=complaint),
    "answer-complaint": press(DATA | ADMIN, given=complaint, sent={"state": "looked_into"}),
    "mail-complaint-answer": press(DATA | ADMIN, given=answered),
    # An editor of a group keeps its pages alone; nobody of the cast edits the whole site.
    "public-words": page(ADMIN),
    "write-privacy-notice": form(ADMIN, sent=tomorrow),
    "write-imprint": form(ADMIN, sent=tomorrow),
    "write-who-pays": form(ADMIN, sent=tomorrow),
    "write-site-notice": form(ADMIN, sent=tomorrow),
    "take-down-site-notice": press(ADMIN, given=site_notice),
}
