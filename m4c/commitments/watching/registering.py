"""What others read of progress, verdicts, replies and what waits."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import EvidenceLink, Judgement, OfficeReply, Progress
from m4c.commitments.watching import ladder, panels, today
from m4c.commitments.watching.files import NO_FILE
from m4c.core.demo import CHAPTERS, Chapter
from m4c.people.access.own import BY_EMAIL, has_email
from m4c.people.access.sources import Table, hold
from m4c.people.erasers import COUNTED
from m4c.people.erasing import Forgotten, blank, by_email, mentions, nameless
from m4c.people.models import Person

BROUGHT = _("what they brought on a commitment that concerned them, and its file")


def register() -> None:
    """Tell what becomes of it when people or groups come together, go, or ask; and where it stands elsewhere."""
    erasers()
    access()
    ladder.register()
    panels.register()
    today.register()
    CHAPTERS.add("commitments.watching", Chapter(124, "m4c.commitments.watching.demo.tell"))


def erasers() -> None:
    """What becomes of rows when somebody is erased."""
    said = _("their name in what is written of a commitment")
    brought = by_email(Progress, "from_email")
    nameless(Progress, "from_email", BROUGHT, COUNTED, rows=brought, erase=let_name_go)
    nameless(OfficeReply, "email", _("what they wrote for an office"), COUNTED, rows=by_email(OfficeReply))
    of_entry = ("words", "evidence", "says_who", "from_words", "file_name", "refused_because", "struck_because")
    mentions(Progress, *of_entry, what=said)
    of_verdict = ("reasons", "evidence", "missing", "page_words", "how_told", "withdrawn_because")
    mentions(Judgement, *of_verdict, what=said)
    mentions(OfficeReply, "words", "writer", "role", "refused_because", what=said)
    mentions(EvidenceLink, "for_whom", what=said)


def let_name_go(forgotten: Forgotten, rows: Any) -> None:
    """The address goes, and the name with it, also where it stands as who says so, and the file; what they brought
    stays.
    """
    files = rows.filter(file_uid__isnull=False).values_list("file_uid", flat=True)
    forgotten.files.update(f"documents/{uid.hex}" for uid in files)
    more = {name: value for name, value in NO_FILE.items() if name != "file_name"}  # which its label blanks
    blank(forgotten, rows, says_who="", **more)


def access() -> None:
    """Where watching holds something on a person: known by the address that they gave."""
    of_entry = (
        "kind",
        "on",
        "words",
        "evidence",
        "evidence_url",
        "from_words",
        "from_email",
        "file_name",
        "confirmed_at",
    )
    of_reply = ("words", "writer", "role", "email", "received_at", "confirmed_at")
    hold(
        "commitments.watching",
        _("What you brought on commitments, and replies for an office"),
        Table(Progress, where=gave_address, always=BY_EMAIL, only=of_entry),
        Table(OfficeReply, where=has_email, always=BY_EMAIL, only=of_reply),
    )


def gave_address(person: Person) -> Q:
    """Entries with one of the person's addresses."""
    found = Q(pk__in=[])
    for email in person.emails.all():
        found |= Q(from_email__iexact=email.folded)
    return found
