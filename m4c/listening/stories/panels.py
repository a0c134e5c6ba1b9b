"""What stories add to somebody's page: what they told us, as far as one may see, and whether they may be asked."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.panels import PERSON_PANELS, Panel
from m4c.core.visibility import Rows
from m4c.listening.models import Story, StoryAsk
from m4c.listening.permissions import KEEP_STORIES
from m4c.people.models import Account, Person
from m4c.people.naming import with_doer

NEWEST = 5


def stories_of(account: Account, person: Person) -> dict[str, Any] | None:
    """The stories of somebody that one may see. One statement."""
    found = list(Story.objects.visible_to(account).filter(teller=person, taken_back_at=None)[:NEWEST])
    return {"stories": found} if found else None


def asks_of(account: Account, person: Person) -> dict[str, Any] | None:
    """Who asked somebody for their story, when, and what they said, the newest first. Two statements."""
    asks = list(StoryAsk.objects.visible_to(account).filter(person=person).select_related("by__person")[:NEWEST])
    said = next((ask.said for ask in asks if ask.said), "")
    return {
        "asks": with_doer(account, asks, "by"),
        "person": person,
        "never_again": said == StoryAsk.Said.NEVER,
        "answers": StoryAsk.Said.choices,
    }


def nobody_asked(account: Account, person: Person) -> dict[str, Any] | None:
    """The way to write down that one asked, for whoever may."""
    return {"asks": [], "person": person, "never_again": False} if person.pk != account.person_id else None


def register() -> None:
    """Put them on the page."""
    told = Panel(
        _("Stories that they told"),
        "listening/stories_panel.html",
        stories_of,
        KEEP_STORIES,
        46,
        rows=lambda person: Rows(Story, Q(teller=person, taken_back_at=None)),
    )
    asked = Panel(
        _("Asked for their story"),
        "listening/story_asks_panel.html",
        asks_of,
        KEEP_STORIES,
        47,
        rows=lambda person: Rows(StoryAsk, Q(person=person)),
        bare=nobody_asked,
    )
    PERSON_PANELS.add("listening.stories", told)
    PERSON_PANELS.add("listening.story-asks", asked)
