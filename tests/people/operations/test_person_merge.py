"""Making two people one: nothing lost, the stricter wins, and undone it is as it was."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from m4c.core.errors import NotAllowed
from m4c.core.models import AuditEntry
from m4c.core.permissions import Role
from m4c.events.models import Attendance
from m4c.events.operations.attendance import record_attendance
from m4c.leaders.models import ConversationPledge, TraineeStanding
from m4c.listening.models import OneToOne
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.people import ledger
from m4c.people.consent_rules import may_contact
from m4c.people.doubles.choosing import KEEP, OTHER
from m4c.people.finding.rows import rebuild as rebuild_finding
from m4c.people.merging import MERGE_STEPS
from m4c.people.models import (
    Account,
    Address,
    Channel,
    Group,
    Membership,
    MergeTrace,
    Person,
    PersonAlias,
    PersonMerge,
    Protection,
    Purpose,
)
from m4c.people.operations.group import recount_heads
from m4c.people.operations.merging.journal import MergeRefused, relations_to
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.person import NewPerson, PersonRefused, add_person, edit_person, record_death
from m4c.people.operations.person_merge import KEPT, forget_merges, merge, undo_merge
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering, somebody
from tests.people.doubles.lived import consent, lived_twice, notes_of, whole_database

# One may stay alone; each has a test.
NOT_IN_THE_STORY = {"people.account.person", "people.erasure.person", "people.protection.person"}


def made_one(cast: Cast, keep: Person, other: Person, **choices: str) -> PersonMerge:
    """Two records made one by Cardiff's organiser."""
    return merge(keep=keep, other=other, choices=choices, at=NOW, by=cast.organiser).merge


def test_the_story_touches_every_field_that_points_at_a_person(cast: Cast) -> None:
    keep, other = lived_twice(cast)
    untouched = {
        f"{relation.related_model._meta.label_lower}.{relation.field.name}"
        for relation in relations_to(Person)
        if not relation.related_model._default_manager.filter(**{f"{relation.field.name}__in": [keep, other]}).exists()
    }
    assert untouched == NOT_IN_THE_STORY


def test_merge_loses_nothing_and_the_ledger_needs_no_rebuild(cast: Cast) -> None:
    keep, other = lived_twice(cast)
    made_one(cast, keep, other, given_name="other", home="other")
    kept = Person.objects.get(pk=keep.pk)

    assert (kept.name, kept.folded_name, kept.met_on, str(kept.address)) == (
        "Siân Rees",
        "sianrees",
        date(2026, 8, 1),
        "2 Heol y Bont, CF10 1EP",
    )
    assert [email.address for email in kept.emails.all()] == [
        "sian.rees@example.org",
        "sian1@example.org",
        "sian2@example.org",
    ]
    assert [phone.number[-3:] for phone in kept.phones.all()] == ["101", "201", "202"]
    assert notes_of(kept) == [("Note 1", "team"), ("Note 2", "team"), ("Sings", "private")]
    assert not Person.objects.filter(pk=other.pk).exists()
    assert ledger.rebuild() == {"added": 0, "changed": 0, "withdrawn": 0}
    assert rebuild_finding() == {"added": 0, "changed": 0, "withdrawn": 0}


def test_merge_unites_what_both_records_say(cast: Cast) -> None:
    keep, other = lived_twice(cast)
    made_one(cast, keep, other)

    assert list(Attendance.objects.filter(person=keep, event__title="Lights").values_list("state", flat=True)) == [
        "came"
    ]
    standing = TraineeStanding.objects.filter(attendance__person=keep)
    assert list(ConversationPledge.objects.filter(person=keep).values_list("number", flat=True)) == [5]
    assert list(OneToOne.objects.filter(other=keep).values_list("held_on", flat=True)) == [TODAY]
    assert OneToOne.objects.filter(asker=keep).count() == standing.count() + 1 == 2
    memberships = Membership.objects.filter(person=keep, group=cast.st_mellons)
    assert list(memberships.values_list("role", "started_on")) == [("member", date(2026, 8, 11))]


def test_a_member_since_nobody_knows_when_stays_so(cast: Cast) -> None:
    keep, other = somebody(cast, "Sian Rees"), somebody(cast, "Siân Rees", met_on=TODAY)
    Membership.objects.filter(person=keep).update(role="member")
    made_one(cast, keep, other)
    assert list(Membership.objects.filter(person=keep).values_list("role", "started_on")) == [("member", None)]


def test_merge_keeps_head_counts(cast: Cast) -> None:
    keep, other = lived_twice(cast)
    merged = made_one(cast, keep, other)
    numbers = dict(Group.objects.values_list("pk", "head_count"))
    recount_heads()
    assert dict(Group.objects.values_list("pk", "head_count")) == numbers
    undo_merge(merged=merged, at=NOW, by=cast.organiser)
    numbers = dict(Group.objects.values_list("pk", "head_count"))
    recount_heads()
    assert dict(Group.objects.values_list("pk", "head_count")) == numbers


