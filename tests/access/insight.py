"""Who may open reports: totals for those who work there, files for whoever asked, and what an editor published."""

from datetime import date
from typing import Any

from m4c.core.permissions import Role
from m4c.insight.models import PublishedReport
from m4c.insight.operations.published_report import publish_report, withdraw_report
from m4c.insight.operations.report_file import keep_report_file, request_report_file
from m4c.insight.so_far import Period, Reading
from m4c.insight.so_far.pictures import Pictures
from m4c.insight.so_far.public import public_figures
from m4c.people.models import Account
from tests.access.personas import ANYBODY, DATA, LEADERS, NOBODY, OWN_LEADERS, those
from tests.access.table import page, press
from tests.cast import Cast
from tests.factories import NOW
from tests.insight.story import Story

SUMMER = Period(date(2010, 6, 1), date(2010, 8, 31))


def summer(cast: Cast) -> dict[str, Any]:
    """Twelve people of Cardiff were trained in the summer of 2010."""
    story = Story(cast.operator)
    story.session(cast.cardiff, "full", date(2010, 6, 5), story.people(cast.cardiff, 12))
    return {}


def published(cast: Cast) -> PublishedReport:
    """Cardiff's report of that summer, as its editor published it."""
    summer(cast)
    reading = Reading(period=SUMMER, group=cast.cardiff, account=cast.editor)
    figures = public_figures(reading)
    pictures = Pictures.public(reading, figures).as_json()
    return publish_report(group=cast.cardiff, period=SUMMER, figures=figures, pictures=pictures, by=cast.editor, at=NOW)


def standing(cast: Cast) -> dict[str, Any]:
    """A report that everybody may read."""
    return {"slug": published(cast).slug}


def withdrawn(cast: Cast) -> dict[str, Any]:
    """One that was withdrawn."""
    return {"slug": withdraw_report(report=published(cast), by=cast.editor, at=NOW).slug}


def file(cast: Cast) -> dict[str, Any]:
    """A file that the organiser asked for, made."""
    asked = request_report_file(groups=[cast.cardiff], period=SUMMER, by=cast.organiser, at=NOW)
    worker = Account.objects.of_system(Role.WORKER)
    return {"uid": keep_report_file(file=asked, content=b"%PDF", by=worker, at=NOW).uid}


SEE = LEADERS | DATA | those("editor")
OWN_SEE = OWN_LEADERS | DATA | those("editor")
EDITOR = those("editor")
OF_CARDIFF = {"from": str(SUMMER.first), "to": str(SUMMER.last), "group": "cardiff"}

ROWS = {
    "reports": page(SEE),
    "so-far": page(SEE),
    "so-far-json": page(SEE),
    "report-files": press(SEE, writes=OWN_SEE, sent=OF_CARDIFF),
    "report-file": page(those("organiser"), area=SEE, given=file),
    "report-file-pdf": page(those("organiser"), area=SEE, given=file),
    "publications": press(EDITOR, given=summer, sent=OF_CARDIFF),
    "publications: of the whole movement": press(EDITOR, writes=NOBODY, given=summer, sent=OF_CARDIFF | {"group": ""}),
    "withdrawal": press(EDITOR, given=standing),
    "withdrawal: withdrawn already": press(NOBODY, area=EDITOR, given=withdrawn),
    "public-reports": page(ANYBODY),
    "public-report": page(ANYBODY, given=standing),
    "public-report: withdrawn": page(NOBODY, area=ANYBODY, given=withdrawn),
}
