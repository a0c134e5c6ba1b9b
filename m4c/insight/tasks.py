"""What the worker does for insight: make the files that people asked for, and forget them."""

from django.utils import timezone, translation

from m4c.core.permissions import Role
from m4c.core.tasks import on_failure, task
from m4c.insight.models import ReportFile
from m4c.insight.operations import report_file  # as a module: it imports this one
from m4c.insight.paper import ROWS
from m4c.insight.pdf import pdf_of
from m4c.insight.so_far import Reading
from m4c.listening.themes.paper import pdf_of as listening_pdf_of
from m4c.listening.themes.presentation import Presentation
from m4c.listening.themes.report import ListeningReport
from m4c.people.models import Account


@task()
def make_report_file(uid: str, language: str) -> None:
    """Make the file of this uid as whoever asked for it may see it; one that is made or failed stays as it is."""
    related = ("group", "requested_by", "campaign__group", "campaign__report_back")
    file = ReportFile.objects.select_related(*related).filter(uid=uid).first()
    if file is None or not file.is_queued:
        return
    with on_failure(lambda: give_up(file)), translation.override(language or None):
        content = content_of(file)
    report_file.keep_report_file(file=file, content=content, by=worker(), at=timezone.now())


def content_of(file: ReportFile) -> bytes:
    """The PDF, as whoever asked for it may see it."""
    if file.campaign:
        report = ListeningReport(file.campaign, file.requested_by, public=file.is_public)
        return listening_pdf_of(Presentation.of(report))
    return pdf_of(Reading(period=file.period, group=file.group, account=file.requested_by, at_most=ROWS))


def give_up(file: ReportFile) -> None:
    """Say that it failed."""
    report_file.fail_report_file(file=file, by=worker(), at=timezone.now())


@task()
def forget_old_report_files() -> None:
    """Remove files older than a day."""
    report_file.forget_report_files(by=worker(), at=timezone.now())


def worker() -> Account:
    """The schedule's own account."""
    return Account.objects.of_system(Role.WORKER)
