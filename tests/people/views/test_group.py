"""Groups on a page: the tree, public facts for outsiders, people for those who may see them."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from m4c.core.panels import GROUP_PANELS, Panel
from m4c.core.permissions import SIGNED_IN
from m4c.people.models import Group, Person
from m4c.people.views.group import Branch
from tests.cast import PERSONAS, Cast

SignIn = Callable[..., Client]
LIST, MAKE = reverse("groups"), reverse("make-group")


def page_of(slug: str) -> str:
    return reverse("group", kwargs={"slug": slug})


def told(branches: list[Branch]) -> dict[str, object]:
    return {branch.group.name: told(branch.branches) for branch in branches}


@pytest.mark.parametrize(
    ("persona", "tree", "bodies"),
    [
        ("member", {"Cardiff": {"St Mellons": {}}}, []),
        ("organiser", {"Cardiff": {"St Mellons": {}}}, []),
        ("coalition_organiser", {"Cardiff": {"St Mellons": {}}}, ["Cardiff Renters' Coalition"]),
        (
            "national_organiser",
            {
                "Movement for Change": {
                    "Wales": {"Cardiff": {"St Mellons": {}}, "Swansea": {}},
                    "England": {"Manchester": {}, "Norwich": {}, "Lambeth": {}},
                }
            },
            [],
        ),
    ],
)
def test_list_is_the_tree_one_belongs_to(
    cast: Cast, sign_in: SignIn, persona: str, tree: dict[str, object], bodies: list[str]
) -> None:
    response = sign_in(getattr(cast, persona)).get(LIST)

    assert told(response.context["branches"]) == tree
    assert [group.name for group in response.context["bodies"]] == bodies
    assert "<c-" not in response.content.decode()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("norw", ["Norwich"]), ("CARDIFF", ["Cardiff", "Cardiff Renters' Coalition"])],
)
def test_list_finds_by_name_and_place(cast: Cast, sign_in: SignIn, typed: str, found: list[str]) -> None:
    response = sign_in(cast.member).get(LIST, {"q": typed})

    assert [group.name for group in response.context["found"]] == found


def test_list_takes_constant_queries(cast: Cast, sign_in: SignIn, django_assert_max_num_queries) -> None:
    for persona in ("member", "national_organiser"):
        client = sign_in(getattr(cast, persona))
        with django_assert_max_num_queries(9):
            client.get(LIST)


@pytest.mark.parametrize("persona", PERSONAS)
def test_page_shows_public_facts_to_everybody_and_people_to_few(
    cast: Cast, amal: Person, sign_in: SignIn, persona: str
) -> None:
    response = sign_in(getattr(cast, persona)).get(page_of("cardiff"))
    body = response.content.decode()

    assert (response.status_code, "St Mellons" in body) == (200, True)
    assert response.context["sees_people"] == (persona in ("organiser", "national_organiser", "data_protection"))
    sees_amal = persona in ("organiser", "national_organiser", "data_protection", "leader")
    assert [words in body for words in ("Amal", "amal.yusuf")] == [sees_amal, False]


def test_page_of_a_coalition_counts_nobody(cast: Cast, sign_in: SignIn) -> None:
    response = sign_in(cast.coalition_organiser).get(page_of(cast.coalition.slug))

    assert (response.context["sees_people"], response.context["people"]) == (False, None)


def test_page_draws_the_panels_of_other_apps(cast: Cast, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = Panel("A panel of theirs", "people/at_risk.html", lambda account, group: {}, SIGNED_IN, 1)
    monkeypatch.setattr(GROUP_PANELS, "_entries", {"shown": panel})

    assert "A panel of theirs" in sign_in(cast.member).get(page_of("cardiff")).content.decode()


def test_make_stands_below_the_group_one_came_from(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.organiser)
    begun = client.get(MAKE, {"below": "st-mellons"}).context["form"]
    offered = list(begun.fields["parent"].queryset)
    response = client.post(MAKE, {"name": "Trowbridge", "kind": "team", "parent": "cardiff", "place": "Trowbridge"})
    made = Group.objects.get(name="Trowbridge")

    assert begun["parent"].value() == "st-mellons"
    assert offered == [cast.cardiff, cast.st_mellons]
    assert (response["Location"], made.parent, made.kind) == (page_of("trowbridge"), cast.cardiff, Group.Kind.TEAM)


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"name": "St Mellons"}, "name"), ({"parent": "manchester"}, "parent"), ({"name": ""}, "name")],
)
def test_make_refuses_beside_the_field(cast: Cast, sign_in: SignIn, changes: dict[str, str], field: str) -> None:
    typed = {"name": "Trowbridge", "kind": "team", "parent": "cardiff"} | changes
    response = sign_in(cast.organiser).post(MAKE, typed)

    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
