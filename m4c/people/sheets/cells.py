"""One cell to one value: counts, yes and no, dates, and the type and status of a conversation.

What is not understood comes back as a problem in one sentence, never as a wrong value.
"""

import datetime
import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import TextChoices
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.people.names import words
from m4c.people.sheets.cell_words import MONTHS, NO, NONE, NUMBERS, SAYS_NOTHING, STATUSES, TENS, YES
from m4c.people.sheets.header_words import HOUSE_MEETING, ONE_TO_ONE, merged

Value = TypeVar("Value")

MOST = 1000  # more than anybody pledges or fits into a house: a telephone number or a year in the wrong column

DASHES = re.compile(r"[-.\s\u2010-\u2015\u2212]*")
DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.0*)?")
TICK = re.compile("[✓✔☑✅]")
CROSS = re.compile("[✗✘☒❌]")

DAY_MONTH_YEAR = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?:[ T,]+\d{1,2}:\d{2}.*)?")
YEAR_MONTH_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]+\d{1,2}:\d{2}.*)?")
DAY_NAMED_MONTH = re.compile(r"(?:[a-z]+ )?(\d{1,2}) ?(?:st|nd|rd|th)? (?:of )?([a-z]+) (\d{4}|\d{2})")
NAMED_MONTH_DAY = re.compile(r"(?:[a-z]+day )?([a-z]+) (\d{1,2}) ?(?:st|nd|rd|th)? (\d{4})")
SERIAL = re.compile(r"[2-7]\d{4}(?:\.\d+)?")
FIRST_SERIAL = datetime.date(1899, 12, 30)
# What spreadsheets make of 1-2-1 and 1:1.
MANGLED_ONE_TO_ONE = {"2001-02-01", "2001-01-02", "01/02/2001", "1/2/2001", "01/02/01", "1/2/01", "01:01", "01:01:00"}


@dataclass(frozen=True)
class Parsed(Generic[Value]):
    """What a cell says. Where there is a `problem`, in one sentence, the value is what is safe to take: often none."""

    value: Value
    problem: str = ""
    blank: bool = False
    """Whether the cell says nothing at all, which for some columns is not the same as none."""


class Answer(TextChoices):
    """What a yes-or-no column says."""

    YES = "yes", gettext_lazy("yes")
    NO = "no", gettext_lazy("no")
    UNKNOWN = "unknown", gettext_lazy("not known")


class ConversationStatus(TextChoices):
    """How far a conversation has come. Each includes those before it."""

    ARRANGED = "arranged", gettext_lazy("arranged")
    HELD = "held", gettext_lazy("held")
    FOLLOWED_UP = "followed_up", gettext_lazy("followed up")


class ConversationType(TextChoices):
    """What was held."""

    ONE_TO_ONE = "one_to_one", gettext_lazy("1-2-1")
    HOUSE_MEETING = "house_meeting", gettext_lazy("house meeting")


def parse_count(text: str) -> Parsed[int]:
    """A whole number from 0 to MOST, in digits or in English or Welsh words; a dash, `none` and a blank are 0.

    `2-3`, `lots` and `a couple` are problems with the value 0.
    """
    text = text.strip()
    if DASHES.fullmatch(text):
        return Parsed(0, blank=not text)
    if digits := DIGITS.fullmatch(text):
        number = int(digits[1].replace(",", "")) if len(digits[1]) < 20 else MOST + 1
        if number > MOST:
            return Parsed(0, _("%(text)s is more than can be right.") % {"text": quoted(text)})
        return Parsed(number)
    said = words(text)
    if " ".join(said) in NONE:
        return Parsed(0)
    number_said = _number_in_words(said)
    if number_said is None:
        return Parsed(0, _("%(text)s is not a number that is understood.") % {"text": quoted(text)})
    return Parsed(number_said)


def parse_yes_no(text: str) -> Parsed[Answer]:
    """Yes, no, or not known, in English or Welsh. `not yet` is no; a blank and a dash are not known.

    An `x` is a problem: on some sheets it means yes, on others no.
    """
    text = text.strip()
    if DASHES.fullmatch(text):
        return Parsed(Answer.UNKNOWN, blank=True)
    said = " ".join(words(text))
    if said in YES or TICK.fullmatch(text):
        return Parsed(Answer.YES)
    if said in NO or CROSS.fullmatch(text):
        return Parsed(Answer.NO)
    if said in SAYS_NOTHING:
        return Parsed(Answer.UNKNOWN)
    return Parsed(Answer.UNKNOWN, _("%(text)s is neither yes nor no.") % {"text": quoted(text)})