@pytest.mark.parametrize("which", [KEEP, OTHER])
def test_undo_gives_back_exactly_what_stood(cast: Cast, which: str) -> None:
    keep, other = lived_twice(cast)[:: 1 if which == KEEP else -1]
    before = whole_database()
    merged = made_one(cast, keep, other, given_name=which, source=which, home=which, met=which)
    assert whole_database() != before
    assert ledger.rebuild() == {"added": 0, "changed": 0, "withdrawn": 0}
    undo_merge(merged=merged, at=NOW + timedelta(days=29), by=cast.organiser)

    assert whole_database() == before
    assert (
        MergeTrace.objects.filter(merge=merged).count(),
        PersonAlias.objects.filter(answers_to=other.uid).count(),
    ) == (0, 0)


def test_undo_leaves_with_the_kept_one_what_came_since(cast: Cast) -> None:
    keep, other = lived_twice(cast)
    merged = made_one(cast, keep, other)
    event = gathering(cast, title="Since")
    record_attendance(event=event, person=Person.objects.get(pk=keep.pk), by=cast.organiser)
    undo_merge(merged=merged, at=NOW, by=cast.organiser)

    assert Attendance.objects.get(event=event).person_id == keep.pk
    assert ledger.rebuild() == {"added": 0, "changed": 0, "withdrawn": 0}


def test_undo_refuses_what_was_changed_since(cast: Cast) -> None:
    keep, other = lived_twice(cast)
    merged = made_one(cast, keep, other, given_name="other")
    edit_person(person=Person.objects.get(pk=keep.pk), values={"given_name": "Sioned"}, by=cast.organiser)
    before = whole_database()
    with pytest.raises(MergeRefused, match="changed since") as refusal:
        undo_merge(merged=merged, at=NOW, by=cast.organiser)
    assert (refusal.value.code, whole_database() == before) == ("changed_since", True)


def test_undo_refuses_after_thirty_days_and_before_a_later_merge_is_undone(cast: Cast) -> None:
    first, second, third = (somebody(cast, f"Sian Rees{'s' * number}") for number in range(3))
    merged = made_one(cast, first, second)
    with pytest.raises(MergeRefused) as refusal:
        undo_merge(merged=merged, at=NOW + KEPT, by=cast.organiser)
    assert refusal.value.code == "too_late"
    later = merge(keep=first, other=third, choices={}, at=NOW, by=cast.organiser).merge
    with pytest.raises(MergeRefused, match="undo that first") as refusal:
        undo_merge(merged=merged, at=NOW, by=cast.organiser)
    assert refusal.value.code == "merged_since"
    for each in (later, merged):
        undo_merge(merged=each, at=NOW, by=cast.organiser)
    assert Person.objects.filter(pk__in=[first.pk, second.pk, third.pk]).count() == 3


def test_what_a_device_sends_again_is_the_kept_one(cast: Cast) -> None:
    keep, new = somebody(cast, "Sian Rees"), NewPerson("Siân", "Rees", uid=UUID("01990000-0000-7000-8000-0000000000aa"))
    made_one(cast, keep, add_person(group=cast.cardiff, new=new, by=cast.organiser))
    assert add_person(group=cast.cardiff, new=new, by=cast.organiser) == keep
    with pytest.raises(PersonRefused):
        add_person(group=cast.manchester, new=new, by=cast.organiser_elsewhere)


def test_a_chain_of_merges_answers_by_every_uid(cast: Cast) -> None:
    first, second, third = (somebody(cast, f"Sian Rees{'s' * number}") for number in range(3))
    made_one(cast, second, third)
    made_one(cast, first, second)
    answers = PersonAlias.objects.filter(person=first).values_list("answers_to", flat=True)
    assert set(answers) == {second.uid, third.uid}


def test_merge_asks_for_the_right_in_all_groups_of_both(cast: Cast) -> None:
    here, there = somebody(cast, "Sian Rees"), somebody(cast, "Siân Rees", cast.manchester)
    for keep, other in ((here, there), (there, here)):
        with pytest.raises((NotAllowed, Unseen)):
            merge(keep=keep, other=other, choices={}, at=NOW, by=cast.organiser)
    assert merge(keep=here, other=there, choices={}, at=NOW, by=cast.national_organiser).kept == here


def test_merge_refuses_two_who_met(cast: Cast) -> None:
    keep, other = somebody(cast, "Sian Rees"), somebody(cast, "Siân Rees")
    record_one_to_one(group=cast.cardiff, new=NewOneToOne(keep, other, TODAY), by=cast.operator)
    for one, two in ((keep, other), (other, keep)):
        with pytest.raises(MergeRefused, match="two people") as refusal:
            merge(keep=one, other=two, choices={}, at=NOW, by=cast.organiser)
        assert refusal.value.code == "names_both"


