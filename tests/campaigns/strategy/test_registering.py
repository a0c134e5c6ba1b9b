"""What becomes of the chart and the map when somebody is erased, or a group becomes part of another."""

import pytest

from m4c.campaigns.models import ChartEntry, ChartVersion, Placement
from m4c.campaigns.operations.chart import keep_version
from m4c.people.erasing import ERASERS, Forgotten
from m4c.people.operations.group_merge import merge_group
from tests.campaigns.strategy.making import campaign_of, line_of, placed
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody

pytestmark = pytest.mark.django_db
NAME = "Amâl “Mali” Yusuf"


def test_a_private_name_goes_out_of_chart_versions_and_map(cast: Cast) -> None:
    person = somebody(cast)
    entry = line_of(cast, words=f"Ask {NAME} to hold the banner")
    keep_version(target=entry.target, at=NOW, words=f"Told by {NAME}", by=cast.organiser)
    row = placed(cast)
    Placement.objects.filter(pk=row.pk).update(evidence=f"{NAME} heard it")
    forgotten = Forgotten(person, None, NOW, cast.operator, names=frozenset({NAME}))
    for model in ("chartentry", "chartversion", "placement"):
        eraser = ERASERS[f"campaigns.{model}.mentions"]
        eraser.run(forgotten, eraser.held(forgotten))
    version = ChartVersion.objects.get()
    assert ChartEntry.objects.get().words == "Ask … to hold the banner"
    assert (version.words, version.entries[0]["words"]) == ("Told by …", "Ask … to hold the banner")
    assert Placement.objects.get().evidence == "… heard it"


def test_a_group_on_a_map_follows_into_what_it_becomes_part_of(cast: Cast) -> None:
    placed(cast, campaign_of(cast), cast.st_mellons)
    merge_group(groups=[cast.st_mellons, cast.cardiff], on=TODAY, at=NOW, by=cast.operator)
    assert Placement.objects.get().group == cast.cardiff
