"""The page of The Movement So Far, its JSON, and the list of reports."""

import json
from datetime import date

import pytest

from m4c.insight.operations.published_report import publish_report
from m4c.insight.so_far import Period
from tests.insight.story import SUMMER

ADDRESS = "/organise/reports/so-far/"
WORDS = "?from=2010-06-01&to=2010-09-30"


def opened(client, cast, persona, address=ADDRESS + WORDS):
    client.force_login(cast.fresh(persona))
    return client.get(address)


def test_an_organiser_reads_figures_with_a_sentence_under_each(client, cast, summer_in_cardiff):
    page = opened(client, cast, "organiser").content.decode()
    assert "<c-" not in page
    for words in (
        "Cardiff · 1 June to 30 September 2010",
        "people trained",
        "People kept safe are not counted.",
        "Everyone who came to a training session in this period, each counted once.",
        "What people said in this period that they would hold: not yet a result.",
        "Were held, and the next step agreed there has happened.",
        "Training over time",
        "Where people were trained",
        "By place",
        "Taster evening",
        "Bethan Griffiths",
    ):
        assert words in page


@pytest.mark.parametrize(
    ("persona", "sees"),
    [
        ("leader", {"Bethan Griffiths"}),
        ("organiser", {"Bethan Griffiths", "Given0 Family000"}),
        ("national_organiser", {"Bethan Griffiths", "Given0 Family000"}),
        ("data_protection", {"Bethan Griffiths", "Given0 Family000"}),
        ("editor", set()),
        ("organiser_elsewhere", set()),
    ],
)
def test_leaders_are_named_to_themselves_and_their_organiser_only(client, cast, summer_in_cardiff, persona, sees):
    table = opened(client, cast, persona).content.decode().partition("By leader")[2]
    assert {name for name in ("Bethan Griffiths", "Given0 Family000") if name in table} == sees


def test_a_leader_kept_safe_is_not_on_the_page_nor_in_the_json(client, cast, story):
    safe = cast.person("protected_member")
    story.session(cast.cardiff, "full", date(2010, 6, 5), [safe, *story.people(cast.cardiff, 6)])
    story.pledge(cast.cardiff, safe, 4, date(2010, 7, 1))
    for persona in ("organiser", "national_organiser", "data_protection", "editor"):
        for address in (ADDRESS + WORDS, "/organise/reports/so-far.json" + WORDS):
            told = opened(client, cast, persona, address).content.decode()
            assert "Hana" not in told
            assert "Čermáková" not in told
            assert "6" in told


@pytest.mark.parametrize("persona", ["member", "treasurer", "safeguarding", "admin", "protected_member"])
def test_others_may_not_open_reports(client, cast, persona):
    assert opened(client, cast, persona).status_code == 403


def test_strangers_are_sent_to_sign_in(client, db):
    assert client.get(ADDRESS).status_code == 302


def test_an_empty_period_teaches_the_next_step(client, cast):
    page = opened(client, cast, "organiser").content.decode()
    assert "Nothing is written down for this period yet" in page
    assert "Bring in a sign-in sheet" in page
    assert "people trained" not in page


def test_days_the_wrong_way_round_are_said_kindly_and_keep_their_words(client, cast):
    page = opened(client, cast, "organiser", f"{ADDRESS}?from=2010-09-30&to=2010-06-01").content.decode()
    assert "The period ends before it begins." in page
    assert 'value="2010-09-30"' in page


def test_a_coalition_organiser_is_told_why_there_is_nothing(client, cast):
    assert "None of your groups has a report" in opened(client, cast, "coalition_organiser").content.decode()


def test_only_an_editor_is_offered_to_publish(client, cast, summer_in_cardiff):
    assert "Publish" in opened(client, cast, "editor").content.decode()
    assert "Publish" not in opened(client, cast, "organiser").content.decode()


def test_long_lists_are_bounded_and_say_so(client, cast, story):
    people = story.people(cast.cardiff, 52)
    for person in people:
        story.pledge(cast.cardiff, person, 1, date(2010, 7, 1))
    page = opened(client, cast, "organiser").content.decode()
    assert page.count('<th scope="row">Given') == 20
    assert "These are the first by name; all are in the JSON." in page
    told = json.loads(opened(client, cast, "organiser", "/organise/reports/so-far.json" + WORDS).content)
    assert len(told["by_leader"]) == 52


def test_the_page_takes_as_many_queries_whatever_there_is(client, cast, story, django_assert_num_queries):
    def tell(day):
        people = story.people(cast.cardiff, 6)
        session = story.session(cast.cardiff, "full", day, people)
        story.pledge(cast.cardiff, people[0], 3, day, session=session)
        story.one_to_one(cast.cardiff, people[0], people[1], day, "held")
        story.house_meeting(cast.cardiff, people[0], day, "held", people=8)

    tell(date(2010, 6, 5))
    opened(client, cast, "organiser")
    with django_assert_num_queries(21):
        client.get(ADDRESS + WORDS)
    for month in (6, 7, 8):
        tell(date(2010, month, 15))
    with django_assert_num_queries(21):
        client.get(ADDRESS + WORDS)


def test_the_json_is_the_whole_report(client, cast, summer_in_cardiff):
    response = opened(client, cast, "organiser", f"/organise/reports/so-far.json{WORDS}&group=st-mellons")
    told = response.json()
    assert response["Content-Type"] == "application/json"
    assert told["period"] == {"from": "2010-06-01", "to": "2010-09-30"}
    assert told["group"] == "St Mellons"
    assert told["trained"] == {"total": 6, "full": 0, "taster": 6}


def test_the_json_says_what_is_wrong_in_a_sentence(client, cast):
    response = opened(client, cast, "organiser", "/organise/reports/so-far.json?from=2010-09-30&to=2010-06-01")
    assert (response.status_code, response.json()) == (400, {"error": "The period ends before it begins."})


def test_the_list_leads_to_the_report_and_to_what_is_published(client, cast):
    page = opened(client, cast, "editor", "/organise/reports/").content.decode()
    assert "None is published yet" in page
    figures = {"by_group": [{"group": "Cardiff"}]}
    publish_report(
        group=cast.cardiff, period=SUMMER, figures=figures, pictures={}, by=cast.editor, at=SUMMER.ends_before
    )
    page = opened(client, cast, "editor", "/organise/reports/").content.decode()
    assert '<a href="/reports/cardiff-2010-06-01-2010-09-30/">Cardiff</a>' in page
    assert "Withdraw" in page
    assert "Withdraw" not in opened(client, cast, "organiser", "/organise/reports/").content.decode()


def test_one_day_is_a_period(client, cast, summer_in_cardiff):
    page = opened(client, cast, "organiser", f"{ADDRESS}?from=2010-06-05&to=2010-06-05").content.decode()
    assert "5 June 2010" in page
    assert Period(date(2010, 6, 5), date(2010, 6, 5)).days == (date(2010, 6, 5), date(2010, 6, 5))
