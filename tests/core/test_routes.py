"""A route opens only to those who hold its permission, and a tree of others only where it is opened."""

from uuid import UUID

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from m4c.core.permissions import PUBLIC, SIGNED_IN
from m4c.core.routes import address_by_uid, mount, route
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


def test_address_by_uid_is_the_address_of_each():
    uid = UUID(int=7)
    assert address_by_uid("person")(uid) == reverse("person", kwargs={"uid": uid})
