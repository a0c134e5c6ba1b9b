"""What is held to for a time and ends soon: a warning beside its status, which stays what it is.

Nothing is due on its last day, so that it is never "due soon": it ends by itself, and is asked for again before.
"""

from datetime import date, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.commitments.models import Commitment, Measure, Standing, Status

HOLDS = (Status.MADE, Status.IN_PROGRESS, Status.OVERDUE)


def soon_on(day: date) -> date:
    """Until when what ends does so soon, on a day."""
    return day + timedelta(days=settings.COMMITMENT_SOON_DAYS)


def ending(found: "QuerySet[Standing]", on: date, last: date) -> "QuerySet[Standing]":
    """Those of these standings of a day that end by the last, the first first."""
    soon = {"commitment__expires_on__gte": on, "commitment__expires_on__lte": last}
    rows = found.filter(status__in=HOLDS, commitment__measure=Measure.ONGOING, **soon)
    return rows.order_by("commitment__expires_on", "pk")


def warning(commitment: Commitment, status: str, on: date) -> str:
    """That it ends soon, in words; blank for one that does not."""
    if commitment.measure != Measure.ONGOING or commitment.expires_on is None or status not in HOLDS:
        return ""
    return ends_in(commitment.expires_on, on, settings.COMMITMENT_SOON_DAYS)


def ends_in(end: date, on: date, soon: int) -> str:
    """In how many days its last day is, in words; blank where that is past, or not soon."""
    left = (end - on).days
    if not 0 <= left <= soon:
        return ""
    if left == 0:
        return _("It ends today.")
    told = ngettext("It ends in {number} day, on {day}.", "It ends in {number} days, on {day}.", left)
    return told.format(number=left, day=date_format(end, "j F Y"))
