"""Whom one might ask for a new 1-2-1: those one brought and never talked to, and those not spoken to since long."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from m4c.core.prepared import prepared
from m4c.events.models import Attendance
from m4c.leaders.today_lines import Action, Line, Moment
from m4c.listening.models import OneToOne
from m4c.people.models import Account, Person
from m4c.people.models.use import may_be_used

LATELY, LONG, REMEMBERED = timedelta(days=180), timedelta(days=90), timedelta(days=730)
A_FEW, LOOKED_AT = 4, 40
IN_REACH = {"other__erased_at": None, "other__died_on": None, "other__moved_away_on": None}


def brought(account: Account, at: Moment) -> Iterator[Line]:
    """Who came because of oneself within half a year, and nobody has talked with yet: the latest first; one query."""
    shown: set[int] = set()
    for one in came_by(account, at):
        if one.person_id not in shown and len(shown) < A_FEW:
            shown.add(one.person_id)
            facts = {"event": one.event.title, "day": date_format(localdate(one.event.starts_at), "j F")}
            yield suggested(one.person, _("You brought them to {event} on {day}").format(**facts))


@prepared
def came_by(account: Account, at: Moment) -> QuerySet[Attendance]:
    """How each of them came, every time."""
    own = Attendance.objects.present().filter(brought_by=account.person_id, event__cancelled_at=None)
    came = own.visible_to(account).filter(event__starts_at__range=(at.midnight - LATELY, at.now))
    met = OneToOne.objects.arranged().filter(other=OuterRef("person"))
    found = came.filter(~Exists(met), may_be_used("person"), person__died_on=None, person__moved_away_on=None)
    return found.select_related("person", "event").order_by("-event__starts_at", "-pk")[:LOOKED_AT]


def not_spoken_to(account: Account, at: Moment) -> Iterator[Line]:
    """With whom one's last 1-2-1 is three months ago, and none is arranged: the latest first; one query."""
    for one in last_held(account, at):
        day = date_format(one.held_on, "j F Y")
        yield suggested(one.other, _("Not spoken to since {day}").format(day=day))


@prepared
def last_held(account: Account, at: Moment) -> QuerySet[Any]:
    """The last 1-2-1 with each of them."""
    later = OneToOne.objects.arranged().filter(
        asker=account.person_id, other=OuterRef("other"), day__gt=OuterRef("day")
    )
    own = OneToOne.objects.visible_to(account).filter(asker=account.person_id, held_on__isnull=False)
    last = own.filter(~Exists(later), day__range=(at.today - REMEMBERED, at.today - LONG), **IN_REACH)
    return last.filter(may_be_used("other")).select_related("other").order_by("-day", "-pk")[:A_FEW]


def suggested(person: Person, detail: str) -> Line:
    """A line about somebody, a tap from arranging a 1-2-1."""
    talk = Action(_("Talk"), f"{reverse('record-one-to-one')}?with={person.uid}")
    return Line(person.name, detail, reverse("person", args=[person.uid]), talk, person.pk)
