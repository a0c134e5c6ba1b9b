"""What two records said about being reached, once they are one: the stricter wins, and an objection beats a yes."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from m4c.people.models import Address, Channel, Consent, Purpose
from m4c.people.operations.merging.journal import Journal

State = Consent.State
NO = (State.REFUSED, State.WITHDRAWN)


def stricter(journal: Journal) -> None:
    """Write down, before their rows are put together, what a later yes of one must not take from the other's no."""
    ours, theirs = (list(Consent.objects.filter(person=person)) for person in (journal.keep, journal.other))
    for channel in Channel:
        mine, its = ([row for row in rows if row.channel == channel] for rows in (ours, theirs))
        for purpose in Purpose:
            if state := stricter_state(mine, its, purpose):
                said = {
                    "channel": channel,
                    "purpose": purpose,
                    "state": state,
                    "at": journal.at,
                    "taken_by": journal.by,
                }
                journal.make(Consent(person=journal.keep, source=_("two records made one"), **said))


def stricter_state(ours: Sequence[Consent], theirs: Sequence[Consent], purpose: str) -> str | None:
    """The state to write anew for a purpose so that it stays in force; None where it does by itself.

    The rows are those of one channel, newest first.
    """
    objections = [latest(rows, [purpose], State.objections()) for rows in (ours, theirs)]
    for objection, others in zip(objections, (theirs, ours), strict=True):
        if objection and objection.state == State.OBJECTED:
            taken_back = latest(others, [purpose], [State.TAKEN_BACK])
            agreed = latest(others, Purpose.values, State.answers())
            if is_later(taken_back, objection) or (is_later(agreed, objection) and said_yes(agreed)):
                return State.OBJECTED
    answers = [latest(rows, [purpose], State.answers()) for rows in (ours, theirs)]
    for answer, other in (answers, answers[::-1]):
        if answer and answer.state in NO and said_yes(other) and is_later(other, answer):
            return State.WITHDRAWN
    return None


def mark_door(journal: Journal, home: Address | None) -> None:
    """Let nobody knock at the one home that is left, where one of the two was marked or somebody objected."""
    if home is None or not home.lines:
        return
    marks = [of.address.do_not_knock_since for of in (journal.keep, journal.other) if of.address]
    rows = Consent.objects.filter(person__in=[journal.keep, journal.other], channel=Channel.DOOR)
    for purpose in Purpose:
        row = latest(rows, [purpose], State.objections())
        marks += [row.at] if row and row.state == State.OBJECTED else []
    since = min((mark for mark in [*marks, home.do_not_knock_since] if mark), default=None)
    journal.change(home, do_not_knock_since=since)


def latest(rows: Iterable[Consent], purposes: Sequence[str], states: Sequence[str]) -> Consent | None:
    """The newest of these rows, newest first, to one of these purposes and in one of these states."""
    return next((row for row in rows if row.purpose in purposes and row.state in states), None)


def said_yes(row: Consent | None) -> bool:
    """Whether they agreed."""
    return row is not None and row.state == State.GIVEN


def is_later(row: Consent | None, than: Consent) -> bool:
    """Whether a row comes no earlier than another."""
    return row is not None and row.at >= than.at
