"""What themes count: distinct voices, of all who were heard, and how strongly they said it."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from m4c.listening.models import Questionnaire
from m4c.listening.operations.house_meeting import NewHouseMeeting, record_house_meeting
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.listening.themes.board import Board
from m4c.listening.themes.figures import Figures, OneTheme, ThemeFigures
from m4c.listening.themes.heard import Heard
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody
from tests.listening.coding import campaign_of, people, said, said_by_each, theme_of


def test_a_named_person_is_one_voice(cast: Cast) -> None:
    campaign = campaign_of(cast)
    amal, beth = people(cast, 2)
    twice = [said(cast, campaign, words, person=amal, strength=3) for words in ("Damp", "Mould")]
    other = said(cast, campaign, "Rent", person=beth, strength=1)
    silent = said(cast, campaign, "No bus", person=beth)
    theme_of(cast, campaign, "Housing", [*twice, other])
    theme_of(cast, campaign, "Travel", [silent])
    figures = Figures(Board(cast.cardiff, campaign), cast.organiser)
    assert figures.heard == Heard(people=2, one_to_ones=0, house_meetings=0, questionnaires=0)
    assert figures.themes == [
        ThemeFigures("Housing", people=2, breadth=1.0, depth=2.3333, concerns=3),
        ThemeFigures("Travel", people=1, breadth=0.5, depth=None, concerns=1),
    ]


def test_nobody_named_is_one_voice_and_a_questionnaire_is_one(cast: Cast) -> None:
    campaign = campaign_of(cast)
    sheet = Questionnaire.objects.create(campaign=campaign, on=TODAY, means="street")
    Questionnaire.objects.create(campaign=campaign, on=TODAY, means="street")  # said nothing that hurts
    found = [said(cast, campaign, words) for words in ("Damp", "Mould")]
    found += [said(cast, campaign, words, questionnaire=sheet) for words in ("Rats", "Rent")]
    theme_of(cast, campaign, concerns=found)
    figures = Figures(Board(cast.cardiff, campaign), cast.organiser)
    assert (figures.heard.people, figures.heard.questionnaires) == (4, 2)
    assert [(one.people, one.concerns, one.breadth) for one in figures.themes] == [(3, 4, 0.75)]


def test_whoever_was_met_is_heard_once_whatever_they_said(cast: Cast) -> None:
    campaign = campaign_of(cast)
    amal = somebody(cast)
    talk = record_one_to_one(
        group=cast.cardiff, new=NewOneToOne(cast.person("leader"), amal, TODAY, held_on=TODAY), by=cast.operator
    )
    talk.campaign = campaign
    talk.save()
    said(cast, campaign, one_to_one=talk)  # of nobody named: it was she whom the 1-2-1 was with
    said(cast, campaign, person=amal)
    assert Figures(Board(cast.cardiff, campaign)).heard == Heard(1, 1, 0, 0)


def test_at_a_house_meeting_those_beside_the_named_are_heard(cast: Cast) -> None:
    campaign = campaign_of(cast)
    new = NewHouseMeeting(cast.person("leader"), TODAY, held_on=TODAY, people_attending=6)
    meeting = record_house_meeting(group=cast.cardiff, new=new, by=cast.operator)
    meeting.campaign = campaign
    meeting.save()
    amal = somebody(cast)
    said(cast, campaign, person=amal, house_meeting=meeting)
    board = Board(cast.cardiff, campaign)
    assert Figures(board).heard == Heard(6, 0, 1, 0)
    for number in range(7):  # more than came beside her: each of them is a voice
        said(cast, campaign, f"Line {number}", house_meeting=meeting)
    assert Figures(board).heard.people == 8


def test_one_kept_safe_is_in_no_figure_but_her_own_contacts(cast: Cast) -> None:
    campaign = campaign_of(cast)
    hers = said(cast, campaign, person=cast.person("protected_member"), strength=3)
    theme = theme_of(cast, campaign)
    hers.theme, hers.theme_since = theme, NOW
    hers.save()
    board = Board(cast.cardiff, campaign)
    assert (Figures(board).themes, Figures(board, cast.organiser).heard.people) == ([], 0)
    assert Figures(board, cast.leader).heard.people == 1


def test_a_board_of_a_group_is_what_stands_outside_any_campaign(cast: Cast) -> None:
    said(cast, campaign_of(cast))
    said(cast, None, group=cast.st_mellons)
    theme_of(cast, None, concerns=[said(cast, None)])
    figures = Figures(Board(cast.cardiff), cast.organiser)
    assert (figures.heard.people, [one.theme for one in figures.themes]) == (1, ["Housing"])


def test_a_theme_by_place_group_and_month(cast: Cast) -> None:
    campaign = campaign_of(cast)
    found = said_by_each(cast, campaign, people(cast, 2))
    found.append(said(cast, campaign, group=cast.st_mellons, said_on=TODAY.replace(month=9), may_quote=True))
    one = OneTheme(theme_of(cast, campaign, concerns=found), cast.organiser)
    assert [(name, part.people) for name, part in one.by_group] == [("Cardiff", 2), ("St Mellons", 1)]
    assert [(name, part.people) for name, part in one.by_ward] == [("", 3)]
    assert [(day.month, part.people) for day, part in one.by_month] == [(9, 1), (10, 2)]
    assert [quote.pk for quote in one.quotations(5)] == [found[-1].pk]


def test_the_cost_does_not_grow_with_what_was_said(cast: Cast) -> None:
    campaign = campaign_of(cast)
    board = Board(cast.cardiff, campaign)
    theme_of(cast, campaign, concerns=said_by_each(cast, campaign, people(cast, 1)))

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert Figures(board, cast.organiser).themes
        return len(queries)

    few = cost()
    theme_of(cast, campaign, "Travel", concerns=said_by_each(cast, campaign, people(cast, 3, "Bronwen")))
    assert cost() == few


def test_what_one_of_many_raised_is_not_none_of_a_hundred() -> None:
    one_of_many = ThemeFigures("Rats", people=1, breadth=0.0014, depth=None, concerns=1)
    none, half = ThemeFigures("Rent", 0, 0.0, None, 0), ThemeFigures("Damp", 4, 0.5, 2.0, 4)
    assert [(one.share, one.percent) for one in (one_of_many, none, half)] == [
        ("fewer than 1", "<1%"),
        ("0", "0%"),
        ("50", "50%"),
    ]
