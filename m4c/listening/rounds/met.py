"""Everybody met in a round of house meetings: its hosts, those who came, and those who said there what hurts."""

from m4c.events.models import Attendance
from m4c.events.operations.asking_many import ToAsk
from m4c.listening.models import Concern, HouseMeeting, MeetingRound
from m4c.people.models import Account, Person


def met_in(meeting_round: MeetingRound, account: Account) -> list[ToAsk]:
    """Those of them whom the account sees, each to be asked by the host who met them first, hosts by the account's own
    person; a constant number of statements. The account's own person is asked by nobody.
    """
    seen = HouseMeeting.objects.visible_to(account).filter(round=meeting_round).held()
    meetings = list(seen.order_by("held_on", "pk"))
    host_of = {meeting.pk: meeting.host_id for meeting in meetings}
    event_of = {meeting.event_id: meeting.host_id for meeting in meetings}
    came = Attendance.objects.visible_to(account).present().filter(event__in=event_of).order_by("made_at", "pk")
    spoke = Concern.objects.visible_to(account).filter(house_meeting__in=host_of).exclude(person=None)
    met_by: dict[int, int | None] = dict.fromkeys(host_of.values(), account.person_id)
    for event, person in came.values_list("event", "person"):
        met_by.setdefault(person, event_of[event])
    for meeting, person in spoke.order_by("pk").values_list("house_meeting", "person"):
        met_by.setdefault(person, host_of[meeting])
    met_by.pop(account.person_id or 0, None)
    wanted = {pk for pair in met_by.items() for pk in pair if pk}
    people = Person.objects.visible_to(account).in_bulk(wanted)
    return [ToAsk(people[pk], people.get(by or 0, account.person)) for pk, by in met_by.items() if pk in people]
