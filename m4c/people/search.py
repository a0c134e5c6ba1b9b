"""How the workspace's search box finds people: by any part of a name, an e-mail or a phone number."""

from django.db.models import Exists, OuterRef, Prefetch, Q, prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from m4c.core.search import SOURCES, Hit, Source
from m4c.people.finding.find import find
from m4c.people.models import Account, Membership, Person, Protection
from m4c.people.permissions import OPEN_RECORDS


def find_people(account: Account, words: str, limit: int) -> list[Hit]:
    """People whom the account may see, with the groups that tell namesakes apart; never somebody kept safe."""
    kept_safe = Protection.objects.active().filter(person=OuterRef("pk"))
    people = find(account, words, only=Q(~Exists(kept_safe)), first=limit)
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
