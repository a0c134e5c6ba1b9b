"""Negotiations in the workspace: set up, both sides, asks, the team's own paper, the minute, the next meeting."""

from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.campaigns.operations.demand import state_demand
from m4c.commitments.models import Minute, Negotiation, NegotiationPart, OtherSide, TeamPaper
from m4c.commitments.operations.negotiation import put_on_team, word_team_paper
from tests.cast import Cast
from tests.commitments.tabling import SECRET, a_councillor, a_table, an_answer, an_ask
from tests.commitments.winning import a_campaign
from tests.factories import NOW, TODAY, gathering, queries_of, signed_in, words_of

ALL = "/organise/negotiations/"


def at(table: Negotiation, what: str = "") -> str:
    return f"{ALL}{table.uid}/{what}"


def sent(client: Client, url: str, **said: Any) -> Any:
    response = client.post(url, said)
    assert response.status_code == 302, words_of(response, response.status_code)[:3_000]
    return response


def test_the_list_teaches_where_it_is_empty_and_shows_ones_own(cast: Cast) -> None:
    client = signed_in(cast, "leader")
    assert "No negotiation yet" in words_of(client.get(ALL))
    an_ask(cast, a_table(cast))
    a_table(cast, cast.manchester)
    text = words_of(client.get(ALL))
    assert (text.count("Monday at the town hall"), "1 ask" in text) == (1, True)


def test_it_takes_the_same_queries_for_one_and_three(cast: Cast) -> None:
    client = signed_in(cast, "organiser")

    def filled(table: Negotiation, number: int) -> None:
        for each in range(number):
            an_answer(cast, an_ask(cast, table, words=f"{each}?", asked_by=cast.person("leader")))
            part = ("chair", "asker", "notes")[each]
            put_on_team(negotiation=table, person=cast.person("leader"), part=part, at=NOW, by=cast.organiser)

    one, three = a_table(cast), a_table(cast, days=-1)
    filled(one, 1)
    lists = queries_of(client, ALL)
    filled(three, 3)
    a_table(cast, days=-2)
    assert queries_of(client, at(one)) == queries_of(client, at(three))
    assert queries_of(client, ALL) == lists


def test_set_up_with_its_meeting_and_on_one_that_is_there(cast: Cast) -> None:
    client, campaign = signed_in(cast, "leader"), a_campaign(cast)
    form = words_of(client.get(f"{reverse('make-negotiation')}?campaign={campaign.uid}"))
    assert f'value="{campaign.uid}" selected' in form
    said = {
        "title": "At County Hall",
        "group": "cardiff",
        "day": "2026-12-01",
        "starts": "10:00",
        "wants_first": "Talk",
    }
    sent(client, reverse("make-negotiation"), **said, campaign=str(campaign.uid))
    table = Negotiation.objects.get()
    assert (table.event.title, table.campaign, table.wants_first) == ("At County Hall", campaign, "Talk")
    refused = client.post(reverse("make-negotiation"), said | {"starts": ""})
    assert "This field is required." in words_of(refused, 422)
    event = gathering(cast, kind="negotiation")
    page = words_of(client.get(reverse("event", kwargs={"uid": event.uid})))
    assert f"{reverse('make-negotiation')}?event={event.uid}" in page
    sent(client, f"{reverse('make-negotiation')}?event={event.uid}", wants_first="")
    assert "Both sides, asks and answers" in words_of(client.get(reverse("event", kwargs={"uid": event.uid})))
    elsewhere = gathering(cast, cast.manchester, kind="negotiation")
    assert client.get(f"{reverse('make-negotiation')}?event={elsewhere.uid}").status_code == 404


def test_both_sides_are_seated_and_said_to_have_come(cast: Cast) -> None:
    client, table, councillor = signed_in(cast, "organiser"), a_table(cast), a_councillor(cast)
    leader = cast.person("leader")
    whom = {"person": leader.name, "person-chosen": str(leader.uid), "part": "chair"}
    sent(client, at(table, "team/"), **whom)
    assert "Type a name." in words_of(client.post(at(table, "team/"), {"part": "chair"}), 422)
    found = words_of(client.get(at(table, "seats/?q=Trowbridge")))
    assert f'value="{councillor.uid}"' in found
    sent(client, at(table, "seats/"), to=str(councillor.uid))
    sent(client, at(table, "seats/"), words="Two officers")
    first, second = OtherSide.objects.all()
    sent(client, reverse("say-who-came", kwargs={"uid": first.uid, "said": "yes"}))
    sent(client, reverse("leave-seat-out", kwargs={"uid": second.uid}))
    text = words_of(client.get(at(table)))
    assert (leader.name in text, "Came" in text, "Two officers" in text) == (True, True, False)
    sent(client, reverse("take-off-team", kwargs={"uid": NegotiationPart.objects.get().uid}))
    assert not NegotiationPart.objects.exists()


