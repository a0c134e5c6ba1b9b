"""How a commitment is told in words: what counts as kept, how much of it, when it is due, and how it stands."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.conf import settings
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Commitment, Every, Measure, Status
from m4c.commitments.watching.periods import periods

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
# As the badge says them (core/templates/cotton/commitment_badge.html).
TITLES = {
    Status.OVERDUE: _("Overdue"),
    Status.DUE_SOON: _("Due soon"),
    Status.DISPUTED: _("Disputed"),
    Status.IN_PROGRESS: _("In progress"),
    Status.MADE: _("Made"),
    Status.BROKEN: _("Broken"),
    Status.PARTLY: _("Kept in part"),
    Status.KEPT: _("Kept"),
    Status.EXPIRED: _("Held to until it ended"),
    Status.UNVERIFIABLE: _("Cannot be verified"),
    Status.VOID: _("Void"),
    Status.SUPERSEDED: _("Replaced"),
}
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
        return gettext("{number} per cent").format(number=figure(number))
    if commitment.measure == Measure.AMOUNT and commitment.unit in ("", "£", "pounds", "GBP"):
        return f"£{figure(number)}"
    return f"{figure(number)} {commitment.unit}".strip()


def measured(commitment: Commitment) -> str:
    """What it promises, as it is counted."""
    if commitment.measure == Measure.DONE:
        return gettext("It is done, or it is not.")
    if commitment.measure == Measure.ONGOING:
        return gettext("How they go about something, for as long as it runs.")
    if commitment.measure == Measure.RECURRING:
        every = Every(commitment.every).label
        return gettext("{amount}, {each_period}.").format(
            amount=amount(commitment, commitment.target) if commitment.unit else times(commitment.target),
            each_period=every,
        )
    return gettext("{amount} in all.").format(amount=amount(commitment, commitment.target))


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
    words = gettext("{done} of {target}").format(done=figure(done), target=amount(commitment, commitment.target))
    return HowFar(max(min(done, commitment.target), Decimal(0)), commitment.target, words)


def next_day(commitment: Commitment, on: date) -> date | None:
    """The day by which something is due next: of what is done again and again, the last of the period that runs."""
    due = commitment.due_on or commitment.expires_on
    if commitment.measure != Measure.RECURRING or (due and due < on):
        return due
    runs = periods(commitment.made_on, commitment.every, due)
    return next((after - timedelta(days=1) for first, after in runs if first <= on < after), due)


def detail(commitment: Commitment, status: str, done: Decimal, on: date) -> str:
    """What follows the word of a status: how far it is, how late, when it is due."""
    far = how_far(commitment, done)
    due = next_day(commitment, on)
    if status == Status.OVERDUE and due and due < on:
        late = (on - due).days
        return ngettext("{number} day", "{number} days", late).format(number=late)
    if status in (Status.IN_PROGRESS, Status.PARTLY) and far:
        return far.words
    if status == Status.DUE_SOON and due and (due - on).days > settings.COMMITMENT_SOON_DAYS:
        return ""  # a milestone is, which a list does not read
    runs = commitment.measure == Measure.ONGOING and not (commitment.due_on and commitment.due_on >= on)
    if runs and commitment.expires_on and status in (Status.MADE, Status.IN_PROGRESS):
        return gettext("until {day}").format(day=day(commitment.expires_on))
    if status in (Status.DUE_SOON, Status.MADE) and due and due >= on:
        return gettext("by {day}").format(day=day(due))
    if status in (Status.DUE_SOON, Status.MADE, Status.OVERDUE, Status.IN_PROGRESS):
        return commitment.due_words
    return ""
