"""A late chapter of the demo: with whom of the square's residents somebody has talked."""

from datetime import timedelta

from m4c.core.demo import Story
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_ones

TALKED = 4  # residents with whom Bethan has talked so far


def tell(story: Story) -> None:
    """Bethan goes from door to door, a resident a week."""
    square, residents = story.shelf["square"]
    days = [story.today - timedelta(weeks=week) for week in range(1, TALKED + 1)]
    rows = [
        NewOneToOne(story.shelf["cast"]["Bethan"], person, day, held_on=day)
        for person, day in zip(residents, days, strict=False)
    ]
    record_one_to_ones(group=square, rows=rows, by=story.by)
