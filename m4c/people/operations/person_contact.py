"""Say who stays in touch with somebody on behalf of a group, of one person or many, and that it ended."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, change_many, operation
from m4c.core.permissions import Role
from m4c.people.groups.nearest import holders
from m4c.people.models import Account, Group, Person, PersonContact
from m4c.people.models.protection import is_kept_safe
from m4c.people.operations.must_see import must_see
from m4c.people.permissions import NAME_CONTACTS

CONTACTS = [Role.ORGANISER, Role.LEADER]


class ContactRefused(Refused):
    """Nobody of that name can stay in touch here."""


@operation(NAME_CONTACTS, on="group")
def name_contact(
    *, people: Sequence[Person], contact: Person, group: Group, on: date, by: Account
) -> list[PersonContact]:
    """Let a leader or organiser of a group, or of one above it, stay in touch with people whom the account may see.

    Whoever did so before for this group does no longer. The contact sees them from then on. Of at most 500 people.
    Raises ContactRefused, and Unseen.
    """
    must_see(people, by)
    if not holders(CONTACTS, group.ancestor_paths).filter(person=contact).exists():
        raise ContactRefused(_("Choose a leader or an organiser of this group."), field="contact", code="no_contact")
    if contact.pk in {person.pk for person in people}:
        raise ContactRefused(_("Nobody can be their own contact."), field="contact", code="own_contact")
    if is_kept_safe(*(person.pk for person in people)):
        raise ContactRefused(_("For somebody kept safe, the safeguarding lead chooses."), code="kept_safe")
    return set_contact(people, contact, group, on, by)


@operation(NAME_CONTACTS, on="contact")
def end_contact(*, contact: PersonContact, on: date, by: Account) -> PersonContact:
    """Say that somebody stays in touch no longer. Raises ContactRefused."""
    if contact.ended_on:
        raise ContactRefused(_("This has ended already."), code="ended")
    change(contact, ended_on=max(on, contact.since))
    return contact


def set_contact(
    people: Iterable[Person], contact: Person, group: Group, on: date, given_by: Account
) -> list[PersonContact]:
    """Let this contact stay in touch with people for a group from a day on; whoever did so before does no longer.

    Of those whose contact it is already nothing changes. Answers the rows that began and those that ended.
    """
    wanted = {person.pk: person for person in people}
    standing = list(PersonContact.objects.open().filter(group=group, person__in=wanted))
    kept = {one.person_id for one in standing if one.contact_id == contact.pk}
    ended = [one for one in standing if one.person_id not in kept]
    change_many({one: {"ended_on": max(on, one.since)} for one in ended})
    begun = [
        PersonContact(person=person, contact=contact, group=group, since=on, given_by=given_by)
        for pk, person in wanted.items()
        if pk not in kept
    ]
    PersonContact.objects.bulk_create(begun, batch_size=500)
    return [*begun, *ended]
