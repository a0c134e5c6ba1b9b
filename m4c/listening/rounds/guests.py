"""Who sits at a house meeting, as a phone may name them: those on its event's list, and its host."""

from uuid import UUID

from django.utils.translation import gettext as _

from m4c.events.door.listing import listed
from m4c.events.models import Attendance
from m4c.events.models.attendance import AttendanceQuerySet
from m4c.listening.models import HouseMeeting
from m4c.people.models import Account, Person


def on_the_list(account: Account, meeting: HouseMeeting) -> AttendanceQuerySet:
    """Who is on the list of a meeting, by name: its host sees all who sit in their home, whoever put them down, but for
    those kept safe from them; anybody else what they may see of its event.
    """
    found = Attendance.objects.filter(event=meeting.event_id)
    if meeting.host_id == account.person_id:
        found = found.filter(account.sight.unless_protected("person"))
    else:
        found = found.visible_to(account)
    return found.select_related("person").by_name()


def told(meeting: HouseMeeting) -> list[tuple[str, str]]:
    """The guests as a page and a phone list them: a uid, a name. Whoever is kept safe is on none: phones are lost.

    The host is named by no name: their uid is the meeting's own.
    """
    guests = [
        (
            str(entry.attendance.uid),
            f"{entry.attendance.person} ({entry.besides})" if entry.besides else str(entry.attendance.person),
        )
        for entry in listed(meeting.event)
        if entry.attendance.person_id != meeting.host_id
    ]
    return [(str(meeting.uid), _("The host")), *guests]


def people_of(meeting: HouseMeeting) -> dict[UUID, Person]:
    """Whom each of these uids names. Somebody who was hidden since is taken in silence."""
    found = Attendance.objects.filter(event=meeting.event_id).select_related("person")
    return {meeting.uid: meeting.host} | {attendance.uid: attendance.person for attendance in found}
