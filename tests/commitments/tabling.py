"""Short ways to a table, an ask, an answer, a grid and an assembly, for tests that are about something else."""

from datetime import timedelta
from typing import Any

from m4c.commitments.models import Answer, Ask, AskGrid, Assembly, Negotiation
from m4c.commitments.operations.answer import NewAnswer, write_answer
from m4c.commitments.operations.ask import NewAsk, write_ask
from m4c.commitments.operations.ask_grid import NewGrid, ask_many, make_grid
from m4c.commitments.operations.assembly import NewAssembly, make_assembly
from m4c.commitments.operations.negotiation import NewNegotiation, make_negotiation
from m4c.events.operations.event import NewEvent
from m4c.people.models import Group
from m4c.power.models import Powerholder
from tests.cast import Cast
from tests.factories import NOW, TODAY
from tests.power.recording import councillor_of

ASKED = "Will you meet us three times before May?"
SECRET = "We would take two meetings"


def meeting(kind: str = "negotiation", days: int = 0, title: str = "Monday at the town hall") -> NewEvent:
    """A meeting that was an hour ago."""
    return NewEvent(kind=kind, title=title, starts_at=NOW + timedelta(days=days, hours=-1))


def a_table(cast: Cast, group: Group | None = None, days: int = 0, **more: Any) -> Negotiation:
    """A negotiation of Cardiff's, that the organiser made."""
    by = cast.organiser if group is None else cast.operator
    new = NewNegotiation(meeting(days=days), "That they meet us", **more)
    return make_negotiation(group=group or cast.cardiff, new=new, at=NOW, by=by)


def a_councillor(cast: Cast, name: str = "Councillor for Trowbridge") -> Powerholder:
    """Somebody who holds an office."""
    return Powerholder.objects.filter(name=name).first() or councillor_of(cast, name, office=f"Member, {name}"[:80])


def an_ask(cast: Cast, table: Negotiation | None = None, group: Group | None = None, **more: Any) -> Ask:
    """An ask to a councillor, at a table where one is named."""
    facts: dict[str, Any] = {"words": ASKED, "powerholder": a_councillor(cast), "negotiation": table} | more
    return write_ask(group=group or cast.cardiff, new=NewAsk(**facts), at=NOW, by=cast.operator)


def new_answer(**more: Any) -> NewAnswer:
    """A yes, as it is written down."""
    facts: dict[str, Any] = {"kind": "yes", "on": TODAY, "says_who": "We all heard it"}
    return NewAnswer(**(facts | more))


def an_answer(cast: Cast, ask: Ask | None = None, **more: Any) -> Answer:
    """A yes that the leader wrote down."""
    return write_answer(ask=ask or an_ask(cast), new=new_answer(**more), at=NOW, by=cast.leader)


def a_grid(cast: Cast, *people: Powerholder, group: Group | None = None, **more: Any) -> AskGrid:
    """Two questions to these people."""
    facts: dict[str, Any] = {
        "name": "Every candidate in Cardiff",
        "asked_on": TODAY - timedelta(days=10),
        "questions": [("Will you pay the living wage?", "Living wage"), ("Will you meet us?", "")],
    }
    new = NewGrid(**(facts | more))
    grid = make_grid(group=group or cast.cardiff, new=new, at=NOW, by=cast.operator)
    if people:
        ask_many(grid=grid, powerholders=people, at=NOW, by=cast.operator)
    return grid


def an_assembly(cast: Cast, group: Group | None = None, days: int = 0, **more: Any) -> Assembly:
    """An assembly of Cardiff's, under way for an hour."""
    new = NewAssembly(meeting("assembly", days, "The Showcase"), "The Showcase", **more)
    return make_assembly(group=group or cast.cardiff, new=new, at=NOW, by=cast.operator)
