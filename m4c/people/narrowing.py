"""The workspace narrowed to one group: which lists then begin with. It is a filter on what one sees, never sight."""

from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.core.validators import slug_re
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from m4c.core.prepared import prepared
from m4c.people.forms.account import groups_where
from m4c.people.models import Account, Group
from m4c.people.permissions import SEE_GROUPS

KEY = "narrowed_to"  # in the session: the group's slug
SHOWN = 8  # groups in the menu; above it, its page
OF_A_PAGE = ("group", "after", "before")  # words of an address that belong to one page of a list


class Choice(NamedTuple):
    """One line of the menu of groups; the slug is blank for all one's groups together."""

    slug: str
    label: str
    is_current: bool


class Switcher(NamedTuple):
    """The menu of groups; empty of choices where there are not two groups to choose between."""

    label: str
    choices: tuple[Choice, ...]


class FilterChip(NamedTuple):
    """The group that a list is filtered by, and the address of the list without that filter."""

    group: Group
    url: str


def offered(account: Account) -> QuerySet[Group]:
    """The groups of one's roles and those below them, in the order of the tree, without the movement as a whole."""
    groups: Any = groups_where(account, SEE_GROUPS)
    return groups.in_tree().exclude(kind=Group.Kind.MOVEMENT).order_by("path")


def offered_by_name(account: Account, slug: str | None) -> Group | None:
    """The offered group of this slug; None where it is no slug at all, whatever it holds."""
    return offered(account).filter(slug=slug).first() if slug and slug_re.match(slug) else None


def switcher(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `switcher`, worked out only when a template asks for it."""
    return {"switcher": SimpleLazyObject(lambda: switcher_of(request))}


def switcher_of(request: HttpRequest) -> Switcher:
    """The menu for this request's account."""
    user: Any = getattr(request, "user", None)
    if not (user and user.is_authenticated and user.held):
        return Switcher("", ())
    groups = first_offered(user)
    if len(groups) < 2:
        return Switcher("", ())
    current, everything = narrowed_to(request), _("All my groups")
    if current and (current.slug, current.name) not in groups:
        groups = [(current.slug, current.name), *groups[:-1]]
    choices = [Choice(slug, name, current is not None and slug == current.slug) for slug, name in groups]
    return Switcher(current.name if current else everything, (Choice("", everything, current is None), *choices))


@prepared
def first_offered(account: Account) -> QuerySet[Group, tuple[str, str]]:
    """Slugs and names of the first groups offered, as many as the menu shows."""
    return offered(account).values_list("slug", "name")[:SHOWN]


def narrowed_to(request: HttpRequest) -> Group | None:
    """The group that the workspace is narrowed to, as long as it is one of those offered; looked up once a request."""
    if not hasattr(request, "narrowed_to"):
        slug = request.session.get(KEY)
        group = offered_by_name(request.user, slug)  # type: ignore[arg-type]
        request.narrowed_to = group  # type: ignore[attr-defined]
    return request.narrowed_to  # type: ignore[attr-defined]


def narrow(request: HttpRequest, slug: str) -> Group | None:
    """Narrow the workspace to the offered group of this slug; with any other, back to all one's groups."""
    group = offered_by_name(request.user, slug)  # type: ignore[arg-type]
    request.session.pop(KEY, None)
    if group:
        request.session[KEY] = group.slug
    return group


def asked(request: HttpRequest) -> QueryDict:
    """What a list is asked for: as the address says, and where it names no group, of the one narrowed to."""
    group = None if "group" in request.GET else narrowed_to(request)
    if group is None:
        return request.GET
    data = request.GET.copy()
    data["group"] = group.slug
    return data


def kept_group(request: HttpRequest, group: Group | None) -> dict[str, str]:
    """What the addresses of a list's other pages carry: its group, or that it is of all, where that must be said."""
    if group:
        return {"group": group.slug}
    return {"group": ""} if narrowed_to(request) else {}


def filter_chip(request: HttpRequest, group: Group | None) -> FilterChip | None:
    """The chip above a list that takes its group away again."""
    if group is None:
        return None
    rest = [(name, value) for name, value in request.GET.items() if name not in OF_A_PAGE and value]
    return FilterChip(group, f"{request.path}?{urlencode([*rest, ('group', '')])}")
