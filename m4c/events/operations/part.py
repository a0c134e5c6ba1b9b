"""Parts of an event: asked for, given to somebody, taken up by oneself, handed back, struck off, and told once held."""

from datetime import datetime

from django.db import transaction
from django.db.utils import IntegrityError
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.events.models import Event, EventRole
from m4c.events.permissions import PLAN_EVENTS, SEE_EVENTS
from m4c.people import ledger
from m4c.people.models import Account, Person
from m4c.people.operations.must_see import must_see


class PartRefused(Refused):
    """The part cannot be given so."""


@operation(PLAN_EVENTS, on="event")
def add_part(*, event: Event, part: str, by: Account, words: str = "", person: Person | None = None) -> EventRole:
    """Say who does a part of an event; without a person the part waits for somebody. Raises PartRefused.

    “Something else” is said in words.
    """
    must_see([person], by)
    words = words.strip()
    if part not in EventRole.Part.values:
        raise PartRefused(_("We do not know that part."), field="part")
    if part == EventRole.Part.OTHER and not words:
        raise PartRefused(_("Say in words what it is."), field="words")
    check_on(event)
    return make_part(event, part, words, person)


@operation(PLAN_EVENTS, on="role")
def give_part(*, role: EventRole, person: Person, by: Account) -> EventRole:
    """Give a part to somebody, whether it waited or was another's. Raises PartRefused where they have it already."""
    must_see([person], by)
    check_on(role.event)
    hand_to(role, person)
    return role


@operation(SEE_EVENTS, on="role")
def take_part(*, role: EventRole, by: Account) -> EventRole:
    """Take up oneself a part that waits for somebody. Raises PartRefused where somebody was quicker."""
    check_on(role.event)
    role = EventRole.objects.select_for_update().get(pk=role.pk)
    if role.person_id:
        raise PartRefused(_("Somebody has taken this already."), code="taken")
    if by.person is None:
        raise PartRefused(_("Your account belongs to nobody on record. Ask whoever looks after accounts."))
    hand_to(role, by.person)
    return role


@operation(SEE_EVENTS, on="role")
def hand_part_back(*, role: EventRole, by: Account) -> EventRole:
    """Hand one's own part back: it waits for somebody again. Raises PartRefused for another's."""
    if role.person_id is None or role.person_id != by.person_id:
        raise PartRefused(_("That part is not yours to hand back."), code="not_yours")
    change(role, person=None)
    ledger.write([role])
    return role


@operation(PLAN_EVENTS, on="role")
def strike_part(*, role: EventRole, by: Account) -> None:
    """Take a part off an event."""
    ledger.withdraw([role])
    role.delete()


@operation(PLAN_EVENTS, on=None)
def tell_parts(*, since: datetime, at: datetime, by: Account) -> int:
    """Let the ledger tell who did which part of the events that began between two moments. Returns how many parts."""
    roles = EventRole.objects.filter(event__in=Event.objects.held(at).filter(starts_at__gte=since)).exclude(person=None)
    ledger.write(roles)
    return len(roles)


def make_part(event: Event, part: str, words: str, person: Person | None) -> EventRole:
    """Write a part. Raises PartRefused where this person does it already."""
    role = EventRole(event=event, part=part, words=words, person=person)
    if person and EventRole.objects.filter(event=event, part=part, words=words, person=person).exists():
        raise PartRefused(_("They do that already."), field="person", code="twice")
    role.save()
    ledger.write([role])
    return role


def hand_to(role: EventRole, person: Person) -> None:
    """Let somebody do a part. Raises PartRefused where they do the same already."""
    try:
        with transaction.atomic():
            change(role, person=person)
            ledger.write([role])
    except IntegrityError as error:
        raise PartRefused(_("They do that already."), field="person", code="twice") from error


def check_on(event: Event) -> None:
    """Raise PartRefused for an event that does not take place."""
    if event.is_called_off:
        raise PartRefused(_("This event was called off."), code="called_off")
