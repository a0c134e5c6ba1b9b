"""The report “The Movement So Far”: what a period achieved, read from the records and never typed in."""

from m4c.insight.so_far.figures import SoFar
from m4c.insight.so_far.period import Period, PeriodRefused
from m4c.insight.so_far.reading import Reading, so_far

__all__ = ["Period", "PeriodRefused", "Reading", "SoFar", "so_far"]
