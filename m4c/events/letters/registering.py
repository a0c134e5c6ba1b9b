"""What letters tell the other apps: their panel, what becomes of their rows, and what they hold on a person."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from m4c.core.panels import Panel
from m4c.core.visibility import scopes_of
from m4c.events.event_panels import EVENT_PANELS
from m4c.events.models import Event, EventLetter, LetterToSomebody
from m4c.events.permissions import PLAN_EVENTS
from m4c.people.access.sources import Table, hold
from m4c.people.erasing import goes, mentions
from m4c.people.merging import move
from m4c.people.models import Account
from m4c.people.operations.merging.journal import Journal

State = LetterToSomebody.State
BY_THE_CLOCK = {
    EventLetter.Kind.REMINDER: _("a reminder"),
    EventLetter.Kind.THANKS: _("thanks"),
    EventLetter.Kind.MISSED: _("a word to whoever did not come"),
}
STRENGTH = [State.QUEUED, State.HELD_BACK, State.FAILED, State.SENT]


def letters_at(account: Account, event: Event) -> dict[str, Any] | None:
    """Which letters go by the clock; None for whoever does not plan the event. One statement."""
    if not account.may(PLAN_EVENTS, scopes_of(event)):
        return None
    rows = EventLetter.objects.visible_to(account).filter(event=event).exclude(approved_at=None)
    on = {row.kind for row in rows}
    return {"event": event, "on": [str(name) for kind, name in BY_THE_CLOCK.items() if kind in on]}


def unite(journal: Journal, kept: LetterToSomebody, gone: LetterToSomebody) -> bool:
    """Two letters of one occasion are one: it went where either did, so that none goes twice."""
    stronger = max(kept, gone, key=lambda letter: STRENGTH.index(State(letter.state)))
    journal.change(kept, state=stronger.state, why=stronger.why, settled_at=stronger.settled_at)
    return True


def register() -> None:
    """Tell all of it."""
    EVENT_PANELS.add("events.letters", Panel(_("Letters"), "events/letter_panel.html", letters_at, PLAN_EVENTS, 13))
    goes(LetterToSomebody, "person", _("that letters of events went to them"))
    mentions(EventLetter, "subject", "words", what=_("their name in a letter of an event"))
    move(LetterToSomebody, "person", key=lambda row: (row.event_id, row.kind, row.occasion), unite=unite)
    hold("event-letters", _("Letters of events to you"), Table(LetterToSomebody, of=("person",)))
