"""Outreach's chapter of the demo: Cardiff tells its people about a meeting, and one more letter is being written."""

from m4c.core.demo import Story
from m4c.events.models import Event
from m4c.outreach.operations.telling import Words, write_telling
from m4c.people.models import Account


def tell(story: Story) -> None:
    """Siân writes about the next public meeting. Nothing goes out of a demo by itself."""
    cardiff = story.shelf["groups"]["Cardiff"]
    siân = Account.objects.get(person=story.shelf["cast"]["Siân"])
    coming = Event.objects.filter(group=cardiff, kind=Event.Kind.PUBLIC_MEETING).coming(story.now).first()
    said = Words(
        "Thursday, seven o'clock: will you come?",
        "The shop has been empty for eight years. On Thursday we decide what we do next: church hall, seven.\n\n"
        "Come, and bring one neighbour. There is tea, and a corner for the children.",
        "Thursday 7pm, church hall: what next for the empty shop? Bring one neighbour. Tea!",
    )
    write_telling(group=cardiff, event=coming, said=said, at=story.now, by=siân)
