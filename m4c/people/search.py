"""How the workspace's search box finds people: by the beginning of a name, an e-mail or a phone number."""

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from m4c.core.search import SOURCES, Hit, Source
from m4c.people.models import Account, Membership, Person
from m4c.people.names import fold
from m4c.people.permissions import OPEN_RECORDS


def find_people(account: Account, words: str, limit: int) -> list[Hit]:
    """People whom the account may see, with the groups that tell namesakes apart; never somebody kept safe."""
    if not fold(words):
        return []
    groups = Membership.objects.visible_to(account).open().select_related("group")
    people = Person.objects.visible_to(account).not_kept_safe().search(words)
    people = people.prefetch_related(Prefetch("memberships", groups, to_attr="open_memberships"))
    return [Hit(person.name, reverse("person", args=[person.uid]), groups_of(person)) for person in people[:limit]]


def groups_of(person: Person) -> str:
    """The names of the groups that a person found belongs to, as far as one may see."""
    memberships: list[Membership] = person.open_memberships  # type: ignore[attr-defined]
    return ", ".join(dict.fromkeys(membership.group.name for membership in memberships))


def register() -> None:
    """Put people into the search box."""
    SOURCES.add("people", Source(_("People"), "users", OPEN_RECORDS, find_people, order=10))
