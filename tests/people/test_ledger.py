"""The engagement ledger: written with its sources, withdrawn with them, seen as they are, and rebuilt to the same."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from m4c.events.operations.attendance import record_attendance, remove_attendance
from m4c.events.operations.event import call_off_event, edit_event, put_event_back
from m4c.leaders.models import ConversationPledge
from m4c.listening.models import HouseMeeting
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one, reopen_one_to_one
from m4c.people import ledger
from m4c.people.models import Engagement, Person
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering, somebody

Row = tuple[object, ...]
FIELDS = ["kind", "person", "leader", "other", "at", "group", "tier", "author", "source_type", "source_id"]


def ledger_rows() -> list[Row]:
    return list(Engagement.objects.order_by(*FIELDS).values_list(*FIELDS))


@pytest.fixture
def busy(cast: Cast) -> dict[str, object]:
    """A story that goes back and forth: every source, and every way in which a row changes or goes."""
    leader = cast.person("leader")
    people = [somebody(cast, f"Person{number} Busy", met_by=leader, met_on=TODAY) for number in range(4)]
    event, called_off = gathering(cast), gathering(cast, days=-7)
    attendances = [
        record_attendance(event=event, person=person, brought_by=leader, by=cast.organiser) for person in people
    ]
    record_attendance(event=called_off, person=people[0], by=cast.organiser)
    record_attendance(event=event, person=people[1], state="did_not_come", by=cast.organiser)
    remove_attendance(attendance=attendances[2], by=cast.organiser)
    call_off_event(event=called_off, at=NOW, by=cast.organiser)
    edit_event(event=event, values={"starts_at": NOW + timedelta(hours=2)}, by=cast.organiser)
    talks = [
        record_one_to_one(group=cast.cardiff, new=NewOneToOne(leader, other, TODAY, held_on=TODAY), by=cast.operator)
        for other in people
    ]
    reopen_one_to_one(one_to_one=talks[3], by=cast.leader)
    meeting = HouseMeeting.objects.create(
        event=gathering(cast, kind="house_meeting"), host=people[0], group=cast.cardiff, day=TODAY, held_on=TODAY
    )
    pledges = [
        ConversationPledge.objects.create(
            person=person, kind=kind, number=5, group=cast.cardiff, made_on=TODAY, withdrawn_on=withdrawn_on
        )
        for person, kind, withdrawn_on in (
            (people[0], "one_to_one", None),
            (people[0], "house_meeting", None),
            (people[1], "one_to_one", TODAY),
        )
    ]
    ledger.write([meeting, *pledges])
    return {"people": people, "event": event, "called_off": called_off, "talks": talks}


def test_a_rebuild_changes_nothing(busy: dict[str, object]) -> None:
    before = ledger_rows()
    kinds = {row[0] for row in before}

    assert kinds >= {"met", "came", "brought", "held_one_to_one", "had_one_to_one", "hosted_house_meeting"}
    assert kinds >= {"pledged_one_to_one", "pledged_house_meeting"}
    assert ledger.rebuild() == {"added": 0, "changed": 0, "withdrawn": 0}
    assert ledger_rows() == before


def test_a_rebuild_makes_it_whole_again(busy: dict[str, object]) -> None:
    before = ledger_rows()
    Engagement.objects.filter(kind="came").delete()
    Engagement.objects.filter(kind="met").update(leader=None)
    stray = Engagement.objects.first()
    assert stray is not None
    for source_type, source_id in (("events.attendance", 999_999), ("nothing.known", 1)):
        stray.pk, stray.source_type, stray.source_id = None, source_type, source_id
        stray.save()
    told = ledger.rebuild()

    assert (told["added"], told["changed"], told["withdrawn"]) == (2, 4, 2)
    assert ledger_rows() == before


def test_a_rebuild_goes_on_from_chunk_to_chunk(busy: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    before = ledger_rows()
    monkeypatch.setattr(ledger, "CHUNK", 2)
    Engagement.objects.all().delete()

    assert ledger.rebuild()["added"] == len(before)
    assert ledger_rows() == before


def kinds_of(person: Person) -> set[str]:
    return set(Engagement.objects.filter(person=person).values_list("kind", flat=True))


def test_rows_are_withdrawn_with_their_source(cast: Cast) -> None:
    person, event = somebody(cast), gathering(cast)
    attendance = record_attendance(event=event, person=person, brought_by=cast.person("leader"), by=cast.organiser)
    there = (kinds_of(person), kinds_of(cast.person("leader")))
    remove_attendance(attendance=attendance, by=cast.organiser)

    assert there == ({"came"}, {"brought"})
    assert (kinds_of(person), kinds_of(cast.person("leader"))) == (set(), set())


def test_an_event_called_off_counts_nowhere_until_put_back(cast: Cast) -> None:
    person, event = somebody(cast), gathering(cast)
    record_attendance(event=event, person=person, by=cast.organiser)
    call_off_event(event=event, at=NOW, by=cast.organiser)
    called_off = kinds_of(person)
    put_event_back(event=event, by=cast.organiser)

    assert (called_off, kinds_of(person)) == (set(), {"came"})


@pytest.mark.parametrize(
    ("persona", "seen"),
    [
        ("organiser", {"had_one_to_one"}),
        ("national_organiser", {"had_one_to_one"}),
        ("data_protection", {"had_one_to_one"}),
        ("leader", {"had_one_to_one"}),  # who held it
        ("organiser_elsewhere", set()),
        ("leader_elsewhere", set()),
        ("coalition_organiser", set()),
        ("member", set()),
        ("safeguarding", set()),
    ],
)
def test_rows_are_seen_by_those_who_see_the_source(cast: Cast, persona: str, seen: set[str]) -> None:
    person = somebody(cast)
    new = NewOneToOne(cast.person("leader"), person, TODAY, held_on=TODAY)
    record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)
    found = Engagement.objects.visible_to(getattr(cast, persona)).filter(person=person)

    assert {row.kind for row in found} == seen


@pytest.mark.parametrize(
    ("tier", "seen"),
    [
        (Engagement.Tier.GROUP, {"organiser", "national_organiser", "data_protection", "member"}),
        (Engagement.Tier.TEAM, {"organiser", "member"}),
        (Engagement.Tier.PRIVATE, {"treasurer", "member"}),
    ],
)
def test_rows_of_a_tier_are_seen_by_that_tier(cast: Cast, tier: str, seen: set[str]) -> None:
    """A row about the member, written by the treasurer: oneself always sees what one did."""
    Engagement.objects.create(
        kind="met",
        person=cast.person("member"),
        at=NOW,
        group=cast.cardiff,
        tier=tier,
        author=cast.treasurer if tier == Engagement.Tier.PRIVATE else None,
        source_type="people.person",
        source_id=cast.person("member").pk,
    )
    personas = ("member", "treasurer", "leader", "organiser", "national_organiser", "data_protection", "admin")
    found = {
        name for name in personas if Engagement.objects.visible_to(getattr(cast, name)).filter(kind="met").exists()
    }

    assert found == seen


def test_write_takes_a_constant_number_of_queries(
    cast: Cast, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    met: dict[str, Any] = {"met_by": cast.person("leader"), "met_on": TODAY}
    people = [somebody(cast, f"Person{number}", **met) for number in range(9)]
    Engagement.objects.all().delete()
    with django_assert_max_num_queries(4):
        ledger.write(people)

    assert Engagement.objects.filter(kind="met").count() == 9
