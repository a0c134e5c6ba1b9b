"""What somebody who is on record twice keeps an eye on."""

from m4c.commitments.operations.commitment import name_keeper
from m4c.people.models import Person
from tests.cast import Cast
from tests.commitments.making import a_commitment


def keep(cast: Cast, person: Person, number: int) -> None:
    """Each record keeps a commitment."""
    made = a_commitment(cast, words=f"Promise {number}")
    name_keeper(commitment=made, keeper=person, by=cast.operator)
