"""What a campaign was promised, commitments as files, and what other pages tell of them."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from m4c.campaigns.casework.roll_up import roll_up_of
from m4c.campaigns.models import Campaign
from m4c.commitments.operations.commitment import name_keeper
from m4c.power.record.copying import copy_of
from tests.cast import Cast
from tests.commitments.making import MADE, WORDS, a_commitment, a_speaker
from tests.commitments.winning import a_campaign, a_win
from tests.factories import TODAY, queries_of, signed_in, words_of

DAY = timedelta(days=1)


def page_of(campaign: Campaign) -> str:
    return f"/organise/campaigns/{campaign.uid}/commitments/"


def test_a_campaign_tells_what_it_was_promised(cast: Cast) -> None:
    campaign, client = a_campaign(cast), signed_in(cast, "leader")
    empty = words_of(client.get(page_of(campaign)))
    assert ("Nothing promised is written down yet" in empty, f"?campaign={campaign.uid}" in empty) == (True, True)
    a_commitment(cast, campaign=campaign, words="Of the campaign", due_on=timezone.localdate() - DAY)
    a_commitment(cast, words="Of none")
    a_commitment(cast, group=cast.manchester, campaign=campaign, words="Of another group")
    text = words_of(client.get(page_of(campaign)))
    assert [words in text for words in ("“Of the campaign”", "Of none", "Of another group")] == [True, False, False]
    assert ("Overdue: 1 day" in text, f"?campaign={campaign.uid}&amp;status=overdue" in text) == (True, True)


def test_its_page_takes_as_many_queries_for_three_as_for_one(cast: Cast) -> None:
    campaign, client = a_campaign(cast), signed_in(cast, "leader")
    a_commitment(cast, campaign=campaign)
    client.get(page_of(campaign))
    before = queries_of(client, page_of(campaign))
    for number in range(2):
        a_commitment(cast, campaign=campaign, powerholder=a_speaker(cast, f"Speaker {number}"))
    assert queries_of(client, page_of(campaign)) == before


def test_the_files_hold_what_one_sees(cast: Cast) -> None:
    made, campaign = a_commitment(cast), a_campaign(cast)
    a_commitment(cast, group=cast.manchester, words="Elsewhere")
    client = signed_in(cast, "leader")
    answer = client.get("/organise/commitments/files/commitments.json")
    assert answer["Content-Disposition"] == 'attachment; filename="commitments.json"'
    assert [row["reference"] for row in json.loads(answer.content)["commitments"]] == [made.reference]
    narrowed = client.get(f"/organise/commitments/files/commitments.csv?campaign={campaign.uid}")
    assert narrowed.content.decode().count("\n") == 1
    assert client.get("/organise/commitments/files/progress.csv").status_code == 200
    for name in ("commitments.pdf", "people.csv"):
        assert client.get(f"/organise/commitments/files/{name}").status_code == 404


def test_other_pages_tell_of_them(cast: Cast) -> None:
    made = a_commitment(cast)
    name_keeper(commitment=made, keeper=cast.person("leader"), by=cast.operator)
    client = signed_in(cast, "organiser")
    pages = [
        (reverse("powerholder", kwargs={"uid": made.powerholder.uid}), "What they promised"),
        ("/organise/groups/cardiff/", "What was promised"),
        (f"/organise/people/{cast.person('leader').uid}/", "Keeps watch on"),
    ]
    for address, title in pages:
        text = words_of(client.get(address))
        assert (title in text, WORDS[:30] in text) == (True, True), address
    elsewhere = words_of(signed_in(cast, "leader_elsewhere").get(pages[0][0]))
    assert "What they promised" not in elsewhere


@pytest.mark.parametrize("where", ["powerholder", "group", "person"])
def test_they_take_as_many_queries_for_three_as_for_one(cast: Cast, where: str) -> None:
    one, client = a_commitment(cast), signed_in(cast, "organiser")
    leader = cast.person("leader")
    name_keeper(commitment=one, keeper=leader, by=cast.operator)
    address = {
        "powerholder": reverse("powerholder", kwargs={"uid": one.powerholder.uid}),
        "group": "/organise/groups/cardiff/",
        "person": f"/organise/people/{leader.uid}/",
    }[where]
    client.get(address)
    before = queries_of(client, address)
    for number in range(2):
        another = a_commitment(cast, words=f"Another {number}", powerholder=one.powerholder)
        name_keeper(commitment=another, keeper=leader, by=cast.operator)
    assert queries_of(client, address) == before


def test_more_than_five_lead_to_the_board(cast: Cast) -> None:
    speaker = a_speaker(cast)
    for number in range(6):
        a_commitment(cast, words=f"Promise {number}.", made_on=MADE + number * DAY)
    text = words_of(signed_in(cast, "organiser").get(reverse("powerholder", kwargs={"uid": speaker.uid})))
    assert ("Promise 0." in text, f"/organise/commitments/?powerholder={speaker.uid}" in text) == (False, True)


def test_a_copy_holds_what_is_on_record_of_it(cast: Cast) -> None:
    made = a_commitment(cast)
    parts = {part["title"]: part["rows"] for part in copy_of(made.powerholder, TODAY)["parts"]}
    said = {each["says"] for each in parts["What is on record that you promised"][0]}
    assert {WORDS, made.reference} <= said


def test_campaigns_together_count_commitments_and_wins(cast: Cast) -> None:
    national = a_campaign(cast, "Homes", group=cast.movement)
    local = a_campaign(cast, "Homes in Cardiff", rolls_up_to=national)
    a_commitment(cast, campaign=local)
    a_win(cast, campaign=local)
    found = roll_up_of(national, cast.national_organiser)
    assert found is not None
    totals = {str(label): number for label, number in found.totals}
    assert (totals["commitment"], totals["win"]) == (1, 1)
