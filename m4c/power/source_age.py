"""When a source is old: what stands on a page was true once, and offices change hands."""

from datetime import date, timedelta

# Set on 23 November 2026. Councils, cabinets and boards change at least once a year, at their annual meeting in May,
# and by-elections in between; a table older than half a year is more likely wrong than right about somebody.
OLD_AFTER = timedelta(days=183)


def is_old(seen_on: date | None, today: date) -> bool:
    """Whether a source should be looked at again; one without a day is not told to be old."""
    return seen_on is not None and today - seen_on > OLD_AFTER
