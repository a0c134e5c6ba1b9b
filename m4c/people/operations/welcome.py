"""Welcomes: to whom they fall, handed to somebody else, and given."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.permissions import Role
from m4c.people import ledger
from m4c.people.desk.default_notice import notice_in_force
from m4c.people.groups.nearest import holders, who_holds
from m4c.people.models import Account, Group, Membership, Person, PrivacyNotice, Protection, Welcome
from m4c.people.models.protection import is_kept_safe
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.privacy_notice import notice_shown
from m4c.people.permissions import HAND_OVER_WELCOMES, WELCOME

WELCOMERS = [Role.ORGANISER, Role.LEADER]


class WelcomeRefused(Refused):
    """The welcome has been given, or is not theirs to give."""


@operation(WELCOME, on="welcome")
def mark_welcomed(*, welcome: Welcome, at: datetime, by: Account) -> Welcome:
    """Say that somebody was welcomed. Whoever did has met them, and sees them from then on. Raises WelcomeRefused."""
    check_open_to(welcome, by)
    change(welcome, welcomed_at=at, welcomed_by=by)
    person = welcome.person
    if person.met_by_id is None and by.person_id not in (None, person.pk):
        change(person, met_by=by.person)
        ledger.write([person])
    return welcome


@operation(HAND_OVER_WELCOMES, on="welcome")
def hand_over_welcome(*, welcome: Welcome, to: Account, by: Account) -> Welcome:
    """Let somebody else welcome them by the same day: a leader or an organiser of the group, or of one above it.

    Somebody kept safe stays with her own contact. Raises Unseen and WelcomeRefused.
    """
    check_open_to(welcome, by)
    if is_kept_safe(welcome.person_id):
        raise WelcomeRefused(_("They are kept safe: only their contact says hello."), code="kept_safe")
    if not can_welcome(welcome).filter(pk=to.pk).exists():
        raise WelcomeRefused(_("They cannot welcome anybody to this group."), field="to", code="no_welcomer")
    change(welcome, welcomer=to)
    return welcome


def can_welcome(welcome: Welcome) -> QuerySet[Account]:
    """Whom a welcome may be handed to: leaders and organisers of its group or of a group above it; none kept safe."""
    found = holders(WELCOMERS, welcome.group.ancestor_paths)
    return found.exclude(person=welcome.person_id).order_by("person__sort_name", "pk")


def check_open_to(welcome: Welcome, by: Account) -> None:
    """Raise Unseen where the account does not see a welcome, WelcomeRefused where it has been given."""
    if not Welcome.objects.visible_to(by).filter(pk=welcome.pk).exists():
        raise Unseen(_("You can only name people whom you may see."))
    if welcome.welcomed_at:
        raise WelcomeRefused(_("They have been welcomed already."), code="welcomed")


def welcome_to(person: Person, group: Group, notice: PrivacyNotice, at: datetime) -> Welcome:
    """The welcome of somebody in a group: the open one where there is one, else a new one with its welcomer."""
    return welcome_many([person], group, at, notice)[0]


def welcome_many(
    people: Sequence[Person], group: Group, at: datetime, notice: PrivacyNotice | None = None
) -> list[Welcome]:
    """The welcomes of these people in a group, in their order, in a constant number of statements.

    Nobody is told of somebody kept safe but her own contact, by name: it is they who welcome her. Where nobody was
    shown a notice, the one in force is what they were told by word of mouth.
    """
    notice = notice or notice_shown(notice_in_force(timezone.localdate(at)).number)
    standing = {row.person_id: row for row in Welcome.objects.filter(person__in=people, group=group, welcomed_at=None)}
    new = {person.pk: person for person in people if person.pk not in standing}
    contacts, falls_to = contacts_of(new), Welcomers(group) if new else None
    for pk, person in new.items():
        standing[pk] = Welcome(
            person=person,
            group=group,
            welcomer=contacts[pk] if pk in contacts or falls_to is None else falls_to.next_for(pk),
            notice=notice,
            made_at=at,
            due_on=timezone.localdate(at) + timedelta(days=settings.WELCOME_DAYS),
        )
    Welcome.objects.bulk_create([standing[pk] for pk in new], batch_size=500)
    return [standing[person.pk] for person in people]


class Welcomers:
    """To whom the welcomes of a group fall in turn: its own welcomer, else whoever of its organisers and leaders.

    Of several the one who has the fewest to give, and of those the one longest here. To hold the office of welcomer
    gives no right: whose account has none is passed over.
    """

    def __init__(self, group: Group) -> None:
        able = holders(WELCOMERS, group.ancestor_paths)
        accounts = list(able.filter(person__in=welcomers_of(group).values("person"))) or list(
            who_holds(WELCOMERS, group)
        )
        counted = Welcome.objects.filter(welcomer__in=accounts, welcomed_at=None).values_list("welcomer")
        self.load: Counter[int] = Counter(dict(counted.annotate(number=Count("pk")).order_by()))
        self.accounts = accounts

    def next_for(self, person: int) -> Account | None:
        """Who welcomes somebody, which is one more for them; nobody welcomes themself."""
        others = [account for account in self.accounts if account.person_id != person]
        chosen = min(others, key=lambda account: (self.load[account.pk], account.pk), default=None)
        if chosen:
            self.load[chosen.pk] += 1
        return chosen


def welcomers_of(group: Group) -> QuerySet[Membership]:
    """Who holds the office of welcomer in a group."""
    return Membership.objects.open().filter(group=group, role=Membership.Role.WELCOMER)


def contacts_of(people: Collection[int]) -> dict[int, Account | None]:
    """Of those of these people who are kept safe, by id: the account of whoever keeps in touch, where there is one."""
    active = Protection.objects.active().filter(person__in=people)
    contacts: dict[int, int | None] = dict(active.values_list("person_id", "contact_id"))
    accounts = Account.objects.filter(person__in=[pk for pk in contacts.values() if pk], is_active=True)
    by_person = {account.person_id: account for account in accounts} if contacts else {}
    return {pk: by_person.get(contact) for pk, contact in contacts.items()}
