"""One cell to one value: days, numbers, how often, how it is measured. What is not understood is refused in words."""

import re
from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from m4c.commitments.models import Every
from m4c.core.errors import Refused
from m4c.people.names import words
from m4c.people.sheets.cell_words import MONTHS, NUMBERS, TENS
from m4c.people.sheets.cells import parse_date, quoted

COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
NUMBER = re.compile(
    r"[£€$]?\s*(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\s*"
    r"(?P<much>k|thousand|m|mn|million|bn|billion)?\s*(?:%|per ?cent|percent|pounds?)?",
    re.IGNORECASE,
)
BELOW = re.compile(r"(?:[-\u2212]\s*[£€$]?|[£€$]\s*-)\s*\d[\d,.]*\s*%?")
MUCH = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}
MOST = Decimal("999999999999.99")
IN_TEXT = re.compile(r"(?:£\s*)?\d[\d,.]*\s*(?:%|per ?cent|k\b|m\b|million\b|thousand\b|bn\b)?", re.IGNORECASE)
BY = re.compile(r"^(?:by|before|until|on|no[t]? later than|due|latest|erbyn|cyn)\s+(?:the\s+)?", re.IGNORECASE)
END_OF = re.compile(r"^(?:the )?end of (?:the )?")
WITHIN = re.compile(r"(?:within|in) (?:the )?(?:next )?(\w+(?: \w+)?) (day|week|month|year)s?(?: .*)?")
SPANS = {"day": 1, "week": 7}

TIMES = {"once": 1, "one": 1, "twice": 2, "two": 2, "thrice": 3, "unwaith": 1, "dwywaith": 2, "teirgwaith": 3}
OFTEN = {
    "weekly": (1, Every.WEEK),
    "wythnosol": (1, Every.WEEK),
    "fortnightly": (26, Every.YEAR),
    "monthly": (1, Every.MONTH),
    "misol": (1, Every.MONTH),
    "bi monthly": (6, Every.YEAR),
    "bimonthly": (6, Every.YEAR),
    "termly": (3, Every.YEAR),
    "quarterly": (1, Every.QUARTER),
    "chwarterol": (1, Every.QUARTER),
    "half yearly": (1, Every.HALF),
    "six monthly": (1, Every.HALF),
    "6 monthly": (1, Every.HALF),
    "biannual": (1, Every.HALF),
    "bi annual": (1, Every.HALF),
    "biannually": (1, Every.HALF),
    "semi annual": (1, Every.HALF),
    "semi annually": (1, Every.HALF),
    "yearly": (1, Every.YEAR),
    "annual": (1, Every.YEAR),
    "annually": (1, Every.YEAR),
    "blynyddol": (1, Every.YEAR),
}
PERIODS = {
    "week": Every.WEEK,
    "month": Every.MONTH,
    "quarter": Every.QUARTER,
    "half year": Every.HALF,
    "half": Every.HALF,
    "year": Every.YEAR,
    "annum": Every.YEAR,
    "wythnos": Every.WEEK,
    "mis": Every.MONTH,
    "chwarter": Every.QUARTER,
    "blwyddyn": Every.YEAR,
    "flwyddyn": Every.YEAR,
    "fis": Every.MONTH,
}
A_PERIOD = "(half years?|week|month|quarter|half|year|annum|wythnos|mis|fis|chwarter|blwyddyn|flwyddyn)s?"
SO_OFTEN = re.compile(
    rf"(?:at least )?(\w+(?: \w+)??)(?: times?)? (?:an?|per|each|every|in each|in every|in an?|y|bob) {A_PERIOD}"
)
EACH = re.compile(rf"(?:once )?(?:an?|per|each|every|once in every|pob) {A_PERIOD}")
EVERY_SO_MANY = re.compile(r"(?:once )?every (\w+) (week|month|year)s?")
IN_A_YEAR = {"week": 52, "month": 12}
WHOLE = {("month", 3): Every.QUARTER, ("month", 6): Every.HALF, ("month", 12): Every.YEAR, ("week", 1): Every.WEEK}
LASTING = re.compile(r" (?:for|over|during|until|am) .*$")


class CellRefused(Refused):
    """A cell says something that is not understood, or that cannot be."""


class RowRefused(Refused):
    """The row says too little, or contradicts itself."""


def day_of(text: str) -> date | None:
    """A day, however written; None for a blank. Raises CellRefused for what is none."""
    compact = COMPACT.fullmatch(text)
    found = parse_date("-".join(compact.groups()) if compact else text)
    if found.problem:
        raise CellRefused(found.problem)
    return found.value


def due_of(text: str, made_on: date) -> tuple[date | None, str]:
    """The day something is due, and the words for it where it is told in words: an event may have no date yet."""
    if not BY.match(text):
        try:
            return day_of(text), ""
        except CellRefused:
            pass
    if re.fullmatch(r"[\d\s./:-]+", text) and not re.fullmatch(r"\d{4}", text):
        day_of(text)  # a date that is none: no event is told in digits
    return day_in_words(text, made_on), text


def day_in_words(text: str, made_on: date) -> date | None:
    """The last day that “by the end of March 2015”, “within six months” or “(7 May 2015)” still meets, if any."""
    for bracketed in re.findall(r"\(([^()]*)\)", text):
        if (found := parse_date(bracketed)).value:
            return found.value
    bare = BY.sub("", text.strip(" .!"))
    if (found := parse_date(bare)).value:
        return found.value - timedelta(days=1) if re.match(r"(?i)before\b", text) else found.value
    if "," in text and (found := parse_date(text.rpartition(",")[2])).value:
        return found.value
    said = " ".join(words(bare))
    if within := WITHIN.fullmatch(" ".join(words(text))):
        return after(made_on, number_in_words(within[1]), within[2])
    return end_of(END_OF.sub("", said))


