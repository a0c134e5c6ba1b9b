"""How two people know each other: who may write it down, who reads it, and what is refused."""

from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from m4c.core.errors import NotAllowed
from m4c.core.models import AuditEntry
from m4c.people.models import Account, Person, Relationship, RelationshipCorrection
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.protection import keep_safe
from m4c.people.operations.relationship import (
    RelationshipRefused,
    correct_relationship,
    end_relationship,
    record_relationship,
)
from m4c.people.relationships.corrections import written_before
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, seers, somebody

FACTS = {"kind": "neighbour", "evidence": "Told us at the stall"}


@pytest.fixture
def amal(cast: Cast) -> Person:
    return somebody(cast)


def told(cast: Cast, person: Person, other: Person, by: Account | None = None, **more: object) -> Relationship:
    facts = {"group": cast.cardiff, "by": by or cast.operator, **FACTS, **more}
    return record_relationship(person=person, other=other, **facts)  # type: ignore[arg-type]


def test_it_is_written_with_its_evidence_and_who_recorded_it(cast: Cast, amal: Person) -> None:
    one = told(cast, amal, cast.person("member"), cast.organiser, since=date(2026, 5, 1))
    assert (one.kind, one.evidence, one.since, one.recorded_by, one.group, one.is_former) == (
        "neighbour",
        "Told us at the stall",
        date(2026, 5, 1),
        cast.organiser,
        cast.cardiff,
        False,
    )


def test_each_side_reads_it_in_words_of_its_own(cast: Cast, amal: Person) -> None:
    kofi = cast.person("member")
    near, coaches = told(cast, amal, kofi), told(cast, amal, kofi, kind="coaches")
    assert [near.words_of(amal), near.words_of(kofi)] == ["neighbour of Kofi Mensah", "neighbour of Amal Yusuf"]
    assert [coaches.words_of(amal), coaches.words_of(kofi)] == ["coaches Kofi Mensah", "coached by Amal Yusuf"]
    assert near.other_side(kofi) == amal


def test_who_reads_it_sees_both_and_the_group(cast: Cast, amal: Person) -> None:
    met = somebody(cast, "Ebo Iwu", met_by=cast.person("leader"))
    with_one_unseen = told(cast, amal, met)
    both_met = told(cast, somebody(cast, "Sade Das", met_by=cast.person("leader")), met)
    elsewhere = told(cast, amal, met, group=cast.manchester, kind="friend")
    assert seers(cast, with_one_unseen) == {"organiser", "national_organiser", "data_protection"}
    assert seers(cast, both_met) == {"leader", "organiser", "national_organiser", "data_protection"}
    assert seers(cast, elsewhere) == {"national_organiser", "data_protection"}


@pytest.mark.parametrize("hidden", ["member", "treasurer"])
def test_of_somebody_kept_safe_nobody_reads_it(cast: Cast, hidden: str) -> None:
    one = told(cast, cast.person("member"), cast.person("treasurer"))
    before = seers(cast, one)
    keep_safe(person=cast.person(hidden), by=cast.organiser, at=NOW)
    assert (before, seers(cast, one)) == ({"organiser", "national_organiser", "data_protection"}, set())


def test_of_somebody_kept_safe_nothing_is_written(cast: Cast) -> None:
    hana, bethan = cast.person("protected_member"), cast.person("leader")
    with pytest.raises(RelationshipRefused) as refused:
        told(cast, hana, bethan, cast.leader)
    assert refused.value.code == "kept_safe"
    with pytest.raises(Unseen):
        told(cast, hana, bethan, cast.organiser)


def test_organisers_and_leaders_write_it(cast: Cast) -> None:
    met = somebody(cast, met_by=cast.person("leader"))

    def act(by: Account) -> None:
        person = by.person
        assert person
        with suppress(Unseen), transaction.atomic():  # the right is there, and sight of them is not
            told(cast, met, person, by)

    assert doers(act, cast) == {"leader", "organiser", "national_organiser"}


def test_family_is_for_themselves_to_tell(cast: Cast, amal: Person) -> None:
    with pytest.raises(RelationshipRefused) as refused:
        told(cast, amal, cast.person("member"), cast.organiser, kind="family")
    assert (refused.value.field, refused.value.code) == ("kind", "family")
    own = told(cast, cast.person("organiser"), amal, cast.organiser, kind="family")
    assert own.words_of(amal) == "family of Siân Prosser"


def test_the_same_is_not_written_twice_from_either_side(cast: Cast, amal: Person) -> None:
    kofi = cast.person("member")
    told(cast, amal, kofi)
    told(cast, amal, kofi, kind="recruited")
    for person, other, kind in [(amal, kofi, "neighbour"), (kofi, amal, "neighbour"), (amal, kofi, "recruited")]:
        with pytest.raises(RelationshipRefused) as refused:
            told(cast, person, other, kind=kind)
        assert refused.value.code == "known"
    assert told(cast, kofi, amal, kind="recruited").words_of(amal) == "recruited by Kofi Mensah"


@pytest.mark.parametrize(("other", "evidence", "field"), [("itself", "x", "other"), ("member", "  ", "evidence")])
def test_half_of_it_is_refused(cast: Cast, amal: Person, other: str, evidence: str, field: str) -> None:
    with pytest.raises(RelationshipRefused) as refused:
        told(cast, amal, amal if other == "itself" else cast.person(other), evidence=evidence)
    assert refused.value.field == field


def test_the_database_knows_two_people_and_an_order_of_days(cast: Cast, amal: Person) -> None:
    facts: dict[str, Any] = {"person": amal, "group": cast.cardiff, "recorded_by": cast.operator, **FACTS}
    wrongs: list[dict[str, Any]] = [
        {"other": amal},
        {"other": cast.person("member"), "since": TODAY, "ended_on": date(2026, 1, 1)},
    ]
    for wrong in wrongs:
        with pytest.raises(IntegrityError), transaction.atomic():
            Relationship.objects.create(**facts | wrong)


