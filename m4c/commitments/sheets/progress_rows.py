"""One row of a sheet of progress: what became of a commitment on a day, on which evidence, and who says so."""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from m4c.commitments.models import Measure, Progress
from m4c.commitments.sheets import columns
from m4c.commitments.sheets.cells import CellRefused, RowRefused, day_of, number_of
from m4c.commitments.sheets.headers import Laid
from m4c.commitments.sheets.rows import ADDRESS
from m4c.people.names import fold, words
from m4c.people.sheets.cells import quoted
from m4c.people.sheets.reading import Row

Kind = Progress.Kind
KINDS = [  # the first that fits
    (Kind.LAPSE, r"laps|not held|not kept|broke|breach|miss|fail|stopp|withdr|went back|torri"),
    (Kind.DONE, r"^(done|kept|complete\w*|finish\w*|fulfil\w*|deliver\w*|achiev\w*|yes|all done|in full|gwnaed)$"),
    (Kind.REACHED, r"reach|count|amount|per ?cent|%|level|number|total|so far|figure|met|meeting|held|payment|paid"),
    (Kind.STEP, r"step|note|progress|start|begun|began|on the way|partial|under way|underway|update|comment|cam"),
]
LAPSED = r"(not held to|not kept|broken?|lapsed?|breach\w*)\b"
COUNTED = (Measure.COUNT, Measure.RECURRING)
NUMBERED = (*COUNTED, Measure.AMOUNT, Measure.PERCENTAGE)
LONGEST = {columns.REFERENCE: 40, columns.NOTE: 400, columns.EVIDENCE: 300, columns.SAYS: 160}


@dataclass(frozen=True)
class SaidProgress:
    """What a row says; its kind may hang on how its commitment is measured."""

    number: int
    reference: str
    on: date
    kind: str
    amount: Decimal | None
    words: str
    evidence: str
    evidence_url: str
    says_who: str
    assumed: bool = field(default=False)  # that nobody says in the row who says so

    def entry_for(self, measure: str) -> tuple[str, Decimal | None, str]:
        """The kind of entry it is of a commitment that is measured so, its number, and what happened.

        A meeting that was held, of so many meetings, is one; a number where nothing is counted joins the words.
        """
        amount, kind = self.amount, self.kind or self.guessed(measure)
        if measure in NUMBERED:
            if kind == Kind.DONE or (kind == Kind.STEP and amount is not None):
                kind = Kind.REACHED
            if kind == Kind.REACHED and amount is None and measure in COUNTED:
                amount = Decimal(1)
            return kind, amount, self.words
        if kind == Kind.REACHED:
            whole = measure == Measure.DONE and (amount is None or amount >= 1)
            kind = Kind.DONE if whole else Kind.STEP
        if kind == Kind.DONE and measure == Measure.ONGOING:
            kind = Kind.STEP
        said = f"{amount.normalize():f}" if amount is not None and not self.words else self.words
        return kind, None, said

    def guessed(self, measure: str) -> str:
        """The kind of a row that does not say: a number is reached, “kept” alone is done, words are a step."""
        if self.amount is not None:
            return Kind.REACHED
        told = " ".join(words(self.words))
        if measure == Measure.DONE and re.search(dict(KINDS)[Kind.DONE], told):
            return Kind.DONE
        return Kind.LAPSE if measure == Measure.ONGOING and re.match(LAPSED, told) else Kind.STEP


def read_row(sheet: Laid, row: Row, today: date, says_who: str) -> SaidProgress:
    """What a row says; `says_who` stands where it does not say who says so. Raises RowRefused with the reason."""
    try:
        return read(sheet, row, today, says_who)
    except CellRefused as refused:
        raise RowRefused(refused.message) from None


def read(sheet: Laid, row: Row, today: date, says_who: str) -> SaidProgress:
    """The same. Raises CellRefused too."""
    told = {name: sheet.cell(row, name) for name in columns.PROGRESS.phrases}
    if not told[columns.REFERENCE]:
        raise RowRefused(_("It does not say which commitment it is of."))
    on = day_of(told[columns.DATE])
    if on is None:
        raise RowRefused(_("It does not say when it was."))
    if on > today:
        raise RowRefused(_("{day} is still to come.").format(day=quoted(told[columns.DATE])))
    amount, note = amount_and_note(told)
    for name, longest in LONGEST.items():
        if len(note if name == columns.NOTE else told[name]) > longest:
            sentence = _("{text} is too long: {number} characters are the most.")
            raise RowRefused(sentence.format(text=quoted(told[name] or note), number=longest))
    found = ADDRESS.search(told[columns.EVIDENCE])
    url = told[columns.EVIDENCE_URL] or (found[0] if found else "")
    kind = kind_of(told[columns.WHAT])
    if amount is None and not fold(note) and not kind:
        raise RowRefused(_("It says neither how much nor what happened."))
    return SaidProgress(
        number=row.number,
        reference=told[columns.REFERENCE],
        on=on,
        kind=kind,
        amount=amount,
        words=note,
        evidence=told[columns.EVIDENCE],
        evidence_url=url if ADDRESS.fullmatch(url) and len(url) <= 300 else "",
        says_who=told[columns.SAYS] or says_who,
        assumed=not told[columns.SAYS],
    )


def amount_and_note(told: dict[str, str]) -> tuple[Decimal | None, str]:
    """How much, and what happened: a sheet may have one column for both, or words where the number should be."""
    both, alone, note = told[columns.AMOUNT_OR_NOTE], told[columns.AMOUNT], told[columns.NOTE]
    amount = number_of(alone) if alone else None
    said = [note] if note else []
    if alone and amount is None:
        said.insert(0, alone)
    if both:
        from_both = number_of(both)
        if from_both is None:
            said.insert(0, both)
        elif amount is None:
            amount = from_both
    return amount, "; ".join(said)


def kind_of(text: str) -> str:
    """The kind of entry; blank where the row does not say. Raises RowRefused for what is none."""
    said = " ".join(words(text)) or text.strip()
    if not said:
        return ""
    found = next((kind for kind, pattern in KINDS if said == kind.value or re.search(pattern, said)), None)
    if found is None:
        raise RowRefused(_("What kind of entry it is, is not clear: {text}.").format(text=quoted(text)))
    return found
