"""Somebody who told a story that went everywhere, and stands in somebody else's."""

from m4c.listening.models import StoryAsk
from m4c.listening.models.story import Level, Use
from m4c.listening.operations.story_card import NewCard, NewUse, make_speaker_card, note_story_use
from m4c.people.models import Person
from m4c.website.operations.story import draft_story_page
from tests.cast import Cast
from tests.factories import NOW, TODAY
from tests.listening.stories import agreed, told


def tell_everywhere(cast: Cast, person: Person, friend: Person) -> None:
    """Her story with its card, its leaflet and its page, and a friend's that names her."""
    name = person.name
    levels = {Use.PRINT: Level.NAME_AND_PICTURE, Use.WEBSITE: Level.NAME_AND_PICTURE}
    story = agreed(cast, levels, teller=person, title=f"I am {name}", words=f"They call me {name}.")
    card = NewCard(Use.PRINT, f"They call me {name}.", name, f"{name} of the stairs")
    made = make_speaker_card(story=story, new=card, at=NOW, by=cast.organiser)
    used = NewUse(Use.PRINT, f"{name}'s leaflet", TODAY, card=made)
    note_story_use(story=story, new=used, at=NOW, by=cast.organiser)
    draft_story_page(story=story, by=cast.organiser)
    StoryAsk.objects.create(person=person, by=cast.organiser, at=NOW)
    told(cast, friend, title=f"How {name} helped", words=f"Then {name} came.")
