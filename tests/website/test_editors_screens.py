"""The screens of the site's editor: ours by their mark, and with no script in them that the policy does not name."""

import re

import pytest
from django.conf import settings
from django.test import Client

from m4c.core.security_policy import fields_set_up
from tests.cast import Cast
from tests.website.site import AGREED, page_of, story_below


@pytest.fixture
def editor(laid_out: Cast) -> Client:
    """The editor of Cardiff at work."""
    client = Client()
    client.force_login(laid_out.fresh("editor"))
    return client


def test_each_script_on_them_is_named_in_the_policy(laid_out: Cast, editor: Client) -> None:
    story = story_below(page_of(laid_out.cardiff), **AGREED)
    screens = ["", "edit/", "copy/", "move/", "history/", "delete/", "unpublish/"]
    found = {}
    for screen in screens:
        answer = editor.get(f"/cms/pages/{story.pk}/{screen}")
        found[screen] = (answer.status_code, answer.text.count("<script>") - answer.text.count("<script>init"))
        assert answer.text.count("<script>") == len(fields_set_up(answer)), screen
        policy = answer["Content-Security-Policy"]
        assert [script for script in fields_set_up(answer) if script not in policy] == []
    assert found["edit/"] == (200, 3)  # two pictures and an event to choose, beside the days


def test_they_bear_our_mark(editor: Client) -> None:
    page = editor.get("/cms/").text
    assert page.count("icons/favicon") == 2
    assert "wagtailadmin/images/favicon" not in page
    assert "- Movement for Change</title>" in page


def test_they_lead_to_nobody_else_s_pages(laid_out: Cast, editor: Client) -> None:
    story = story_below(page_of(laid_out.cardiff), **AGREED)
    for address in ("/cms/", f"/cms/pages/{story.pk}/edit/"):
        page = re.sub("<noscript.*?</noscript>", "", editor.get(address).text, flags=re.DOTALL)  # says how to see it
        links = re.findall(r'href="(https?://[^"]*)"', page)
        assert [link for link in links if not link.startswith(("http://testserver", settings.SITE_URL))] == [], address
