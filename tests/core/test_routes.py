"""A route opens only to those who hold its permission, and a tree of others only where it is opened."""

import re
from uuid import UUID

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import Resolver404, URLResolver, get_resolver, reverse
from django.urls.resolvers import RoutePattern

from m4c.core.permissions import PUBLIC, SIGNED_IN
from m4c.core.routes import NIL, Shelves, address_by_uid, mount, route
from m4c.people.permissions import SEE_PEOPLE, SEE_PROTECTED
from tests.house_rules.routes import walk


def ask(cast, persona, allow):
    request = RequestFactory().get("/somewhere/?page=2")
    request.user = cast.accounts[persona]
    return route("somewhere/", lambda request: HttpResponse("inside"), allow=allow, name="x").callback(request)


def test_the_right_anywhere_opens(cast):
    assert ask(cast, "organiser", SEE_PEOPLE).content == b"inside"


def test_without_the_right_it_is_forbidden(cast):
    with pytest.raises(PermissionDenied):
        ask(cast, "treasurer", SEE_PEOPLE)


def test_a_right_with_a_second_factor_asks_for_it_first(cast):
    answer = ask(cast, "safeguarding", SEE_PROTECTED)
    assert answer.status_code == 302
    assert answer["Location"].endswith("?next=%2Fsomewhere%2F%3Fpage%3D2")


def test_signed_in_opens_to_every_account(cast):
    assert ask(cast, "treasurer", SIGNED_IN).content == b"inside"


def test_only_public_routes_lift_the_closed_door():
    marks = {
        allow: route("x/", lambda request: HttpResponse(), allow=allow, name="x").callback.login_required
        for allow in (PUBLIC, SIGNED_IN, SEE_PEOPLE)
    }
    assert marks == {PUBLIC: False, SIGNED_IN: True, SEE_PEOPLE: True}


def test_a_mounted_tree_keeps_its_door_unless_opened():
    closed = list(walk([mount("a/", "allauth.account.urls")], "", False))
    assert all(address.mounted for address in closed)


def shelves_below(patterns):
    for pattern in patterns:
        if isinstance(pattern, Shelves):
            yield pattern
        elif isinstance(pattern, URLResolver):
            yield from shelves_below(pattern.url_patterns)


def a_path_of(pattern):
    """An address as it is asked for, with something in each place that is left open."""
    samples = {"uuid": str(NIL), "int": "7", "path": "some/where"}
    return re.sub(r"<(?:(\w+):)?\w+>", lambda found: samples.get(found[1], "some-thing"), str(pattern.pattern))


def test_an_address_on_a_shelf_is_found_as_if_all_had_been_tried_in_turn():
    found = list(shelves_below(get_resolver().url_patterns))
    assert len(found) == 2  # the workspace's, and those in each language
    for shelves in found:
        in_turn = URLResolver(RoutePattern(""), shelves.url_patterns)
        for pattern in shelves.url_patterns:
            path = a_path_of(pattern)
            one, other = shelves.resolve(path), in_turn.resolve(path)
            assert (one.func, one.kwargs, one.route) == (other.func, other.kwargs, other.route), path


def test_what_is_on_no_shelf_is_not_found():
    with pytest.raises(Resolver404):
        Shelves("m4c.core.urls").resolve("organise/nothing/of/ours/")


def test_address_by_uid_is_the_address_of_each():
    uid = UUID(int=7)
    assert address_by_uid("person")(uid) == reverse("person", kwargs={"uid": uid})


def test_a_page_has_the_account_itself_and_not_djangos_lazy_one(client, cast):
    client.force_login(cast.accounts["organiser"])
    assert type(client.get(reverse("people")).wsgi_request.user) is type(cast.accounts["organiser"])
