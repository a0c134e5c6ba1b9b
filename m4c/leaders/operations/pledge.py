"""Record and withdraw conversation pledges."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.leaders.models import ConversationPledge, TrainingSession
from m4c.leaders.permissions import RECORD_PLEDGES
from m4c.people import ledger
from m4c.people.models import Account, Group, Person

MOST = 500  # more conversations than this are a slip of the pen, not a pledge


class PledgeRefused(Refused):
    """The pledge would not make sense."""


@dataclass(frozen=True)
class NewPledge:
    """Somebody's word: how many conversations of a kind, by when."""

    person: Person
    kind: str
    number: int
    due_on: date | None = None


@operation(RECORD_PLEDGES, on="group")
def record_pledge(
    *,
    group: Group,
    pledge: NewPledge,
    made_on: date,
    by: Account,
    session: TrainingSession | None = None,
) -> ConversationPledge:
    """Record what somebody pledged, at a session or on their own; one of a kind at a session, and again corrects it."""
    known = ConversationPledge.objects.filter(person=pledge.person, kind=pledge.kind, session=session)
    if session and (found := known.first()):
        check(pledge, made_on)
        change(found, number=pledge.number, due_on=pledge.due_on, withdrawn_on=None)
        ledger.write([found])
        return found
    return pledge_many(group=group, session=session, made_on=made_on, rows=[pledge])[0]


@operation(RECORD_PLEDGES, on="group")
def record_pledges(
    *, group: Group, rows: Sequence[NewPledge], made_on: date, by: Account, session: TrainingSession | None = None
) -> list[ConversationPledge]:
    """Record what many pledged at one session, at most 500 at a time. Returns the pledges that are new."""
    return pledge_many(group=group, session=session, made_on=made_on, rows=rows)


@operation(RECORD_PLEDGES, on="pledge")
def withdraw_pledge(*, pledge: ConversationPledge, on: date, by: Account) -> ConversationPledge:
    """Somebody takes their word back; it counts no more, and stays in the record."""
    change(pledge, withdrawn_on=on)
    ledger.write([pledge])
    return pledge


def pledge_many(
    *, group: Group, session: TrainingSession | None, made_on: date, rows: Sequence[NewPledge]
) -> list[ConversationPledge]:
    """Write pledges that are new, with their ledger rows; those of a person, kind and session known already stay.

    Returns only the pledges written. Raises PledgeRefused.
    """
    for row in rows:
        check(row, made_on)
    known: set[tuple[int, str]] = set()
    if session:
        pledges = ConversationPledge.objects.filter(session=session, person__in=[row.person.pk for row in rows])
        known = set(pledges.values_list("person_id", "kind"))
    new: list[ConversationPledge] = []
    for row in rows:
        if (row.person.pk, row.kind) in known:
            continue
        if session:
            known.add((row.person.pk, row.kind))
        new.append(
            ConversationPledge(
                person=row.person,
                kind=row.kind,
                number=row.number,
                due_on=row.due_on,
                session=session,
                group=group,
                made_on=made_on,
            )
        )
    ConversationPledge.objects.bulk_create(new, batch_size=500)
    ledger.write(new)
    return new


def check(pledge: NewPledge, made_on: date) -> None:
    """Raise PledgeRefused for a number or a date that cannot be meant."""
    if not 1 <= pledge.number <= MOST:
        raise PledgeRefused(_("A pledge is from 1 to {most} conversations.").format(most=MOST), field="number")
    if pledge.due_on and pledge.due_on < made_on:
        raise PledgeRefused(_("A pledge is due after it is made."), field="due_on")
