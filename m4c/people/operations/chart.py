"""Keep a group's chart: in which unit somebody is, and the doors and places where nobody is known yet."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account, ChartPlace, Group, Membership
from m4c.people.names import fold
from m4c.people.operations.must_see import must_see
from m4c.people.permissions import KEEP_CHART

MOST = 200  # doors typed at once
LONGEST = {"unit": 80, "row": 120, "name": 60}


class ChartRefused(Refused):
    """Nothing was typed, or too much of it."""


@operation(KEEP_CHART, on="membership")
def set_unit(*, membership: Membership, unit: str, by: Account) -> Membership:
    """Say in which workplace or unit of a group somebody is; blank for none that is known.

    Where the group has one of that name it is the same, however it is typed. Raises ChartRefused, Unseen.
    """
    must_see([membership.person], by)
    change(membership, unit=same_unit(membership.group, tidy(unit, "unit")))
    return membership


@operation(KEEP_CHART, on="group")
def put_on_chart(*, group: Group, kind: str, row: str, names: Iterable[str], by: Account) -> list[ChartPlace]:
    """Put doors of a street, or places of a workplace or unit, on a group's chart where nobody is known yet.

    Without names the row itself. What stands there already is left as it is. Answers those that are new. Raises
    ChartRefused.
    """
    row = tidy(row, "row")
    if not fold(row):
        raise ChartRefused(_("Say which street, workplace or unit."), field="row", code="blank")
    wanted = {fold(name): name for name in (tidy(name, "name") for name in names) if fold(name)} or {"": ""}
    if len(wanted) > MOST:
        raise ChartRefused(_("At most {number} at once, please.").format(number=MOST), field="names", code="too_many")
    standing = ChartPlace.objects.standing().filter(group=group, kind=kind, folded_row=fold(row))
    known = set(standing.values_list("folded_name", flat=True))
    new = [
        ChartPlace(
            group=group,
            kind=ChartPlace.Kind(kind),
            row=row,
            name=name,
            folded_row=fold(row),
            folded_name=key,
            typed_by=by,
        )
        for key, name in wanted.items()
        if key not in known
    ]
    return ChartPlace.objects.bulk_create(new)


@operation(KEEP_CHART, on="place")
def take_off_chart(*, place: ChartPlace, at: datetime, by: Account) -> ChartPlace:
    """Take a door or a place off the chart: it is gone, or was typed by mistake."""
    if place.taken_off_at is None:
        change(place, taken_off_at=at)
    return place


def same_unit(group: Group, unit: str) -> str:
    """The unit as the group writes it already, else as it was typed."""
    written = Membership.objects.open().filter(group=group).exclude(unit="").order_by("unit")
    known = {fold(one): one for one in written.values_list("unit", flat=True).distinct()}
    return known.get(fold(unit), unit) if unit else ""


def tidy(text: str, what: str) -> str:
    """A text on one line. Raises ChartRefused where it is too long."""
    short = " ".join(text.split())
    if len(short) > LONGEST[what]:
        raise ChartRefused(
            _("Say it in {number} letters.").format(number=LONGEST[what]),
            field={"name": "names"}.get(what, what),
            code="too_long",
        )
    return short
