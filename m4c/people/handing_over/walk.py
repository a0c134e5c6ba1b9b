"""Their people, one by one: who they are, why, how far it got, and who may be the next contact."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from m4c.core.permissions import Role
from m4c.core.visibility import scopes_of
from m4c.people.handing_over.register import HANDOVER_SOURCES
from m4c.people.models import Account, AccountRole, Group, HandedOver, HandingOver, NextStep, Person
from m4c.people.models.person import PersonQuerySet
from m4c.people.models.protection import not_kept_safe
from m4c.people.naming import names_of
from m4c.people.permissions import HAND_OVER_FOR_OTHERS
from m4c.people.sight import any_of, within

LEADING = [Role.LEADER, Role.ORGANISER]


@dataclass(frozen=True)
class TheirPerson:
    """One of their people: why, and where known what was decided."""

    person: Person
    reasons: list[str]
    handed: HandedOver | None
    next_contact: str = ""


@dataclass(frozen=True)
class Progress:
    """How far it got, in figures: people, those decided, introductions owed and made, and words awaited on notes."""

    people: int
    decided: int
    owed: int
    made: int
    not_made: int
    awaited: int

    @property
    def left(self) -> int:
        """How many are still to be handed over."""
        return self.people - self.decided


def their_people(account: Account, handing_over: HandingOver) -> PersonQuerySet:
    """Their people, of whom the account may see, in the order of lists; nobody kept safe, nor out of reach.

    Whoever was handed over stays among them, though nothing is open with them any more.
    """
    decided = HandedOver.objects.filter(handing_over=handing_over).values("person")
    found = [Q(pk__in=source.people(account, handing_over)) for source in HANDOVER_SOURCES.all()]
    seen = Person.objects.visible_to(account).contactable().filter(not_kept_safe("pk"))
    return seen.filter(any_of([Q(pk__in=decided), *found])).exclude(pk=handing_over.person_id)


def still_to_hand_over(account: Account, handing_over: HandingOver) -> PersonQuerySet:
    """Those of them of whom nothing is decided."""
    decided = HandedOver.objects.filter(handing_over=handing_over, person=OuterRef("pk"))
    return their_people(account, handing_over).filter(~Exists(decided))


def reasons_of(account: Account, handing_over: HandingOver, ids: Collection[int]) -> dict[int, list[str]]:
    """Why each of these is one of theirs, in words: a query or two for each source, however many they are."""
    told: dict[int, dict[str, None]] = defaultdict(dict)
    for source in HANDOVER_SOURCES.all():
        for person, words in source.reasons(account, handing_over, ids):
            told[person][words] = None
    return {person: list(words) for person, words in told.items()}


def told_of(account: Account, handing_over: HandingOver, people: Iterable[Person]) -> list[TheirPerson]:
    """A page of their people with reasons and decisions, in a constant number of queries."""
    listed = list(people)
    ids = [person.pk for person in listed]
    reasons = reasons_of(account, handing_over, ids) if ids and handing_over.is_open else {}
    seen = HandedOver.objects.visible_to(account).filter(handing_over=handing_over, person__in=ids)
    handed = {one.person_id: one for one in seen.select_related("introduction")} if ids else {}
    names = names_of(account, [one.next_contact_id for one in handed.values()])
    return [
        TheirPerson(
            person,
            reasons.get(person.pk, []),
            one := handed.get(person.pk),
            names.get(one.next_contact_id, "") if one else "",
        )
        for person in listed
    ]


def progress_of(account: Account, handing_over: HandingOver) -> Progress:
    """How far it got, of those whom the account may see: two queries."""
    happened, dropped = NextStep.Outcome.HAPPENED, NextStep.Outcome.DROPPED
    has_one = Q(introduction__isnull=False)
    seen = HandedOver.objects.filter(handing_over=handing_over, person__in=their_people(account, handing_over))
    counted = seen.aggregate(
        decided=Count("pk"),
        owed=Count("pk", filter=has_one & Q(introduction__settled_on=None)),
        made=Count("pk", filter=Q(introduction__outcome=happened)),
        not_made=Count("pk", filter=Q(introduction__outcome=dropped)),
        awaited=Count("pk", filter=Q(notes_fate="", notes_wait_until__isnull=False)),
    )
    return Progress(people=their_people(account, handing_over).count(), **counted)


def next_contacts(handing_over: HandingOver) -> QuerySet[Account]:
    """Who may be the next contact: leaders and organisers of the group, below it and above it, who stay themselves.

    Nobody kept safe: their name would be told to whoever is handed over.
    """
    group = handing_over.group
    here = Q(group__path__in=group.ancestor_paths) | within("group__path", group)
    roles = AccountRole.objects.open().filter(here, account=OuterRef("pk"), role__in=LEADING)
    leaving = HandingOver.objects.open().filter(person=OuterRef("person"))
    found = Account.objects.filter(Exists(roles), not_kept_safe("person"), ~Exists(leaving), person__isnull=False)
    stays = found.filter(is_active=True, system="").exclude(person=handing_over.person_id)
    return stays.select_related("person").order_by("person__sort_name", "pk")


def roles_that_end(handing_over: HandingOver) -> QuerySet[AccountRole]:
    """The roles that whoever leaves holds in the group and below it, but for being a member."""
    held = AccountRole.objects.open().filter(within("group__path", handing_over.group))
    held = held.filter(account__person=handing_over.person_id).exclude(role=Role.MEMBER)
    return held.select_related("group", "account").order_by("pk")


def leavers_of(account: Account, group: Group) -> QuerySet[Account]:
    """Whose people the account may begin to hand over in a group: its own, and those it answers for all of them."""
    here = AccountRole.objects.open().filter(within("group__path", group), account=OuterRef("pk"), role__in=LEADING)
    found = Account.objects.filter(Exists(here), account.sight.unless_protected("person"), person__isnull=False)
    found = found.filter(is_active=True, system="").select_related("person").order_by("person__sort_name", "pk")
    if account.may(HAND_OVER_FOR_OTHERS, scopes_of(group)):
        return found.filter(person__in=Person.objects.visible_to(account))
    return found.filter(pk=account.pk)


def is_leaving(person: int | None) -> bool:
    """Whether somebody, by id, is handing over their people, or has done so and leads nothing any more."""
    if person is None:
        return False
    begun = HandingOver.objects.filter(person=person, called_off_at=None)
    leads = AccountRole.objects.open().filter(account__person=person, role__in=LEADING)
    return begun.open().exists() or (begun.exists() and not leads.exists())


def notes_asked_of(account: Account) -> list[dict[str, Any]]:
    """The private notes of which the account's own person is asked: who left, who would get them; a query where none.

    Whoever is kept safe is named to nobody, so that then nobody asks.
    """
    seen = HandedOver.objects.visible_to(account).waiting().filter(person=account.person_id or 0)
    waiting = list(seen.select_related("handing_over"))
    names = names_of(account, [pk for one in waiting for pk in (one.handing_over.person_id, one.next_contact_id)])
    answers = [("pass_on", _("Yes, pass it on")), ("destroy", _("No, let it go"))]
    return [
        {"handed": one, "leaver": names[leaver], "next_contact": names[to], "answers": answers}
        for one in waiting
        if (leaver := one.handing_over.person_id) in names and (to := one.next_contact_id) in names
    ]