def after(day: date, number: int | None, unit: str) -> date | None:
    """The day so many days, weeks, months or years later."""
    if not number or number > 500:
        return None
    if unit in SPANS:
        return day + timedelta(days=number * SPANS[unit])
    months = day.month - 1 + number * (12 if unit == "year" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1])) if year < 2100 else None


def end_of(said: str) -> date | None:
    """The last day of a month or of a year."""
    parts = said.split()
    if not parts or not re.fullmatch(r"(19|20)\d\d", parts[-1]):
        return None
    year = int(parts[-1])
    if len(parts) == 1 or parts[:-1] == ["year"]:
        return date(year, 12, 31)
    if len(parts) == 2 and parts[0] in MONTHS:
        month = MONTHS[parts[0]]
        return date(year, month, monthrange(year, month)[1])
    return None


def number_of(text: str) -> Decimal | None:
    """A number in digits or words, with its thousands, as money or in per cent; None for what is none."""
    typed = text.strip().strip("~").strip()
    if BELOW.fullmatch(typed):
        raise CellRefused(_("{text} is below nought.").format(text=quoted(text)))
    if found := NUMBER.fullmatch(typed):
        try:
            number = Decimal(found["number"].replace(",", "")).scaleb(MUCH.get((found["much"] or "").lower(), 0))
        except InvalidOperation:
            return None
        return exact(number)
    said = number_in_words(" ".join(words(typed)))
    return Decimal(said) if said is not None else None


def exact(number: Decimal) -> Decimal:
    """It to the hundredth. Raises CellRefused for more than can be kept."""
    if number > MOST:
        raise CellRefused(_("That number is more than can be right."))
    kept = number.quantize(Decimal("0.01"))
    if kept != number:
        raise CellRefused(_("{number} has more than two decimals.").format(number=number))
    return kept


def number_in_words(said: str) -> int | None:
    """`three`, `twenty five`, `twice`, `12`."""
    if re.fullmatch(r"\d{1,9}", said):
        return int(said)
    if said in TIMES:
        return TIMES[said]
    match said.split():
        case [word] if word in NUMBERS:
            return NUMBERS[word]
        case [word] if word in TENS:
            return TENS[word]
        case [ten, unit] if ten in TENS and 0 < NUMBERS.get(unit, 0) < 10:
            return TENS[ten] + NUMBERS[unit]
    return None


def target_of(text: str) -> tuple[Decimal | None, str]:
    """How much, and of what where the cell says it: “three meetings”. Raises CellRefused for what is no number."""
    if not text.strip(" .-\u2013\u2014"):
        return None, ""
    if (number := number_of(text)) is not None:
        return number, ""
    bare = re.sub(r"^(?:at least|minimum(?: of)?|min|not less than|up to|>=?|=)\s*", "", text, flags=re.IGNORECASE)
    head, _space, unit = bare.partition(" ")
    two = bare.split(maxsplit=2)
    found = IN_TEXT.match(bare)
    for said, rest in (
        (bare, ""),
        (found[0] if found else "", bare[found.end() :] if found else ""),
        (" ".join(two[:2]), " ".join(two[2:])),
        (head, unit),
    ):
        if said and (number := number_of(said)) is not None:
            return number, rest.strip(" .,;")[:40]
    raise CellRefused(_("{text} is not a number that is understood.").format(text=quoted(text)))


def often_of(text: str) -> tuple[int | None, str]:
    """How often in which period: `twice a year`, `every 6 months`, `yearly`. Raises CellRefused for what is neither."""
    said = LASTING.sub("", " ".join(words(text)))
    if said in OFTEN:
        return OFTEN[said]
    if said in PERIODS:
        return None, PERIODS[said]
    if each := EACH.fullmatch(said):
        return None if said.startswith(("per", "a ", "an ")) else 1, PERIODS[singular(each[1])]
    if (so_many := EVERY_SO_MANY.fullmatch(said)) and (number := number_in_words(so_many[1])):
        return every_so_many(number, so_many[2], text)
    if (so_often := SO_OFTEN.fullmatch(said)) and (number := number_in_words(so_often[1])):
        return number, PERIODS[singular(so_often[2])]
    raise CellRefused(not_so_often(text))


def every_so_many(number: int, unit: str, text: str) -> tuple[int, str]:
    """`every 6 months` is once each half year; `every 4 months` three times a year. Raises CellRefused."""
    if (unit, number) in WHOLE:
        return 1, WHOLE[unit, number]
    if number == 1:
        return 1, PERIODS[unit]
    in_year = IN_A_YEAR.get(unit, 0)
    if in_year % number or in_year < number:
        raise CellRefused(not_so_often(text))
    return in_year // number, Every.YEAR


def singular(period: str) -> str:
    """`half years` is `half year`."""
    return period.removesuffix("s") if period not in ("mis", "fis") else period


def not_so_often(text: str) -> str:
    """That a cell says no period, in words."""
    return _("How often is not clear: {text}. Write “twice a year”, “monthly” or “every 6 months”.").format(
        text=quoted(text)
    )


def too_long(text: str, longest: int) -> str:
    """That a cell says more than can be kept whole."""
    return _("{text} is too long: {number} characters are the most.").format(text=quoted(text), number=longest)
