"""How the workspace's search box finds groups: by any part of a name or place."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from m4c.core.prepared import prepared
from m4c.core.search import SOURCES, Hit, Source, fits, patterns
from m4c.people.models import Account, Group
from m4c.people.permissions import SEE_GROUPS


def find_groups(account: Account, words: str, limit: int) -> list[Hit]:
    """Groups of that name or place; those that have ended are left out."""
    groups = called(account, patterns(words), range(limit))
    return [Hit(group.name, reverse("group", args=[group.slug]), line_of(group)) for group in groups]


@prepared
def called(account: Account, words: list[str], places: range) -> QuerySet[Group]:
    """The first of them, as many as there are places."""
    named = fits("name", words) | fits("place", words)
    return Group.objects.visible_to(account).filter(named, ended_on=None)[: len(places)]


def line_of(group: Group) -> str:
    """What kind of group it is, and where, if its name does not say so."""
    kind = capfirst(group.get_kind_display())
    return f"{kind}, {group.place}" if group.place and group.place != group.name else kind


def register() -> None:
    """Put groups into the search box."""
    SOURCES.add("groups", Source(_("Groups"), "user-group", SEE_GROUPS, find_groups, order=20))
