"""Ask for a report as a file, keep what the worker made of it, and forget it."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.insight import tasks  # as a module: it imports this one
from m4c.insight.models import ReportFile
from m4c.insight.permissions import MAKE_REPORT_FILES, SEE_REPORTS
from m4c.insight.so_far import Period
from m4c.listening.models import ListeningCampaign
from m4c.listening.permissions import SEE_LISTENING
from m4c.people.models import Account, Group

MOST_QUEUED = 5  # of one account, so that an impatient thumb does not keep the worker from everybody else


class ReportFileRefused(Refused):
    """The file cannot be asked for now."""


@operation(SEE_REPORTS, on="groups", every=True)
def request_report_file(*, groups: Sequence[Group], period: Period, by: Account, at: datetime) -> ReportFile:
    """Ask the worker for a report as a PDF, in the language of whoever asks.

    `groups` is the one group it is about, or all those of the account together; none at all is the whole movement.
    Raises ReportFileRefused where too many are waiting.
    """
    group = groups[0] if len(groups) == 1 else None
    return queue(ReportFile(group=group, first_day=period.first, last_day=period.last), account=by, at=at)


@operation(SEE_LISTENING, on="campaign")
def request_listening_file(
    *, campaign: ListeningCampaign, is_public: bool = False, by: Account, at: datetime
) -> ReportFile:
    """Ask the worker for a campaign's listening report as a PDF. Raises ReportFileRefused as above."""
    days = {"first_day": campaign.starts_on, "last_day": campaign.ends_on}
    file = ReportFile(group=campaign.group, campaign=campaign, is_public=is_public, **days)
    return queue(file, account=by, at=at)


def queue(file: ReportFile, *, account: Account, at: datetime) -> ReportFile:
    """Put a file in the worker's queue, in the language in force. Raises ReportFileRefused where too many wait."""
    waiting = ReportFile.objects.filter(requested_by=account, made_at=None, failed_at=None)
    if waiting.count() >= MOST_QUEUED:
        raise ReportFileRefused(_("Several of your files are being made already; wait for those first."))
    file.requested_by, file.requested_at = account, at
    file.save()
    tasks.make_report_file.enqueue(str(file.uid), get_language() or "")
    return file


@operation(MAKE_REPORT_FILES, on="file")
def keep_report_file(*, file: ReportFile, content: bytes, by: Account, at: datetime) -> ReportFile:
    """Keep the file that was made."""
    change(file, content=content, made_at=at)
    return file


@operation(MAKE_REPORT_FILES, on="file")
def fail_report_file(*, file: ReportFile, by: Account, at: datetime) -> ReportFile:
    """Say that the file could not be made."""
    change(file, failed_at=at)
    return file


@operation(MAKE_REPORT_FILES, on=None)
def forget_report_files(*, by: Account, at: datetime) -> list[ReportFile]:
    """Remove the files whose day is over: they hold names, and whoever wants one can ask again."""
    outdated = list(ReportFile.objects.outdated(at).defer("content"))
    ReportFile.objects.filter(pk__in=[file.pk for file in outdated]).delete()
    return outdated
