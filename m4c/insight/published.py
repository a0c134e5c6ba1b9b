"""What stands in the public list of reports: those of a period, and those of what a listening campaign heard."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from m4c.insight.models import PublishedReport
from m4c.listening.models import PublishedListening
from m4c.listening.themes.presentation import Presentation


@dataclass(frozen=True)
class Listed:
    """One report: what it is called, its page, whose and of when it is."""

    title: str
    address: str
    detail: str
    published_at: datetime


def listed(reader: Any) -> list[Listed]:
    """All that stand, the latest first. Two statements."""
    of_periods = PublishedReport.objects.visible_to(reader).select_related("group")
    reports = [
        Listed(str(row.group), page("public-report", row), row.period_words, row.published_at) for row in of_periods
    ]
    for row in PublishedListening.objects.visible_to(reader):
        told = Presentation(row.told)
        reports.append(Listed(told.title, page("public-listening-report", row), told.eyebrow, row.published_at))
    return sorted(reports, key=lambda report: report.published_at, reverse=True)


def page(route: str, report: PublishedReport | PublishedListening) -> str:
    """The page of a report."""
    return reverse(route, kwargs={"slug": report.slug})
