"""The workspace's navigation: only what the account may open, in the order of the chain."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise, SimpleLazyObject

from m4c.core.permissions import Permission
from m4c.core.register import Register


@dataclass(frozen=True)
class Place:
    """A place that the navigation or the record button leads to."""

    label: "str | Promise"
    route: str
    icon: str
    allow: Permission
    order: int


@dataclass(frozen=True)
class Item:
    """A place as one page shows it."""

    label: "str | Promise"
    url: str
    icon: str
    current: bool


@dataclass(frozen=True)
class Navigation:
    """What this account may open: the items of the bar and those of the record button."""

    items: list[Item]
    record: list[Item]
    account: list[Item]
    name: str = ""
    sign_out: str = ""


PLACES: Register[Place] = Register("Places in the navigation, by route name.")
RECORDS: Register[Place] = Register("Forms behind the record button, by route name.")
OWN: Register[Place] = Register("Pages about the account itself, in its menu, by route name.")


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `navigation`, worked out only when a template asks for it."""
    return {"navigation": SimpleLazyObject(lambda: build(request))}


def build(request: HttpRequest) -> Navigation:
    """The navigation of this request's account; empty for strangers."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return Navigation(items=[], record=[], account=[])
    return Navigation(
        items=shown(request, PLACES),
        record=shown(request, RECORDS),
        account=shown(request, OWN),
        name=str(user),
        sign_out=reverse("account_logout"),
    )


def shown(request: HttpRequest, places: Register[Place]) -> list[Item]:
    """The places that the account may open, in order; the longest address that the page lies under is current."""
    user: Any = request.user
    open_to = sorted(
        (place for place in places.all() if user.may_somewhere(place.allow)), key=lambda place: place.order
    )
    urls = {place.route: reverse(place.route) for place in open_to}
    current = max((url for url in urls.values() if request.path.startswith(url)), key=len, default=None)
    return [Item(place.label, urls[place.route], place.icon, urls[place.route] == current) for place in open_to]
