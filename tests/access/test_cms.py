"""Wagtail has no door of its own: who opens which of its addresses, and whose pages they meet there."""

from collections.abc import Mapping
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from m4c.website.models import StoryPage
from tests.access.cms_addresses import EDITORS, NOWHERE, OURS, is_nowhere, wheres, written
from tests.access.table import met
from tests.cast import PERSONAS, Cast
from tests.website.conftest import laid_out, site  # noqa: F401 - the fixtures
from tests.website.site import AGREED, page_of, story_below

SECRET = "Nobody in Cardiff may read this"
OTHERS = sorted(set(PERSONAS) - {"editor"})


@pytest.fixture
def elsewhere(laid_out: Cast) -> StoryPage:  # noqa: F811
    """A draft of Manchester's, and a page of Cardiff's beside it."""
    page_of(laid_out.cardiff)
    return story_below(page_of(laid_out.manchester), SECRET, **AGREED, lead=SECRET)


def words_of(story: StoryPage) -> Mapping[str, Any]:
    """What the addresses of a story need to know."""
    revision = story.latest_revision_id
    ids = dict.fromkeys(("page_id", "parent_page_id", "page_to_move_id", "pk"), story.pk)
    return {**ids, "revision_id": revision, "destination_id": story.get_parent().pk, "object_id": story.pk}


def test_each_address_was_decided_about() -> None:
    undecided = [where for where in wheres() if where not in OURS and not is_nowhere(where) and where not in EDITORS]
    assert undecided == []
    assert [where for where in EDITORS if where not in wheres()] == []


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_sent_to_our_own_door(clients: dict[str, Client], method: str) -> None:
    ask = getattr(clients["anonymous"], method)
    answers = {where: met(ask(written(where, {}))) for where in wheres() if "^(?:" not in where}
    assert {where: answer for where, answer in answers.items() if answer != "sign-in"} == {"^.*/$": "in"}
    assert ask("/cms/nothing/")["Location"].startswith("/cms/login/")


@pytest.mark.parametrize("persona", OTHERS)
def test_nobody_but_an_editor_comes_in(clients: dict[str, Client], persona: str, elsewhere: StoryPage) -> None:
    client, words = clients[persona], words_of(elsewhere)
    answers = {where: met(client.get(written(where, words))) for where in EDITORS}
    answers |= {f"{where} sent": met(client.post(written(where, words))) for where in EDITORS}
    assert {where: answer for where, answer in answers.items() if answer != "forbidden"} == {}


@pytest.mark.parametrize("persona", ["admin", "editor", "member"])
def test_what_is_ours_to_keep_does_not_exist_there(clients: dict[str, Client], persona: str) -> None:
    closed = [
        where for where in wheres() if where.startswith(NOWHERE) and not where.startswith("api/") and where not in OURS
    ]
    closed += ["sites/", "locales/", "snippets/", "pages/3/privacy/", "images/3/generate_url/"]
    closed += ["api/main/images/", "api/main/images/3/", "api/main/images/find/", "bulk/website/picture/delete/"]
    assert {met(clients[persona].get(written(where, {}))) for where in closed} == {"missing"}


def test_the_way_in_and_out_is_ours(clients: dict[str, Client]) -> None:
    client = clients["editor"]
    found = {where: client.get(f"/cms/{where}")["Location"] for where in ("login/", "password_reset/", "logout/")}
    assert found == {
        "login/": "/account/login/",
        "password_reset/": "/account/login/",
        "logout/": "/account/logout/",
    }
    assert client.get("/cms/account/")["Location"].startswith("/organise/")
    assert client.get("/cms/images/multiple/add/")["Location"] == "/cms/images/add/"


def test_an_editor_reads_nothing_of_what_others_are_writing(clients: dict[str, Client], elsewhere: StoryPage) -> None:
    client, words = clients["editor"], words_of(elsewhere)
    asked = [written(where, words) for where in EDITORS]
    asked += [f"{where}?q=Nobody" for where in asked] + [
        f"/cms/choose-page/{elsewhere.get_parent().pk}/?page_type=wagtailcore.page"
    ]
    told = [where for where in asked if SECRET.encode() in client.get(where, follow=True).content]
    assert told == []


@pytest.mark.parametrize(
    "where",
    [
        "bulk/wagtailcore/page/{action}/?id={pk}",
        "bulk/website/storypage/{action}/?id={pk}",
        "bulk/wagtailcore/page/{action}/?id=all",
        "bulk/wagtailcore/page/{action}/?id=all&childOf={above}",
        "choose-page/chosen-multiple/?id={pk}&multiple=1",
    ],
)
def test_what_an_address_names_behind_the_question_mark_is_not_told_either(
    clients: dict[str, Client], elsewhere: StoryPage, where: str
) -> None:
    for action in ("delete", "move", "publish", "unpublish"):
        address = where.format(action=action, pk=elsewhere.pk, above=elsewhere.get_parent().pk)
        answer = clients["editor"].get(f"/cms/{address}", headers={"X-Requested-With": "XMLHttpRequest"})
        assert SECRET.encode() not in answer.content
        assert answer.status_code == 404


def test_an_editor_chooses_several_of_their_own(clients: dict[str, Client], laid_out: Cast) -> None:  # noqa: F811
    own = story_below(page_of(laid_out.cardiff), "Ours")
    answer = clients["editor"].get(f"/cms/bulk/wagtailcore/page/delete/?id={own.pk}")
    assert (answer.status_code, b"Ours" in answer.content) == (200, True)


def test_an_editor_changes_nothing_of_others(clients: dict[str, Client], elsewhere: StoryPage) -> None:
    before = list(Page.objects.order_by("pk").values())
    sent = {"title": "Taken over", "action-publish": "yes", "external-link-chooser-url": "https://example.org/"}
    for where in EDITORS:
        address = written(where, words_of(elsewhere))
        clients["editor"].post(address, sent)
        clients["editor"].post(f"{address}?id={elsewhere.pk}", sent)
    assert list(Page.objects.order_by("pk").values()) == before


def test_an_editor_works_on_the_pages_of_their_own_group(clients: dict[str, Client], laid_out: Cast) -> None:  # noqa: F811
    own = story_below(page_of(laid_out.cardiff))
    opened = ("edit/", "usage/", "view_draft/", "delete/", "copy/", "revisions/", "history/", "workflow_history/")
    answers = {where: clients["editor"].get(f"/cms/pages/{own.pk}/{where}").status_code for where in opened}
    assert {where: status for where, status in answers.items() if status != 200} == {"revisions/": 302}
    assert clients["editor"].get(f"/cms/api/main/pages/{own.pk}/").status_code == 200


def test_nobody_holds_django_permissions_of_their_own(cast: Cast) -> None:
    assert {(account.is_staff, account.is_superuser) for account in cast.accounts.values()} == {(False, False)}
