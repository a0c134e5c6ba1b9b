"""Welcomes: to whom they fall, handed to somebody else, and given."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.permissions import Role
from m4c.people import ledger
from m4c.people.models import Account, Group, Person, PrivacyNotice, Protection, Welcome
from m4c.people.models.protection import is_kept_safe
from m4c.people.nearest import holders, who_holds
from m4c.people.operations.must_see import Unseen
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
    """The welcome of somebody in a group: the open one where there is one, else a new one with its welcomer.

    Nobody is told of somebody kept safe but her own contact, by name: it is they who welcome her.
    """
    standing = Welcome.objects.filter(person=person, group=group, welcomed_at=None).first()
    if standing:
        return standing
    protection = Protection.objects.active().filter(person=person).first()
    return Welcome.objects.create(
        person=person,
        group=group,
        welcomer=contact_of(protection) if protection else welcomer_of(group, person),
        notice=notice,
        made_at=at,
        due_on=timezone.localdate(at) + timedelta(days=settings.WELCOME_DAYS),
    )


def welcomer_of(group: Group, person: Person) -> Account | None:
    """Who of a group's organisers and leaders has the fewest welcomes to give; of several, the one longest here."""
    holders = list(who_holds(WELCOMERS, group).exclude(person=person))
    counted = Welcome.objects.filter(welcomer__in=holders, welcomed_at=None).values_list("welcomer")
    load = dict(counted.annotate(number=Count("pk")).order_by())
    return min(holders, key=lambda account: (load.get(account.pk, 0), account.pk), default=None)


def contact_of(protection: Protection) -> Account | None:
    """The account of whoever keeps in touch with somebody kept safe, where they have one."""
    return (
        Account.objects.filter(person=protection.contact_id, is_active=True).first() if protection.contact_id else None
    )
