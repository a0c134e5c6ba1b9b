"""Who was called out for a step, by which means each is told that it is off, and who rings whom."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from m4c.campaigns.models import StandDown, StoodDown
from m4c.core.permissions import Role
from m4c.events.models import Attendance, Event, Reply, TurnoutPledge
from m4c.people.consent_rules import who_may_be_contacted
from m4c.people.models import (
    AccountRole,
    Channel,
    Group,
    Person,
    PersonContact,
    PersonEmail,
    PersonPhone,
    Protection,
    Purpose,
)
from m4c.people.models.use import not_set_aside

AT_ONCE = 500
LEADING = [Role.LEADER, Role.ORGANISER]
By, Answer = StoodDown.By, Attendance.State
EXPECTED = [Answer.LISTED, Answer.ASKED, Answer.YES, Answer.MAYBE, Answer.CONFIRMED]


def called_out(stand_down: StandDown) -> QuerySet[Person]:
    """Those who may turn up: on the event's list and not a no, those who replied, and the leaders who call others out.

    Nobody who died, moved away or had their record set aside; not whoever pressed.
    """
    event = stand_down.event_id
    listed = Attendance.objects.filter(event=event, state__in=EXPECTED)
    replied = Reply.objects.standing().filter(event=event)
    pledged = TurnoutPledge.objects.standing().filter(event=event)
    askers = Attendance.objects.filter(event=event).exclude(asked_by=None)
    who = Q(pk__in=listed.values("person")) | Q(pk__in=replied.values("person")) | Q(pk__in=pledged.values("person"))
    who |= Q(pk__in=askers.values("asked_by")) | Q(pk__in=[pk for pk in leads_of(stand_down) if pk])
    found = Person.objects.filter(who, not_set_aside("pk"), died_on=None, moved_away_on=None)
    return found.exclude(pk=stand_down.by.person_id) if stand_down.by.person_id else found


def leads_of(stand_down: StandDown) -> list[int | None]:
    """Who leads the step, and whom one asks about its event."""
    return [stand_down.step.who_id, stand_down.event.contact_id if stand_down.event else None]


def next_people(stand_down: StandDown) -> list[int]:
    """The next of them, by id: at most 500, after the last one who was gathered."""
    last = StoodDown.objects.filter(stand_down=stand_down).aggregate(last=Max("person"))["last"] or 0
    found = called_out(stand_down).filter(pk__gt=last).order_by("pk")
    return list(found.values_list("pk", flat=True)[:AT_ONCE])


def means_of(people: Collection[int], at: datetime) -> dict[int, str]:
    """How each is told, by id: by e-mail where that is open, else by call, else when somebody meets them.

    It is word of what they were called out for, and no news. Nobody kept safe and nobody under 18 gets a letter.
    """
    listed, means = Person.objects.filter(pk__in=people), dict.fromkeys(people, By.NONE.value)
    known = {
        By.CALL: (Channel.PHONE, Exists(PersonPhone.objects.filter(person=OuterRef("pk")))),
        By.EMAIL: (Channel.EMAIL, Exists(PersonEmail.objects.filter(person=OuterRef("pk")))),
    }
    for way, (channel, is_known) in known.items():
        open_to = who_may_be_contacted(listed, channel, Purpose.SERVICE, at).filter(is_known)
        means |= dict.fromkeys(open_to.values_list("pk", flat=True), way.value)
    return means


def ring_instead(people: Collection[int], at: datetime) -> dict[int, str]:
    """The same of those whom a letter did not reach."""
    listed = who_may_be_contacted(Person.objects.filter(pk__in=people), Channel.PHONE, Purpose.SERVICE, at)
    by_phone = set(listed.filter(phones__isnull=False).values_list("pk", flat=True))
    return {pk: By.CALL.value if pk in by_phone else By.NONE.value for pk in people}


def leaders_of(group: Group) -> QuerySet[Person]:
    """Leaders and organisers of a group, by name: of the nearest group above it where it has none of its own."""
    roles = AccountRole.objects.open().filter(role__in=LEADING, account__is_active=True)
    for path in sorted(group.ancestor_paths, key=len, reverse=True):
        here = roles.filter(group__path=path).exclude(account__person=None)
        if here.exists():
            return Person.objects.filter(pk__in=here.values("account__person")).order_by("sort_name", "pk")
    return Person.objects.none()


def tellers_of(stand_down: StandDown, people: Sequence[int], among: Sequence[int]) -> dict[int, int | None]:
    """Who rings each of these people, by id: their own contact where they are kept safe; whoever asked them or stays in
    touch with them, where that is one of the leaders; else whoever has least to do.
    """
    safe = dict(Protection.objects.active().filter(person__in=people).values_list("person_id", "contact_id"))
    theirs = dict(contacts_among(among, people)) | askers_among(stand_down.event, among, people)
    taken = (
        StoodDown.objects.filter(stand_down=stand_down, teller__in=among).order_by().values_list("teller", flat=True)
    )
    busy = Counter(dict.fromkeys(among, 0) | Counter(taken))
    found: dict[int, int | None] = {}
    for pk in people:
        if pk in safe:
            found[pk] = safe[pk]
            continue
        found[pk] = teller = theirs.get(pk) or least_busy(busy)
        if teller is not None:
            busy[teller] += 1
    return found


def contacts_among(leaders: Sequence[int], people: Iterable[int]) -> dict[int, int]:
    """Which of these leaders stays in touch with each of these people, by id."""
    rows = PersonContact.objects.filter(contact__in=leaders, person__in=people, ended_on=None)
    return dict(rows.values_list("person_id", "contact_id"))


def askers_among(event: Event | None, leaders: Sequence[int], people: Iterable[int]) -> dict[int, int | None]:
    """Which of these leaders asked each of these people to the event, by id."""
    rows = Attendance.objects.filter(event=event, asked_by__in=leaders, person__in=people)
    return dict(rows.values_list("person_id", "asked_by_id"))


def least_busy(busy: "Counter[int]") -> int | None:
    """Who has fewest to ring, the first of them; nobody where there is nobody."""
    return min(busy, key=lambda pk: busy[pk]) if busy else None
