"""The sign-in sheet on paper: what it says, and its PDF. Called by the worker only."""

from io import BytesIO
from pathlib import Path
from typing import Any

import segno
from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.core.pdf import laid_out_apart
from m4c.events.door.codes import code_of
from m4c.events.door.reference import reference_of
from m4c.events.models import Attendance, Event
from m4c.people.models import Account
from m4c.people.models.use import may_be_used

TEMPLATE = Path(__file__).with_name("typst") / "sign_in_sheet.typ"
EMPTY_LINES = 14
MOST = 2_000


def sheet_of(event: Event, account: Account, *, codes: bool) -> bytes:
    """The sheet as this account may see it: names on the list, with or without their codes, and empty lines."""
    return laid_out_apart(TEMPLATE, told(event, account, codes=codes))


def told(event: Event, account: Account, *, codes: bool) -> dict[str, Any]:
    """All that the sheet says. The heads of its columns are those by which the import of sign-in sheets knows them."""
    seen = Attendance.objects.visible_to(account).filter(may_be_used("person"), event=event)
    listed = list(seen.select_related("person").by_name()[:MOST])
    starts = timezone.localtime(event.starts_at)
    where = f" · {event.place}" if event.place else ""
    return {
        "title": event.title,
        "when": f"{date_format(starts, 'l j F Y, H:i')}{where}",
        "reference": _("Reference {reference}: name the file so when you type it in.").format(
            reference=reference_of(event)
        ),
        "consent": _(
            "Write your name to say that you came. How to reach you is yours to give: a tick lets us write or ring "
            "about what this group does next. Without one we do not, and you can change your mind at any time."
        ),
        "heads": [
            _("Name"),
            _("Phone"),
            _("E-mail"),
            _("Postcode"),
            _("Who brought you?"),
            _("OK to e-mail you?"),
            _("OK to phone you?"),
        ],
        "page": _("Page"),
        "alt": _("A code for the door"),
        "names": [str(attendance.person) for attendance in listed],
        "codes": [picture_of(attendance) for attendance in listed] if codes else [],
        "empty": EMPTY_LINES,
    }


def picture_of(attendance: Attendance) -> str:
    """Somebody's code as an SVG picture of its own."""
    drawn = BytesIO()
    segno.make(settings.SITE_URL + code_of(attendance), error="l", micro=False).save(drawn, kind="svg", border=1)
    return drawn.getvalue().decode()
