"""An operation checks the right, commits or leaves nothing, and writes who did what."""

import logging

import pytest

from m4c.core.errors import NotAllowed, Refused
from m4c.core.models import AuditEntry
from m4c.core.operations import change, change_many, operation
from m4c.people.models import Group, Person
from m4c.people.operations.group import make_group
from m4c.people.operations.person import NewPerson, add_people, add_person, edit_person
from m4c.people.permissions import EDIT_PEOPLE, MAKE_GROUPS


def entries(name):
    return list(AuditEntry.objects.filter(operation=name))


def test_whoever_holds_the_right_here_may(cast):
    person = add_person(group=cast.cardiff, new=NewPerson("Mair", "Pugh"), by=cast.organiser)
    assert Person.objects.get(uid=person.uid).name == "Mair Pugh"


def test_the_right_reaches_down_the_tree(cast):
    assert add_person(group=cast.st_mellons, new=NewPerson("Mair", "Pugh"), by=cast.organiser).name == "Mair Pugh"


@pytest.mark.parametrize("persona", ["organiser_elsewhere", "member", "treasurer", "coalition_organiser"])
def test_without_the_right_here_nothing_happens(cast, persona, caplog):
    before = Person.objects.count(), AuditEntry.objects.count()
    with caplog.at_level(logging.WARNING), pytest.raises(NotAllowed):
        add_person(group=cast.cardiff, new=NewPerson("Mair", "Pugh"), by=cast.accounts[persona])
    assert (Person.objects.count(), AuditEntry.objects.count()) == before
    assert str(cast.accounts[persona].uid) in caplog.text
    assert "Mair" not in caplog.text


def test_a_refusal_leaves_nothing_behind(cast):
    before = AuditEntry.objects.count()
    with pytest.raises(Refused):
        edit_person(person=cast.person("member"), values={"given_name": "", "family_name": ""}, by=cast.organiser)
    assert AuditEntry.objects.count() == before
    assert Person.objects.get(pk=cast.person("member").pk).given_name == "Kofi"


def test_the_entry_names_what_changed_and_tells_no_name(cast):
    edit_person(person=cast.person("member"), values={"given_name": "Kwame", "language": "cy"}, by=cast.organiser)
    entry = entries("people.edit_person")[0]
    assert entry.touched == [["people.person", str(cast.person("member").uid)]]
    assert entry.changes["given_name"] is None
    assert entry.changes["language"] == ["en", "cy"]
    assert "Kwame" not in str(entry.changes)
    assert entry.by == cast.organiser


def test_many_records_are_one_entry(cast):
    before = AuditEntry.objects.count()
    people = add_people(group=cast.cardiff, rows=[NewPerson("A", "B"), NewPerson("C", "D")], by=cast.organiser)
    assert AuditEntry.objects.count() == before + 1
    assert entries("people.add_people")[0].touched == [["people.person", str(person.uid)] for person in people]


def test_nested_operations_share_a_batch_and_ask_again(cast):
    @operation(EDIT_PEOPLE, on="person")
    def outer(*, person, group, by):
        """Edit somebody and make a group."""
        change(person, title="Dr")
        make_group(parent=group, name="Ely", by=by)
        return person

    outer(person=cast.person("member"), group=cast.cardiff, by=cast.organiser)
    batch = entries("people.make_group")[0].batch
    assert AuditEntry.objects.filter(batch=batch).count() == 2
    with pytest.raises(NotAllowed):
        outer(person=cast.person("member"), group=cast.manchester, by=cast.organiser)
    assert not Group.objects.filter(name="Ely", parent=cast.manchester).exists()


def test_every_asks_for_the_right_in_all_groups(cast):
    @operation(MAKE_GROUPS, on="groups", every=True)
    def both(*, groups, by):
        """Do something to both."""
        return groups

    both(groups=[cast.cardiff, cast.st_mellons], by=cast.organiser)
    with pytest.raises(NotAllowed):
        both(groups=[cast.cardiff, cast.manchester], by=cast.organiser)


def test_the_whole_movement_is_asked_for_where_nothing_is_named(cast):
    @operation(EDIT_PEOPLE, on=None)
    def everywhere(*, by):
        """Do something everywhere."""

    everywhere(by=cast.national_organiser)
    with pytest.raises(NotAllowed):
        everywhere(by=cast.organiser)


@pytest.mark.parametrize("body", [lambda by: None, lambda *, person: None])
def test_an_operation_is_keyword_only_and_knows_by_whom(body):
    with pytest.raises(TypeError, match="keyword-only"):
        operation(EDIT_PEOPLE, on="person")(body)


def test_a_closed_account_may_nothing(cast):
    cast.organiser.is_active = False
    with pytest.raises(NotAllowed):
        add_person(group=cast.cardiff, new=NewPerson("Mair", "Pugh"), by=cast.organiser)


def test_change_saves_only_what_differs(cast, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert change(cast.person("member"), given_name="Kofi") == []


def test_many_are_changed_in_one_statement_and_only_those_that_differ(cast, django_assert_num_queries):
    member, leader, organiser = (cast.person(name) for name in ("member", "leader", "organiser"))
    values_of = {
        member: {"given_name": member.given_name},
        leader: {"language": "cy"},
        organiser: {"language": organiser.language, "given_name": "Nia"},
    }
    with django_assert_num_queries(1):
        assert change_many(values_of) == [leader, organiser]
    saved = Person.objects.in_bulk([leader.pk, organiser.pk])
    assert (saved[leader.pk].language, saved[leader.pk].given_name) == ("cy", leader.given_name)
    assert saved[organiser.pk].given_name == "Nia"
    assert leader.audit_changes == {"language": ["en", "cy"]}
    with django_assert_num_queries(0):
        assert change_many({member: {"given_name": member.given_name}}) == []
