"""The file of an entry: added, shown to everybody or to them no more, and taken away."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Progress
from m4c.commitments.watching.entries import ProgressRefused
from m4c.commitments.watching.files import file_fields, let_file_go
from m4c.commitments.watching.keeping import must_keep
from m4c.core.operations import change, operation
from m4c.core.permissions import SIGNED_IN
from m4c.people.documents.files import GivenFile
from m4c.people.models import Account


@operation(SIGNED_IN, on="by")
def keep_evidence_file(*, progress: Progress, given: GivenFile, by: Account) -> Progress:
    """Keep a file with an entry that has none. Raises ProgressRefused."""
    must_keep(progress.commitment, by)
    if progress.refused_at or progress.struck_at:
        raise ProgressRefused(_("That entry counts for nothing: no file goes with it."), field="file", code="settled")
    if Progress.objects.select_for_update().filter(pk=progress.pk, file_uid__isnull=False).exists():
        raise ProgressRefused(_("It has a file already: take that away first."), field="file", code="has_file")
    change(progress, **file_fields(given))
    return progress


@operation(SIGNED_IN, on="by", public=True)
def show_evidence_file(*, progress: Progress, at: datetime, by: Account) -> Progress:
    """Choose that everybody may open the file, once the page is public. Twice is once. Raises ProgressRefused."""
    must_keep(progress.commitment, by)
    if not Progress.objects.standing().filter(pk=progress.pk, file_uid__isnull=False).exists():
        raise ProgressRefused(_("There is no file that counts: confirm the entry first."), code="not_confirmed")
    if progress.file_shown_at is None:
        change(progress, file_shown_at=at, file_shown_by=by)
    return progress


@operation(SIGNED_IN, on="by", public=True)
def hide_evidence_file(*, progress: Progress, by: Account) -> Progress:
    """Show it to nobody outside any more, at once. Twice is once."""
    must_keep(progress.commitment, by)
    change(progress, file_shown_at=None, file_shown_by=None)
    return progress


@operation(SIGNED_IN, on="by", public=True)
def take_evidence_file_away(*, progress: Progress, by: Account) -> Progress:
    """Take the file away for good; the entry stays. Twice is once."""
    must_keep(progress.commitment, by)
    let_file_go(progress)
    return progress
