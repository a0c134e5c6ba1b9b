"""The demo's stories: one that goes far, one for a meeting that ends soon, and one kept by whoever listened."""

from datetime import timedelta
from functools import partial

from m4c.core.demo import Story as Tale
from m4c.listening.models import Story, StoryAsk
from m4c.listening.models.story import Level, Use
from m4c.listening.operations.story import NewStory, look_through_story, write_down_story
from m4c.listening.operations.story_ask import ask_for_story
from m4c.listening.operations.story_card import NewCard, NewUse, make_speaker_card, note_story_use
from m4c.listening.operations.story_link import make_story_link
from m4c.listening.operations.story_teller import Said, answer_by_story_link
from m4c.listening.stories.rules import words_hash
from m4c.people.models import Account, Membership, Person
from m4c.people.models.account import website

STAIRS = (
    "We are nineteen flats on one staircase, and the light has been out since the spring. I fell with the shopping,"
    " and my boy carried it up in the dark for a month.\n\nI rang eleven times. In the end I knocked at every door on"
    " the stairs, and it turned out that everybody had rung. So we wrote one letter, and nineteen of us signed it."
)
NIGHTS = (
    "I clean offices between ten at night and six. There is no bus home, so I walk an hour.\n\nNobody had ever asked"
    " me about it. I thought it was only me."
)
DAMP = "The wall beside my girl's bed is black. The doctor wrote two letters. I keep the copies in a biscuit tin."
TWICE = "I was moved twice in one winter, with two children and four bags. I would rather nobody knew my name."
QUOTED = (
    "I rang eleven times. In the end I knocked at every door on the stairs, and it turned out that everybody had rung."
)


def tell(tale: Tale) -> None:
    """Stories told to Cardiff's organiser, each as far along as stories are."""
    cardiff = tale.shelf["groups"]["Cardiff"]
    listener = Account.objects.get(person=tale.shelf["cast"]["Siân"])
    cast = [person.pk for person in tale.shelf["cast"].values()]
    belong = Membership.objects.open().filter(group=cardiff).exclude(person__in=cast).order_by("pk")
    tellers = [membership.person for membership in belong.select_related("person")[:3]]
    if len(tellers) < 3:
        return
    write = partial(written, tale, listener)
    stairs = write(tellers[0], "Nineteen doors on one staircase", STAIRS, days=40)
    answered(tale, stairs, dict.fromkeys((Use.WEBSITE, Use.PRINT, Use.MEETING), Level.FIRST_NAME), days=38)
    card = NewCard(Use.PRINT, QUOTED, tellers[0].given_name, "Lives on the fourth floor, and carries a spare bulb")
    made = make_speaker_card(story=stairs, new=card, at=tale.now, by=listener)
    leaflet = NewUse(Use.PRINT, "Leaflet for the October assembly, 400 copies", tale.today, card=made)
    note_story_use(story=stairs, new=leaflet, at=tale.now, by=listener)
    nights = write(tellers[1], "An hour's walk at six in the morning", NIGHTS, days=350)
    answered(tale, nights, {Use.MEETING: Level.INSIDE}, days=349)
    write(tale.shelf["cast"]["Bethan"], "A biscuit tin", DAMP, days=12)
    write(tellers[2], "What I never told the council", TWICE, days=3, level=Level.LISTENER)
    ask_for_story(person=tellers[2], said=StoryAsk.Said.NEVER, at=tale.now, by=listener)


def written(
    tale: Tale, listener: Account, teller: Person, title: str, words: str, *, days: int, level: Level = Level.TEAM
) -> Story:
    """A story that was written down so many days ago."""
    told_on = tale.today - timedelta(days=days)
    new = NewStory(teller, title, words, told_on, how="Nodded, and asked for a copy", level=level)
    at = tale.now - timedelta(days=days)
    return write_down_story(group=tale.shelf["groups"]["Cardiff"], new=new, at=at, by=listener)


def answered(tale: Tale, story: Story, levels: dict[Use, Level], *, days: int) -> None:
    """The teller read it by their link so many days ago, and said how far it may go."""
    at = tale.now - timedelta(days=days)
    look_through_story(story=story, at=at, by=story.listener)
    link = make_story_link(story=story, at=at, by=story.listener)
    all_levels: dict[str, int] = {use.value: level.value for use, level in levels.items()}
    said = Said(all_levels | {Use.KEPT.value: Level.TEAM.value}, words_hash(story))
    answer_by_story_link(token=link.token, said=said, at=at, by=website())
    story.refresh_from_db()
