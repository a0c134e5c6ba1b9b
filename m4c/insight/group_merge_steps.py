"""What becomes of a group's reports when it becomes part of another: they stay, as what it reported then."""

from m4c.insight.models import PublishedReport, ReportFile
from m4c.people.groups.merging import stays


def register() -> None:
    """Tell that reports stay."""
    stays(PublishedReport)
    stays(ReportFile)
