"""The workspace's navigation: only what the account may open, in the order of the chain.

Today 10, People 20, Events 30, Listening 40, Campaigns 50, Commitments 60, Groups 70, Reports 80; the rest follows.
"""

from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import get_language

from m4c.core.permissions import Permission
from m4c.core.register import Register

FRONT = "/organise/"  # all places lie under the front page: it is current on its own only


@dataclass(frozen=True, eq=False)  # each is itself: comparing would translate their labels
class Place:
    """A place that the navigation or the record button leads to.

    `about` is the word of the address by which a form takes a person already filled in, for those that do. Pages below
    the address `also` belong to it too.
    """

    label: "str | Promise"
    route: str
    icon: str
    allow: Permission
    order: int
    about: str = ""
    also: str = ""


class Item(NamedTuple):
    """A place as one page shows it."""

    label: str
    url: str
    icon: str
    current: bool
    is_filled_in: bool = False


@dataclass(frozen=True)
class Navigation:
    """What this account may open: the items of the bar and those of the record button.

    On the page of a person, `about` holds the forms that come with that person filled in.
    """

    items: tuple[Item, ...] = ()
    record: tuple[Item, ...] = ()
    account: tuple[Item, ...] = ()
    about: tuple[Item, ...] = ()
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
    user: Any = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return Navigation()
    record = shown(request, RECORDS)
    return Navigation(
        items=shown(request, PLACES),
        record=record,
        about=tuple(item for item in record if item.is_filled_in),
        account=shown(request, OWN),
        name=str(user),
        sign_out=address_of("account_logout"),
    )


def tell_about(request: HttpRequest, uid: object) -> None:
    """Say that the page is about this person: the record button's forms then come with them filled in."""
    request.about = str(uid)  # type: ignore[attr-defined]


@cache
def label_of(place: Place, language: str | None) -> str:
    """The label of a place in the language of now, which is this one."""
    return str(place.label)


@cache
def address_of(route: str) -> str:
    """The address of a place: those of the workspace are the same in every language."""
    return reverse(route)


def shown(request: HttpRequest, places: Register[Place]) -> tuple[Item, ...]:
    """The places that the account may open, in order; the longest address that the page lies under is current."""
    user: Any = request.user
    may, language = user.may_somewhere, get_language()
    open_to = [place for place in sorted(places.all(), key=attrgetter("order")) if may(place.allow)]
    urls = {place.route: address_of(place.route) for place in open_to}
    lies_under = {below: place.route for place in open_to for below in (urls[place.route], place.also) if below}
    under = [below for below in lies_under if request.path.startswith(below) and below != FRONT]
    current = urls[lies_under[max(under, key=len)]] if under else request.path
    about = getattr(request, "about", "")
    items = []
    for place in open_to:
        url, filled_in = urls[place.route], bool(about and place.about)
        address = f"{url}?{urlencode({place.about: about})}" if filled_in else url
        items.append(Item(label_of(place, language), address, place.icon, url == current, filled_in))
    return tuple(items)