def test_merge_refuses_two_accounts_and_moves_one(cast: Cast) -> None:
    keep, other = cast.person("member"), cast.person("leader")
    with pytest.raises(MergeRefused) as refusal:
        merge(keep=keep, other=other, choices={}, at=NOW, by=cast.organiser)
    assert refusal.value.code == "two_accounts"
    twin = somebody(cast, "Kofi Mensah")
    made_one(cast, twin, keep)
    assert Account.objects.get(pk=cast.member.pk).person_id == twin.pk


def test_merge_refuses_one_person(cast: Cast) -> None:
    person = somebody(cast)
    with pytest.raises(MergeRefused) as refusal:
        made_one(cast, person, person)
    assert refusal.value.code == "same_person"


def test_the_stricter_answer_stands(cast: Cast) -> None:
    keep, other = lived_twice(cast)
    later = NOW + timedelta(hours=1)
    assert may_contact(keep, Channel.EMAIL, Purpose.NEWS, later).allowed
    merged = made_one(cast, keep, other)
    kept = Person.objects.get(pk=keep.pk)
    channels = (Channel.EMAIL, Channel.POST)
    assert [may_contact(kept, channel, Purpose.NEWS, later).allowed for channel in channels] == [False, False]
    undo_merge(merged=merged, at=NOW, by=cast.organiser)
    assert may_contact(Person.objects.get(pk=keep.pk), Channel.EMAIL, Purpose.NEWS, later).allowed


def test_an_objection_beats_a_later_yes_by_phone(cast: Cast) -> None:
    keep, other = somebody(cast, "Sian Rees"), somebody(cast, "Siân Rees")
    consent(cast, keep, "phone", "given", NOW - timedelta(days=1))
    consent(cast, other, "phone", "objected", NOW - timedelta(days=9))
    made_one(cast, keep, other)
    assert not may_contact(Person.objects.get(pk=keep.pk), Channel.PHONE, Purpose.NEWS, NOW + timedelta(days=1)).allowed


def test_nobody_knocks_where_either_asked_not_to(cast: Cast) -> None:
    keep = somebody(cast, "Sian Rees", address="1 Heol y Bont", postcode="CF10 1EP")
    other = somebody(cast, "Siân Rees", address="2 Heol y Bont", postcode="CF10 1EP")
    consent(cast, other, "door", "objected", NOW - timedelta(days=9))
    made_one(cast, keep, other)
    assert Address.objects.get(lines="1 Heol y Bont").do_not_knock_since == NOW - timedelta(days=9)


def test_kept_safe_and_died_by_either_record(cast: Cast) -> None:
    keep, other = somebody(cast, "Sian Rees"), somebody(cast, "Siân Rees")
    record_death(person=other, on=TODAY, by=cast.operator)
    for person in (keep, other):
        keep_safe(person=person, at=NOW, contact=cast.person("organiser"), safe_contact_note="Ring", by=cast.operator)
    before = whole_database()
    merged = made_one(cast, keep, other)
    kept = Person.objects.get(pk=keep.pk)

    assert (kept.died_on, Protection.objects.active().filter(person=keep).count()) == (TODAY, 1)
    undo_merge(merged=merged, at=NOW, by=cast.organiser)
    assert whole_database() == before


def test_merge_is_audited_by_uids_alone(cast: Cast) -> None:
    keep, other = somebody(cast, "Sian Rees"), somebody(cast, "Siân Rees", source="Stall")
    merged = made_one(cast, keep, other, given_name="other")
    entry = AuditEntry.objects.get(operation="people.merge")
    assert entry.touched == [
        ["people.personmerge", str(merged.uid)],
        ["people.person", str(keep.uid)],
        ["people.person", str(other.uid)],
    ]
    assert entry.changes["given_name"] is None


def test_forget_merges_forgets_traces_names_and_empty_homes(cast: Cast) -> None:
    keep = somebody(cast, "Sian Rees", address="1 Heol y Bont", postcode="CF10 1EP")
    other = somebody(cast, "Siân Rees", address="2 Heol y Bont", postcode="CF10 1EP")
    merged = made_one(cast, keep, other)
    worker = Account.objects.of_system(Role.WORKER)
    assert forget_merges(at=NOW, by=worker) == []
    assert forget_merges(at=NOW + KEPT, by=worker) == [merged]
    assert not MergeTrace.objects.filter(merge=merged).exists()
    assert list(Address.objects.filter(postcode="CF10 1EP").values_list("lines", flat=True)) == ["1 Heol y Bont"]
    assert PersonMerge.objects.get(pk=merged.pk).name == ""


def test_what_a_merge_keeps_goes_with_the_person(cast: Cast) -> None:
    keep, other = somebody(cast, "Sian Rees"), somebody(cast, "Siân Rees")
    made_one(cast, keep, other)
    Person.objects.get(pk=keep.pk).delete()
    assert (MergeTrace.objects.count(), PersonMerge.objects.count(), PersonAlias.objects.count()) == (0, 0, 0)


def test_every_step_is_run_once(cast: Cast) -> None:
    assert (
        len(dict.fromkeys(MERGE_STEPS.all())) == len(MERGE_STEPS.names()) - 1
    )  # suggestions hold both fields of a pair
