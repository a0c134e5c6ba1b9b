"""Whom a telling is for, and by which means each of them may be told: the first that is open and known of them."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from m4c.core.permissions import Role
from m4c.outreach.models import Telling, Told
from m4c.people.acting.whom import people_meant
from m4c.people.consent_rules import who_may_be_contacted
from m4c.people.forms.find_people import SAVED
from m4c.people.models import Account, AccountRole, Channel, Membership, Person, PersonEmail, PersonPhone, Purpose
from m4c.people.models.use import may_be_used
from m4c.people.sight import within
from m4c.people.young import not_under_18

AT_ONCE = 500
TELLERS = [Role.LEADER, Role.ORGANISER]
MOST_COUNTED = 5_000  # people of whom a page says beforehand how they are told
Means = Told.Means


def people_of(telling: Telling) -> QuerySet[Person]:
    """Those who belong to the group now, or to one below it, of those whom whoever made the telling may see and means.

    Nobody who died or moved away, is kept safe, set aside or under 18.
    """
    asked_for = f"{SAVED}={telling.saved_filter.uid}" if telling.saved_filter else ""
    here = Membership.objects.open().filter(within("group__path", telling.group), person=OuterRef("pk"))
    alive = {"died_on": None, "moved_away_on": None}
    meant = people_meant(telling.made_by, asked_for)
    return meant.filter(Exists(here), may_be_used("pk"), not_under_18("pk"), **alive)


def next_people(telling: Telling) -> list[int]:
    """The next of them to be gathered, by id: at most 500, after the last one who was."""
    last = Told.objects.filter(telling=telling).aggregate(last=Max("person"))["last"] or 0
    return list(people_of(telling).filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:AT_ONCE])


def means_of(people: Collection[int], at: datetime) -> dict[int, str]:
    """How each of these people is told, by id: by letter where none of the quicker ways is open; else in person."""
    listed, means = Person.objects.filter(pk__in=people), dict.fromkeys(people, Means.NONE.value)
    known = {
        Means.LETTER: (Channel.POST, Q(address__isnull=False)),
        Means.CALL: (Channel.PHONE, Exists(PersonPhone.objects.filter(person=OuterRef("pk")))),
        Means.EMAIL: (Channel.EMAIL, Exists(PersonEmail.objects.filter(person=OuterRef("pk")))),
    }
    for way, (channel, is_known) in known.items():
        for pk in who_may_be_contacted(listed, channel, Purpose.NEWS, at).filter(is_known).values_list("pk", flat=True):
            means[pk] = way.value
    return means


def who_may_take_a_share(by: Account, telling: Telling) -> QuerySet[Person]:
    """Leaders and organisers of the group, or of one above it, whom the account sees, by name."""
    roles = AccountRole.objects.open().filter(role__in=TELLERS, group__path__in=telling.group.ancestor_paths)
    return Person.objects.visible_to(by).filter(pk__in=roles.values("account__person")).order_by("sort_name")


def counted(telling: Telling, at: datetime) -> dict[str, int]:
    """How many people would be told by each means if it went now; at most `MOST_COUNTED` are looked at."""
    found = list(people_of(telling).order_by("pk").values_list("pk", flat=True)[:MOST_COUNTED])
    counts = dict.fromkeys((means.value for means in Means), 0)
    for way in means_of(found, at).values():
        counts[way] += 1
    return counts
