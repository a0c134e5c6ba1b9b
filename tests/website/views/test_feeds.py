"""Feeds, the map of the site and what machines may read."""

from xml.etree import ElementTree

from django.test import Client

from tests.cast import Cast
from tests.website.test_pages import post, story

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def titles(where: str) -> list[str | None]:
    """The titles of a feed's entries."""
    root = ElementTree.fromstring(Client().get(where).content)
    return [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]


def test_each_language_has_its_own_feed(laid_out: Cast):
    story(("en-gb", "cy"))
    post()
    assert titles("/feeds/stories.xml") == ["The lights came on"]
    assert titles("/cy/feeds/stories.xml") == ["Daeth y golau"]
    assert titles("/feeds/news.xml") == ["A yes"]
    assert titles("/cy/feeds/news.xml") == []


def test_an_entry_has_a_whole_address_and_a_name_that_lasts(laid_out: Cast):
    told = story()
    root = ElementTree.fromstring(Client().get("/feeds/stories.xml").content)
    entry = next(root.iter(f"{ATOM}entry"))
    assert entry.findtext(f"{ATOM}id") == f"urn:uuid:{told.translation_key}"
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert str(link.get("href")).startswith("http")


def test_the_map_has_pages_and_records_in_both_languages(laid_out: Cast):
    welsh = story(("en-gb", "cy")).get_translations().get()
    root = ElementTree.fromstring(Client().get("/sitemap.xml").content)
    paths = {str(place.text).split("/", 3)[3] for place in root.iter(f"{MAP}loc")}
    wanted = {"", "cy/", "stories/the-lights/", welsh.url.lstrip("/"), "groups/norwich/", "cy/groups/norwich/"}
    assert wanted <= paths
    assert not {path for path in paths if path.startswith(("organise", "cms"))}


def test_robots_keep_out_of_the_workspace(laid_out: Cast):
    words = Client().get("/robots.txt").text
    assert "Disallow: /organise/" in words
    assert "/sitemap.xml" in words


def test_a_home_screen_is_told_name_and_icons(laid_out: Cast):
    answer = Client().get("/site.webmanifest")
    told = answer.json()
    assert (answer["Content-Type"], told["name"]) == ("application/manifest+json", "Movement for Change")
    assert [icon["sizes"] for icon in told["icons"]] == ["192x192", "512x512"]
    page = Client().get("/").text
    assert ('rel="manifest"' in page, "icons/touch-180.png" in page) == (True, True)
