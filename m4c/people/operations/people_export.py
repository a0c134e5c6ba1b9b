"""Ask for an export of people, say that it was made or failed, and forget its file; the record of it stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.acting.whom import form_of
from m4c.people.exports import tasks as export_tasks
from m4c.people.models import Account, Group, PeopleExport
from m4c.people.permissions import EXPORT_PEOPLE, MAKE_EXPORTS

MOST_QUEUED = 3  # of one account
LONGEST, LONGEST_NAME = 300, 200  # characters of a purpose, and of who receives it: their fields hold no more


class ExportRefused(Refused):
    """The export cannot be asked for like this."""


@dataclass(frozen=True)
class Wanted:
    """What somebody wants exported, what for, and who receives it outside the movement, if anybody."""

    format: str
    purpose: str
    chosen: Sequence[str]
    asked_for: str = ""
    recipient: str = ""
    letter: str = ""
    with_died: bool = False
    with_young: bool = False


@operation(EXPORT_PEOPLE, on="groups", every=True)
def request_export(
    *, groups: Sequence[Group], wanted: Wanted, by: Account, at: datetime, queued: bool = True
) -> PeopleExport:
    """Ask for an export out of the groups where one may export; none at all is the whole movement.

    Made in the background unless its caller does it. Raises ExportRefused without a purpose,
    by a filter that is not understood, or where several wait.
    """
    if not wanted.purpose.strip():
        raise ExportRefused(_("Say what it is for: that is kept on record."), field="purpose", code="no_purpose")
    if len(wanted.purpose) > LONGEST or len(wanted.recipient) > LONGEST_NAME:
        raise ExportRefused(_("Say it in fewer words."), field="purpose", code="too_long")
    if not wanted.chosen:
        raise ExportRefused(_("Choose at least one field."), field="chosen", code="no_fields")
    if wanted.format == PeopleExport.Format.LETTERS and not wanted.letter.strip():
        raise ExportRefused(_("Write the letter."), field="letter", code="no_letter")
    if problems := form_of(wanted.asked_for, by).problems:
        raise ExportRefused(" ".join(problems), code="filter")
    waiting = PeopleExport.objects.filter(requested_by=by, made_at=None, failed_at=None, forgotten_at=None)
    if queued and waiting.count() >= MOST_QUEUED:
        raise ExportRefused(_("Several of your files are being made already; wait for those first."), code="queued")
    export = PeopleExport.objects.create(
        format=wanted.format,
        purpose=wanted.purpose.strip(),
        recipient=wanted.recipient.strip(),
        asked_for=wanted.asked_for,
        chosen=list(wanted.chosen),
        letter=wanted.letter,
        with_died=wanted.with_died,
        with_young=wanted.with_young,
        requested_by=by,
        requested_at=at,
        language=get_language() or "",
    )
    if queued:
        export_tasks.make_export.enqueue(export.pk)
    return export


@operation(MAKE_EXPORTS, on=None)
def keep_export(*, export: PeopleExport, count: int, by: Account, at: datetime) -> PeopleExport:
    """Say that the file was made, and of how many people."""
    change(export, made_at=at, count=count)
    return export


@operation(MAKE_EXPORTS, on=None)
def fail_export(*, export: PeopleExport, by: Account, at: datetime) -> PeopleExport:
    """Say that the file could not be made."""
    change(export, failed_at=at)
    return export


@operation(MAKE_EXPORTS, on=None)
def forget_exports(*, by: Account, at: datetime) -> list[PeopleExport]:
    """Say of files that were kept long enough that they are gone. Who took what, when and why stays on record."""
    outdated = list(PeopleExport.objects.outdated(at))
    PeopleExport.objects.filter(pk__in=[export.pk for export in outdated]).update(forgotten_at=at, letter="", picked=[])
    return outdated
