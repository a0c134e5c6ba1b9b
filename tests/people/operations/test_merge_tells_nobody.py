"""What making two people one, and two again, tells whom: nothing to anybody who was not told before."""

from datetime import timedelta
from typing import Any

import pytest

from m4c.people.consent_rules import may_contact
from m4c.people.models import Channel, PeopleExport, Person, PersonMerge, Protection, Purpose, Relationship
from m4c.people.operations.merging.journal import MergeRefused
from m4c.people.operations.person_merge import merge, undo_merge
from m4c.people.operations.protection import keep_safe
from m4c.people.operations.relationship import record_relationship
from tests.cast import Cast
from tests.factories import NOW, somebody
from tests.people.doubles.lived import consent


def made_one(cast: Cast, keep: Person, other: Person) -> PersonMerge:
    """Two records made one by Cardiff's organiser."""
    return merge(keep=keep, other=other, choices={}, at=NOW, by=cast.organiser).merge


def test_undo_keeps_both_safe_where_one_was_since(cast: Cast) -> None:
    keep, other = somebody(cast, "Sian Rees"), somebody(cast, "Siân Rees", phones=["+447700900101"])
    merged = made_one(cast, keep, other)
    keep_safe(person=keep, by=cast.leader, at=NOW, contact=cast.person("leader"), safe_contact_note="Text first.")
    undo_merge(merged=merged, at=NOW + timedelta(days=1), by=cast.operator)
    seen = Person.objects.visible_to(cast.organiser)
    assert list(seen.filter(uid__in=[keep.uid, other.uid])) == []
    both = Protection.objects.active().filter(person__uid__in=[keep.uid, other.uid])
    notes = both.values_list("contact", "safe_contact_note", "placed_at")
    assert sorted(notes) == [
        (cast.leader.person_id, "Text first.", NOW),
        (cast.leader.person_id, "Text first.", NOW + timedelta(days=1)),
    ]


def test_undo_keeps_for_both_what_was_refused_since(cast: Cast) -> None:
    keep = somebody(cast, "Sian Rees")
    other = somebody(cast, "Siân Rees", emails=["sian@example.org"], address="2 Heol y Bont", postcode="CF10 1EP")
    consent(cast, other, Channel.EMAIL, "given", NOW - timedelta(days=9))
    merged = made_one(cast, keep, other)
    later = NOW + timedelta(days=2)
    consent(cast, keep, Channel.EMAIL, "objected", later)
    consent(cast, keep, Channel.DOOR, "objected", later)
    undo_merge(merged=merged, at=later, by=cast.organiser)
    again = Person.objects.get(uid=other.uid)
    assert not may_contact(again, Channel.EMAIL, Purpose.NEWS, later + timedelta(days=1)).allowed
    assert again.address is not None
    assert again.address.do_not_knock_since == later


def test_a_file_made_before_a_merge_opens_no_more_where_one_of_both_is_kept_safe(cast: Cast) -> None:
    keep, other = somebody(cast, "Sian Rees"), somebody(cast, "Siân Rees")
    keep_safe(person=other, by=cast.organiser, at=NOW, contact=cast.organiser.person)
    file = PeopleExport.objects.create(
        format="csv",
        purpose="Stall",
        requested_by=cast.organiser,
        requested_at=NOW + timedelta(hours=1),
        made_at=NOW + timedelta(hours=1),
        count=1,
    )
    mine = PeopleExport.objects.openable_by(cast.organiser)
    assert mine.filter(pk=file.pk).exists()
    merge(keep=keep, other=other, choices={}, at=NOW + timedelta(hours=2), by=cast.organiser)
    assert not mine.filter(pk=file.pk).exists()


def test_a_refusal_says_nothing_of_what_was_written(cast: Cast) -> None:
    keep, other, friend = somebody(cast, "Sian Rees"), somebody(cast, "Siân Rees"), somebody(cast, "Ebo Iwu")
    facts: dict[str, Any] = {"kind": "friend", "group": cast.cardiff, "by": cast.operator, "other": friend}
    for person in (keep, other):
        record_relationship(person=person, evidence=f"{person.name} hides from somebody. " * 12, **facts)
    with pytest.raises(MergeRefused) as refused:
        made_one(cast, keep, other)
    assert "hides" not in str(refused.value)


def test_what_one_group_wrote_of_whom_they_know_stays_in_that_group(cast: Cast) -> None:
    keep, other, friend = somebody(cast, "Sian Rees"), somebody(cast, "Siân Rees"), somebody(cast, "Ebo Iwu")
    facts: dict[str, Any] = {"kind": "friend", "by": cast.operator, "other": friend}
    record_relationship(person=keep, evidence="At the stall", group=cast.cardiff, **facts)
    record_relationship(person=other, evidence="In confidence", group=cast.manchester, **facts)
    made_one(cast, keep, other)
    told = Relationship.objects.visible_to(cast.organiser).of_person(keep.pk)
    assert [one.evidence for one in told] == ["At the stall"]
