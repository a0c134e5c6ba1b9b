"""The numbers, dates and times inside XLSX and ODS cells, written as a person would type them."""

import datetime
import re
from decimal import Decimal, InvalidOperation

DURATION = re.compile(r"PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S")
EXCEL_FORGOT = 60  # the 29 February 1900 that never was: serial numbers below it are a day late
LAST_DAY = 2_950_000  # in the year 9976
MEANT = 15  # digits; what spreadsheets write beyond them is rounding


def as_number(written: str, *, percent: bool = False) -> str:
    """`5.0` is 5, `7.7009E9` is 7700900000, and 0.5 shown as a percentage is 50%. What is no number stays as it is."""
    if written.isdecimal() and not percent and len(written) <= MEANT:
        return written
    try:
        number = Decimal(written.strip())
    except InvalidOperation:
        return written
    if not number.is_finite() or abs(number.adjusted()) > 30:
        return written
    number = number * 100 if percent else number
    text = f"{round(number, MEANT - 1 - number.adjusted()):f}" if number else "0"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{text}%" if percent else text


def as_moment(written: str, epoch: datetime.datetime) -> str:
    """A day counted from `epoch`, as `2010-07-05`; with its time where it has one; the time alone below one day."""
    try:
        days = float(written)
    except ValueError:
        return written
    if not 0 <= days < LAST_DAY:
        return as_number(written)
    if epoch.year < 1900 and 1 <= days < EXCEL_FORGOT:
        days += 1
    moment = epoch + datetime.timedelta(seconds=round(days * 86400))
    if days < 1:
        return f"{moment:%H:%M}"
    return f"{moment:%Y-%m-%d}" if moment.time() == datetime.time() else f"{moment:%Y-%m-%d %H:%M}"


def as_date(written: str) -> str:
    """An OpenDocument date: `2010-07-05T18:30:00` is `2010-07-05 18:30`, and midnight is left out."""
    day, _, time = written.partition("T")
    return day if not time or time.startswith("00:00:00") else f"{day} {time[:5]}"


def as_time(written: str) -> str:
    """An OpenDocument time: `PT18H30M00S` is `18:30`."""
    duration = DURATION.fullmatch(written)
    return f"{int(duration[1]):02}:{int(duration[2]):02}" if duration else written
