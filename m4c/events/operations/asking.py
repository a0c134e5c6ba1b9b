"""Keep the list of whom one asks to an event: people whom one may see, and names on one's own list."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.events.models import Attendance, Event, NameAtEvent
from m4c.events.operations.attendance import check_takes_place
from m4c.events.operations.turnout_pledge import TurnoutRefused, check_own
from m4c.events.turnout_permissions import ASK_TO_EVENTS
from m4c.people.models import Account, NameOnList, Person
from m4c.people.models.use import out_of_reach
from m4c.people.naming import names_of
from m4c.people.operations.must_see import must_see
from m4c.people.operations.name_on_list import NewName, write_name

State = Attendance.State


@operation(ASK_TO_EVENTS, on="event")
def list_person(*, event: Event, person: Person, asker: Person, by: Account) -> Attendance:
    """Put somebody on a leader's list of whom to ask; whoever is on the event's list already keeps where they stand.

    Whom somebody asks who is kept safe from the account, nobody asks as far as it may know.

    Raises TurnoutRefused for somebody on another's list, or to whom no such call is made; Unseen; AttendanceRefused.
    """
    check_takes_place(event)
    check_own(event, asker, by)
    must_see([person, asker], by)
    if out_of_reach([person.pk]) or not person.is_contactable:
        raise TurnoutRefused(_("They are not asked from a list. See their own page."), field="person", code="aside")
    if person.pk == asker.pk:
        raise TurnoutRefused(_("One's own name is not on one's list."), field="person", code="oneself")
    attendance, is_new = Attendance.objects.get_or_create(
        event=event, person=person, defaults={"state": State.LISTED, "asked_by": asker}
    )
    others = {attendance.asked_by_id} - {None, asker.pk}
    if not is_new and names_of(by, others):
        raise TurnoutRefused(_("Somebody else asks them already."), field="person", code="asked_by_another")
    change(attendance, asked_by_id=asker.pk)
    return attendance


@operation(ASK_TO_EVENTS, on="attendance")
def unlist_person(*, attendance: Attendance, by: Account) -> Attendance:
    """Take somebody off a leader's list. Whoever has answered, or came, stays on the event's. Raises TurnoutRefused."""
    check_asks(attendance, by)
    if attendance.state in (State.LISTED, State.ASKED):
        Attendance.objects.filter(pk=attendance.pk).delete()
    else:
        change(attendance, asked_by_id=None)
    return attendance


@operation(ASK_TO_EVENTS, on="event")
def list_name(*, event: Event, name: NameOnList, by: Account) -> NameAtEvent:
    """Ask a name of one's own list to an event; twice is once. Raises TurnoutRefused, AttendanceRefused."""
    check_takes_place(event)
    check_own_name(name, by)
    return NameAtEvent.objects.get_or_create(event=event, name=name)[0]


@operation(ASK_TO_EVENTS, on="event")
def list_new_name(*, event: Event, new: NewName, on: date, by: Account) -> NameAtEvent:
    """Write a name on one's own list and ask it to the event. Raises NameRefused, AttendanceRefused."""
    check_takes_place(event)
    name = write_name(group=event.group, new=new, on=on, by=by)
    return NameAtEvent.objects.get_or_create(event=event, name=name)[0]


@operation(ASK_TO_EVENTS, on="asked")
def unlist_name(*, asked: NameAtEvent, by: Account) -> NameAtEvent:
    """Ask a name to an event no more; it stays on one's own list. Raises TurnoutRefused."""
    check_own_name(asked.name, by)
    NameAtEvent.objects.filter(pk=asked.pk).delete()
    return asked


def check_asks(attendance: Attendance, by: Account) -> None:
    """Raise TurnoutRefused unless somebody is on one's own list, or one sees who comes to the event."""
    if by.person_id is None or by.person_id not in (attendance.asked_by_id, attendance.brought_by_id):
        check_own(attendance.event, attendance.person, by)


def check_own_name(name: NameOnList, by: Account) -> None:
    """Raise TurnoutRefused for a name on anybody else's list, whatever rights one holds."""
    if by.person_id is None or name.owner_id != by.person_id:
        raise TurnoutRefused(_("That name is on nobody's list but its owner's."), code="not_own")
