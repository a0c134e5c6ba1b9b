"""The tabs above every list of listening: its nouns, and below a noun that is listed in several ways those ways."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from m4c.core.permissions import Permission
from m4c.listening.permissions import HEAR, KEEP_STORIES, SEE_CONVERSATIONS, SEE_LISTENING
from m4c.people.models import Account


class Tab(NamedTuple):
    """A list to go to."""

    label: str
    url: str
    current: bool


class Tabs(NamedTuple):
    """The nouns, and the ways in which the current one is listed; no ways where there is one."""

    nouns: list[Tab]
    ways: list[Tab]


def tabs(account: Account, current: str) -> Tabs:
    """One's own of each kind, and for those who see a group's, the group's; `current` is the route of the page."""
    sees_all = account.may_somewhere(SEE_CONVERSATIONS)
    ways = {
        "one-to-ones": [("one-to-ones", _("Yours"))],
        "house-meetings": [("house-meetings", _("Yours"))],
    }
    if sees_all:
        ways["one-to-ones"] += [("leaders-one-to-ones", _("By leader")), ("all-one-to-ones", _("All"))]
        ways["house-meetings"] += [("all-house-meetings", _("All"))]
    of_noun = {route: noun for noun, routes in ways.items() for route, _label in routes}
    noun = of_noun.get(current, current)
    listed = ways.get(noun, [])
    return Tabs(told(nouns_of(account), noun), told(listed, current) if len(listed) > 1 else [])


def nouns_of(account: Account) -> list[tuple[str, str]]:
    """The lists that an account may open, as route and label."""
    nouns: list[tuple[str, str, Permission | None]] = [
        ("listening", _("Campaigns"), HEAR),
        ("one-to-ones", _("1-2-1s"), None),
        ("house-meetings", _("House meetings"), None),
        ("rounds", _("Rounds"), HEAR),
        ("stories", _("Stories"), KEEP_STORIES),
        ("ballots", _("Ballots"), SEE_LISTENING),
        ("issues", _("Issues"), SEE_LISTENING),
    ]
    return [(route, label) for route, label, right in nouns if right is None or account.may_somewhere(right)]


def told(lists: list[tuple[str, str]], current: str) -> list[Tab]:
    """Tabs of these lists."""
    return [Tab(label, reverse(route), route == current) for route, label in lists]
