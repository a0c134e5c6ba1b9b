"""What events add to the filters of the list of people: how often somebody came, from one day to another."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from m4c.people.filters.register import DONE, PEOPLE_FILTERS, Chosen, PeopleFilter
from m4c.people.models import Account, Engagement

CAME = "came"  # the ledger's word for who was at an event
MOST_TIMES = 366
EARLIEST, LATEST = date(1900, 1, 1), date(2999, 12, 31)  # days beyond are a slip of the pen


def fields(account: Account) -> Mapping[str, forms.Field]:
    """At least how often, and between which days."""
    day: dict[str, Any] = {
        "required": False,
        "widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        "validators": [MinValueValidator(EARLIEST), MaxValueValidator(LATEST)],
    }
    return {
        "came": forms.IntegerField(
            label=gettext_lazy("Came at least so many times"), required=False, min_value=1, max_value=MOST_TIMES
        ),
        "since": forms.DateField(label=gettext_lazy("Since"), **day),
        "until": forms.DateField(label=gettext_lazy("Until"), **day),
    }


def check(values: Mapping[str, Any]) -> str:
    """A period ends after it begins."""
    since, until = values.get("since"), values.get("until")
    return _("The last day is before the first.") if since and until and until < since else ""


def came(chosen: Chosen) -> Q:
    """Those who came so often, by what the account may see of it; looks at no more of their events than that."""
    number = chosen["came"] or 1
    rows = Engagement.objects.visible_to(chosen.account).filter(person=OuterRef("pk"), kind=CAME)
    if chosen["since"]:
        rows = rows.filter(at__gte=midnight(chosen["since"]))
    if chosen["until"]:
        rows = rows.filter(at__lt=midnight(chosen["until"] + timedelta(days=1)))
    return Q(Exists(rows.order_by()[number - 1 : number]))


def midnight(day: date) -> datetime:
    """When a day begins here."""
    return timezone.make_aware(datetime.combine(day, time()))


def in_words(chosen: Chosen) -> str:
    """How often, and when."""
    number = chosen["came"] or 1
    said = [ngettext("came at least once", "came {number} times or more", number).format(number=number)]
    for name, pattern in (("since", _("since {day}")), ("until", _("until {day}"))):
        if chosen[name]:
            said.append(pattern.format(day=date_format(chosen[name], "j F Y")))
    return " ".join(said)


def register() -> None:
    """Offer it on the list."""
    attendance = PeopleFilter(DONE, fields, came, in_words, 70, check=check)
    PEOPLE_FILTERS.add("events.came", attendance)
