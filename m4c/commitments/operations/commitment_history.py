"""The whole history of commitments from a file that an export wrote: each part once.

A verdict comes in as it was reached: with its reasons, its evidence, and the days on which a second person confirmed it
and the speaker was told. Who those people were stays where the file came from; somebody looks at such a commitment.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from m4c.commitments.models import Commitment, DueDate, Judgement, OfficeReply, Progress
from m4c.commitments.operations.progress_sheet import same as same_entry
from m4c.commitments.permissions import RECORD_COMMITMENTS
from m4c.commitments.sheets.cells import RowRefused
from m4c.commitments.sheets.history import HEIRS, PARTS, Part, Rows, SaidHistory
from m4c.commitments.sheets.rows import SaidCommitment
from m4c.commitments.table.offices import office_held
from m4c.commitments.watching.restating import restate
from m4c.core.operations import change, operation
from m4c.core.permissions import Role
from m4c.people.models import Account, Group
from m4c.people.sight import within
from m4c.power.models import Powerholder


@dataclass
class WrittenHistories:
    """What came of some rows: those whose history grew, and those whose was refused."""

    grown: list[Commitment] = field(default_factory=list)
    refused: list[tuple[int, str]] = field(default_factory=list)

    @property
    def touched(self) -> list[models.Model]:
        """What was written, for the audit entry."""
        return list(self.grown)


@operation(RECORD_COMMITMENTS, on="group", public=True)
def write_histories(*, group: Group, rows: Sequence[SaidCommitment], at: datetime, by: Account) -> WrittenHistories:
    """Write down what these rows tell of the group's commitments, by their references; what is on record stays."""
    Group.objects.select_for_update(no_key=True).get(pk=group.pk)  # two at once would write each part twice
    written = WrittenHistories()
    ours = Commitment.objects.filter(within("group__path", group)).select_related("superseded_by")
    known = {each.reference: each for each in ours.filter(reference__in={row.reference for row in rows})}
    for row in rows:
        commitment = known.get(row.reference)
        if commitment is None or row.history is None:
            continue
        try:
            with transaction.atomic():
                grown = grow(commitment, row.history, at, by)
                grown = replaced(commitment, row.history, ours) or grown
        except RowRefused as refused:
            written.refused.append((row.number, str(refused)))
        except IntegrityError:
            told = _("Its history contradicts what is on record: two milestones of a day, or two verdicts of a kind.")
            written.refused.append((row.number, told))
        else:
            if grown:
                written.grown.append(commitment)
    restate(written.grown)
    return written


def grow(commitment: Commitment, said: SaidHistory, at: datetime, by: Account) -> bool:
    """Add what is not on record yet. Whether anything was."""
    grown = {name: add_new(commitment, PARTS[name], rows, at, by) for name, rows in said.parts.items()}
    if grown["due_dates"] and (latest := DueDate.objects.filter(commitment=commitment).last()):
        change(commitment, due_on=latest.due_on, due_words=latest.words)
    if grown["verdicts"]:
        change(commitment, to_review=_("Its verdicts came with a file: look whether two people judged so."))
    for name, heir in said.heirs:
        heir.powerholder = Powerholder.objects.filter(name__iexact=name).order_by("pk").first() or made(name, by)
        heir.office = office_held(heir.powerholder, heir.on)
    heirs = add_new(commitment, HEIRS, [(heir, []) for _name, heir in said.heirs], at, by)
    return heirs or any(grown.values())


def add_new(commitment: Commitment, part: Part, rows: Rows, at: datetime, by: Account, **up: models.Model) -> bool:
    """Add those rows that are not on record, and what is below each; one that was struck does not come back.

    Whether there was anything to add.
    """
    found = part.model._default_manager.filter(commitment=commitment, **up)
    known = {key(row, part): row for row in found}
    grown = False
    for row, below in rows:
        row.commitment = commitment
        kept = known.get(key(row, part))
        if kept is None:
            kept = known[key(row, part)] = signed(row, part, at, by)
            for name, above in up.items():
                setattr(kept, name, above)
            kept.save()
            grown = True
        if part.below:
            under: Rows = [(each, []) for each in below]
            grown = add_new(commitment, part.below[2], under, at, by, **{part.below[1]: kept}) or grown
    return grown


def signed(row: Any, part: Part, at: datetime, by: Account) -> Any:
    """A row with who writes it down and when."""
    if part.by:
        setattr(row, part.by, by)
        setattr(row, part.at, at)
    if isinstance(row, Judgement):
        # Whoever runs this installation stands for the second person that a file tells of.
        row.confirmed_by = Account.objects.of_system(Role.OPERATOR) if row.confirmed_on else None
        row.withdrawn_by = by if row.withdrawn_on else None
    if isinstance(row, OfficeReply):
        row.confirmed_how = _("It came with a file.")
    return row


def key(row: Any, part: Part) -> tuple[Any, ...]:
    """What makes a row one with another; a verdict that was confirmed or taken back since is the same."""
    if isinstance(row, Progress):
        return same_entry(row)
    names = ("verdict", "on", "reasons") if isinstance(row, Judgement) else part.fields
    return tuple(getattr(row, name) for name in names)


def made(name: str, by: Account) -> Powerholder:
    """Somebody in power who is not on record, marked for a look."""
    why = _("An import of commitments named them: say which office they hold.")
    return Powerholder.objects.create(name=name, made_by=by, to_review=why)


def replaced(commitment: Commitment, said: SaidHistory, ours: "models.QuerySet[Commitment]") -> bool:
    """Say which other took its place. Whether that is new. Raises RowRefused for one that is not on record."""
    if not said.replaced_by:
        return False
    instead = ours.filter(reference=said.replaced_by).exclude(pk=commitment.pk).first()
    if instead is None or said.replaced_on is None:
        raise RowRefused(_("It does not say which commitment on record took its place, and since when."))
    return bool(change(commitment, superseded_by=instead, superseded_on=said.replaced_on))
