"""What becomes of reports on erasure: a file that may name somebody goes, public figures name nobody."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.insight.models import PublishedReport, ReportFile
from m4c.people.erasing import Forgotten, goes, tells_of_nobody


def open_files(forgotten: Forgotten) -> "QuerySet[ReportFile]":
    """All files of reports: each may name them, lives a day at most, and can be asked for again."""
    return ReportFile.objects.all()


def register() -> None:
    """Tell what becomes of reports."""
    goes(ReportFile, "content", _("reports as files, which may name leaders"), rows=open_files)
    tells_of_nobody(PublishedReport, why="figures without leaders and small numbers")
