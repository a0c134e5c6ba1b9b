"""Settings of campaigns and wins."""

from datetime import date

from django.core.exceptions import ImproperlyConfigured

from config.environment import Environment

env = Environment()


def periods(name: str, written: list[str]) -> list[tuple[date, date]]:
    """First and last days, written as 2027-03-22/2027-05-06. Raises ImproperlyConfigured for anything else."""
    found = []
    for word in written:
        try:
            first, last = (date.fromisoformat(day.strip()) for day in word.split("/"))
        except ValueError:
            raise ImproperlyConfigured(
                f"{name} must hold periods like 2027-03-22/2027-05-06, and it has “{word}”."
            ) from None
        if last < first:
            raise ImproperlyConfigured(f"{name} has a period that ends before it begins: “{word}”.")
        found.append((first, last))
    return found


SILENCE_NOTICE_DAYS = env.number("SILENCE_NOTICE_DAYS", 10, at_least=1, at_most=365)
PRE_ELECTION_PERIODS = periods("PRE_ELECTION_PERIODS", env.words("PRE_ELECTION_PERIODS"))
# Ten days are the least: m4c/commitments/watching/status.py counts no "broken" before them, whatever stands here.
COMMITMENT_NOTICE_DAYS = env.number("COMMITMENT_NOTICE_DAYS", 10, at_least=10, at_most=365)
WIN_WARNING_DAYS = env.number("WIN_WARNING_DAYS", 30, at_least=1, at_most=365)
COMMITMENT_SOON_DAYS = env.number("COMMITMENT_SOON_DAYS", 30, at_least=1, at_most=365)
