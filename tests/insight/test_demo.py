"""Insight's chapter of the demo: two reports that everybody may read."""

from random import Random

from m4c.core.demo import Story as DemoStory
from m4c.insight.demo import tell
from m4c.insight.models import PublishedReport
from tests.insight.story import NOW


def test_the_summer_is_published_for_the_movement_and_for_cardiff(cast, summer_in_cardiff):
    tell(DemoStory(by=cast.operator, random=Random(2010), today=NOW.date(), now=NOW))
    assert {(str(report.group), report.figures["trained"]["total"]) for report in PublishedReport.objects.all()} == {
        ("Movement for Change", 20),
        ("Cardiff", 13),
    }
