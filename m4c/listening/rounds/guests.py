"""Who sits at a house meeting, as a phone may name them: those on its event's list, and its host."""

from uuid import UUID

from django.utils.translation import gettext as _

from m4c.events.door.listing import listed
from m4c.events.models import Attendance
from m4c.listening.models import HouseMeeting
from m4c.people.models import Person


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
