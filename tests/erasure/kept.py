"""Somebody who kept an eye on a commitment, and stands in its words and in all that became of them."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from m4c.commitments.operations.changed_terms import amend_commitment, inherit_commitment
from m4c.commitments.operations.commitment import NewMilestone, edit_commitment, name_keeper
from m4c.commitments.operations.terms import add_condition, say_condition, set_due
from m4c.people.models import Person
from tests.cast import Cast
from tests.commitments.making import a_commitment, a_speaker, new_commitment
from tests.factories import NOW, TODAY


def kept(cast: Cast, person: Person, friend: Person, name: str) -> None:
    """Her keeping, and her name wherever words are free."""
    told: dict[str, Any] = {
        "words": f"I will house {name}",
        "made_to": f"Friends of {name}",
        "occasion": f"Tea at {name}'s",
        "counts_as_kept": f"{name} has a key",
        "evidence_needed": f"{name}'s key",
        "source": f"{name}'s film",
        "due_words": f"Before {name} leaves",
        "office_words": f"Landlord of {name}",
        "milestones": [NewMilestone(TODAY, Decimal(1), f"{name} has met them")],
    }
    promise, by = a_commitment(cast, **told), cast.organiser
    then: dict[str, Any] = {"at": NOW, "by": by}
    for keeper in (friend, person):
        name_keeper(commitment=promise, keeper=keeper, by=by)
    misheard = replace(new_commitment(cast, **told), words=f"I shall house {name}")
    edit_commitment(commitment=promise, new=misheard, why=f"{name} heard otherwise", **then)
    set_due(
        commitment=promise, due_on=TODAY, words=f"When {name} is back", because=f"{name} left", known_on=TODAY, **then
    )
    condition = add_condition(commitment=promise, words=f"If {name} asks", **then)
    shown: dict[str, Any] = {"evidence": f"{name} asked", "says_who": name}
    say_condition(condition=condition, state="met", on=TODAY, **shown, **then)
    agreed: dict[str, Any] = {"words": f"{name} gets a flat", "because": f"{name} asked", "agreed_with": name}
    amend_commitment(commitment=promise, on=TODAY, **agreed, **then)
    after = a_speaker(cast, "New minister")
    said: dict[str, Any] = {"words": f"I know {name}", "says_who": name}
    inherit_commitment(commitment=promise, powerholder=after, on=TODAY, stance="takes_on", **said, **then)
