"""Public groups: the list with its map and its search, and a group that nobody has written a page for."""

from django.test import Client

from m4c.people.models import Group
from tests.cast import Cast
from tests.factories import somebody
from tests.website.site import page_of


def test_the_list_has_groups_of_the_tree_alone(laid_out: Cast):
    page = Client().get("/groups/").text
    assert "Cardiff</a>" in page
    assert laid_out.coalition.name not in page


def test_a_word_finds_by_name_and_place(laid_out: Cast):
    page = Client().get("/groups/?q=st mell").text
    assert "St Mellons</a>" in page
    assert "Norwich</a>" not in page


def test_where_nobody_is_it_says_start_one(laid_out: Cast):
    assert "Nobody near you yet: start one" in Client().get("/groups/?q=atlantis").text


def test_a_word_cannot_put_markup_on_the_page(laid_out: Cast):
    assert "<script>x" not in Client().get("/groups/?q=<script>x").text


def test_an_ended_group_is_gone(laid_out: Cast):
    Group.objects.filter(pk=laid_out.norwich.pk).update(ended_on="2026-01-01")
    assert "Norwich</a>" not in Client().get("/groups/").text
    assert Client().get("/groups/norwich/").status_code == 404


def test_a_group_without_a_page_has_one_all_the_same(laid_out: Cast):
    page = Client().get("/groups/norwich/")
    assert page.status_code == 200
    assert "<c-" not in page.text


def test_no_name_of_anybody_shows(laid_out: Cast):
    somebody(laid_out, "Nobody Shouldsee", group=laid_out.norwich)
    pages = [Client().get(where).text for where in ("/groups/", "/groups/norwich/", "/")]
    assert [page for page in pages if "Shouldsee" in page] == []


def test_a_group_with_a_page_is_found_there_once_it_is_published(laid_out: Cast):
    page = page_of(laid_out.cardiff)
    assert Client().get("/groups/cardiff/").status_code == 200
    page.save_revision().publish()
    assert Client().get("/groups/cardiff/")["Location"] == "/wales/cardiff/"
    assert Client().get("/cy/groups/cardiff/").status_code == 200


def test_a_partner_body_has_no_page(laid_out: Cast):
    assert Client().get(f"/groups/{laid_out.partner.slug}/").status_code == 404


def test_a_word_that_no_database_can_hold_finds_nothing_and_breaks_nothing(laid_out: Cast):
    assert Client().get("/groups/", {"q": "\0"}).status_code == 200
