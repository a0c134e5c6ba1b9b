"""Short ways to covenants and affiliations, for tests."""

from datetime import timedelta
from typing import Any

from m4c.commitments.models import Affiliation, Covenant, CovenantParty, CovenantText
from m4c.commitments.operations.affiliation import NewStep, begin_affiliation
from m4c.commitments.operations.covenant import NewCovenant, make_covenant, publish_covenant
from m4c.commitments.operations.covenant_party import NewParty, add_party, sign_covenant
from m4c.people.models import Group
from tests.cast import Cast
from tests.factories import NOW, TODAY

SINCE = TODAY - timedelta(days=100)
NAME, WORDS = "Respect on the parade", "We say hello.\nNobody under age is sold drink."


def a_covenant(cast: Cast, group: Group | None = None, name: str = NAME, **more: Any) -> Covenant:
    """A covenant of Cardiff's, that nobody has signed."""
    new = NewCovenant(name=name, **more)
    return make_covenant(group=group or cast.cardiff, new=new, words=WORDS, on=SINCE, at=NOW, by=cast.operator)


def text_of(covenant: Covenant) -> CovenantText:
    """Its latest text."""
    return CovenantText.objects.filter(covenant=covenant).order_by("-number")[0]


def a_party(cast: Cast, covenant: Covenant, name: str = "Residents", **more: Any) -> CovenantParty:
    """A body that has not signed."""
    new = NewParty(name=name, will_do="Somebody is out each Friday.", **more)
    return add_party(covenant=covenant, new=new, at=NOW, by=cast.operator)


def signed(cast: Cast, covenant: Covenant, name: str = "Residents", **more: Any) -> CovenantParty:
    """A body that has."""
    party = a_party(cast, covenant, name, **more)
    by = {"signed_by": f"Ada Probert, for {name}", "on": SINCE + timedelta(days=5)}
    return sign_covenant(party=party, text=text_of(covenant), **by, at=NOW, by=cast.operator)[-1]  # type: ignore[arg-type]


def a_public_covenant(cast: Cast, group: Group | None = None) -> Covenant:
    """One that two bodies signed, for everybody."""
    made = a_covenant(cast, group)
    signed(cast, made)
    signed(cast, made, "Shopkeepers")
    return publish_covenant(covenant=made, at=NOW, by=cast.operator)


def an_affiliation(cast: Cast, group: Group | None = None, **more: Any) -> Affiliation:
    """One that is sought."""
    step = NewStep(**{"state": "sought", "on": SINCE, **more})
    given = {"body_words": "Labour Party", "about": "a socialist society"}
    return begin_affiliation(group=group or cast.cardiff, **given, step=step, at=NOW, by=cast.operator)  # type: ignore[arg-type]
