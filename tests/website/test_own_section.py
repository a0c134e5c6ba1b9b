"""An editor's explorer begins at their own section, in the language that they are looking at."""

import pytest
from django.test import Client

from m4c.core.permissions import Role
from m4c.people.operations.account import give_role
from m4c.website.models import HomePage
from tests.cast import Cast
from tests.website.site import page_of, story_below


@pytest.fixture
def editor(laid_out: Cast) -> Client:
    """The editor of Cardiff at work."""
    for language in ("en-gb", "cy"):
        page_of(laid_out.cardiff, language)
    client = Client()
    client.force_login(laid_out.fresh("editor"))
    return client


def test_it_begins_at_the_group_s_own_page(laid_out: Cast, editor: Client) -> None:
    assert editor.get("/cms/pages/")["Location"] == f"/cms/pages/{page_of(laid_out.cardiff).pk}/"


@pytest.mark.parametrize("language", ["en-gb", "cy"])
def test_each_language_is_walked_from_there(laid_out: Cast, editor: Client, language: str) -> None:
    page = page_of(laid_out.cardiff, language)
    below = story_below(page)
    assert [editor.get(f"/cms/pages/{pk}/").status_code for pk in (page.pk, below.pk)] == [200, 200]
    above = page.get_parent()
    assert f"/cms/pages/{above.pk}/" not in editor.get(f"/cms/pages/{below.pk}/edit/").text


def test_what_is_above_it_leads_back_to_it(laid_out: Cast, editor: Client) -> None:
    page = page_of(laid_out.cardiff, "cy")
    assert editor.get(f"/cms/pages/{page.get_parent().pk}/")["Location"] == f"/cms/pages/{page.pk}/"


def test_of_two_groups_it_begins_at_what_is_above_both(laid_out: Cast) -> None:
    give_role(account=laid_out.editor, role=Role.EDITOR, group=laid_out.swansea, by=laid_out.operator)
    client = Client()
    client.force_login(laid_out.fresh("editor"))
    assert client.get("/cms/pages/")["Location"] == f"/cms/pages/{page_of(laid_out.wales).pk}/"


def test_the_movement_s_editor_begins_at_home(laid_out: Cast) -> None:
    give_role(account=laid_out.leader, role=Role.EDITOR, group=laid_out.movement, by=laid_out.operator)
    client = Client()
    client.force_login(laid_out.fresh("leader"))
    home = HomePage.objects.get(locale__language_code="en-gb")
    assert client.get("/cms/pages/")["Location"] == f"/cms/pages/{home.pk}/"
