"""Somebody who stands in covenants and affiliations, and follows a commitment by e-mail."""

from typing import Any

from m4c.commitments.operations.affiliation import NewStep, begin_affiliation
from m4c.commitments.operations.covenant import NewCovenant, make_covenant, review_covenant, rewrite_covenant
from m4c.commitments.operations.covenant_party import NewParty, add_party, leave_covenant, sign_covenant
from m4c.commitments.operations.follower import follow_commitment
from m4c.people.models import Person
from m4c.people.models.account import website
from tests.cast import Cast
from tests.commitments.covenanting import text_of
from tests.commitments.faces.facing import a_public_promise
from tests.erasure.acted import EMAIL
from tests.factories import NOW, TODAY


def covenanted(cast: Cast, person: Person, friend: Person, name: str) -> None:
    """A covenant that names her but in its own address, an affiliation, and her address on a commitment."""
    by = cast.organiser
    new = NewCovenant(name="Respect", about=f"{name} and the shops")
    made = make_covenant(group=cast.cardiff, new=new, words=f"{name} says hello", on=TODAY, at=NOW, by=by)
    body = NewParty(will_do=f"{name} is out on Fridays", name=f"Friends of {name}", kind_words=f"{name}'s street")
    party = add_party(covenant=made, new=body, at=NOW, by=by)
    sign_covenant(party=party, text=text_of(made), on=TODAY, signed_by=name, at=NOW, by=by)
    said: dict[str, Any] = {"holds": "yes", "words": f"{name} was there", "says_who": name}
    review_covenant(covenant=made, on=TODAY, **said, at=NOW, by=by)
    leave_covenant(party=party, on=TODAY, because=f"{name} moved", at=NOW, by=by)
    rewrite_covenant(covenant=made, words=f"{name} waves", on=TODAY, because=f"{name} asked", at=NOW, by=by)
    words: dict[str, Any] = {"hangs_on": f"{name} agrees", "words": f"{name} asked", "says_who": name}
    step = NewStep(state="conditional", on=TODAY, **words)
    told: dict[str, Any] = {"body_words": f"Society of {name}", "about": f"as {name} wished"}
    begin_affiliation(group=cast.cardiff, **told, step=step, at=NOW, by=by)
    follow_commitment(commitment=a_public_promise(cast), email=EMAIL, language="en", at=NOW, by=website())
