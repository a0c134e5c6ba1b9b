"""Ask those who kept something private of whoever wants a copy to give it themselves, where no link can bring it."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.core.permissions import SIGNED_IN
from m4c.people.access.pack import sections_of
from m4c.people.models import Account, Note, Person, PrivateToGive, Protection, RightsRequest
from m4c.people.operations.rights_request import RightsRefused


@operation(SIGNED_IN, on="by")
def say_private_given(*, to_give: PrivateToGive, on: date, by: Account) -> PrivateToGive:
    """Say that one gave it to them. Said again changes nothing. Raises RightsRefused for another's."""
    if to_give.author_id != by.pk:
        raise RightsRefused(_("That is not yours to give."), code="anothers")
    change(to_give, given_on=to_give.given_on or on)
    return to_give


def link_goes_to(person: Person) -> str:
    """The address to which a link to a copy goes: of somebody kept safe the one that only they read; blank for none."""
    if protection := Protection.objects.active().filter(person=person).first():
        return protection.safe_email
    first = person.emails.first()
    return first.address if first else ""


def ask_authors(request: RightsRequest, person: Person, at: datetime) -> None:
    """Ask each who can still read what they kept private of somebody: once of a request. It checks no right."""
    sealed = Note.objects.filter(person=person).exclude(sealed_for=None).values_list("pk", flat=True)
    closed = {f"people.note:{pk}" for pk in sealed}
    held = [entry.held for section in sections_of(request, person) for entry in section.entries if entry.held.private]
    authors = {one.author for one in held if one.author and one.author.is_active and one.entry not in closed}
    for author in sorted(authors, key=lambda each: each.pk):
        PrivateToGive.objects.get_or_create(request=request, author=author, defaults={"asked_at": at})


def need_not_give(request: RightsRequest) -> None:
    """A link brings it after all: nobody is asked any more. It checks no right."""
    PrivateToGive.objects.filter(request=request, given_on=None).delete()
