"""The late chapters of the demo: a handing over half done, and a square with its doors."""

from random import Random

from m4c.core.demo import Story
from m4c.listening import demo_chart as talks
from m4c.people.chart.register import condition_of
from m4c.people.chart.rows import figures_of, people_on
from m4c.people.demo import chart as demo_chart
from m4c.people.demo import handing_over as demo_handing_over
from m4c.people.handing_over.walk import Progress, progress_of
from m4c.people.models import ChartPlace, Group, HandingOver, Membership
from tests.cast import Cast
from tests.factories import NOW, TODAY


def story_of(cast: Cast) -> Story:
    """A story that has come so far as to have the cast and the groups."""
    people = {"Siân": cast.person("organiser"), "Bethan": cast.person("leader")}
    shelf = {"cast": people, "groups": {"Cardiff": cast.cardiff, "Butetown": cast.st_mellons}}
    return Story(by=cast.operator, random=Random(1), today=TODAY, now=NOW, shelf=shelf)


def test_emrys_has_handed_over_half_of_his_people(cast: Cast) -> None:
    demo_handing_over.tell(story_of(cast))
    progress = progress_of(cast.fresh("organiser"), HandingOver.objects.get())
    assert progress == Progress(people=6, decided=3, owed=2, made=1, not_made=0, awaited=1)


def test_the_square_has_streets_blocks_doors_and_talks(cast: Cast) -> None:
    story = story_of(cast)
    demo_chart.tell(story)
    talks.tell(story)
    square, organiser = Group.objects.get(slug="loudoun-square-residents"), cast.fresh("organiser")
    done = condition_of(organiser, square, "talked:", TODAY.replace(month=8))
    assert figures_of(people_on(organiser, square, "street", done)) == (10, 4)
    assert (ChartPlace.objects.count(), Membership.objects.filter(unit="Loudoun House").count()) == (7, 3)
