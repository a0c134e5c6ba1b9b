"""Insight's chapter of the demo: the summer of 2010 as the movement and Cardiff published it."""

from datetime import date

from m4c.core.demo import Story
from m4c.insight.operations.published_report import publish_report
from m4c.insight.so_far import Period, Reading
from m4c.insight.so_far.pictures import Pictures
from m4c.insight.so_far.public import public_figures
from m4c.people.models import Group

SUMMER = Period(date(2010, 6, 1), date(2010, 9, 30))


def tell(story: Story) -> None:
    """Publish two reports, so that the public list is not empty."""
    movement = Group.objects.get(kind=Group.Kind.MOVEMENT)
    for group in (Group.objects.get(name="Cardiff", kind=Group.Kind.LOCAL), movement):
        reading = Reading(period=SUMMER, group=group, account=story.by, now=story.now)
        figures = public_figures(reading)
        pictures = Pictures.public(reading, figures).as_json()
        publish_report(group=group, period=SUMMER, figures=figures, pictures=pictures, by=story.by, at=story.now)
