"""What somebody who is on record twice did at tables and on stages."""

from m4c.commitments.operations.answer import write_answer
from m4c.commitments.operations.negotiation import NewNegotiation, close_negotiation, make_negotiation, put_on_team
from m4c.commitments.operations.show_item import NewItem, add_show_item
from m4c.people.models import Person
from tests.cast import Cast
from tests.commitments.tabling import an_ask, an_assembly, meeting, new_answer
from tests.factories import NOW, TODAY


def negotiate(cast: Cast, person: Person, number: int) -> None:
    """Each record's part at a negotiation, an ask that they put, an answer that they heard, and what they led."""
    new = NewNegotiation(meeting(days=-number, title=f"Table {number}"))
    table = make_negotiation(group=cast.cardiff, new=new, at=NOW, by=cast.operator)
    put_on_team(negotiation=table, person=person, part="asker", at=NOW, by=cast.operator)
    ask = an_ask(cast, table, words=f"Will you, {number}?", asked_on=TODAY, asked_by=person)
    said = new_answer(witnesses=[person])
    write_answer(ask=ask, new=said, at=NOW, by=cast.operator)
    close_negotiation(negotiation=table, result="agreed", at=NOW, by=cast.operator)
    assembly = an_assembly(cast, days=-number)
    add_show_item(assembly=assembly, new=NewItem("welcome", "Welcome", leader=person), at=NOW, by=cast.operator)
