"""How a commitment is told in words: what counts as kept, how much of it, when it is due, and how it stands."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.commitments.models import Commitment, Every, Measure, Status

# In which order a board shows them: first what asks for something to be done, last what is over.
IN_ORDER = (
    Status.OVERDUE,
    Status.DUE_SOON,
    Status.DISPUTED,
    Status.IN_PROGRESS,
    Status.MADE,
    Status.BROKEN,
    Status.PARTLY,
    Status.KEPT,
    Status.EXPIRED,
    Status.UNVERIFIABLE,
    Status.VOID,
    Status.SUPERSEDED,
)
OVER = (Status.BROKEN, Status.PARTLY, Status.KEPT, Status.EXPIRED, Status.VOID, Status.SUPERSEDED)


def day(on: date) -> str:
    """A day as people write it."""
    return date_format(on, "j F Y")


def figure(number: Decimal | None) -> str:
    """A number without empty decimals."""
    if number is None:
        return ""
    whole = number == number.to_integral_value()
    return number_format(number, decimal_pos=0 if whole else 2, use_l10n=True, force_grouping=True)


def amount(commitment: Commitment, number: Decimal | None) -> str:
    """A number of what it is counted in: pounds, per cent, meetings."""
    if commitment.measure == Measure.PERCENTAGE:
        return _("{number} per cent").format(number=figure(number))
    if commitment.measure == Measure.AMOUNT and commitment.unit in ("", "£", "pounds", "GBP"):
        return f"£{figure(number)}"
    return f"{figure(number)} {commitment.unit}".strip()


def measured(commitment: Commitment) -> str:
    """What it promises, as it is counted."""
    if commitment.measure == Measure.DONE:
        return _("It is done, or it is not.")
    if commitment.measure == Measure.ONGOING:
        return _("How they go about something, for as long as it runs.")
    if commitment.measure == Measure.RECURRING:
        every = Every(commitment.every).label
        return _("{amount}, {each_period}.").format(
            amount=amount(commitment, commitment.target) if commitment.unit else times(commitment.target),
            each_period=every,
        )
    return _("{amount} in all.").format(amount=amount(commitment, commitment.target))


def times(number: Decimal | None) -> str:
    """So often."""
    return ngettext("{number} time", "{number} times", int(number or 0)).format(number=figure(number))


@dataclass(frozen=True)
class HowFar:
    """How far it is: a picture where it has a number to reach."""

    value: Decimal
    most: Decimal
    words: str


def how_far(commitment: Commitment, done: Decimal) -> HowFar | None:
    """How much of it was reached; None for what is not counted towards an end."""
    if commitment.measure not in (Measure.COUNT, Measure.AMOUNT, Measure.PERCENTAGE) or not commitment.target:
        return None
    words = _("{done} of {target}").format(done=figure(done), target=amount(commitment, commitment.target))
    return HowFar(max(min(done, commitment.target), Decimal(0)), commitment.target, words)


def detail(commitment: Commitment, status: str, done: Decimal, on: date) -> str:
    """What follows the word of a status: how far it is, how late, when it is due."""
    far = how_far(commitment, done)
    due = commitment.due_on or commitment.expires_on
    if status == Status.OVERDUE and due and due < on:
        late = (on - due).days
        return ngettext("{number} day", "{number} days", late).format(number=late)
    if status in (Status.IN_PROGRESS, Status.PARTLY) and far:
        return far.words
    if status in (Status.DUE_SOON, Status.MADE) and due and due >= on:
        return _("by {day}").format(day=day(due))
    if status in (Status.DUE_SOON, Status.MADE, Status.OVERDUE, Status.IN_PROGRESS):
        return commitment.due_words
    return ""
