"""How the workspace's search box finds people: by any part of a name, an e-mail or a phone number."""

from django.utils.translation import gettext_lazy as _

from m4c.core.routes import address_by_uid
from m4c.core.search import SOURCES, Hit, Source
from m4c.people.finding.find import find
from m4c.people.models import Account
from m4c.people.naming import groups_told
from m4c.people.permissions import OPEN_RECORDS


def find_people(account: Account, words: str, limit: int) -> list[Hit]:
    """People whom the account may see, with the groups that tell namesakes apart; never somebody kept safe."""
    people = find(account, words, for_use=True, first=limit)
    groups = groups_told(account, people)
    url = address_by_uid("person")
    return [Hit(person.name, url(person.uid), groups[person.pk]) for person in people]


def register() -> None:
    """Put people into the search box."""
    SOURCES.add("people", Source(_("People"), "users", OPEN_RECORDS, find_people, order=10))
