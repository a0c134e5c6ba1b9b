"""Sight: down the movement's own tree only, as far as a role reaches, and never the protected."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.db.models import Q

from m4c.events.models import Event
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.event import NewEvent, plan_event
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.people import sight
from m4c.people.models import Account, AccountRole, Engagement, Group, Membership, Person, Protection
from m4c.people.operations.membership import join, leave
from m4c.people.operations.protection import keep_safe
from m4c.people.permissions import WRITE_NOTES
from tests.cast import PERSONAS, Cast

Add = Callable[..., Person]

# Who of the people below each persona sees besides themself.
EVERYBODY = {"cardiff", "st_mellons", "swansea", "manchester", "coalition", "nobody"}
SEEN = {
    "member": set(),
    "leader": set(),
    "leader_elsewhere": set(),
    "organiser": {"cardiff", "st_mellons"},
    "organiser_elsewhere": {"manchester"},
    "national_organiser": EVERYBODY,
    "coalition_organiser": set(),
    "editor": set(),
    "treasurer": set(),
    "data_protection": EVERYBODY,
    "safeguarding": set(),
    "admin": set(),
    "protected_member": set(),
}


@pytest.fixture
def crowd(cast: Cast, add: Add) -> dict[str, Person]:
    """A person in each group, and one who belongs to none."""
    homes = ("cardiff", "st_mellons", "swansea", "manchester", "coalition")
    people = {home: add(f"Somebody {home}", getattr(cast, home)) for home in homes}
    people["nobody"] = Person.objects.create(given_name="Somebody", family_name="nobody")
    return people


def seen(account: Account, crowd: dict[str, Person]) -> set[str]:
    found = set(Person.objects.visible_to(account).values_list("pk", flat=True))
    return {name for name, person in crowd.items() if person.pk in found}


def test_every_persona_is_told_about() -> None:
    assert SEEN.keys() == PERSONAS.keys()


@pytest.mark.parametrize("persona", PERSONAS)
def test_sight_goes_down_the_tree_only(cast: Cast, crowd: dict[str, Person], persona: str) -> None:
    assert seen(getattr(cast, persona), crowd) == SEEN[persona]


@pytest.mark.parametrize("persona", PERSONAS)
def test_everybody_sees_themself(cast: Cast, persona: str) -> None:
    person = cast.person(persona)

    assert Person.objects.visible_to(getattr(cast, persona)).filter(pk=person.pk).count() == 1


@pytest.mark.parametrize("persona", PERSONAS)
def test_both_plans_give_the_same_rows(
    cast: Cast, crowd: dict[str, Person], persona: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = getattr(cast, persona)
    monkeypatch.setattr(sight, "IN_UP_TO", 1_000_000)
    by_in = list(Person.objects.visible_to(account))
    in_cardiff = list(Person.objects.visible_to(account).in_group(cast.cardiff))
    monkeypatch.setattr(sight, "IN_UP_TO", -1)

    assert list(Person.objects.visible_to(account)) == by_in
    assert list(Person.objects.visible_to(account).in_group(cast.cardiff)) == in_cardiff


def test_the_whole_movement_adds_no_filter(cast: Cast) -> None:
    rows = Membership.objects.filter(cast.national_organiser.sight.of_group("group"))

    assert "WHERE" not in str(rows.query)


def test_or_keeps_the_whole_movement(cast: Cast, crowd: dict[str, Person]) -> None:
    """A national organiser sees all memberships, not only their own."""
    assert Membership.objects.visible_to(cast.national_organiser).filter(person=crowd["manchester"]).count() == 1


def test_former_members_stay_in_sight(cast: Cast, crowd: dict[str, Person]) -> None:
    membership = Membership.objects.get(person=crowd["cardiff"])
    leave(membership=membership, on=date(2026, 10, 1), by=cast.organiser)

    assert seen(cast.organiser, crowd) == {"cardiff", "st_mellons"}
    assert Membership.objects.visible_to(cast.organiser).get(person=crowd["cardiff"]).is_former


def test_an_inactive_account_sees_itself_only(cast: Cast, crowd: dict[str, Person]) -> None:
    account = cast.fresh("organiser")
    account.is_active = False

    assert seen(account, crowd) == set()


def test_of_somebody_in_two_groups_each_sees_its_own_membership(cast: Cast, crowd: dict[str, Person]) -> None:
    join(person=crowd["cardiff"], group=cast.manchester, by=cast.operator)
    memberships = Membership.objects.filter(person=crowd["cardiff"])

    assert [row.group for row in memberships.visible_to(cast.organiser)] == [cast.cardiff]
    assert [row.group for row in memberships.visible_to(cast.organiser_elsewhere)] == [cast.manchester]


def test_members_see_their_own_memberships(cast: Cast) -> None:
    assert [row.group.name for row in Membership.objects.visible_to(cast.member)] == ["Cardiff"]


# Leaders


def test_leader_sees_whom_they_added(cast: Cast, add: Add) -> None:
    met = add("Amal Yusuf", cast.cardiff, met_by=cast.person("leader"))

    assert Person.objects.visible_to(cast.leader).filter(pk=met.pk).count() == 1
    assert Membership.objects.visible_to(cast.leader).filter(person=met).count() == 1


def test_leader_sees_whom_they_held_a_one_to_one_with(cast: Cast, crowd: dict[str, Person]) -> None:
    new = NewOneToOne(cast.person("leader"), crowd["cardiff"], date(2026, 9, 20), held_on=date(2026, 9, 20))
    record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)

    assert seen(cast.leader, crowd) == {"cardiff"}


def test_leader_sees_whom_they_brought(cast: Cast, crowd: dict[str, Person]) -> None:
    event = meeting(cast)
    record_attendance(event=event, person=crowd["cardiff"], brought_by=cast.person("leader"), by=cast.organiser)

    assert seen(cast.leader, crowd) == {"cardiff"}


def test_somebody_with_a_role_in_a_coalition_alone_sees_nobody_they_met(cast: Cast, crowd: dict[str, Person]) -> None:
    event = meeting(cast)
    brought_by = cast.person("coalition_organiser")
    record_attendance(event=event, person=crowd["cardiff"], brought_by=brought_by, by=cast.organiser)

    assert Engagement.objects.filter(leader=brought_by).count() == 1
    assert seen(cast.coalition_organiser, crowd) == set()


# The protected


@pytest.mark.parametrize("persona", PERSONAS)
def test_the_protected_are_seen_by_themselves_and_their_contact(cast: Cast, persona: str) -> None:
    found = Person.objects.visible_to(getattr(cast, persona)).filter(pk=cast.person("protected_member").pk)

    assert found.exists() == (persona in ("leader", "protected_member"))


def test_the_protected_without_a_contact_are_hidden_from_the_software_too(cast: Cast) -> None:
    Protection.objects.update(contact=None)

    assert not Person.objects.visible_to(cast.operator).filter(pk=cast.person("protected_member").pk).exists()
    assert not Person.objects.visible_to(cast.leader).filter(pk=cast.person("protected_member").pk).exists()


@pytest.mark.parametrize("persona", ["organiser", "national_organiser", "admin", "data_protection"])
def test_accounts_of_the_protected_are_not_looked_after_in_a_list(cast: Cast, persona: str) -> None:
    account = getattr(cast, persona)

    assert not Account.objects.visible_to(account).filter(pk=cast.protected_member.pk).exists()
    assert not AccountRole.objects.visible_to(account).filter(account=cast.protected_member.pk).exists()


def test_ledger_rows_hide_with_their_source(cast: Cast, crowd: dict[str, Person], now: datetime) -> None:
    """A 1-2-1 with somebody kept safe is unseen, and so is that its asker held one."""
    new = NewOneToOne(crowd["st_mellons"], crowd["cardiff"], date(2026, 9, 20), held_on=date(2026, 9, 20))
    record_one_to_one(group=cast.cardiff, new=new, by=cast.organiser)
    before = Engagement.objects.visible_to(cast.organiser).filter(kind__contains="one_to_one").count()
    keep_safe(person=crowd["cardiff"], by=cast.leader, at=now)

    assert before == 2
    assert Engagement.objects.visible_to(cast.organiser).filter(kind__contains="one_to_one").count() == 0


def test_group_belongs_to_its_own_groups_only(cast: Cast) -> None:
    """`of_exact_group` neither rises nor falls, and a coalition gives nothing."""
    found = {
        persona: [group.name for group in Group.objects.filter(exact_groups(getattr(cast, persona)))]
        for persona in ("leader", "organiser", "national_organiser", "coalition_organiser", "member")
    }

    assert found == {
        "leader": ["Cardiff"],
        "organiser": ["Cardiff"],
        "national_organiser": ["Movement for Change"],
        "coalition_organiser": [],
        "member": [],
    }


def exact_groups(account: Account) -> Q:
    return account.sight.of_exact_group("pk", WRITE_NOTES)


def meeting(cast: Cast) -> Event:
    starts_at = datetime(2026, 9, 20, 18, tzinfo=UTC)
    return plan_event(group=cast.cardiff, new=NewEvent("public_meeting", "Street lights", starts_at), by=cast.organiser)
