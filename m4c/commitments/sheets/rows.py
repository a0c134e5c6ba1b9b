"""One row of a sheet of commitments: liberal in how things are written, and plain about what is not understood."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from m4c.commitments.models import Measure
from m4c.commitments.record.checking import check_number
from m4c.commitments.sheets import columns
from m4c.commitments.sheets.cells import (
    CellRefused,
    RowRefused,
    day_of,
    due_of,
    number_of,
    often_of,
    target_of,
    too_long,
)
from m4c.commitments.sheets.condition_rows import SaidCondition, conditions_of
from m4c.commitments.sheets.headers import Laid
from m4c.commitments.sheets.history import SaidHistory
from m4c.people.names import fold, words
from m4c.people.sheets.cells import Answer, parse_yes_no, quoted
from m4c.people.sheets.reading import Row

MEASURES = [  # the first that fits
    (Measure.RECURRING, r"recur|repeat|regular|again|period|rheolaidd"),
    (Measure.PERCENTAGE, r"per ?cent|%|share|proportion|canran"),
    (Measure.ONGOING, r"ongoing|on going|continu|behavio|conduct|how they|standing|always|parhaus"),
    (Measure.AMOUNT, r"amount|money|sum|£|pounds?|spend|fund|swm"),
    (Measure.COUNT, r"count|number|times|how many|tally|cyfrif|nifer"),
    (Measure.DONE, r"done|yes|binary|once|one off|single|achiev|complet|deliver|task|action|gwneud"),
]
NUMBERS = (Measure.COUNT, Measure.AMOUNT, Measure.PERCENTAGE)
TERMS = ("made_on", "words", "measure", "target", "unit", "every", "expires_on")  # no sheet changes them
LONGEST = {
    columns.REFERENCE: 40,
    columns.SPEAKER: 120,
    columns.OFFICE: 120,
    columns.MADE_TO: 160,
    columns.OCCASION: 160,
    columns.WORDS: 2_000,
    columns.UNIT: 40,
    columns.SOURCE: 200,
    columns.COUNTS: 300,
    columns.SHOWS: 300,
    columns.DUE_WORDS: 120,
}
TOLD = ("reference", "speaker", "office", "made_to", "occasion", "words", "counts_as_kept", "evidence_needed")
A_LEVEL = re.compile(
    r"(?:(?P<level>.+?)\s+(?:by|on|at)\s+(?P<on>[^()]+?)|(?P<on_first>[^:()]+):\s*(?P<then>[^()]+?))"
    r"(?:\s*\((?P<words>[^()]*)\))?"
)
ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class SaidCommitment:
    """What a row says. `remarks` are what somebody should look at."""

    number: int
    reference: str
    speaker: str
    office: str
    made_to: str
    made_on: date
    occasion: str
    words: str
    measure: str
    target: Decimal | None
    unit: str
    every: str
    due_on: date | None
    due_words: str
    expires_on: date | None
    source: str
    source_url: str
    counts_as_kept: str
    evidence_needed: str
    in_writing: bool
    conditions: tuple[SaidCondition, ...] = ()
    milestones: tuple[tuple[date, Decimal, str], ...] = ()
    remarks: tuple[str, ...] = ()
    history: SaidHistory | None = None  # of JSON alone: its days, conditions and the rest come from there

    @property
    def same(self) -> tuple[str, date, str]:
        """What makes it one with another of the same speaker, where neither has a reference."""
        return fold(self.speaker), self.made_on, fold(self.words)


def read_row(sheet: Laid, row: Row, today: date) -> SaidCommitment:
    """What a row says. Raises RowRefused with the reason."""
    try:
        return read(sheet, row, today)
    except CellRefused as refused:
        raise RowRefused(refused.message) from None


def read(sheet: Laid, row: Row, today: date) -> SaidCommitment:
    """The same. Raises CellRefused too."""
    told = {name: sheet.cell(row, name) for name in columns.COMMITMENTS.phrases}
    told[columns.WORDS] = without_quotes(told[columns.WORDS])
    check_told(told)
    remarks: list[str] = []
    made_on = day_of(told[columns.MADE_ON])
    if made_on is None:
        raise RowRefused(_("It does not say when it was made."))
    if made_on > today:
        raise RowRefused(_("{day} is still to come.").format(day=quoted(told[columns.MADE_ON])))
    due_on, due_words = due_of(told[columns.DUE], made_on)
    if told[columns.DUE_WORDS]:  # told apart, so that words in the other column are no day
        due_on, due_words = (None if due_words else due_on), told[columns.DUE_WORDS]
    if len(due_words) > LONGEST[columns.DUE_WORDS]:
        raise RowRefused(too_long(due_words, LONGEST[columns.DUE_WORDS]))
    expires_on = day_of(told[columns.EXPIRES])
    check_days(made_on, due_on, expires_on)
    measure, target, unit, every = measured(told, bool(expires_on), remarks)
    check_number(measure, target)
    source, url = sourced(told)
    return SaidCommitment(
        number=row.number,
        made_on=made_on,
        measure=measure,
        target=target,
        unit=unit,
        every=every,
        due_on=due_on,
        due_words=due_words,
        expires_on=expires_on,
        source=source,
        source_url=url,
        in_writing=parse_yes_no(told[columns.WRITTEN]).value == Answer.YES,
        conditions=conditions_of(told, made_on, today, remarks),
        milestones=milestones_of(told[columns.MILESTONES], made_on),
        remarks=tuple(remarks),
        history=None,
        **{name: told[name] for name in TOLD},
    )


def without_quotes(text: str) -> str:
    """Words without the marks that stand round the whole of them: each page sets its own."""
    inner = text[1:-1]
    wrapped = text[:1] + text[-1:] in ("“”", '""')
    return inner.strip() if len(text) > 1 and wrapped and not set(inner) & set('“”"') else text


def check_told(told: dict[str, str]) -> None:
    """Raise RowRefused for a row without a speaker or words, and for what is too long to be kept whole."""
    if not fold(told[columns.SPEAKER]):
        raise RowRefused(_("It does not say who promised."))
    if not told[columns.WORDS].strip(" .-\u2013\u2014"):
        raise RowRefused(_("It does not say what was promised."))
    for name, longest in LONGEST.items():
        if len(told[name]) > longest:
            raise RowRefused(too_long(told[name], longest))


def check_days(made_on: date, due_on: date | None, expires_on: date | None) -> None:
    """Raise RowRefused for days in an order that cannot be."""
    if due_on and due_on < made_on:
        raise RowRefused(_("It was due before it was made."))
    if expires_on and expires_on < made_on:
        raise RowRefused(_("It ended before it was made."))


def measured(told: dict[str, str], ends: bool, remarks: list[str]) -> tuple[str, Decimal | None, str, str]:
    """How it is measured, how much, of what, and in each which period. Raises RowRefused, CellRefused."""
    said = " ".join(words(told[columns.MEASURE])) or told[columns.MEASURE]
    target, of_what = target_of(told[columns.TARGET])
    often, every = often_of(told[columns.RECURS]) if told[columns.RECURS] else (None, "")
    measure = next((each for each, pattern in MEASURES if said == each.value or re.search(pattern, said)), None)
    if measure is None:
        if said:
            raise RowRefused(_("How it is measured is not clear: {text}.").format(text=quoted(told[columns.MEASURE])))
        measure = guessed(told, every, target, ends)
    unit = told[columns.UNIT] or of_what
    if measure == Measure.RECURRING:
        if not every:
            raise RowRefused(_("It does not say how often it recurs."))
        return measure, again(target, often), unit, every
    if every:
        remarks.append(_("How often stands there as {text}.").format(text=quoted(told[columns.RECURS])))
    if measure in NUMBERS:
        if target is None or target <= 0:
            raise RowRefused(_("It does not say how much was promised."))
        return measure, target, unit, ""
    return measure, None, "", ""


def guessed(told: dict[str, str], every: str, target: Decimal | None, ends: bool) -> Measure:
    """How it is measured, where the row does not say: by what else it says."""
    if every:
        return Measure.RECURRING
    if target:
        signs = f"{told[columns.TARGET]} {told[columns.UNIT]}".lower()
        if re.search(r"%|per ?cent", signs):
            return Measure.PERCENTAGE
        return Measure.AMOUNT if re.search(r"[£€$]|pound|gbp", signs) else Measure.COUNT
    return Measure.ONGOING if ends and not told[columns.DUE] else Measure.DONE


def again(target: Decimal | None, often: int | None) -> Decimal:
    """How often in each period: what “twice a year” says, else the target, else once."""
    if often and (often > 1 or not target):
        return Decimal(often)
    return target if target and target > 0 else Decimal(1)


def sourced(told: dict[str, str]) -> tuple[str, str]:
    """Its source and the address of it, which may stand in the one column."""
    found = ADDRESS.search(told[columns.SOURCE])
    url = told[columns.SOURCE_URL] or (found[0] if found else "")
    return told[columns.SOURCE], url if ADDRESS.fullmatch(url) and len(url) <= 300 else ""


def milestones_of(text: str, made_on: date) -> tuple[tuple[date, Decimal, str], ...]:
    """“45 by 2026-12-31; 100 by 2027-12-31” as days and levels. Raises RowRefused."""
    found: dict[date, tuple[date, Decimal, str]] = {}
    for each in filter(None, (part.strip() for part in re.split(r"[;|]", text))):
        said = A_LEVEL.fullmatch(each)
        on = day_of(said["on"] or said["on_first"]) if said else None
        level = number_of(said["level"] or said["then"]) if said else None
        if on is None or level is None:
            raise RowRefused(_("{text} is no milestone: write “45 by 31/12/2026”.").format(text=quoted(each)))
        if on < made_on or on in found:
            raise RowRefused(_("A milestone stands twice on a day, or before it was made."))
        found[on] = (on, level, ((said["words"] if said else "") or "")[:160])
    return tuple(found[on] for on in sorted(found))
