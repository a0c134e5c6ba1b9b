"""Meet a name of one's own list: they become a person on record, and what they said of events comes along."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.events.merge_steps import strength
from m4c.events.models import Attendance, NameAtEvent, TurnoutCall
from m4c.events.operations.asking import check_own_name
from m4c.events.operations.newcomer import meet
from m4c.events.turnout_permissions import ASK_TO_EVENTS
from m4c.people.models import Account, Group, NameOnList, Person
from m4c.people.operations.must_see import must_see
from m4c.people.operations.person import NewPerson


@operation(ASK_TO_EVENTS, on="group")
def meet_name(*, group: Group, name: NameOnList, person: Person | NewPerson, on: date, by: Account) -> Person:
    """One has talked to somebody of one's own list, on this day: they come in by the group and the name goes.

    Whoever knows them already picks them among those whom they may see. Raises TurnoutRefused, Unseen, PersonRefused.
    """
    check_own_name(name, by)
    if isinstance(person, NewPerson):
        met = meet(group=group, new=person, on=on, source=str(_("A leader's own list")), by=by)
    else:
        must_see([person], by)
        met = person
    for asked in NameAtEvent.objects.filter(name=name).select_related("event"):
        attend_instead(asked, met)
    NameOnList.objects.filter(pk=name.pk).delete()
    return met


def attend_instead(asked: NameAtEvent, person: Person) -> Attendance:
    """Somebody met stands at the event where the name stood, unless more is known of them there."""
    attendance, is_new = Attendance.objects.get_or_create(
        event=asked.event, person=person, defaults={"state": asked.state, "asked_by": asked.name.owner}
    )
    if not is_new:
        asked_by = attendance.asked_by_id or asked.name.owner_id
        change(attendance, state=max(attendance.state, asked.state, key=strength), asked_by_id=asked_by)
    TurnoutCall.objects.filter(name=asked).update(name=None, attendance=attendance)
    return attendance
