"""What a powerholder's page and copy tell of campaigns: ally and target at once is normal."""

from typing import Any

from django.urls import reverse

from m4c.campaigns.approaches.report import silence_report
from m4c.campaigns.models import Approach, Backer, Campaign, Target
from m4c.power.powerholder_panels import COPY_PARTS
from tests.cast import Cast
from tests.factories import NOW, TODAY, queries_of, signed_in, words_of
from tests.power.recording import owner_of, research_of


def campaign_of(cast: Cast, name: str) -> Campaign:
    given = {"group": cast.cardiff, "starts_on": TODAY, "made_by": cast.organiser}
    return Campaign.objects.create(name=name, slug=name.lower().replace(" ", "-"), **given)


def involved(cast: Cast, powerholder: Any, number: int) -> None:
    told = {"powerholder": powerholder, "added_by": cast.organiser, "added_at": NOW}
    for at in range(number):
        aimed = campaign_of(cast, f"Homes {powerholder.pk} {at}")
        backed = campaign_of(cast, f"Lights {powerholder.pk} {at}")
        Target.objects.create(campaign=aimed, since=TODAY, **told)
        Backer.objects.create(campaign=backed, name="They", kind="politician", since=TODAY, gave="A room", **told)
        Approach.objects.create(campaign=aimed, on=TODAY, channel="letter", asked=f"Build it {at}", **told)


def test_the_page_shows_target_and_ally_at_once_in_as_many_queries(cast: Cast) -> None:
    one, three = owner_of(cast), owner_of(cast, "Another")
    involved(cast, one, 1)
    involved(cast, three, 3)
    client = signed_in(cast, "organiser")
    address = reverse("powerholder", kwargs={"uid": one.uid})

    words = words_of(client.get(address))
    for said in ("Ally in one, target in another", "Can grant it", "Backs it", "Build it 0"):
        assert said in words
    assert "Build it 0" not in words_of(signed_in(cast, "leader_elsewhere").get(address))
    assert queries_of(client, address) == queries_of(client, reverse("powerholder", kwargs={"uid": three.uid}))


def test_the_copy_tells_what_was_asked_of_them(cast: Cast) -> None:
    owner = owner_of(cast)
    involved(cast, owner, 1)

    rows = [COPY_PARTS[name].rows(owner) for name in ("targets", "backing", "approaches")]

    said = {words for part in rows for row in part for _what, words in row}
    assert {"A room", "Build it 0", "can grant it"} <= said


def test_a_research_meeting_is_no_approach_and_starts_no_clock(cast: Cast) -> None:
    owner = owner_of(cast)
    research_of(cast, owner)
    assert (Approach.objects.count(), silence_report(cast.operator, TODAY)) == (0, [])
