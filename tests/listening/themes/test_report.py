"""The listening report: heard, where, what, chosen, next; the public version leaves out what few people said."""

import pytest

from m4c.events.models import Event
from m4c.listening.models import Concern, Issue, IssueTheme, ListeningCampaign, Theme
from m4c.listening.themes import presentation
from m4c.listening.themes.paper import paper, pdf_of
from m4c.listening.themes.presentation import Presentation
from m4c.listening.themes.report import ListeningReport
from m4c.listening.themes.text import text_of
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering
from tests.listening.coding import campaign_of, people, said, said_by_each, theme_of


def told(cast: Cast) -> ListeningCampaign:
    """Six people on housing, four of Splott; two on rats; one who is kept safe on housing too."""
    campaign = campaign_of(cast)
    six, two = people(cast, 6), people(cast, 2, "Bronwen")
    housing = said_by_each(cast, campaign, six[:4], words="Damp", place="Splott", strength=3, may_quote=True)
    housing += said_by_each(cast, campaign, six[4:], words="Rent", place="Roath", strength=2)
    theme = theme_of(cast, campaign, concerns=housing)
    said(cast, campaign, "He follows me", person=cast.person("protected_member"), theme=theme, may_quote=True)
    theme_of(cast, campaign, "Rats", said_by_each(cast, campaign, two, words="Rats", may_quote=True))
    return campaign


def chosen(cast: Cast, campaign: ListeningCampaign) -> Issue:
    """An issue cut from all its themes."""
    issue = Issue.objects.create(
        group=cast.cardiff, campaign=campaign, name="Licences", change="Licence every landlord.",
        who_can_grant="Cardiff Council", chosen_on=TODAY, how_decided="By three to one", made_by=cast.operator,
    )  # fmt: skip
    for theme in Theme.objects.filter(campaign=campaign):
        IssueTheme.objects.create(issue=issue, theme=theme)
    return issue


def test_its_json(cast: Cast) -> None:
    campaign = told(cast)
    assert ListeningReport(campaign, cast.organiser).as_json() == {
        "heard": {"people": 8, "one_to_ones": 0, "house_meetings": 0, "questionnaires": 0},
        "themes": [
            {"theme": "Housing", "people": 6, "breadth": 0.75, "depth": 2.6667, "concerns": 6},
            {"theme": "Rats", "people": 2, "breadth": 0.25, "depth": None, "concerns": 2},
        ],
        "suppressed_themes": 0,
        "coverage": {
            "places": [{"place": "Splott", "people": 4}, {"place": "Roath", "people": 2}],
            "groups": [{"group": "Cardiff", "people": 8}],
            "places_left_out": 0,
            "groups_left_out": 0,
        },
        "issue": None,
    }


def test_in_public_small_themes_and_places_are_counted_alone(cast: Cast) -> None:
    campaign = told(cast)
    chosen(cast, campaign)
    public = ListeningReport(campaign, cast.leader, public=True)  # her contact, who sees her concern
    told_json = public.as_json()
    assert [row["theme"] for row in told_json["themes"]] == ["Housing"]
    assert (told_json["suppressed_themes"], told_json["themes"][0]["people"]) == (1, 6)
    assert (told_json["coverage"]["places"], told_json["coverage"]["places_left_out"]) == ([], 2)


def test_an_issue_tells_only_themes_that_are_told(cast: Cast) -> None:
    campaign = told(cast)
    chosen(cast, campaign)
    inside, public = (ListeningReport(campaign, cast.organiser, public=each).as_json() for each in (False, True))
    assert (inside["issue"]["themes"], public["issue"]["themes"]) == (["Housing", "Rats"], ["Housing"])
    assert (inside["issue"]["how_decided"], "how_decided" in public["issue"]) == ("By three to one", False)


def test_quotations_are_of_themes_told_and_of_nobody_kept_safe(cast: Cast) -> None:
    campaign = told(cast)
    text = text_of(Presentation.of(ListeningReport(campaign, cast.operator, public=True)))
    assert ("“Damp”" in text, "Rats" in text, "He follows me" in text, "Rent”" in text) == (True, False, False, False)
    assert "1 theme is left out: fewer than five people raised it." in text
    assert "Yusuf" not in text


def test_what_was_taken_back_is_quoted_no_more(cast: Cast) -> None:
    campaign = told(cast)
    kept = ListeningReport(campaign, cast.operator, public=True).kept()
    assert "Damp" not in str(kept)
    assert Presentation.of_published(kept).quotes == {"Housing": ["Damp"]}
    Concern.objects.filter(words="Damp").update(may_quote=False)
    assert Presentation.of_published(kept).quotes == {"Housing": []}


def test_where_it_reports_back_stands_in_public_as_long_as_everybody_may_come(cast: Cast) -> None:
    campaign = told(cast)
    campaign.report_back = event = gathering(cast, days=7, visibility=Event.Visibility.PUBLIC)
    kept = ListeningReport(campaign, cast.organiser, public=True).kept()
    assert event.title in " ".join(Presentation.of_published(kept).chosen)
    Event.objects.filter(pk=event.pk).update(visibility=Event.Visibility.GROUP)
    assert event.title not in " ".join(Presentation.of_published(kept).chosen)


def test_chosen_and_next_in_words(cast: Cast) -> None:
    campaign = told(cast)
    chosen(cast, campaign)
    campaign.report_back = gathering(cast, days=7, visibility=Event.Visibility.GROUP)
    inside, public = (Presentation.of(ListeningReport(campaign, cast.organiser, public=one)) for one in (False, True))
    assert inside.chosen == [
        "Chosen on 5 October 2026: Licences.",
        "It comes from: Housing, Rats.",
        "Next: Licence every landlord. It can be granted by Cardiff Council.",
        "We report back on 12 October 2026: Street lights.",
    ]
    assert [sentence[:9] for sentence in public.chosen] == ["Chosen on", "It comes ", "Next: Lic"]


def test_on_paper(cast: Cast) -> None:
    report = Presentation.of(ListeningReport(told(cast), cast.operator))
    assert [row[:3] for row in paper(report)["said"]["rows"]] == [["Housing", "6", "75%"], ["Rats", "2", "25%"]]
    assert pdf_of(report).startswith(b"%PDF")
    assert pdf_of(Presentation.of(ListeningReport(campaign_of(cast, "Nobody yet"), cast.operator))).startswith(b"%PDF")


def test_it_counts_as_of_now(cast: Cast) -> None:
    campaign = told(cast)
    first = said(cast, campaign, "No bus")
    assert ListeningReport(campaign, cast.operator).heard.people == 9
    first.struck_at = NOW
    first.save()
    assert ListeningReport(campaign, cast.operator).heard.people == 8


def test_of_many_places_the_first_are_named_and_the_json_has_all(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presentation, "MOST_ROWS", 1)
    report = ListeningReport(told(cast), cast.operator)
    shown = Presentation.of(report)
    assert (shown.places, shown.beyond) == ([("Splott", 4)], ["And 1 more place."])
    assert "And 1 more place." in text_of(shown)
    assert paper(shown)["beyond"] == shown.beyond
    assert pdf_of(shown).startswith(b"%PDF")
    assert len(report.as_json()["coverage"]["places"]) == 2
