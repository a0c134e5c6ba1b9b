"""How a record in the story of two belonged, was handed over and asked about itself: rows of their own tables."""

from datetime import timedelta
from typing import Any

from m4c.people.models import (
    Delegate,
    GroupPassing,
    GroupSupporter,
    HandedOver,
    HandingOver,
    JoinRequest,
    Leaving,
    LeavingLink,
    MemberBody,
    OwnDataLink,
    PassingAsking,
    Person,
    PersonContact,
    PrivacyNotice,
    Restriction,
    RightsRequest,
)
from tests.cast import Cast
from tests.factories import NOW, TODAY


def belong(cast: Cast, person: Person, friend: Person, notice: PrivacyNotice, number: int) -> None:
    """Rows of coming in, standing in, going, handing over, and of what one asks of one's data."""
    by, later = cast.organiser, NOW + timedelta(days=number)
    JoinRequest.objects.create(
        group=cast.swansea, person=person, notice=notice, language="cy", made_at=later, answer_by=later.date()
    )
    made: dict[str, Any] = {"by": by, "made_at": later}
    Leaving.objects.create(person=person, group=cast.manchester, on=TODAY, way=Leaving.Way.OWN_PAGE, **made)
    LeavingLink.objects.create(
        person=person, group=cast.cardiff, token_hash=f"{number}" * 64, made_at=NOW, expires_at=later
    )
    body, _made = MemberBody.objects.get_or_create(
        coalition=cast.coalition, body=cast.swansea, defaults={"seats": 3, "said_by": by}
    )
    Delegate.objects.create(member_body=body, person=person, started_on=TODAY - timedelta(days=number), said_by=by)
    passing, _made = GroupPassing.objects.get_or_create(
        group=cast.lambeth, defaults={"closes_on": TODAY, "why": "Too few", "begun_by": by, "begun_at": NOW}
    )
    PassingAsking.objects.create(passing=passing, person=person)
    GroupSupporter.objects.create(group=cast.norwich, person=person, words=f"Lent a van, {number}", by=by, at=NOW)
    be_handed_over(cast, person, friend, number)
    ask(cast, person, number)


def be_handed_over(cast: Cast, person: Person, friend: Person, number: int) -> None:
    """Somebody else's people with this record among them, and this record's people to the friend and back."""
    by, leader = cast.organiser, cast.person("leader")
    given = {"group": cast.st_mellons, "since": TODAY - timedelta(days=number), "given_by": by}
    PersonContact.objects.create(person=person, contact=leader, **given)
    PersonContact.objects.create(person=friend, contact=person, **given)
    own = HandingOver.objects.create(
        person=person, group=cast.cardiff, begun_by=by, begun_at=NOW, ended_at=NOW, ended_by=by
    )
    HandedOver.objects.create(handing_over=own, person=friend, next_contact=leader, decided_by=by, decided_at=NOW)
    others, _made = HandingOver.objects.get_or_create(
        person=leader, group=cast.cardiff, defaults={"introducer": person, "begun_by": by, "begun_at": NOW}
    )
    HandedOver.objects.create(handing_over=others, person=person, decided_by=by, decided_at=NOW)
    HandedOver.objects.create(handing_over=others, person=friend, next_contact=person, decided_by=by, decided_at=NOW)


def ask(cast: Cast, person: Person, number: int) -> None:
    """A link to one's own data, and a request by which the record was set aside for a while."""
    by = cast.data_protection
    OwnDataLink.objects.create(
        person=person, email=f"sian{number}@example.org", token_hash=f"{number}" * 64, made_at=NOW, expires_at=NOW
    )
    days = {"received_on": TODAY, "answer_by": TODAY, "aim_by": TODAY}
    asked = RightsRequest.objects.create(
        group=cast.movement, person=person, kind="restriction", way="letter", name="Siân", taken_by=by, **days
    )
    lifted = {"told_on": TODAY, "lifted_at": NOW, "lifted_by": by}
    Restriction.objects.create(person=person, request=asked, placed_at=NOW, placed_by=by, **lifted)
