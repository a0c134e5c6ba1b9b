"""Writing, changing and taking back a note on a page."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from m4c.people.models import Note, Person
from tests.cast import Cast

SignIn = Callable[..., Client]
TYPED = {"about_them": "Wants to speak up", "about_others": "", "reflection": "", "tier": "group", "group": "cardiff"}


@pytest.fixture
def page(amal: Person) -> str:
    return reverse("write-note", kwargs={"uid": amal.uid})


@pytest.fixture
def note(cast: Cast, amal: Person, page: str, sign_in: SignIn) -> Note:
    sign_in(cast.leader).post(page, TYPED)
    return Note.objects.get(person=amal)


def test_write_keeps_the_note_in_the_group(cast: Cast, note: Note) -> None:
    assert (note.author, note.group, note.tier, note.about_them) == (
        cast.leader,
        cast.cardiff,
        Note.Tier.GROUP,
        "Wants to speak up",
    )


def test_write_offers_the_very_groups_of_ones_roles(cast: Cast, page: str, sign_in: SignIn) -> None:
    groups = sign_in(cast.organiser).get(page).context["form"].fields["group"].queryset

    assert list(groups) == [cast.cardiff]


@pytest.mark.parametrize("changes", [{"about_them": " "}, {"group": "st-mellons"}, {"tier": "everybody"}])
def test_write_refuses_and_keeps_the_words(cast: Cast, page: str, sign_in: SignIn, changes: dict[str, str]) -> None:
    response = sign_in(cast.leader).post(page, TYPED | {"reflection": ""} | changes)

    assert (response.status_code, Note.objects.count()) == (422, 0)


def test_the_way_to_refer_stands_beside_the_words(cast: Cast, page: str, sign_in: SignIn) -> None:
    assert f'href="{reverse("refer")}"' in sign_in(cast.leader).get(page).content.decode().split("<textarea")[1]


def test_edit_changes_ones_own_note(cast: Cast, note: Note, sign_in: SignIn) -> None:
    page = reverse("edit-note", kwargs={"uid": note.uid})
    client = sign_in(cast.leader)
    begun = client.get(page).content.decode()
    client.post(page, TYPED | {"about_them": "Wants to chair", "tier": "private"})
    note.refresh_from_db()

    assert "Wants to speak up" in begun
    assert (note.about_them, note.tier) == ("Wants to chair", Note.Tier.PRIVATE)


@pytest.mark.parametrize("name", ["edit-note", "withdraw-note"])
def test_anothers_note_is_not_there_to_change(cast: Cast, note: Note, sign_in: SignIn, name: str) -> None:
    response = sign_in(cast.organiser).post(reverse(name, kwargs={"uid": note.uid}), TYPED)

    assert (response.status_code, Note.objects.visible_to(cast.organiser).count()) == (404, 1)


def test_withdraw_takes_it_back(cast: Cast, note: Note, sign_in: SignIn) -> None:
    sign_in(cast.leader).post(reverse("withdraw-note", kwargs={"uid": note.uid}))

    assert Note.objects.visible_to(cast.leader).count() == 0
