"""Pages of the site as a stranger gets them: stories, news, and the frame round all."""

import json
import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from m4c.website.models import HomePage, NewsIndexPage, NewsPage, StoryIndexPage, StoryPage
from m4c.website.operations.pages import put_page
from tests.cast import Cast
from tests.website.site import AGREED, picture

BODY = [
    ("words", "<p>It was dark, and then it was not.</p>"),
    ("quote", {"words": "Count to three.", "who": "", "role": ""}),
]


def story(languages: tuple[str, ...] = ("en-gb",), slug: str = "the-lights", **more: Any) -> StoryPage:
    """A published story, in each of these languages."""
    words = {
        "en-gb": {"title": "The lights came on", "slug": slug, "lead": "We lit the street ourselves.", "body": BODY},
        "cy": {"title": "Daeth y golau", "slug": f"{slug}-cy", "lead": "Goleuwyd y stryd gennym ni.", "body": BODY},
    }
    shared = {**AGREED, "teller": "Bethan", "told_on": date(2026, 9, 20), "picture": picture(), **more}
    below = list(StoryIndexPage.objects.select_related("locale").order_by("path"))
    made = put_page(StoryPage, below=below, words={code: words[code] for code in languages}, **shared)
    return StoryPage.objects.get(pk=made[0].pk)


def post(**more: Any) -> NewsPage:
    """A published piece of news."""
    words = {"en-gb": {"title": "A yes", "slug": "a-yes", "excerpt": "They said yes.", "body": BODY}}
    shared = {"author": "Siân Prosser", "author_roles": "organiser then", "published_on": date(2026, 9, 21), **more}
    below = list(NewsIndexPage.objects.select_related("locale").order_by("path"))
    return NewsPage.objects.get(pk=put_page(NewsPage, below=below, words=words, **shared)[0].pk)


def test_a_story_shows_on_its_page_the_list_and_the_front_page(laid_out: Cast):
    story()
    for where in ("/stories/the-lights/", "/stories/", "/"):
        page = Client().get(where)
        assert "The lights came on" in page.text, where
        assert "<c-" not in page.text


def test_a_draft_never_shows(laid_out: Cast):
    drafted = story()
    drafted.unpublish()
    assert Client().get("/stories/the-lights/").status_code == 404
    pages = ["/stories/", "/", "/feeds/stories.xml", "/sitemap.xml", "/groups/cardiff/"]
    assert [where for where in pages if "the-lights" in Client().get(where).text] == []


def test_a_page_behind_a_password_shows_nowhere(laid_out: Cast):
    from wagtail.models import PageViewRestriction

    PageViewRestriction.objects.create(page=story(), restriction_type="login")
    assert "the-lights" not in Client().get("/stories/").text
    assert "the-lights" not in Client().get("/feeds/stories.xml").text


def test_a_series_is_chosen_by_address(laid_out: Cast):
    story(series="what_we_won")
    assert "The lights came on" in Client().get("/stories/?series=what_we_won").text
    assert "The lights came on" not in Client().get("/stories/?series=future_leaders").text


def test_empty_pages_teach(laid_out: Cast):
    assert "only with their consent" in Client().get("/stories/").text
    assert "When something happens, it stands here first" in Client().get("/news/").text
    assert Client().get("/").status_code == 200


def test_a_survivors_page_has_its_way_out_and_nothing_to_share(laid_out: Cast):
    story(has_exit=True)
    page = Client().get("/stories/the-lights/").text
    assert "<m4c-exit" in page
    assert reverse("hide-your-visit") in page
    assert "<m4c-share" not in page


def test_pictures_come_cut_with_their_size_and_their_words(laid_out: Cast):
    story()
    page = Client().get("/stories/the-lights/").text
    found = re.search(r"<img [^>]*fill-\d+x\d+[^>]*>", page)
    assert found
    assert re.search(r'width="\d+" height="\d+"', found[0])
    assert 'alt="A street at night, lit by candles."' in found[0]
    assert ".webp" in found[0]
    assert 'fetchpriority="high"' in found[0]


def test_news_from_elsewhere_names_its_outlet_and_the_roles_held_then(laid_out: Cast):
    post(outlet="The Echo", outlet_link="https://echo.example.org/a-yes")
    page = Client().get("/news/a-yes/").text
    assert "This appeared in <strong>The Echo</strong> on 21 September 2026" in page
    assert "https://echo.example.org/a-yes" in page
    assert "organiser then" in page


def test_the_language_switch_keeps_the_page(laid_out: Cast):
    told = story(("en-gb", "cy"))
    welsh = told.get_translations().get()
    index = welsh.get_parent()
    assert f'href="{welsh.url}" lang="cy"' in Client().get(told.url).text
    assert f'href="{told.url}" lang="en-gb"' in Client().get(welsh.url).text
    assert 'href="/cy/events/" lang="cy"' in Client().get("/events/").text
    assert 'href="/stories/?series=what_we_won" lang="en-gb"' in Client().get(f"{index.url}?series=what_we_won").text


def test_without_a_translation_the_switch_leads_home_and_says_nothing_to_machines(laid_out: Cast):
    story()
    page = Client().get("/stories/the-lights/").text
    assert 'href="/cy/" lang="cy"' in page
    assert 'hreflang="cy" href="http' not in page


def test_the_head_tells_address_languages_and_picture(laid_out: Cast, settings: Any):
    settings.SITE_URL = "https://m4c.example.org"
    welsh = story(("en-gb", "cy")).get_translations().get()
    page = Client(headers={"host": "localhost"}).get("/stories/the-lights/").text
    assert '<link rel="canonical" href="https://m4c.example.org/stories/the-lights/">' in page
    assert f'hreflang="cy" href="https://m4c.example.org{welsh.url}"' in page
    assert re.search(r'property="og:image" content="https://m4c\.example\.org/files/[^"]+\.jpg"', page)


def test_data_for_machines_cannot_end_its_element(laid_out: Cast):
    story(teller="</script><b>Bethan")
    page = Client().get("/stories/the-lights/").text
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    assert json.loads(found[1])["author"]["name"] == "</script><b>Bethan"


def test_no_page_depends_on_who_asks(laid_out: Cast):
    story()
    client = Client()
    client.force_login(laid_out.editor)
    assert client.get("/stories/the-lights/").text == Client().get("/stories/the-lights/").text
    assert "csrf" not in client.get("/").text


@pytest.mark.parametrize("number", [1, 3])
def test_the_front_page_costs_the_same_for_one_as_for_three(laid_out: Cast, number: int, django_assert_max_num_queries):
    for turn in range(number):
        story(slug=f"story-{turn}", told_on=date(2026, 9, 1 + turn))
    HomePage.objects.get(slug="home", locale__language_code="en-gb").save_revision().publish()
    Client().get("/cy/")
    Client().get("/stories/story-0/")
    Client().get("/?page=1")
    with django_assert_max_num_queries(12):  # the first of a process; what follows: test_kept_pages.py
        Client().get("/?page=2")
    with django_assert_max_num_queries(12):
        Client().get("/stories/story-0/?page=1")
