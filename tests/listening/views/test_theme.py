"""Pages of themes: breadth and depth, where and when, and what may be quoted; renamed, merged, taken away."""

from django.urls import reverse

from m4c.listening.models import Theme
from tests.cast import Cast
from tests.factories import queries_of, signed_in, words_of
from tests.listening.coding import campaign_of, people, said, said_by_each, theme_of


def of(theme: Theme, name: str = "theme") -> str:
    return reverse(name, kwargs={"uid": theme.uid})


def test_themes_stand_by_how_many_raised_them(cast: Cast) -> None:
    campaign = campaign_of(cast)
    theme_of(cast, campaign, "Travel", [said(cast, campaign, strength=2)])
    theme_of(cast, campaign, concerns=said_by_each(cast, campaign, people(cast, 5), strength=3))
    text = words_of(signed_in(cast, "organiser").get(reverse("campaign-themes", kwargs={"uid": campaign.uid})))
    assert "6 people were heard." in text
    assert text.index("5 people, 83 of 100 heard, 3.0 of 3") < text.index("1 person, 17 of 100 heard, 2.0 of 3")
    assert text.count("too few to publish") == 1


def test_a_theme_tells_what_may_be_quoted_and_of_whom_never(cast: Cast) -> None:
    campaign = campaign_of(cast)
    amal, beth = people(cast, 2)
    found = [
        said(cast, campaign, "Damp since March", person=amal, may_quote=True, place="Splott"),
        said(cast, campaign, "Not to be told", person=beth),
    ]
    text = words_of(signed_in(cast, "organiser").get(of(theme_of(cast, campaign, concerns=found))))
    assert ("Damp since March" in text, "Not to be told" in text, amal.family_name in text) == (True, False, False)
    assert "Splott" in text
    assert "Fewer than five people" in text


def test_renamed_merged_and_taken_away(cast: Cast) -> None:
    campaign, client = campaign_of(cast), signed_in(cast, "organiser")
    housing, travel = theme_of(cast, campaign), theme_of(cast, campaign, "Travel")
    assert "Take it away" in words_of(client.get(of(housing, "change-theme")))
    client.post(of(housing, "change-theme"), {"name": "Homes", "about": "Damp", "seen": "Housing"})
    refused = client.post(of(housing, "change-theme"), {"name": "Roofs", "seen": "Housing"})
    assert "Somebody renamed it “Homes” meanwhile" in words_of(refused, 422)
    client.post(of(travel, "merge-theme"), {"into": housing.uid})
    assert "It was merged into “Homes”." in words_of(client.get(of(travel)))
    client.post(of(housing, "end-theme"))
    assert Theme.objects.standing().count() == 0


def test_a_theme_of_elsewhere_is_not_there(cast: Cast) -> None:
    theme = theme_of(cast, campaign_of(cast))
    assert signed_in(cast, "organiser_elsewhere").get(of(theme)).status_code == 404


def test_the_cost_does_not_grow(cast: Cast) -> None:
    campaign, client = campaign_of(cast), signed_in(cast, "organiser")
    theme = theme_of(cast, campaign, concerns=[said(cast, campaign, place="Splott", may_quote=True)])
    few = queries_of(client, of(theme))
    for number in range(6):
        said(cast, campaign, place=f"Place {number}", theme=theme, may_quote=True)
    assert queries_of(client, of(theme)) == few
