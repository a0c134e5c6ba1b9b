"""How the workspace's search box finds people: by any part of a name, an e-mail or a phone number."""

from django.db.models import Prefetch, prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from m4c.core.search import SOURCES, Hit, Source
from m4c.people.finding.find import find
from m4c.people.models import Account, Membership, Person
from m4c.people.models.protection import not_kept_safe
from m4c.people.permissions import OPEN_RECORDS


def find_people(account: Account, words: str, limit: int) -> list[Hit]:
    """People whom the account may see, with the groups that tell namesakes apart; never somebody kept safe."""
    people = find(account, words, only=not_kept_safe("pk"), first=limit)
    groups = Membership.objects.visible_to(account).open().select_related("group")
    prefetch_related_objects(people, Prefetch("memberships", groups, to_attr="open_memberships"))
    return [Hit(person.name, reverse("person", args=[person.uid]), groups_of(person)) for person in people]


def groups_of(person: Person) -> str:
    """The names of the groups that a person found belongs to, as far as one may see."""
    memberships: list[Membership] = person.open_memberships  # type: ignore[attr-defined]
    return ", ".join(dict.fromkeys(membership.group.name for membership in memberships))


def register() -> None:
    """Put people into the search box."""
    SOURCES.add("people", Source(_("People"), "users", OPEN_RECORDS, find_people, order=10))
