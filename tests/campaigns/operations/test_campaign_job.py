"""Jobs of a campaign: who gives them out, where they stand, and who sees which campaign they are for."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from m4c.campaigns.models import CampaignJob
from m4c.campaigns.operations.campaign_job import give_campaign_job
from m4c.core.errors import Refused
from m4c.events.models import Job
from m4c.events.operations.job import settle_job
from m4c.people.operations.must_see import Unseen
from tests.campaigns.casework.running import begun
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, queries_of, signed_in, words_of


def test_leaders_and_organisers_write_one_down_for_its_group(cast: Cast) -> None:
    campaign = begun(cast)
    given: dict[str, Any] = {"campaign": campaign, "what": " Map the empty shops ", "at": NOW, "due_on": TODAY}
    assert doers(lambda by: give_campaign_job(**given, by=by), cast) == {"leader", "organiser", "national_organiser"}
    job = give_campaign_job(**given, taken_by=cast.person("leader"), by=cast.organiser)
    assert (job.what, job.group, job.due_on, job.taken_by) == (
        "Map the empty shops",
        cast.cardiff,
        TODAY,
        cast.person("leader"),
    )
    assert CampaignJob.objects.get(job=job).campaign == campaign


def test_it_says_something_and_names_nobody_unseen(cast: Cast) -> None:
    given: dict[str, Any] = {"campaign": begun(cast), "at": NOW, "by": cast.organiser}
    with pytest.raises(Refused):
        give_campaign_job(what=" ", **given)
    with pytest.raises(Unseen):
        give_campaign_job(what="Tea", taken_by=cast.person("protected_member"), **given)
    assert not Job.objects.exists()


def test_it_stands_on_the_campaign_the_group_and_in_the_list_with_the_campaigns_name(cast: Cast) -> None:
    campaign, client = begun(cast, name="Lights for Splott"), signed_in(cast, "leader")
    page, new = (reverse(name, kwargs={"uid": campaign.uid}) for name in ("campaign", "give-campaign-job"))
    assert "Nothing waits to be done" in words_of(client.get(page))
    assert "This field is required" in words_of(client.post(new, {"what": ""}), 422)
    leader = cast.person("leader")
    client.post(new, {"what": "Count the lamps", "taken_by": leader.name, "taken_by-chosen": leader.uid})
    for where in (page, reverse("group", kwargs={"slug": cast.cardiff.slug})):
        assert "Count the lamps" in words_of(client.get(where))
    for where in (reverse("jobs"), reverse("today")):
        told = words_of(client.get(where))
        assert "Count the lamps" in told
        assert "Lights for Splott" in told
    settle_job(job=Job.objects.get(), outcome="done", at=NOW, by=cast.organiser)
    assert "Count the lamps" not in words_of(client.get(page))


def test_a_member_sees_the_job_and_not_the_campaign(cast: Cast) -> None:
    campaign = begun(cast, name="Lights for Splott")
    give_campaign_job(campaign=campaign, what="Bring the urn", at=NOW, by=cast.organiser)
    told = words_of(signed_in(cast, "member").get(reverse("jobs")))
    assert "Bring the urn" in told
    assert "Lights for Splott" not in told


def test_the_page_costs_the_same_for_one_job_and_for_many(cast: Cast) -> None:
    campaign, client = begun(cast), signed_in(cast, "leader")
    costs: list[tuple[int, int]] = []
    page = reverse("campaign", kwargs={"uid": campaign.uid})
    for start in (0, 3):
        for number in range(start, start + 3):
            due = TODAY + timedelta(days=number)
            given: dict[str, Any] = {"taken_by": cast.person("leader"), "due_on": due, "at": NOW, "by": cast.organiser}
            give_campaign_job(campaign=campaign, what=f"Job {number}", **given)
        costs.append((queries_of(client, page), queries_of(client, reverse("jobs"))))
    assert costs[0] == costs[1]
