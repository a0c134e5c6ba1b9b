"""Commitments from a sheet: each once, by its reference, else by who said what on which day.

What was promised does not change because a later sheet says otherwise: that row is refused, for a promise is amended by
agreement, and its old words are kept. What becomes known later does change: a due date joins the dates that were known
before, a condition's new state the states before it, and a blank is filled.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.commitments.models import Commitment, Condition, ConditionState, DueDate, Milestone
from m4c.commitments.operations.commitment_naming import saved_under_a_free_name
from m4c.commitments.permissions import RECORD_COMMITMENTS
from m4c.commitments.sheets.condition_rows import SaidCondition
from m4c.commitments.sheets.finding import Known, Powers
from m4c.commitments.sheets.rows import TERMS, SaidCommitment
from m4c.commitments.table.offices import in_words
from m4c.commitments.watching.restating import restate
from m4c.core.operations import change, operation
from m4c.people.models import Account, Group
from m4c.power.models import Office, Powerholder

TOLD = (
    *("made_to", "occasion", "source", "source_url", "counts_as_kept", "evidence_needed", "in_writing"),
    "office_words",
)


@dataclass
class WrittenCommitments:
    """What came of some rows. `touched` has whatever was written, for the audit entry."""

    created: list[Commitment] = field(default_factory=list)
    unchanged: int = 0
    updated: list[Commitment] = field(default_factory=list)
    powerholders: list[Powerholder] = field(default_factory=list)
    refused: list[tuple[int, str]] = field(default_factory=list)
    reviewed: set[int] = field(default_factory=set)

    @property
    def touched(self) -> list[models.Model]:
        """What was written, for the audit entry."""
        return [*self.powerholders, *self.created, *self.updated]


@operation(RECORD_COMMITMENTS, on="group", public=True)
def write_commitments(*, group: Group, rows: Sequence[SaidCommitment], at: datetime, by: Account) -> WrittenCommitments:
    """Write down the commitments of these rows, each once; bring those that are known up to date."""
    Group.objects.select_for_update(no_key=True).get(pk=group.pk)  # two at once would write each row twice
    written = WrittenCommitments()
    powers = Powers.of(rows, Powerholder.objects.create, by)
    known = Known.of(rows, group)
    for row in rows:
        holder, office = powers.meant(row, known)
        if holder is None:
            written.refused.append((row.number, _("More than one powerholder may be meant: say which office.")))
            continue
        found = known.one_of(row, holder)
        if found is None:
            found = made_of(row, group, holder, office, at, by)
            saved_under_a_free_name(found, row.reference)
            hang(found, row, at, by)
            known.add(found)
            written.created.append(found)
        elif refusal := other_terms(found, row, holder, group):
            written.refused.append((row.number, refusal))
        elif brought_up_to_date(found, row, at, by):
            written.updated.append(found)
        else:
            written.unchanged += 1
    written.powerholders = powers.made
    restate({each.pk: each for each in (*written.created, *written.updated)}.values())
    return written


def made_of(
    row: SaidCommitment, group: Group, holder: Powerholder, office: Office | None, at: datetime, by: Account
) -> Commitment:
    """The commitment that a row tells of, unsaved."""
    return Commitment(
        group=group,
        powerholder=holder,
        office=office,
        office_words=row.office or in_words(office),
        due_on=row.due_on,
        due_words=row.due_words,
        to_review=" ".join(row.remarks)[:200],
        made_by=by,
        made_at=at,
        **{name: getattr(row, name) for name in (*TERMS, *TOLD[:-1])},
    )


def hang(commitment: Commitment, row: SaidCommitment, at: datetime, by: Account) -> None:
    """Write down what it hangs on: its date, as it was known from the first day; milestones; conditions."""
    if row.history is not None:
        return  # `commitment_history` writes it
    if row.due_on or row.due_words:
        write_due(commitment, row, row.made_on, "", at, by)
    Milestone.objects.bulk_create(
        Milestone(commitment=commitment, known_on=row.made_on, on=on, level=level, words=words)
        for on, level, words in row.milestones
    )
    for said in row.conditions:
        add_condition(commitment, said, at, by)


def write_due(
    commitment: Commitment, row: SaidCommitment, known_on: date, because: str, at: datetime, by: Account
) -> None:
    """Write down when it is due, as was known from that day on."""
    DueDate.objects.create(
        commitment=commitment,
        known_on=known_on,
        due_on=row.due_on,
        words=row.due_words,
        because=because,
        by=by,
        at=at,
    )


def add_condition(commitment: Commitment, said: SaidCondition, at: datetime, by: Account) -> None:
    """Write down what it hangs on, and where that stands."""
    condition = Condition.objects.create(
        commitment=commitment, words=said.words, kind=said.kind, made_by=by, made_at=at
    )
    if said.state != ConditionState.State.OPEN or said.on:
        add_state(condition, said, at, by)


def add_state(condition: Condition, said: SaidCondition, at: datetime, by: Account) -> None:
    """Write down where a condition stands, since its day, else since today."""
    ConditionState.objects.create(
        commitment=condition.commitment,
        condition=condition,
        state=said.state,
        on=said.on or timezone.localdate(at),
        evidence=_("The movement's own sheet"),
        says_who=_("The movement's own sheet"),
        by=by,
        at=at,
    )


def other_terms(commitment: Commitment, row: SaidCommitment, holder: Powerholder, group: Group) -> str:
    """Why a row that tells of a known commitment is refused, in a sentence; blank where it is not."""
    if not commitment.group.path.startswith(group.path):
        return _("That reference is taken.")
    differs = [name for name in TERMS if getattr(row, name) != getattr(commitment, name)]
    differs = [name for name in differs if getattr(row, name) not in (None, "")]
    if commitment.powerholder_id != holder.pk:
        differs.insert(0, "powerholder")
    if not differs:
        return ""
    named = ", ".join(str(Commitment._meta.get_field(name).verbose_name) for name in differs)  # type: ignore[union-attr]
    return _(
        "It is on record with other terms ({terms}): what was promised is not changed by a sheet. Amend it on its "
        "page, where the old words are kept, or give the row a reference of its own."
    ).format(terms=named)


def brought_up_to_date(commitment: Commitment, row: SaidCommitment, at: datetime, by: Account) -> bool:
    """Bring a known one up to date with what became known since. Whether anything did; a blank takes nothing away."""
    told = {name: getattr(row, name) for name in TOLD[:-1]} | {"office_words": row.office}
    changed = bool(change(commitment, **{name: value for name, value in told.items() if value}))
    if row.history is not None:
        return changed
    if (row.due_on or row.due_words) and (row.due_on, row.due_words) != (commitment.due_on, commitment.due_words):
        change(commitment, due_on=row.due_on, due_words=row.due_words)
        write_due(commitment, row, timezone.localdate(at), _("A later sheet says so."), at, by)
        changed = True
    return conditions_brought_up(commitment, row, at, by) or changed


def conditions_brought_up(commitment: Commitment, row: SaidCommitment, at: datetime, by: Account) -> bool:
    """Add conditions that were not known, and states that are new. Whether there were any."""
    if not row.conditions:
        return False
    known = {each.words: each for each in Condition.objects.filter(commitment=commitment)}
    changed = False
    for said in row.conditions:
        condition = known.get(said.words)
        if condition is None:
            add_condition(commitment, said, at, by)
            changed = True
            continue
        states = ConditionState.objects.filter(condition=condition, struck_at=None)
        latest = states.order_by("on", "id").last()
        stands: Any = latest.state if latest else ConditionState.State.OPEN
        if said.state != stands or (said.on and latest and said.on != latest.on):
            add_state(condition, said, at, by)
            changed = True
    return changed
