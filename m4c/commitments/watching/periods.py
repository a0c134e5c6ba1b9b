"""The periods of a commitment that is kept again and again: from the day it was made, month by month or week by week.

Each is counted from that day, not from the one before, so that 31 January and 29 February stay what they are.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from m4c.commitments.models.commitment import Every
from m4c.people.rights.clocks import months_after

LAST = date(9000, 1, 1)  # no calendar reaches further, and no promise
MONTHS = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF: 6, Every.YEAR: 12}


def beginning(made_on: date, every: str, number: int) -> date:
    """The first day of a period, the first of which is number 0."""
    if every == Every.WEEK:
        return made_on + timedelta(weeks=number)
    return months_after(made_on, MONTHS[Every(every)] * number)


def periods(made_on: date, every: str, until: date | None) -> Iterator[tuple[date, date]]:
    """Each whole period as its first day and the first day after it, to the last day that it runs, or for ever.

    What is left over at the end, less than a period, asks for nothing; a run shorter than one period is one.
    """
    ends = until + timedelta(days=1) if until else LAST
    first, number = made_on, 1
    if until and ends < beginning(made_on, every, 1):
        yield made_on, ends
        return
    while (after := beginning(made_on, every, number)) <= ends:
        yield first, after
        first, number = after, number + 1