def test_the_teams_own_paper_is_on_no_page_but_the_teams(cast: Cast) -> None:
    table = a_table(cast, campaign=a_campaign(cast))
    an_answer(cast, an_ask(cast, table))
    said = {"fall_back": SECRET, "walk_away": SECRET, "notes": SECRET}
    word_team_paper(negotiation=table, **said, at=NOW, by=cast.organiser)
    team, others = signed_in(cast, "organiser"), ("leader", "national_organiser", "editor", "data_protection")
    assert SECRET in words_of(team.get(at(table)))
    sent(team, at(table, "minutes/"))
    minute = reverse("minute", kwargs={"uid": Minute.objects.get().uid})
    event = reverse("event", kwargs={"uid": table.event.uid})
    for who in others:
        client = signed_in(cast, who)
        pages = [ALL, at(table), minute, reverse("campaign-table", kwargs={"uid": table.campaign.uid})]  # type: ignore[union-attr]
        for page in (*pages, event, f"/organise/search/?q={SECRET.split()[0]}"):
            text = client.get(page).content.decode()
            assert SECRET not in text, (who, page)
    assert SECRET not in words_of(team.get(minute)), "not even the team's minute"
    refused = signed_in(cast, "leader").post(at(table, "paper/"), {"notes": "Mine"})
    assert (refused.status_code, TeamPaper.objects.get().notes) == (422, SECRET)


def test_what_came_of_it_the_minute_and_the_next_meeting(cast: Cast) -> None:
    client, table = signed_in(cast, "organiser"), a_table(cast)
    an_answer(cast, an_ask(cast, table), kind="yes_if", words="If we win")
    sent(client, at(table, "result/"), result="agreed", words="They meet us")
    assert client.post(at(table, "result/"), {"result": "x"}).status_code == 422
    sent(client, at(table, "minutes/"))
    minute = Minute.objects.get()
    here = f"/organise/minutes/{minute.uid}/"
    assert "If we win" in words_of(client.get(here))
    today = timezone.localdate().isoformat()
    assert client.post(f"{here}sending/", {"on": today}).status_code == 422
    sent(client, f"{here}sending/", sent_to="His office", on=today)
    sent(client, f"{here}correction/", words="I said May", corrected_by="His secretary", on=today)
    assert "I said May" in words_of(client.get(here))
    sent(client, at(table, "next-meeting/"), title="Again", day="2027-02-01", starts="10:00")
    text = words_of(client.get(at(table)))
    assert ("They meet us" in text, "1 February 2027" in text, "They put something right." in text) == (
        True,
        True,
        True,
    )


def test_saying_anew_what_we_want_keeps_a_campaign_that_one_does_not_see(cast: Cast) -> None:
    client, table = signed_in(cast, "leader"), a_table(cast)
    theirs = a_campaign(cast, "Theirs", cast.manchester)
    Negotiation.objects.update(campaign=theirs)
    assert "Theirs" not in words_of(client.get(at(table)))
    sent(client, at(table, "wording/"), wants_first="A letter", campaign="")
    table.refresh_from_db()
    assert (table.wants_first, table.campaign) == ("A letter", theirs)


def test_the_campaigns_demands_are_offered_as_asks(cast: Cast) -> None:
    client, campaign, councillor = signed_in(cast, "leader"), a_campaign(cast), a_councillor(cast)
    demand = state_demand(campaign=campaign, words="Nineteen new lamps", on=TODAY, at=NOW, by=cast.operator)
    table = a_table(cast, campaign=campaign)
    assert "Nineteen new lamps" in words_of(client.get(at(table)))
    here = f"{reverse('write-ask')}?negotiation={table.uid}&demand={demand.uid}"
    assert f"demand={demand.uid}&amp;to={councillor.uid}" in words_of(client.get(f"{here}&q=Trow"))
    form = words_of(client.get(f"{here}&to={councillor.uid}"))
    assert ("Nineteen new lamps" in form, f'value="{demand.uid}" selected' in form) == (True, True)
    said = {"words": "Will you put up nineteen lamps?", "pin": "hard", "demand": str(demand.uid)}
    sent(client, f"{here}&to={councillor.uid}", **said)
    assert "Nineteen new lamps" not in words_of(client.get(at(table)))


def test_a_negotiation_of_another_group_is_not_there(cast: Cast) -> None:
    assert signed_in(cast, "leader").get(at(a_table(cast, cast.manchester))).status_code == 404


def test_the_campaigns_tab(cast: Cast) -> None:
    client, campaign = signed_in(cast, "leader"), a_campaign(cast)
    here = reverse("campaign-table", kwargs={"uid": campaign.uid})
    assert "Nothing was put to anybody yet" in words_of(client.get(here))
    a_table(cast, campaign=campaign)
    an_ask(cast, campaign=campaign, words="Alone?")
    one = queries_of(client, here)
    a_table(cast, campaign=campaign, days=-1)
    an_ask(cast, campaign=campaign, words="Also alone?")
    text = words_of(client.get(here))
    assert ("Monday at the town hall" in text, "Alone?" in text, queries_of(client, here)) == (True, True, one)
