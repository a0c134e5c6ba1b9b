"""Campaigns as strangers meet them: published ones, in words that may be told, gone as soon as they are taken off."""

import json
import re

from django.test import Client
from django.urls import reverse

from m4c.campaigns.models import Campaign
from m4c.campaigns.operations.public_page import unpublish_campaign
from m4c.core.public_version import bump
from m4c.people.models import Movement
from m4c.website.operations.site import lay_out
from tests.campaigns.press.telling import OWNER, a_councillor, an_owner, approached, public, ready
from tests.cast import Cast
from tests.factories import NOW, queries_of, words_of


def address(campaign: Campaign) -> str:
    return reverse("public-campaign", kwargs={"slug": campaign.slug})


def test_strangers_read_what_was_published_and_nothing_else(cast: Cast) -> None:
    owner = an_owner(cast)
    campaign = public(cast, owner)
    approached(campaign, owner, cast)
    text = words_of(Client().get(address(campaign)))
    told = ("Homes and a shop", "empty for eight years", "Build homes", "We sent the owner a letter", "complain")
    assert [words for words in told if words not in text] == []
    assert [words for words in ("Kapadia", "Secret reason", "target") if words in text] == []
    facts = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)[0])
    assert (facts["@type"], facts["headline"]) == ("Article", "Homes and a shop")
    assert "Homes and a shop" in words_of(Client().get("/campaigns/"))
    assert Client().get(f"/cy{address(campaign)}").status_code == 200


def test_taken_off_it_is_gone_at_once(cast: Cast) -> None:
    campaign = public(cast, a_councillor(cast))
    assert Client().get(address(campaign)).status_code == 200
    unpublish_campaign(campaign=campaign, at=NOW, by=cast.editor)
    assert Client().get(address(campaign)).status_code == 404
    assert Client().get(f"{address(campaign)}picture.png").status_code == 404
    assert "No campaign is public just now" in words_of(Client().get("/campaigns/"))


def test_one_that_nobody_published_is_not_there(cast: Cast) -> None:
    assert Client().get(address(ready(cast, an_owner(cast)))).status_code == 404


def test_the_site_leads_there_once_there_is_one(cast: Cast) -> None:
    lay_out(Movement.objects.create(group=cast.movement))
    assert 'href="/campaigns/"' not in words_of(Client().get("/events/"))
    public(cast, a_councillor(cast))
    assert 'href="/campaigns/"' in words_of(Client().get("/events/"))
    assert "/campaigns/homes-and-a-shop/" in Client().get("/sitemap.xml").content.decode()


def test_its_picture_says_what_it_is(cast: Cast) -> None:
    campaign = public(cast, an_owner(cast))
    answer = Client().get(f"{address(campaign)}picture.png")
    assert (answer["Content-Type"], answer.content[:4]) == ("image/png", b"\x89PNG")
    assert OWNER not in words_of(Client().get(address(campaign)))


def test_it_takes_the_same_queries_for_one_and_many(cast: Cast) -> None:
    owner = an_owner(cast)
    campaign, client = public(cast, owner), Client()
    approached(campaign, owner, cast)
    bump()
    queries_of(client, "/events/")  # what all pages say alike is found by the first
    one = queries_of(client, address(campaign))
    for days in range(1, 30):
        approached(campaign, owner, cast, days=days)
    approached(campaign, a_councillor(cast), cast)
    bump()
    queries_of(client, "/events/")
    assert queries_of(client, f"{address(campaign)}?page=2") == one
