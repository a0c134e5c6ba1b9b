"""Ask Siân: who knows a powerholder or knows somebody who does, up to two steps, through those one may see alone."""

from m4c.people.operations.relationship import record_relationship
from m4c.power.operations.powerholder import say_own_person
from m4c.power.record.asking import ways_to
from tests.cast import Cast
from tests.factories import TODAY, somebody, talk
from tests.power.recording import known_by, owner_of


def told(cast: Cast, who: str, owner: object) -> list[tuple[str, str]]:
    """Whom this persona is told to ask, and through whom first."""
    ways = ways_to(getattr(cast, who), owner, TODAY).ways  # type: ignore[arg-type]
    return [(way.introduction.ask.name, way.introduction.first.name if way.introduction.first else "") for way in ways]


def test_whom_one_knows_oneself_comes_first_and_then_through_whom(cast: Cast) -> None:
    owner, near, far = owner_of(cast), somebody(cast, "Near One"), somebody(cast, "Far One")
    middle, stranger = somebody(cast, "Middle One"), somebody(cast, "Strange One")
    for one in (stranger, far, near):
        known_by(cast, owner, one)
    me = cast.person("organiser")
    talk(cast, me, near)
    talk(cast, me, middle)
    record_relationship(
        group=cast.cardiff, person=middle, other=far, kind="neighbour", evidence="One stair", by=cast.organiser
    )

    assert told(cast, "organiser", owner) == [("Near One", ""), ("Far One", "Middle One"), ("Strange One", "")]


def test_one_is_told_that_one_knows_them_oneself(cast: Cast) -> None:
    owner = owner_of(cast)
    known_by(cast, owner, cast.person("organiser"), how="His tenant")

    ways = ways_to(cast.organiser, owner, TODAY)

    assert (ways.own, ways.ways) == ("His tenant", [])


def test_those_elsewhere_and_those_kept_safe_are_named_to_nobody(cast: Cast) -> None:
    owner = owner_of(cast)
    known_by(cast, owner, somebody(cast))

    assert told(cast, "organiser", owner) == [("Amal Yusuf", "")]
    assert told(cast, "organiser_elsewhere", owner) == []


def test_the_relationships_of_one_of_our_own_lead_nowhere(cast: Cast) -> None:
    owner, person, friend = owner_of(cast), somebody(cast, "Tegan Marlow"), somebody(cast, "Ffion Quill")
    say_own_person(powerholder=owner, person=person, by=cast.organiser)
    record_relationship(
        group=cast.cardiff, person=person, other=friend, kind="friend", evidence="School", by=cast.organiser
    )
    talk(cast, cast.person("organiser"), person)
    assert told(cast, "organiser", owner) == []

    other = somebody(cast, "Third One")
    known_by(cast, owner, other)
    record_relationship(
        group=cast.cardiff, person=person, other=other, kind="friend", evidence="School", by=cast.organiser
    )
    assert told(cast, "organiser", owner) == [("Third One", "")]
