"""What became of commitments, from a sheet: each entry once, by what it says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.commitments.models import Commitment, Progress
from m4c.commitments.permissions import RECORD_COMMITMENTS
from m4c.commitments.sheets.cells import RowRefused
from m4c.commitments.sheets.progress_rows import SaidProgress
from m4c.commitments.watching.entries import ProgressRefused, check_entry
from m4c.commitments.watching.restating import restate
from m4c.core.operations import operation
from m4c.people.models import Account, Group
from m4c.people.names import fold
from m4c.people.sheets.cells import quoted
from m4c.people.sight import within

Key = tuple[int, date, str, Decimal | None, str, str]


@dataclass
class WrittenProgress:
    """What came of some rows."""

    created: list[Progress] = field(default_factory=list)
    unchanged: int = 0
    assumed: int = 0  # of the new ones, those of which the sheet does not say who says so
    refused: list[tuple[int, str]] = field(default_factory=list)

    @property
    def touched(self) -> list[models.Model]:
        """What was written, for the audit entry."""
        return list(self.created)


@operation(RECORD_COMMITMENTS, on="group", public=True)
def write_progress(*, group: Group, rows: Sequence[SaidProgress], at: datetime, by: Account) -> WrittenProgress:
    """Write down what these rows tell of the group's commitments, each once; an entry that was struck stays struck."""
    Group.objects.select_for_update(no_key=True).get(pk=group.pk)  # two at once would write each row twice
    written = WrittenProgress()
    known = known_commitments(group, {row.reference for row in rows})
    before = known_entries(known.values(), {row.on for row in rows})
    for row in rows:
        try:
            entry = made_of(row, known.get(row.reference), at, by)
        except RowRefused as reason:
            written.refused.append((row.number, str(reason)))
            continue
        if (key := same(entry)) in before:
            written.unchanged += 1
            continue
        before.add(key)
        written.created.append(entry)
        written.assumed += row.assumed
    for entry in written.created:
        entry.save()
    restate({entry.commitment_id: entry.commitment for entry in written.created}.values())
    return written


def made_of(row: SaidProgress, commitment: Commitment | None, at: datetime, by: Account) -> Progress:
    """The entry that a row tells of, unsaved. Raises RowRefused with the reason."""
    if commitment is None:
        raise RowRefused(_("There is no commitment {reference}.").format(reference=quoted(row.reference)))
    kind, amount, words = row.entry_for(commitment.measure)
    try:
        check_entry(commitment, kind=kind, on=row.on, amount=amount, today=timezone.localdate(at))
    except ProgressRefused as refused:
        raise RowRefused(refused.message) from None
    return Progress(
        commitment=commitment,
        kind=kind,
        on=row.on,
        amount=amount,
        words=words,
        evidence=row.evidence,
        evidence_url=row.evidence_url,
        says_who=row.says_who,
        added_by=by,
        added_at=at,
    )


def known_commitments(group: Group, references: set[str]) -> dict[str, Commitment]:
    """The group's commitments of these references, however they are capitalised; the very same one first."""
    ours = Commitment.objects.filter(within("group__path", group))
    found = {each.reference: each for each in ours.filter(reference__in=references)}
    for reference in references - set(found):
        other = ours.filter(reference__iexact=reference).order_by("pk").first()
        if other:
            found[reference] = other
    return found


def known_entries(commitments: Iterable[Commitment], days: set[date]) -> set[Key]:
    """What is on record of these days, struck ones with them: none comes back."""
    return {same(each) for each in Progress.objects.filter(commitment__in=list(commitments), on__in=days)}


def same(entry: Progress) -> Key:
    """What makes an entry one with another."""
    amount = entry.amount.quantize(Decimal("0.01")) if entry.amount is not None else None
    return entry.commitment_id, entry.on, entry.kind, amount, fold(entry.words), fold(entry.evidence)
