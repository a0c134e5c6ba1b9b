"""What listening adds to other pages: a person's conversations, and the house meeting that an event is."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.panels import PERSON_PANELS, Panel
from m4c.core.permissions import SIGNED_IN
from m4c.core.prepared import prepared
from m4c.core.visibility import Rows
from m4c.events.event_panels import EVENT_PANELS
from m4c.events.models import Event
from m4c.listening.models import HouseMeeting, OneToOne
from m4c.listening.permissions import RECORD_CONVERSATIONS
from m4c.people.models import Account, Person
from m4c.people.next_steps import STEPS, Step

NEWEST = 6
LATELY = timedelta(days=183)  # a step whose day went by longer ago is history


def conversations_of(account: Account, person: Person) -> dict[str, Any] | None:
    """The latest 1-2-1s with and of somebody that one may see; none, where one could have the first."""
    return no_conversations(account, person, newest_of(account, person.pk))


@prepared
def newest_of(account: Account, person: int) -> QuerySet[OneToOne]:
    """The latest 1-2-1s with and of somebody that one may see."""
    found = OneToOne.objects.visible_to(account).filter(with_or_of(person).which)
    return found.select_related("asker", "other")[:NEWEST]


def no_conversations(account: Account, person: Person, found: Sequence[OneToOne] = ()) -> dict[str, Any] | None:
    """What is shown where nobody has talked with somebody, and of the conversations that were found."""
    may_talk = account.person_id != person.pk and account.may_somewhere(RECORD_CONVERSATIONS)
    return {"one_to_ones": found, "person": person, "today": timezone.localdate()} if found or may_talk else None


def with_or_of(person: int) -> Rows:
    """The 1-2-1s with and of somebody, by their id."""
    return Rows(OneToOne, Q(other=person) | Q(asker=person))


def steps_of(account: Account, person: Person) -> Iterable[Step]:
    """What was agreed in 1-2-1s with and of somebody and has not happened yet."""
    for one in to_follow_up(account, person.pk, timezone.localdate() - LATELY):
        is_own = one.asker_id == account.person_id
        press = reverse("follow-up-one-to-one", kwargs={"uid": one.uid}) if is_own else ""
        url = reverse("one-to-one", kwargs={"uid": one.uid})
        whose = one.other_id if one.next_step_of == OneToOne.Whose.OTHER else one.asker_id
        yield Step(one.next_step, whose, one.next_step_by, url, happened=press)


@prepared
def to_follow_up(account: Account, person: int, since: date) -> QuerySet[OneToOne]:
    """The 1-2-1s with and of somebody that ended in a step which has not happened, of no day before this one."""
    found = OneToOne.objects.visible_to(account).filter(with_or_of(person).which).to_follow_up()
    return found.filter(Q(next_step_by__gte=since) | Q(next_step_by=None))[:NEWEST]


def house_meeting_of(account: Account, event: Event) -> dict[str, Any] | None:
    """The house meeting that an event is, for whoever may see it."""
    if event.kind != Event.Kind.HOUSE_MEETING:
        return None
    meeting = HouseMeeting.objects.visible_to(account).filter(event=event).select_related("host").first()
    return {"meeting": meeting} if meeting else None


def register() -> None:
    """Put the panels on their pages."""
    panel = Panel(
        title=_("Conversations"),
        template="listening/person_panel.html",
        context=conversations_of,
        allow=SIGNED_IN,
        order=20,
        rows=with_or_of,
        bare=no_conversations,
    )
    PERSON_PANELS.add("listening", panel)
    STEPS.add("listening", steps_of)
    panel = Panel(_("The house meeting"), "listening/event_panel.html", house_meeting_of, SIGNED_IN, 10)
    EVENT_PANELS.add("listening", panel)