def test_ended_it_stays_to_be_read_and_may_begin_anew(cast: Cast, amal: Person) -> None:
    one = told(cast, amal, cast.person("member"), since=date(2026, 5, 1))
    with pytest.raises(RelationshipRefused):
        end_relationship(relationship=one, on=date(2026, 4, 1), by=cast.organiser)
    end_relationship(relationship=one, on=TODAY, by=cast.organiser)
    with pytest.raises(RelationshipRefused):
        end_relationship(relationship=one, on=TODAY, by=cast.organiser)
    anew = told(cast, amal, cast.person("member"))
    assert list(Relationship.objects.visible_to(cast.organiser).of_person(amal.pk)) == [anew, one]
    assert list(Relationship.objects.of_person(amal.pk).open()) == [anew]


def test_who_may_not_see_both_may_not_end_it(cast: Cast, amal: Person) -> None:
    one = told(cast, amal, cast.person("member"))
    with pytest.raises(Unseen):
        end_relationship(relationship=one, on=TODAY, by=cast.leader)


def test_the_audit_keeps_no_word_of_it(cast: Cast, amal: Person) -> None:
    one = told(cast, amal, cast.person("member"), kind="union")
    end_relationship(relationship=one, on=TODAY, by=cast.organiser)
    kept = " ".join(f"{entry.changes} {entry.touched}" for entry in AuditEntry.objects.all())
    assert (TODAY.isoformat() in kept, "union" in kept, "stall" in kept) == (True, False, False)


def test_nobody_learns_by_trying_what_another_group_wrote(cast: Cast, amal: Person) -> None:
    kofi = cast.person("member")
    told(cast, amal, kofi, group=cast.manchester, evidence="In confidence")
    mine = told(cast, amal, kofi, cast.organiser)
    assert list(Relationship.objects.visible_to(cast.organiser).of_person(amal.pk)) == [mine]


def put_right(one: Relationship, person: Person, other: Person, by: Account, **more: object) -> Relationship:
    facts = {"kind": one.kind, "evidence": one.evidence, "since": one.since} | more
    return correct_relationship(relationship=one, person=person, other=other, at=NOW, by=by, **facts)  # type: ignore[arg-type]


def test_what_was_written_wrongly_is_put_right_and_stays_to_be_read(cast: Cast, amal: Person) -> None:
    kofi = cast.person("member")
    one = told(cast, amal, kofi, kind="coaches", since=date(2026, 5, 1))
    put_right(one, kofi, amal, cast.organiser, evidence="Kofi said so")
    put_right(one, kofi, amal, cast.organiser, kind="recruited", since=None)
    one.refresh_from_db()
    assert (one.person, one.other, one.kind, one.evidence) == (kofi, amal, "recruited", "Kofi said so")
    before = [(each.words, each.evidence, each.since, each.by) for each in written_before(cast.organiser, one)]
    who = cast.person("organiser").name
    assert before == [
        ("Coaches Amal Yusuf", "Kofi said so", date(2026, 5, 1), who),
        ("Coached by Amal Yusuf", "Told us at the stall", date(2026, 5, 1), who),
    ]
    first = RelationshipCorrection.objects.earliest("pk")
    assert seers(cast, first) == seers(cast, one)
    keep_safe(person=amal, by=cast.organiser, at=NOW)
    assert written_before(cast.fresh("organiser"), one) == []


def test_a_correction_holds_to_the_rules_of_writing_it_down(cast: Cast, amal: Person) -> None:
    kofi, ebo = cast.person("member"), somebody(cast, "Ebo Iwu")
    one, near = told(cast, amal, kofi, kind="coaches"), told(cast, amal, kofi)
    refused: dict[str, dict[str, Any]] = {
        "others": {"other": ebo},
        "same": {},
        "blank": {"evidence": "  "},
        "family": {"kind": "family"},
        "known": {"kind": "neighbour"},
    }
    for code, more in refused.items():
        facts = {"person": amal, "other": kofi, "by": cast.organiser} | more
        with pytest.raises(RelationshipRefused) as found:
            put_right(one, **facts)
        assert found.value.code == code
    end_relationship(relationship=near, on=TODAY, by=cast.organiser)
    with pytest.raises(RelationshipRefused) as found:
        put_right(near, amal, kofi, cast.organiser, since=date(2027, 1, 1))
    assert (found.value.code, RelationshipCorrection.objects.count()) == ("too_late", 0)
    with pytest.raises(NotAllowed):
        put_right(one, kofi, amal, cast.organiser_elsewhere)
    with pytest.raises(Unseen):
        put_right(one, kofi, amal, cast.leader)


def test_who_is_family_is_corrected_by_themselves_alone(cast: Cast) -> None:
    leader, member = cast.person("leader"), somebody(cast, met_by=cast.person("leader"))
    one = told(cast, leader, member, cast.leader, kind="family")
    with pytest.raises(RelationshipRefused) as found:
        put_right(one, leader, member, cast.organiser, kind="friend")
    assert found.value.code == "family"
    assert put_right(one, leader, member, cast.leader, kind="friend").kind == "friend"


def test_of_somebody_kept_safe_nothing_is_put_right(cast: Cast, amal: Person) -> None:
    one = told(cast, amal, cast.person("leader"), kind="coaches")
    keep_safe(person=amal, by=cast.organiser, at=NOW)
    with suppress(Unseen), pytest.raises(RelationshipRefused):
        put_right(one, cast.person("leader"), amal, cast.operator)
    assert not RelationshipCorrection.objects.exists()
