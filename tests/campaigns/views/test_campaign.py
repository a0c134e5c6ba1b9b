"""The pages of campaigns: the list, beginning one from an issue, a campaign at a glance, and how it is set up."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from m4c.campaigns.casework.glance import glance_of
from m4c.campaigns.models import Authorisation, Campaign, CampaignLead, Demand, Target
from m4c.campaigns.operations.campaign import grow_out_of, roll_up
from m4c.campaigns.operations.campaign_lead import name_lead
from m4c.campaigns.operations.target import NewTarget, aim_at
from tests.campaigns.casework.filled import filled
from tests.campaigns.casework.running import BEGAN, DEMAND, begun, powerholder, project, running
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering, queries_of, signed_in, words_of
from tests.listening.deciding.making import issue_of

pytestmark = pytest.mark.django_db
DAY = TODAY.isoformat()


def address(name: str, row: object) -> str:
    return reverse(name, kwargs={"uid": row.uid})  # type: ignore[attr-defined]


def test_the_list_shows_what_has_not_ended_and_is_filtered(cast: Cast):
    homes, club = running(cast), project(cast)
    Campaign.objects.filter(pk=begun(cast, name="A bus").pk).update(status="won", ended_on=TODAY)
    begun(cast, group=cast.manchester, name="Elsewhere")
    person = cast.person("organiser")
    name_lead(campaign=homes, person=person, part="organiser", on=TODAY, at=NOW, by=cast.organiser)
    client, here = signed_in(cast, "organiser"), reverse("campaigns")
    names = {"Homes and a shop", "Homework club", "A bus", "Elsewhere"}
    for query, expected in (
        ("", {"Homes and a shop", "Homework club"}),
        ("?which=mine", {"Homes and a shop"}),
        ("?which=projects", {"Homework club"}),
        ("?which=over", {"A bus"}),
        ("?which=all", {"Homes and a shop", "Homework club", "A bus"}),
        ("?group=st-mellons", set()),
        ("?which=nonsense&group=nowhere", {"Homes and a shop", "Homework club"}),
    ):
        page = words_of(client.get(here + query))
        assert {name for name in names if f">{name}</a>" in page} == expected, query
    assert club.kind == "project"


def test_the_list_teaches_what_a_campaign_begins_with_and_takes_a_constant_number_of_queries(cast: Cast):
    client, here = signed_in(cast, "organiser"), reverse("campaigns")
    assert "No campaign yet" in words_of(client.get(here))
    begun(cast)
    one = queries_of(client, here)
    for name in ("Two", "Three"):
        begun(cast, name=name)
    assert queries_of(client, here) == one


def test_one_begins_from_an_issue_whose_provenance_is_shown(cast: Cast):
    issue = issue_of(cast, tells=False)
    client = signed_in(cast, "organiser")
    assert "Begin a campaign from it" in words_of(client.get(address("issue", issue)))
    here = f"{reverse('begin-campaign')}?issue={issue.uid}"
    page = words_of(client.get(here))
    assert all(words in page for words in ("people said it", issue.change))
    sent = {"kind": "campaign", "name": issue.name, "group": "cardiff", "setting": "place", "starts_on": DAY}
    client.post(here, sent | {"demand": issue.change})
    campaign = Campaign.objects.get()
    assert (campaign.issue, Demand.objects.get().words) == (issue, issue.change)
    assert issue.name in words_of(client.get(address("campaign", campaign)))
    assert f">{campaign.name}</a>" in words_of(client.get(address("issue", issue)))
    assert client.get(f"{reverse('begin-campaign')}?issue=nonsense").status_code == 404
    elsewhere = signed_in(cast, "organiser_elsewhere")
    assert elsewhere.get(here).status_code == 404


def test_a_form_that_was_refused_comes_back(cast: Cast):
    begun(cast)
    client = signed_in(cast, "organiser")
    sent = {"kind": "campaign", "name": "Homes and a shop", "group": "cardiff", "setting": "place", "starts_on": DAY}
    page = words_of(client.post(reverse("begin-campaign"), sent), 422)
    assert "one of this name already" in page


def test_a_campaign_at_a_glance(cast: Cast):
    campaign, national = running(cast), begun(cast, group=cast.wales, name="Fair credit")
    earlier = begun(cast, name="The bus")
    aim_at(campaign=campaign, new=NewTarget(powerholder(cast), TODAY), at=NOW, by=cast.organiser)
    first = Target.objects.get()
    bank = powerholder(cast, "Ffion Bancroft")
    aim_at(campaign=campaign, new=NewTarget(bank, TODAY, "secondary", moves=first), at=NOW, by=cast.organiser)
    for persona in ("leader", "protected_member"):
        person = cast.person(persona)
        name_lead(campaign=campaign, person=person, part="lead", on=TODAY, at=NOW, by=cast.operator)
    grow_out_of(campaign=campaign, out_of=earlier, how="The same street", at=NOW, by=cast.organiser)
    roll_up(campaign=campaign, into=national, by=cast.national_organiser)
    found = glance_of(campaign, cast.organiser)
    assert [row.words for row in found.demand] == [DEMAND]
    assert [(row.words, row.more) for row in found.secondary] == [("Ffion Bancroft", "Anand Kapadia")]
    assert [row.words for row in found.lead] == ["Bethan Griffiths"]
    assert [(row.words, row.since) for row in found.authorised] == [("Cardiff", BEGAN)]
    assert [row.words for row in found.grew] == ["The bus"]
    assert (found.above, [row.words for row in glance_of(campaign, cast.national_organiser).above]) == (
        [],
        ["Fair credit"],
    )
    page = words_of(signed_in(cast, "organiser").get(address("campaign", campaign)))
    assert all(words in page for words in ("Can move Anand Kapadia", "31 for and 2 against"))


def test_what_nobody_authorised_says_so_and_elsewhere_it_is_not_there(cast: Cast):
    campaign = begun(cast)
    page = words_of(signed_in(cast, "organiser").get(address("campaign", campaign)))
    assert "No group has authorised it yet" in page
    assert "No group has authorised it yet" not in words_of(
        signed_in(cast, "organiser").get(address("campaign", project(cast)))
    )
    assert signed_in(cast, "organiser_elsewhere").get(address("campaign", campaign)).status_code == 404


def test_the_page_takes_few_statements_with_five_hundred_approaches_and_every_panel_filled(cast: Cast):
    client, here = signed_in(cast, "organiser"), address("campaign", filled(cast))
    page = words_of(client.get(here))
    for words in (
        "Meet us",
        "5 days are not counted",
        "Monday 12 October, 19:30",
        "Petition on Saturday",
        "A meeting on Monday",
        "Stands in part",
        "Families ask for homes",
        "Strategy chart: Anand Kapadia",
        "2 lines, 3 things still wanted",
        "Strategy chart: Ffion Bancroft",
        "0 lines, 5 things still wanted",
        "9 of 10",
        "2 more on the map",
    ):
        assert words in page, words
    with CaptureQueriesContext(connection) as queries:
        client.get(here)
    assert len(queries) <= 12, "\n".join(query["sql"][:200] for query in queries)


def test_it_is_set_up_by_small_forms(cast: Cast):
    campaign, client = begun(cast), signed_in(cast, "organiser")
    here = address("campaign-setup", campaign)
    move = {"status": "running", "on": DAY}
    assert "No group has authorised this campaign" in words_of(
        client.post(address("move-campaign", campaign), move), 422
    )
    client.post(address("authorise-campaign", campaign), {"group": "cardiff", "how": "By hands", "on": DAY})
    client.post(address("move-campaign", campaign), move)
    person = cast.person("leader")
    lead = {"person": person.name, "person-chosen": str(person.uid), "part": "lead", "on": DAY}
    client.post(address("name-campaign-lead", campaign), lead)
    client.post(address("reword-demand", Demand.objects.get()), {"words": "Homes by spring", "on": DAY})
    holder = powerholder(cast)
    aimed = {"powerholder": holder.name, "powerholder-chosen": str(holder.uid), "kind": "primary", "since": DAY}
    client.post(address("aim-at", campaign), aimed)
    page = words_of(client.get(here))
    for words in ("By hands", "Bethan Griffiths", "Homes by spring", DEMAND, "Anand Kapadia"):
        assert words in page, words
    campaign.refresh_from_db()
    assert campaign.status == "running"
    client.post(address("end-campaign-lead", CampaignLead.objects.get()), {"on": DAY})
    client.post(address("drop-demand", Demand.objects.get(ended_on=None)), {"on": DAY})
    client.post(address("release-target", Target.objects.get()), {"on": DAY})
    client.post(address("take-back-authorisation", Authorisation.objects.get()), {"on": DAY, "why": "Sold"})
    campaign.refresh_from_db()
    assert (campaign.status, Demand.objects.filter(ended_on=None).count()) == ("paused", 0)
    assert "Cardiff took its authorisation back: Sold" in words_of(client.get(here))


def test_a_gathering_is_named_to_those_alone_who_see_it(cast: Cast):
    campaign, event = running(cast), gathering(cast, title="Supper at Bethan's", visibility="group")
    Authorisation.objects.update(event=event)
    given = {"how": "Vote", "decided_on": TODAY, "added_by": cast.operator, "added_at": NOW}
    Authorisation.objects.create(campaign=campaign, group=cast.manchester, **given)
    for persona, sees in (("organiser", True), ("organiser_elsewhere", False)):
        page = words_of(signed_in(cast, persona).get(address("campaign-setup", campaign)))
        assert ("By show of hands" in page, event.title in page.replace("&#x27;", "'")) == (True, sees)


def test_a_small_form_that_was_refused_says_why(cast: Cast):
    campaign, client = running(cast), signed_in(cast, "organiser")
    row = Authorisation.objects.get()
    answer = client.post(address("take-back-authorisation", row), {"on": DAY, "why": ""}, follow=True)
    assert "This field is required" in words_of(answer)
    state = client.post(address("state-demand", campaign), {"words": "A shop", "on": DAY})
    assert state["Location"] == address("campaign-setup", campaign)


def test_what_it_is_about_is_changed_on_a_page_of_its_own(cast: Cast):
    campaign, client = begun(cast), signed_in(cast, "leader")
    words_of(client.get(address("change-campaign", campaign)))
    sent = {"name": "Homes for us", "setting": "workplace", "starts_on": BEGAN.isoformat()}
    assert "Say which workplace" in words_of(client.post(address("change-campaign", campaign), sent), 422)
    client.post(address("change-campaign", campaign), sent | {"workplace": "The depot"})
    campaign.refresh_from_db()
    assert (campaign.name, campaign.workplace) == ("Homes for us", "The depot")
