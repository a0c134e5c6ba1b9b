"""Today: one's own parts at events to come, and parts of one's own groups' events that still wait for somebody."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.core.prepared import prepared
from m4c.core.visibility import Rows
from m4c.events.models import Event, EventRole
from m4c.leaders.today_lines import Action, Line, Moment
from m4c.leaders.today_taken_on import TAKEN_ON, TakenOn
from m4c.people.models import Account, Membership

AHEAD = timedelta(days=21)
MOST = 20  # parts read
MOST_EVENTS = 3  # with parts that wait


def parts(account: Account, at: Moment) -> Iterator[Line]:
    """“Chair” of an event to come, and “2 parts wait for somebody”: the soonest first, in one query."""
    waiting: dict[Event, int] = {}
    for role in parts_ahead(account, at):
        if role.person_id is None:
            waiting[role.event] = waiting.get(role.event, 0) + 1
            continue
        title = role.words or str(role.get_part_display()).capitalize()
        yield Line(title, role.event.title, page_of(role.event), day=localdate(role.event.starts_at))
    for event, number in list(waiting.items())[:MOST_EVENTS]:
        title = ngettext("{number} part waits for somebody", "{number} parts wait for somebody", number)
        look = Action(_("Take it up"), page_of(event))
        yield Line(title.format(number=number), event.title, page_of(event), look, day=localdate(event.starts_at))


@prepared
def parts_ahead(account: Account, at: Moment) -> QuerySet[EventRole]:
    """One's own parts and those that wait, the soonest first."""
    coming = Event.objects.filter(cancelled_at=None, starts_at__range=(at.now, at.now + AHEAD))
    seen = EventRole.objects.visible_to(account).filter(own_or_waiting(account), event__in=coming)
    return seen.select_related("event").order_by("event__starts_at", "pk")[:MOST]


def own_or_waiting(account: Account) -> Q:
    """One's own parts, and those that wait at events of the groups to which one belongs."""
    own_groups = Membership.objects.open().filter(person=account.person_id).values("group")
    return Q(person=account.person_id) | Q(person=None, event__group__in=own_groups)


def page_of(event: Event) -> str:
    """The page of an event."""
    return reverse("event", kwargs={"uid": event.uid})


def register() -> None:
    """Put them on Today."""
    TAKEN_ON.add("parts", TakenOn(parts, lambda account, _at: Rows(EventRole, own_or_waiting(account))))
