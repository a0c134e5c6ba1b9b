"""Somebody who took part in campaigns: approached a powerholder, and stands in what others wrote of it."""

from collections.abc import Callable
from io import BytesIO

from m4c.campaigns.operations.approach import (
    Answer,
    NewApproach,
    answer_approach,
    correct_approach,
    keep_approach_paper,
    strike_approach,
)
from m4c.campaigns.operations.clock_pause import pause_clock
from m4c.campaigns.operations.silence_notice import decide_silence, note_reply, note_told
from m4c.people.documents.files import take_file
from m4c.people.models import Person
from tests.campaigns.approaches.making import approach_of, campaign_of, holder_of
from tests.cast import Cast
from tests.erasure.acted import acted
from tests.erasure.campaigned import led
from tests.erasure.pressed import pressed
from tests.factories import NOW, TODAY

Story = Callable[[Cast, Person, Person, str], None]


def approached(cast: Cast, person: Person, friend: Person, name: str) -> None:
    """A letter of hers, one that names her, its paper, a pause after her, and the notice of a silence."""
    campaign, holder = campaign_of(cast, "Bread and milk"), holder_of(cast, "The owner of the corner shop")
    approach_of(cast, campaign, holder, by_person=person, by_words=name)
    other = approach_of(cast, campaign, holder, days=30, asked=f"Meet {name}", by_words=name, source=f"{name} said so")
    due = other.answer_due
    new = NewApproach(holder, other.on, "letter", f"Meet {name}", due, by_words=name, source=f"{name} said so")
    correct_approach(approach=other, new=new, why=f"{name} said so", at=NOW, by=cast.organiser)
    sent_on = Answer("diverted", TODAY, f"Ask {name}", f"the desk of {name}")
    answer_approach(approach=other, answer=sent_on, at=NOW, by=cast.organiser)
    keep_approach_paper(
        approach=other, given=take_file(BytesIO(b"%PDF-1.4 letter"), f"{name}.pdf"), at=NOW, by=cast.organiser
    )
    pause_clock(campaign=campaign, kind="agreed", since=TODAY, words=f"{name} is away", at=NOW, by=cast.organiser)
    notice = decide_silence(
        approach=other, on=TODAY, how=f"{name} moved it", page_words=f"{name} asked.", at=NOW, by=cast.organiser
    )
    note_told(notice=notice, on=TODAY, how=f"By {name}", at=NOW, by=cast.organiser)
    note_reply(notice=notice, on=TODAY, words=f"Dear {name}", by=cast.organiser)
    wrong = approach_of(cast, campaign, holder, days=9)
    strike_approach(approach=wrong, why=f"It was {name}'s", at=NOW, by=cast.organiser)


CAMPAIGN_STORIES: list[Story] = [approached, led, pressed, acted]


def of_campaigns(cast: Cast, person: Person, friend: Person, name: str) -> None:
    """All of it."""
    for story in CAMPAIGN_STORIES:
        story(cast, person, friend, name)
