"""The log of breaches: what happened, what was done, whom it was told, and when it was closed."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.clocks import tell_by
from m4c.people.data_permissions import KEEP_BREACHES
from m4c.people.models import Account, Breach, BreachStep, Group

SAID = {"risk", "number", "regulator_told_at", "regulator_reference", "not_told_because"}
SAID |= {"people_told_at", "people_told_how"}


class BreachRefused(Refused):
    """The log cannot say that."""


@operation(KEEP_BREACHES, on="group")
def record_breach(*, group: Group, given: Breach, at: datetime, by: Account) -> Breach:
    """Write down a breach; its clock runs from when it was known. `given` is not saved yet. Raises BreachRefused."""
    if given.known_at > at:
        raise BreachRefused(_("Nobody knows of it yet, then."), field="known_at", code="to_come")
    if not (given.what.strip() and given.whose.strip()):
        raise BreachRefused(_("Say what happened, and whose data it was."), field="what", code="blank")
    given.group, given.recorded_by, given.made_at, given.tell_by = group, by, at, tell_by(given.known_at)
    given.save(force_insert=True)
    return given


@operation(KEEP_BREACHES, on="breach")
def say_of_breach(*, breach: Breach, values: Mapping[str, object], by: Account) -> Breach:
    """Say what is known by now: how bad, how many, and who was told. Raises BreachRefused."""
    check_open(breach)
    unknown = set(values) - SAID
    if unknown:
        raise BreachRefused(_("That is not said here."), code="unknown")
    told = values.get("regulator_told_at", breach.regulator_told_at)
    not_told = str(values.get("not_told_because", breach.not_told_because)).strip()
    risk = str(values.get("risk", breach.risk))
    if told and not_told:
        raise BreachRefused(
            _("Either the regulator was told, or there is a reason why not."), field="not_told_because", code="both"
        )
    if not_told and risk in (Breach.Risk.RISK, Breach.Risk.HIGH):
        raise BreachRefused(
            _("Where somebody may come to harm, the regulator must be told."),
            field="not_told_because",
            code="must_tell",
        )
    change(breach, **values)
    return breach


@operation(KEEP_BREACHES, on="breach")
def take_breach_step(*, breach: Breach, words: str, at: datetime, by: Account) -> Breach:
    """Write down what was done about it. Raises BreachRefused."""
    check_open(breach)
    if not words.strip():
        raise BreachRefused(_("Say what was done."), field="words", code="blank")
    BreachStep.objects.create(breach=breach, words=words.strip(), at=at, by=by)
    return breach


@operation(KEEP_BREACHES, on="breach")
def close_breach(*, breach: Breach, at: datetime, by: Account) -> Breach:
    """Close it: the regulator was told or need not be, and people were told where they may well come to harm."""
    check_open(breach)
    if breach.is_ticking:
        raise BreachRefused(_("First tell the regulator, or say why there is no need."), code="ticking")
    if breach.risk == Breach.Risk.HIGH and breach.people_told_at is None:
        raise BreachRefused(_("First tell those who may come to harm."), code="people_not_told")
    change(breach, closed_at=at, closed_by=by)
    return breach


def check_open(breach: Breach) -> None:
    """Raise BreachRefused for one that is closed."""
    if breach.closed_at:
        raise BreachRefused(_("This is closed. Write down a new one if more came to light."), code="closed")
