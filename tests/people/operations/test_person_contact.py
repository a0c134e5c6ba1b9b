"""Who stays in touch: named for people whom one sees, who sees them from then on, one at a time in a group."""

from datetime import timedelta

import pytest

from m4c.core.models import AuditEntry
from m4c.people.models import Person, PersonContact
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.person_contact import ContactRefused, end_contact, name_contact
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, seers, somebody


def name(cast: Cast, *people: Person, to: str = "leader", by: str = "organiser") -> list[PersonContact]:
    return name_contact(people=people, contact=cast.person(to), group=cast.cardiff, on=TODAY, by=cast.fresh(by))


def test_the_contact_sees_them_from_then_on(cast: Cast) -> None:
    amal = somebody(cast)
    before = Person.objects.visible_to(cast.leader).filter(pk=amal.pk).exists()
    one = name(cast, amal)[0]
    after = Person.objects.visible_to(cast.fresh("leader")).filter(pk=amal.pk).exists()
    assert (before, after, one.person, one.contact) == (False, True, amal, cast.person("leader"))

    end_contact(contact=one, on=TODAY, by=cast.organiser)
    assert not Person.objects.visible_to(cast.fresh("leader")).filter(pk=amal.pk).exists()
    with pytest.raises(ContactRefused, match="ended already"):
        end_contact(contact=one, on=TODAY, by=cast.organiser)


def test_many_are_given_at_once_and_whoever_was_before_is_no_longer(cast: Cast) -> None:
    amal, rhys = somebody(cast), somebody(cast, "Rhys Owen")
    first = name(cast, amal)[0]
    touched = name(cast, amal, rhys, to="organiser")
    first.refresh_from_db()
    standing = PersonContact.objects.open().values_list("person", "contact")
    organiser = cast.person("organiser").pk
    assert (len(touched), first.ended_on) == (3, TODAY)
    assert sorted(standing) == sorted([(amal.pk, organiser), (rhys.pk, organiser)])
    assert AuditEntry.objects.filter(operation="people.name_contact").count() == 2


def test_named_again_nothing_changes(cast: Cast) -> None:
    amal = somebody(cast)
    one = name(cast, amal)[0]
    assert (name(cast, amal), list(PersonContact.objects.all())) == ([], [one])


def test_it_ends_no_earlier_than_it_began(cast: Cast) -> None:
    one = name(cast, somebody(cast))[0]
    assert end_contact(contact=one, on=TODAY - timedelta(days=9), by=cast.organiser).ended_on == TODAY


def test_only_leaders_and_organisers_of_the_group_and_above(cast: Cast) -> None:
    amal = somebody(cast)
    for stranger in ("member", "leader_elsewhere", "treasurer"):
        with pytest.raises(ContactRefused, match="leader or an organiser"):
            name(cast, amal, to=stranger)
    assert name(cast, amal, to="national_organiser")[0].contact == cast.person("national_organiser")


def test_nobody_is_their_own_contact(cast: Cast) -> None:
    with pytest.raises(ContactRefused, match="own contact"):
        name(cast, cast.person("leader"))


def test_for_somebody_kept_safe_the_safeguarding_lead_chooses(cast: Cast) -> None:
    amal = somebody(cast)
    keep_safe(person=amal, at=NOW, contact=cast.person("organiser"), by=cast.organiser)
    with pytest.raises(ContactRefused, match="safeguarding lead"):
        name(cast, amal)


def test_nobody_names_one_for_whom_they_do_not_see(cast: Cast) -> None:
    stranger = somebody(cast, "Rhys Owen", cast.manchester)
    with pytest.raises(Unseen):
        name(cast, stranger)


def test_those_who_answer_for_the_group_name_contacts(cast: Cast) -> None:
    amal = somebody(cast)

    def act(account: object) -> object:
        return name_contact(people=[amal], contact=cast.person("leader"), group=cast.cardiff, on=TODAY, by=account)  # type: ignore[arg-type]

    assert doers(act, cast) == {"organiser", "national_organiser"}


def test_it_is_seen_by_the_groups_organisers_and_the_contact(cast: Cast) -> None:
    amal = somebody(cast)
    one = name(cast, amal)[0]
    assert seers(cast, one) == {"leader", "organiser", "national_organiser", "data_protection"}
    keep_safe(person=amal, at=NOW, contact=cast.person("organiser"), by=cast.organiser)
    assert seers(cast, one) == {"organiser"}
