"""The filters of the list by where people live: a ward, a council, a constituency, or so many miles from somewhere."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from m4c.people.filters.conditions import on_ground
from m4c.people.filters.register import PEOPLE_FILTERS, WHERE, Chosen, PeopleFilter
from m4c.people.groups.nearest import MILE
from m4c.people.models import Account
from m4c.places.around import areas_called, ground_near, ground_of, told_apart
from m4c.places.lookup import Point
from m4c.places.models import Area, Kind
from m4c.places.points import points_for

USUAL_MILES, MOST_MILES = 3, 100
AREAS = {
    "ward": (Kind.WARD, gettext_lazy("Ward"), gettext_lazy("in the ward {area}")),
    "council": (Kind.COUNCIL, gettext_lazy("Council"), gettext_lazy("in the council area {area}")),
    "constituency": (Kind.CONSTITUENCY, gettext_lazy("Constituency"), gettext_lazy("in the constituency {area}")),
}


class AreaField(forms.CharField):
    """An area by name or code; where several are called so they are told apart."""

    def __init__(self, kind: Kind, **options: Any) -> None:
        self.kind = kind
        super().__init__(required=False, max_length=100, **options)

    def clean(self, value: Any) -> Area | None:
        """The area. Raises ValidationError where none is called so, or several are."""
        if not (typed := super().clean(value)):
            return None
        found = areas_called(self.kind, typed)
        if len(found) == 1:
            return found[0]
        if found:
            names = "; ".join(told_apart(found))
            raise ValidationError(_("Several are called so. Do you mean: {names}?").format(names=names))
        raise ValidationError(_("We know of none called “{typed}”.").format(typed=typed))


class PlaceField(forms.CharField):
    """A postcode, or the beginning of one, as a point on the ground."""

    def clean(self, value: Any) -> tuple[str, Point] | None:
        """The postcode as typed and its point. Raises ValidationError for one that nobody knows."""
        if not (typed := super().clean(value)):
            return None
        if point := points_for([typed]).get(typed):
            return typed.upper(), point
        raise ValidationError(_("We do not know the postcode “{typed}”.").format(typed=typed))


def area_fields(account: Account) -> Mapping[str, forms.Field]:
    """The three kinds of area that somebody is elected for, and whether to ask those who may live there too."""
    fields: dict[str, forms.Field] = {
        name: AreaField(kind, label=label) for name, (kind, label, _words) in AREAS.items()
    }
    return fields | {
        "perhaps": forms.BooleanField(
            label=gettext_lazy("And whoever may live there: of their postcode the district alone is known"),
            required=False,
        )
    }


def check_areas(values: Mapping[str, Any]) -> str:
    """Somebody may live in some area."""
    is_said = not values.get("perhaps") or any(values.get(name) for name in AREAS)
    return "" if is_said else _("Say in which ward, council or constituency they may live.")


def in_areas(chosen: Chosen) -> Q:
    """Those whose address lies in all the areas named."""
    condition = ~Q(pk__in=[])
    for name in AREAS:
        if chosen[name]:
            condition &= on_ground(ground_of(chosen[name], reached=bool(chosen["perhaps"])))
    return condition


def areas_in_words(chosen: Chosen) -> str:
    """The areas named."""
    areas = ", ".join(
        str(words).format(area=chosen[name].name) for name, (_kind, _label, words) in AREAS.items() if chosen[name]
    )
    pattern = _("{areas}, or perhaps, as far as the district alone tells") if chosen["perhaps"] else "{areas}"
    return pattern.format(areas=areas)


def near_fields(account: Account) -> Mapping[str, forms.Field]:
    """A postcode and a distance from it."""
    return {
        "near": PlaceField(label=gettext_lazy("Near postcode"), required=False, max_length=10),
        "miles": forms.IntegerField(
            label=gettext_lazy("Within miles"), required=False, min_value=1, max_value=MOST_MILES,
            widget=forms.NumberInput(attrs={"placeholder": USUAL_MILES}),
        ),
    }  # fmt: skip


def check_near(values: Mapping[str, Any]) -> str:
    """A distance is from somewhere."""
    return "" if values.get("near") or not values.get("miles") else _("Say from which postcode the miles count.")


def near_by(chosen: Chosen) -> Q:
    """Those who live within the distance, as the crow flies."""
    _typed, point = chosen["near"]
    return on_ground(ground_near(point, (chosen["miles"] or USUAL_MILES) * MILE))


def near_in_words(chosen: Chosen) -> str:
    """How near to where."""
    miles = chosen["miles"] or USUAL_MILES
    pattern = ngettext("within {miles} mile of {postcode}", "within {miles} miles of {postcode}", miles)
    return pattern.format(miles=miles, postcode=chosen["near"][0])


def register() -> None:
    """Offer these filters."""
    areas = PeopleFilter(WHERE, area_fields, in_areas, areas_in_words, 50, check=check_areas)
    PEOPLE_FILTERS.add("people.areas", areas)
    near = PeopleFilter(WHERE, near_fields, near_by, near_in_words, 55, check=check_near)
    PEOPLE_FILTERS.add("people.near", near)
