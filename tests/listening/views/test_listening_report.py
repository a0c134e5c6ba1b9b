"""The listening report's pages: for those who work here, as everybody would read it, and published."""

from django.test import Client
from django.urls import reverse

from m4c.listening.models import Concern, ListeningCampaign
from tests.cast import Cast
from tests.factories import queries_of, signed_in, words_of
from tests.listening.coding import campaign_of, people, said, said_by_each, theme_of


def told(cast: Cast) -> ListeningCampaign:
    campaign = campaign_of(cast)
    theme_of(cast, campaign, concerns=said_by_each(cast, campaign, people(cast, 5), strength=2, may_quote=True))
    theme_of(cast, campaign, "Rats", [said(cast, campaign, "Rats in the bins", may_quote=True)])
    return campaign


def address(campaign: ListeningCampaign, name: str = "listening-report") -> str:
    return reverse(name, kwargs={"uid": campaign.uid})


def test_inside_all_is_told_and_in_public_what_many_said(cast: Cast) -> None:
    campaign, client = told(cast), signed_in(cast, "organiser")
    inside, public = (words_of(client.get(address(campaign) + query)) for query in ("", "?public=1"))
    assert ("Rats in the bins" in inside, "Rats" in public) == (True, False)
    assert "1 theme is left out: fewer than five people raised it." in public
    assert client.get(address(campaign, "listening-report-json") + "?public=1").json()["suppressed_themes"] == 1


def test_published_read_by_a_stranger_and_withdrawn(cast: Cast) -> None:
    campaign, client, stranger = told(cast), signed_in(cast, "organiser"), Client()
    where = client.post(address(campaign, "publish-listening-report"))["Location"]
    text = words_of(stranger.get(where))
    assert ("Housing" in text, text.count("Damp in the bedroom"), "Rats" in text) == (True, 1, False)
    Concern.objects.update(may_quote=False)
    assert "Damp in the bedroom" not in words_of(stranger.get(where))
    assert "The public version was published" in words_of(client.get(address(campaign)))
    client.post(address(campaign, "withdraw-listening-report"))
    assert stranger.get(where).status_code == 404


def test_the_cost_does_not_grow(cast: Cast) -> None:
    campaign, client = told(cast), signed_in(cast, "organiser")
    few = queries_of(client, address(campaign))
    theme_of(cast, campaign, "Travel", said_by_each(cast, campaign, people(cast, 4, "Bronwen"), place="Splott"))
    assert queries_of(client, address(campaign)) == few
