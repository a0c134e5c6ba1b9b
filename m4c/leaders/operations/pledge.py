"""Record and withdraw conversation pledges."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.leaders.models import ConversationPledge, TrainingSession
from m4c.leaders.permissions import RECORD_PLEDGES, RECORD_PLEDGES_OF_OTHERS
from m4c.listening.operations.own_name import check_own_name
from m4c.people import ledger
from m4c.people.models import Account, Group, Person
from m4c.people.operations.must_see import must_see
from m4c.people.sheets.cells import MOST


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
    """Record what one pledged oneself, or what somebody did whose organiser one is, at a session or on its own.

    One of a kind at a session, and again corrects it; the very same word given twice on a day is one. Raises
    PledgeRefused, Unseen, and NotAllowed in another's name.
    """
    check_own_name([pledge.person.pk], group, by, RECORD_PLEDGES_OF_OTHERS)
    must_see([pledge.person], by)
    check_session(session, group)
    return pledge_one(group=group, session=session, made_on=made_on, row=pledge)


@operation(RECORD_PLEDGES, on="group")
def record_pledges(
    *, group: Group, rows: Sequence[NewPledge], made_on: date, by: Account, session: TrainingSession | None = None
) -> list[ConversationPledge]:
    """Record what many pledged at one session, at most 500 at a time. Returns the pledges that are new."""
    check_own_name([row.person.pk for row in rows], group, by, RECORD_PLEDGES_OF_OTHERS)
    must_see([row.person for row in rows], by)
    check_session(session, group)
    return pledge_many(group=group, session=session, made_on=made_on, rows=rows)


@operation(RECORD_PLEDGES, on="pledge")
def withdraw_pledge(*, pledge: ConversationPledge, on: date, by: Account) -> ConversationPledge:
    """Somebody takes their word back; it counts no more, and stays in the record. Raises PledgeRefused."""
    check_own_name([pledge.person_id], pledge, by, RECORD_PLEDGES_OF_OTHERS)
    if on < pledge.made_on:
        raise PledgeRefused(_("A pledge is withdrawn after it is made."), field="withdrawn_on")
    change(pledge, withdrawn_on=on)
    ledger.write([pledge])
    return pledge


@operation(RECORD_PLEDGES, on="pledge")
def put_pledge_back(*, pledge: ConversationPledge, by: Account) -> ConversationPledge:
    """Somebody stands by their word after all: it counts again from the day when it was made."""
    check_own_name([pledge.person_id], pledge, by, RECORD_PLEDGES_OF_OTHERS)
    change(pledge, withdrawn_on=None)
    ledger.write([pledge])
    return pledge


def pledge_one(*, group: Group, session: TrainingSession | None, made_on: date, row: NewPledge) -> ConversationPledge:
    """Write one pledge with its ledger rows: over the one of that kind at the session, or as the very same word."""
    check(row, made_on)
    known = ConversationPledge.objects.filter(person=row.person, kind=row.kind, session=session)
    if session is None:
        known = known.filter(group=group, made_on=made_on, number=row.number, due_on=row.due_on, withdrawn_on=None)
    if found := known.first():
        change(found, number=row.number, due_on=row.due_on, withdrawn_on=None)
        ledger.write([found])
        return found
    return pledge_many(group=group, session=session, made_on=made_on, rows=[row])[0]


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


def check_session(session: TrainingSession | None, group: Group) -> None:
    """Raise PledgeRefused for a session of another group: the right was asked about this one."""
    if session and session.event.group_id != group.pk:
        raise PledgeRefused(_("That session is another group's."), field="session", code="other_group")
