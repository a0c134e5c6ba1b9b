"""Lock four, for whoever is named: the operation asks again what a form has asked."""

import pytest

from m4c.core.permissions import Role
from m4c.core.visibility import scopes_of
from m4c.people.models import Account, Membership, Person
from m4c.people.operations.membership import join, leave
from m4c.people.operations.must_see import Unseen, must_see
from m4c.people.operations.person import NewPerson, add_people, add_person, edit_person, set_contact_details
from m4c.people.permissions import EDIT_PEOPLE
from tests.cast import Cast
from tests.factories import TODAY, somebody


def test_many_are_asked_about_in_one_query(cast: Cast, django_assert_num_queries) -> None:
    people = [somebody(cast, f"Person{number} Example") for number in range(20)]
    by = cast.fresh("organiser")
    must_see(people, by)  # what an account holds is read once
    with django_assert_num_queries(1):
        must_see([*people, None, *people], by)


def test_oneself_and_nobody_take_no_query(cast: Cast, django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        must_see([cast.person("member"), None], cast.member)


def test_the_softwares_own_accounts_name_anybody(cast: Cast, django_assert_num_queries) -> None:
    importer = Account.objects.of_system(Role.IMPORTER)
    with django_assert_num_queries(0):
        must_see([cast.person("protected_member"), cast.person("member")], importer)
    with pytest.raises(Unseen):
        must_see([cast.person("member")], Account.objects.of_system(Role.WEBSITE))


def test_unseen_kept_safe_and_unknown_are_refused_alike(cast: Cast) -> None:
    told = set()
    for person in (cast.person("member"), cast.person("protected_member"), Person(pk=999_999, given_name="Nobody")):
        with pytest.raises(Unseen) as refused:
            must_see([cast.person("leader_elsewhere"), person], cast.organiser_elsewhere)
        told.add((str(refused.value), refused.value.code))
    assert told == {("You can only name people whom you may see.", "unseen")}


def test_nobody_is_said_to_be_met_by_somebody_unseen(cast: Cast) -> None:
    new = NewPerson("Kit", "Okafor", met_by=cast.person("leader_elsewhere"))
    with pytest.raises(Unseen):
        add_person(group=cast.cardiff, new=new, by=cast.organiser)
    with pytest.raises(Unseen):
        add_people(group=cast.cardiff, rows=[new], by=cast.organiser)


def test_somebody_kept_safe_is_not_edited_by_whom_she_is_hidden_from(cast: Cast) -> None:
    hidden = cast.person("protected_member")
    with pytest.raises(Unseen):
        edit_person(person=hidden, values={"title": "Dr"}, by=cast.organiser)
    with pytest.raises(Unseen):
        set_contact_details(person=hidden, emails=[], phones=[], by=cast.organiser)


def test_who_belongs_to_a_coalition_only_brings_nobody_in(cast: Cast) -> None:
    new = NewPerson("Kit", "Okafor")
    with pytest.raises(Unseen, match="own groups"):
        add_person(group=cast.coalition, new=new, by=cast.coalition_organiser)
    with pytest.raises(Unseen, match="own groups"):
        add_people(group=cast.coalition, rows=[new], by=cast.coalition_organiser)
    assert add_person(group=cast.coalition, new=new, by=cast.operator).name == "Kit Okafor"


def edits(cast: Cast, person: Person) -> set[str]:
    """Which of three organisers may edit somebody."""
    personas = ("organiser", "organiser_elsewhere", "coalition_organiser")
    return {persona for persona in personas if cast.fresh(persona).may(EDIT_PEOPLE, scopes_of(person))}


def test_rights_end_with_the_membership_where_another_is_open(cast: Cast) -> None:
    amal = somebody(cast)
    cardiff = Membership.objects.get(person=amal)
    join(person=amal, group=cast.manchester, by=cast.operator)
    join(person=amal, group=cast.coalition, by=cast.operator)
    assert edits(cast, amal) == {"organiser", "organiser_elsewhere"}
    leave(membership=cardiff, on=TODAY, by=cast.operator)
    assert edits(cast, amal) == {"organiser_elsewhere"}
    assert Person.objects.visible_to(cast.fresh("organiser")).filter(pk=amal.pk).exists()  # sight stays


def test_where_none_is_open_the_last_to_end_keeps_the_rights(cast: Cast) -> None:
    amal = somebody(cast)
    join(person=amal, group=cast.manchester, by=cast.operator)
    join(person=amal, group=cast.coalition, by=cast.operator)
    for membership, day in zip(Membership.objects.filter(person=amal).order_by("pk"), (6, 5, 7), strict=True):
        leave(membership=membership, on=TODAY.replace(day=day), by=cast.operator)
    assert edits(cast, amal) == {"organiser"}


def test_only_a_body_outside_the_tree_gives_no_rights(cast: Cast) -> None:
    assert edits(cast, somebody(cast, group=cast.coalition)) == set()


def test_rights_over_many_are_read_in_one_query(cast: Cast, django_assert_num_queries) -> None:
    people = [somebody(cast, f"Person{number} Example") for number in range(5)]
    with django_assert_num_queries(1):
        assert scopes_of(people) == [frozenset([cast.cardiff.path])] * 5
