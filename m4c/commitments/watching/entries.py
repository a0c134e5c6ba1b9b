"""Which entries fit a commitment, by its measure: a rule of its own, asked by whoever writes one or confirms one."""

from datetime import date
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Commitment, Measure, Progress
from m4c.core.errors import Refused

Kind = Progress.Kind
FULL = Decimal(100)
FITTING = {
    Measure.DONE: (Kind.STEP, Kind.DONE),
    Measure.COUNT: (Kind.STEP, Kind.REACHED),
    Measure.RECURRING: (Kind.STEP, Kind.REACHED),
    Measure.AMOUNT: (Kind.STEP, Kind.REACHED),
    Measure.PERCENTAGE: (Kind.STEP, Kind.REACHED),
    Measure.ONGOING: (Kind.STEP, Kind.LAPSE),
}
COUNTED = (Measure.COUNT, Measure.RECURRING)


class ProgressRefused(Refused):
    """What is written down of a commitment does not fit it, or says too little to hold."""


def kind_words(commitment: Commitment) -> "dict[str, str | Promise]":
    """What may be written down of a commitment, in the words of its measure."""
    reached = {
        Measure.COUNT: _("So many more times"),
        Measure.RECURRING: _("So many more times"),
        Measure.AMOUNT: _("So much by now"),
        Measure.PERCENTAGE: _("So many per cent by now"),
    }
    words: dict[str, str | Promise] = {
        Kind.STEP: _("A step on the way"),
        Kind.REACHED: reached.get(Measure(commitment.measure), _("So far reached")),
        Kind.DONE: _("It is done"),
        Kind.LAPSE: _("They did not hold to it"),
    }
    return {kind: words[kind] for kind in FITTING[Measure(commitment.measure)]}


def check_entry(commitment: Commitment, *, kind: str, on: date, amount: Decimal | None, today: date) -> None:
    """Raise ProgressRefused for an entry that does not fit the commitment's measure or its days."""
    if kind not in FITTING[Measure(commitment.measure)]:
        raise ProgressRefused(
            _("That does not fit how this commitment is measured: {measure}.").format(
                measure=commitment.get_measure_display()
            ),
            field="kind",
            code="wrong_kind",
        )
    if on > today:
        raise ProgressRefused(_("That day is still to come."), field="on", code="to_come")
    if on < commitment.made_on:
        sentence = _("It was promised on {day}: what happened before is no progress on it.")
        day = date_format(commitment.made_on, "j F Y")
        raise ProgressRefused(sentence.format(day=day), field="on", code="before_made")
    if kind == Kind.LAPSE and commitment.expires_on and on > commitment.expires_on:
        sentence = _("They promised it until {day}: after that there was nothing to hold to.")
        day = date_format(commitment.expires_on, "j F Y")
        raise ProgressRefused(sentence.format(day=day), field="on", code="after_end")
    check_amount(Measure(commitment.measure), kind, amount)


def check_amount(measure: Measure, kind: str, amount: Decimal | None) -> None:
    """Raise ProgressRefused for a number that the measure does not have."""
    if kind != Kind.REACHED:
        if amount is not None:
            sentence = _("A number goes with what was reached alone. Choose that, or leave the number out.")
            raise ProgressRefused(sentence, field="amount", code="amount_of_nothing")
        return
    if amount is None:
        raise ProgressRefused(_("Say how much."), field="amount", code="no_amount")
    if measure in COUNTED and (amount != amount.to_integral_value() or amount < 1):
        raise ProgressRefused(
            _("Count whole times, from one up. What was counted too much is struck."), field="amount", code="no_count"
        )
    if amount < 0:
        raise ProgressRefused(_("It cannot be less than nothing."), field="amount", code="negative")
    if measure == Measure.PERCENTAGE and amount > FULL:
        raise ProgressRefused(_("A share goes from 0 to 100 per cent."), field="amount", code="over_hundred")
