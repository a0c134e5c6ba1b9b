"""Somebody at a table and on a stage, named in what was asked, answered and planned: her parts and her name go."""

from typing import Any

from m4c.commitments.operations.answer import NewAnswer, strike_answer, write_answer
from m4c.commitments.operations.ask_grid import NewGrid, make_grid
from m4c.commitments.operations.assembly import call_roll, close_assembly
from m4c.commitments.operations.minute import keep_correction, send_minute, write_minute
from m4c.commitments.operations.negotiation import (
    NewNegotiation,
    close_negotiation,
    make_negotiation,
    put_on_team,
    seat_other_side,
    word_team_paper,
)
from m4c.commitments.operations.show_item import NewItem, add_show_item
from m4c.people.models import Person
from tests.cast import Cast
from tests.commitments.tabling import an_ask, an_assembly, meeting
from tests.factories import NOW, TODAY


def negotiated(cast: Cast, person: Person, friend: Person, name: str) -> None:
    """A part at a table, an ask that she put, an answer that she heard, and her name wherever words are free."""
    by, at = cast.organiser, NOW
    new = NewNegotiation(meeting(title=f"For {name}"), f"That they meet {name}")
    table = make_negotiation(group=cast.cardiff, new=new, at=at, by=by)
    for whom in (person, friend):
        put_on_team(negotiation=table, person=whom, part="story", at=at, by=by)
    paper = {"fall_back": f"Ask {name}", "walk_away": f"When {name} says so", "notes": f"{name} is tired"}
    word_team_paper(negotiation=table, **paper, at=at, by=by)
    seat_other_side(negotiation=table, words=f"Who knows {name}", at=at, by=by)
    ask = an_ask(cast, table, words=f"Will you house {name}?", asked_on=TODAY, asked_by=person, office_words=name)
    told: dict[str, Any] = {"words": f"{name} is housed", "source": f"{name}'s film", "witness_words": f"{name}'s aunt"}
    answer = write_answer(ask=ask, new=NewAnswer("yes", TODAY, name, **told, witnesses=[person, friend]), at=at, by=by)
    minute = write_minute(meeting=table, at=at, by=by)
    send_minute(minute=minute, sent_to=f"Friends of {name}", how="", on=TODAY, at=at, by=by)
    theirs = {"words": f"{name} misheard", "corrected_by": f"Cousin of {name}"}
    keep_correction(minute=minute, **theirs, on=TODAY, at=at, by=by)
    strike_answer(answer=answer, why=f"{name} asked for it", at=at, by=by)
    close_negotiation(negotiation=table, result="agreed", words=f"{name} is glad", at=at, by=by)
    grid = NewGrid("Everybody", TODAY, [(f"Will you meet {name}?", name)])
    make_grid(group=cast.cardiff, new=grid, at=at, by=by)
    on_stage(cast, person, name)


def on_stage(cast: Cast, person: Person, name: str) -> None:
    """What she led at an assembly, and where its sheets say her name."""
    by, at = cast.organiser, NOW
    assembly = an_assembly(cast)
    new = NewItem("welcome", f"{name} welcomes", leader=person, script=f"I am {name}")
    add_show_item(assembly=assembly, new=new, at=at, by=by)
    call_roll(assembly=assembly, words=f"Neighbours of {name}", says_who=name, number=3, at=at, by=by)
    close_assembly(assembly=assembly, at=at, by=by)