def parse_date(text: str) -> Parsed[datetime.date | None]:
    """A date: day before month as in Britain, ISO, a month by its name, or the number of days a spreadsheet counts.

    `07/13/2010` is a problem: months are never guessed to come first. Two-digit years are 1970 to 2069.
    """
    text = " ".join(text.split())
    if DASHES.fullmatch(text):
        return Parsed(None, blank=True)
    try:
        found = _date(text)
    except (ValueError, OverflowError):
        found = None
    if found is None or not 1900 <= found.year < 2100:
        sentence = _("%(text)s is not a date that is understood: write 31/12/2010.")
        return Parsed(None, sentence % {"text": quoted(text)})
    return Parsed(found)


def parse_status(text: str) -> Parsed[ConversationStatus | None]:
    """How far a conversation has come. `cancelled` and whatever else does not count are problems that say so."""
    if DASHES.fullmatch(text.strip()):
        return Parsed(None, blank=True)
    said = " ".join(words(text))
    for status, these in STATUSES.items():
        if said in these:
            return Parsed(ConversationStatus(status))
    sentence = _("%(text)s is not arranged, held or followed up, so it does not count.")
    return Parsed(None, sentence % {"text": quoted(text)})


def parse_conversation_type(text: str) -> Parsed[ConversationType | None]:
    """A 1-2-1 or a house meeting, however written: `121`, `1:1`, `one to one`, `House mtg`, `HM`."""
    text = text.strip()
    if DASHES.fullmatch(text):
        return Parsed(None, blank=True)
    said = merged(text)
    one, house = ONE_TO_ONE in said or text in MANGLED_ONE_TO_ONE, HOUSE_MEETING in said
    if one != house:
        return Parsed(ConversationType.ONE_TO_ONE if one else ConversationType.HOUSE_MEETING)
    sentence = _("%(text)s is neither a 1-2-1 nor a house meeting.")
    return Parsed(None, sentence % {"text": quoted(text)})


def quoted(text: str) -> str:
    """What a cell says, shortened and in quotation marks, to be shown within a sentence."""
    return _("“%(text)s”") % {"text": Truncator(" ".join(text.split())).chars(40)}


def _number_in_words(said: list[str]) -> int | None:
    """`seven`, `twenty five`, `dau ddeg pump`."""
    match said:
        case [word] if word in NUMBERS:
            return NUMBERS[word]
        case [word] if word in TENS:
            return TENS[word]
        case [ten, unit] if ten in TENS and 0 < NUMBERS.get(unit, 0) < 10:
            return TENS[ten] + NUMBERS[unit]
        case [count, "deg" | "ddeg", *rest] if 0 < NUMBERS.get(count, 0) < 10 and len(rest) <= 1:
            unit_number = NUMBERS.get(rest[0], 10) if rest else 0
            return NUMBERS[count] * 10 + unit_number if unit_number < 10 else None
    return None


def _date(text: str) -> datetime.date | None:
    if found := DAY_MONTH_YEAR.fullmatch(text):
        return datetime.date(_year(found[3]), int(found[2]), int(found[1]))
    if found := YEAR_MONTH_DAY.fullmatch(text):
        return datetime.date(int(found[1]), int(found[2]), int(found[3]))
    if SERIAL.fullmatch(text):
        return FIRST_SERIAL + datetime.timedelta(days=int(float(text)))
    said = " ".join(words(text))
    if (found := DAY_NAMED_MONTH.fullmatch(said)) and found[2] in MONTHS:
        return datetime.date(_year(found[3]), MONTHS[found[2]], int(found[1]))
    if (found := NAMED_MONTH_DAY.fullmatch(said)) and found[1] in MONTHS:
        return datetime.date(int(found[3]), MONTHS[found[1]], int(found[2]))
    return None


def _year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 70 else 1900)
