"""The tables of insight: reports as they were published, and the files that people asked for."""

from m4c.insight.models.published_report import PublishedReport
from m4c.insight.models.report_file import ReportFile

__all__ = ["PublishedReport", "ReportFile"]
