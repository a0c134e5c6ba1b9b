"""Who may open stories: whoever listened and whoever told them; as far as was agreed, the organisers of the group."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from m4c.listening.models.story import Level, Use
from m4c.listening.operations.story_card import NewCard, make_speaker_card
from m4c.listening.operations.story_link import make_story_link
from m4c.people.models import Movement
from m4c.people.operations.protection import keep_safe
from m4c.website.operations.site import lay_out
from tests.access.personas import (
    ANYBODY,
    DATA,
    EVERYBODY,
    LEADERS,
    NOBODY,
    OWN_ORGANISERS,
    those,
)
from tests.access.records import DAY
from tests.access.table import form, page, press
from tests.cast import Cast
from tests.factories import somebody
from tests.listening.stories import QUOTED, agreed, told

Words = Callable[[Cast], dict[str, Any]]


def story(by: str = "organiser", level: int = Level.LISTENER, teller: str = "") -> Words:
    """A story of Cardiff, told to somebody, for them alone or for the team."""

    def written(cast: Cast) -> dict[str, Any]:
        who = cast.person(teller) if teller else somebody(cast, met_by=cast.person(by))
        return {"uid": told(cast, who, by=getattr(cast, by), level=level).uid}

    return written


def public(cast: Cast) -> dict[str, Any]:
    """A story that its teller let out, with a card."""
    return {"uid": agreed(cast, {Use.WEBSITE: Level.NAMELESS, Use.PRINT: Level.NAMELESS}, at=timezone.now()).uid}


def on_a_site(cast: Cast) -> dict[str, Any]:
    """The same, where the movement has its site."""
    lay_out(Movement.objects.create(group=cast.movement))
    return public(cast)


def of_protected(cast: Cast) -> dict[str, Any]:
    """A story that the organiser was told, whose teller is kept safe now."""
    teller = somebody(cast)
    uid = told(cast, teller, level=Level.TEAM).uid
    keep_safe(person=teller, at=timezone.now(), by=cast.safeguarding)
    return {"uid": uid}


def card(cast: Cast) -> dict[str, Any]:
    """A card of a story that may be printed."""
    shown = agreed(cast, {Use.PRINT: Level.NAMELESS}, at=timezone.now())
    new = NewCard(Use.PRINT, QUOTED)
    return {"uid": make_speaker_card(story=shown, new=new, at=timezone.now(), by=cast.organiser).uid}


def link(cast: Cast) -> dict[str, Any]:
    """The secret of a teller's link."""
    return {"token": make_story_link(story=told(cast), at=timezone.now(), by=cast.organiser).token}


def person(cast: Cast) -> dict[str, Any]:
    """Somebody of Cardiff."""
    return {"uid": somebody(cast).uid}


HERE: dict[str, Any] = {"area": LEADERS, "given": story(level=Level.TEAM)}
OUT: dict[str, Any] = {"area": LEADERS, "given": public}
ANSWERS = {"kept": "2", "meeting": "0", "website": "0", "print": "0", "report": "0", "press": "0"}
LOWER = {"use": "kept", "level": "1"}
CONSENT = {"use": "meeting", "level": "3", "how": "On the phone", "on": DAY}
WORDS = {"title": "Dark stairs", "words": "It went dark in May.", "told_on": DAY}
CARD = {"use": "print", "quotation": QUOTED}
USED = {"use": "print", "where": "A leaflet", "used_on": DAY}
OWN: dict[str, Any] = {"area": EVERYBODY, "given": story(teller="member")}

ROWS = {
    "stories": page(LEADERS),
    "write-down-story": form(LEADERS),
    "story": page(OWN_ORGANISERS | DATA, area=EVERYBODY, given=story(level=Level.TEAM)),
    "story: for whoever listened alone": page(those("leader"), area=EVERYBODY, given=story("leader")),
    "story: its teller's": page(those("organiser", "member"), area=EVERYBODY, given=story(teller="member")),
    "story: of one kept safe": page(NOBODY, area=EVERYBODY, given=of_protected),
    "edit-story": form(OWN_ORGANISERS, sent=WORDS, **HERE),
    "look-through-story": form(OWN_ORGANISERS, sent={"seen": "yes"}, **HERE),
    "record-story-consent": form(OWN_ORGANISERS, sent=CONSENT, **HERE),
    "lower-story": press(OWN_ORGANISERS, sent=LOWER, **HERE),
    "take-back-story": press(OWN_ORGANISERS, **HERE),
    "take-back-story: of one kept safe": press(NOBODY, area=LEADERS, given=of_protected),
    "make-story-link": press(OWN_ORGANISERS, **HERE),
    "send-story-link": press(OWN_ORGANISERS, writes=NOBODY, **HERE),  # of nobody with an e-mail address
    "make-speaker-card": form(OWN_ORGANISERS, sent=CARD, **OUT),
    "note-story-use": form(OWN_ORGANISERS, sent=USED, **OUT),
    "draft-story-page": press(OWN_ORGANISERS, area=LEADERS, given=on_a_site),
    "speaker-card": page(OWN_ORGANISERS, area=LEADERS, given=card),
    "end-speaker-card": press(OWN_ORGANISERS, area=LEADERS, given=card),
    "ask-for-story": press(OWN_ORGANISERS, area=LEADERS, given=person),
    "answer-story-ask": press(OWN_ORGANISERS, area=LEADERS, given=person, sent={"said": "never"}),
    "own-stories": page(EVERYBODY),
    "never-ask-me": press(EVERYBODY),
    "own-story": form(those("member"), sent=ANSWERS, **OWN),
    "take-back-own-story": press(those("member"), **OWN),
    "story-by-link": form(ANYBODY, given=link, sent=ANSWERS),
    "take-back-story-by-link": press(ANYBODY, given=link),
    "never-ask-by-link": press(ANYBODY, given=link),
}
