"""Keep safe: hide a person at one press, confirm or lift it, say who keeps in touch and how, and log each look."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import NotAllowed, Refused
from m4c.core.operations import change, operation
from m4c.core.permissions import SIGNED_IN
from m4c.core.visibility import scopes_of
from m4c.people.followers import protected
from m4c.people.models import (
    Account,
    AccountRole,
    Engagement,
    Group,
    Membership,
    Person,
    ProtectedLook,
    Protection,
    SafetyNotice,
)
from m4c.people.models.protection import CONFIRM_WITHIN
from m4c.people.operations.must_see import must_see
from m4c.people.operations.safety_notice import tell
from m4c.people.permissions import ADD_PEOPLE, KEEP_SAFE, SEE_PROTECTED


class ProtectionRefused(Refused):
    """The protection is not in a state for that."""


@operation(KEEP_SAFE, on="person", public=True)
def keep_safe(
    *, person: Person, by: Account, at: datetime, contact: Person | None = None, safe_contact_note: str = ""
) -> Protection:
    """Hide a person at once, everywhere; a safeguarding lead confirms it within two days.

    Her contact keeps access by name: as given, else whoever pressed where they meet people themselves, else whoever
    led her last by the ledger. Pressed again it is the same protection: whom one may press for is asked in her groups,
    and a safeguarding lead may for somebody they do not see. Raises Unseen for a contact the account cannot see.
    """
    must_see([contact], by)
    return place(person=person, placed_by=by, at=at, contact=contact, safe_contact_note=safe_contact_note)


@operation(SEE_PROTECTED, on="protection")
def confirm_protection(*, protection: Protection, at: datetime, by: Account) -> Protection:
    """A safeguarding lead stands by it: it lasts until lifted. Raises ProtectionRefused."""
    check_active(protection)
    if protection.confirmed_at:
        raise ProtectionRefused(_("This has been confirmed already."), code="confirmed")
    change(protection, confirmed_at=at, confirmed_by=by)
    return protection


@operation(SEE_PROTECTED, on="protection", public=True)
def lift_protection(*, protection: Protection, at: datetime, by: Account) -> Protection:
    """A safeguarding lead ends it: she is seen again by whoever saw her before. Raises ProtectionRefused."""
    check_active(protection)
    change(protection, lifted_at=at, lifted_by=by)
    return protection


@operation(KEEP_SAFE, on="protection", public=True)
def take_back_slip(*, protection: Protection, at: datetime, by: Account) -> Protection:
    """Whoever pressed by mistake takes it back within ten minutes, unless it is confirmed. Raises ProtectionRefused.

    The row stays, so that the safeguarding lead sees that it was pressed and taken back.
    """
    if not protection.may_be_a_slip(by, at):
        raise ProtectionRefused(_("Only the safeguarding lead can lift this now."), code="no_slip")
    change(protection, lifted_at=at, lifted_by=by)
    return protection


@operation(SEE_PROTECTED, on="protection")
def set_safe_contact(
    *, protection: Protection, contact: Person | None, safe_contact_note: str, by: Account, safe_email: str = ""
) -> Protection:
    """Say who keeps in touch with her, how she is reached safely, and the one address that only she reads, if any.

    What she asks of her own data goes to that address and to no other. Raises ProtectionRefused.
    """
    check_active(protection)
    if contact and contact.pk == protection.person_id:
        raise ProtectionRefused(_("Nobody can be their own contact."), field="contact")
    if contact and not possible_contacts(protection).filter(pk=contact.pk).exists():
        raise ProtectionRefused(_("Choose a leader or an organiser of her group."), field="contact", code="no_contact")
    change(protection, contact=contact, safe_contact_note=safe_contact_note.strip(), safe_email=safe_email.strip())
    return protection


@operation(KEEP_SAFE, on="protection")
def write_safe_contact_note(*, protection: Protection, safe_contact_note: str, by: Account) -> Protection:
    """Her contact writes down how she is reached safely. Raises NotAllowed for anybody else."""
    check_active(protection)
    if protection.contact_id is None or protection.contact_id != by.person_id:
        raise NotAllowed(KEEP_SAFE)
    change(protection, safe_contact_note=safe_contact_note.strip())
    return protection


@operation(SIGNED_IN, on="by")
def look(*, protection: Protection, door: str, by: Account) -> Protection:
    """Log that a protected person's record is opened, by her contact or a safeguarding lead, through which door.

    Raises NotAllowed for anybody else.
    """
    is_contact = protection.contact_id is not None and protection.contact_id == by.person_id
    if not is_contact and not by.may(SEE_PROTECTED, scopes_of(protection)):
        raise NotAllowed(SEE_PROTECTED)
    ProtectedLook.objects.create(protection=protection, by=by, door=door)
    return protection


def place(
    *, person: Person, placed_by: Account, at: datetime, contact: Person | None = None, safe_contact_note: str = ""
) -> Protection:
    """Write the protection of a person who has none, and tell the lead; the one that stands is given back as it is."""
    if standing := Protection.objects.active().filter(person=person).first():
        return standing
    if contact is None or contact.pk == person.pk:
        contact = usual_contact(person, placed_by)
    protection = Protection.objects.create(
        person=person,
        group=group_of(person, placed_by),
        contact=contact,
        safe_contact_note=safe_contact_note.strip(),
        placed_by=placed_by,
        placed_at=at,
        confirm_by=at + CONFIRM_WITHIN,
    )
    tell(SafetyNotice.Kind.PRESSED, at, protection=protection)
    protected(person)
    return protection


def usual_contact(person: Person, account: Account) -> Person | None:
    """Who keeps in touch where nobody is named: somebody who meets people, never the person herself."""
    presser = account.person if account.person_id != person.pk else None
    if presser and account.may(ADD_PEOPLE, scopes_of(person)):
        return presser
    led = Engagement.objects.filter(person=person, leader__isnull=False).exclude(leader=person)
    last = led.select_related("leader").first()
    return last.leader if last else presser


def possible_contacts(protection: Protection) -> QuerySet[Person]:
    """Who may keep in touch with her: the leaders and organisers of her group and of those above it."""
    roles = AccountRole.objects.open().filter(
        role__in=[role.value for role in ADD_PEOPLE.holders], group__path__in=protection.group.ancestor_paths
    )
    return Person.objects.filter(pk__in=roles.values("account__person")).exclude(pk=protection.person_id)


def group_of(person: Person, account: Account) -> Group:
    """The group whose safeguarding lead confirms: one of hers where the account may press, else the movement."""
    memberships = Membership.objects.filter(person=person, group__kind__in=Group.Kind.inside()).select_related("group")
    groups = [membership.group for membership in sorted(memberships, key=lambda one: (one.is_former, one.pk))]
    pressed = [group for group in groups if account.may(KEEP_SAFE, scopes_of(group))]
    return next(iter(pressed or groups), None) or Group.objects.get(kind=Group.Kind.MOVEMENT)


def check_active(protection: Protection) -> None:
    """Raise ProtectionRefused for a protection that has been lifted."""
    if protection.lifted_at:
        raise ProtectionRefused(_("This has been lifted already."), code="lifted")
