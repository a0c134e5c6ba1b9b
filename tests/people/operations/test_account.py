"""Accounts: invited, never self-made, and never growing beyond who gives."""

from datetime import timedelta

import pytest
from django.utils import timezone

from m4c.core.errors import NotAllowed
from m4c.core.models import AuditEntry
from m4c.people.models import Account, AccountRole, Device, Group, Membership, Person, SignInLink
from m4c.people.operations.account import (
    AccountRefused,
    choose_language,
    close_account,
    create_account,
    end_role,
    give_role,
)
from m4c.people.operations.device import sign_in
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.person import NewPerson, add_person
from m4c.people.operations.sign_in import link_from_command_line


def roles_of(account: Account) -> list[tuple[str, str]]:
    return [(role.role, role.group.name) for role in AccountRole.objects.open().filter(account=account)]


def groups_of(person: Person | None) -> list[str]:
    return [membership.group.name for membership in Membership.objects.open().filter(person=person)]


def signed_in(account: Account, key: str) -> Device:
    tomorrow = timezone.now() + timedelta(days=1)
    return sign_in(session_key=key, user_agent="", is_own=False, expires_at=tomorrow, by=account)


def test_create_account_makes_the_person_the_membership_and_the_role(cast):
    account = create_account(
        email=" Ffion.Rees@Example.org ",
        role="leader",
        group=cast.cardiff,
        given_name="Ffion",
        family_name="Rees",
        by=cast.organiser,
    )
    assert (account.email, str(account), account.has_usable_password()) == (
        "ffion.rees@example.org",
        "Ffion Rees",
        False,
    )
    assert roles_of(account) == [("leader", "Cardiff")]
    assert groups_of(account.person) == ["Cardiff"]
    entry = AuditEntry.objects.filter(operation="people.create_account").get()
    assert (entry.by, entry.touched) == (cast.organiser, [["people.account", str(account.uid)]])


def test_create_account_without_a_name_is_known_by_the_mailbox(cast):
    account = create_account(email="ffion@example.org", role="member", group=cast.cardiff, by=cast.operator)
    assert str(account) == "ffion"


def test_create_account_finds_the_person_of_that_address(cast):
    met = add_person(
        group=cast.cardiff, new=NewPerson("Ffion", "Rees", emails=["ffion@example.org"]), by=cast.organiser
    )
    account = create_account(email="FFION@example.org", role="member", group=cast.cardiff, by=cast.organiser)
    assert account.person == met
    assert groups_of(met) == ["Cardiff"]


def test_create_account_tells_people_of_one_household_apart(cast):
    met = add_person(group=cast.cardiff, new=NewPerson("Ffion", "Rees", emails=["rees@example.org"]), by=cast.organiser)
    account = create_account(
        email="rees@example.org", given_name="Gwilym", role="member", group=cast.cardiff, by=cast.organiser
    )
    assert account.person != met
    assert str(account) == "Gwilym"


def test_create_account_refuses_the_address_of_somebody_out_of_sight(cast):
    hana, olu = cast.protected_member.email, cast.leader_elsewhere.email
    for email, by in ((olu, cast.organiser), (hana, cast.organiser), (hana, cast.operator)):
        with pytest.raises(AccountRefused) as refused:
            create_account(email=email, role="leader", group=cast.cardiff, by=by)
        assert refused.value.code == "unseen"


def test_create_account_refuses_an_account_in_sight(cast):
    with pytest.raises(AccountRefused) as refused:
        create_account(email=cast.leader.email, role="member", group=cast.cardiff, by=cast.organiser)
    assert (refused.value.code, refused.value.field) == ("taken", "email")


def test_create_account_refuses_a_person_out_of_sight(cast):
    elsewhere = add_person(group=cast.manchester, new=NewPerson("Ffion", "Rees"), by=cast.operator)
    with pytest.raises(Unseen) as refused:
        create_account(email="f@example.org", role="member", group=cast.cardiff, person=elsewhere, by=cast.organiser)
    assert refused.value.code == "unseen"


def test_create_account_refuses_a_second_account_for_a_person(cast):
    with pytest.raises(AccountRefused) as refused:
        create_account(
            email="second@example.org",
            role="member",
            group=cast.cardiff,
            person=cast.person("leader"),
            by=cast.organiser,
        )
    assert refused.value.code == "taken"


@pytest.mark.parametrize(
    ("email", "role", "code"),
    [
        ("no address", "member", "not_an_address"),
        ("f@example.org", "queen", "unknown_role"),
        ("f@example.org", "system:operator", "unknown_role"),
        ("f@example.org", "editor", "too_strong"),
        ("f@example.org", "treasurer", "too_strong"),
        ("f@example.org", "data_protection", "too_strong"),
        ("f@example.org", "safeguarding", "too_strong"),
        ("f@example.org", "admin", "too_low"),
    ],
)
def test_create_account_refuses(cast, email, role, code):
    with pytest.raises(AccountRefused) as refused:
        create_account(email=email, role=role, group=cast.cardiff, by=cast.organiser)
    assert refused.value.code == code
    assert not Account.objects.filter(email="f@example.org").exists()


@pytest.mark.parametrize("persona", ["member", "leader", "editor", "organiser_elsewhere", "safeguarding"])
def test_create_account_needs_the_right_in_that_group(cast, persona):
    with pytest.raises(NotAllowed):
        create_account(email="f@example.org", role="member", group=cast.cardiff, by=getattr(cast, persona))


def test_an_organiser_gives_the_roles_of_their_own_groups(cast):
    for role, group in (("member", cast.cardiff), ("leader", cast.st_mellons), ("organiser", cast.st_mellons)):
        give_role(account=cast.leader, role=role, group=group, by=cast.organiser)
    assert roles_of(cast.leader) == [
        ("leader", "Cardiff"),
        ("member", "Cardiff"),
        ("leader", "St Mellons"),
        ("organiser", "St Mellons"),
    ]
    with pytest.raises(NotAllowed):
        give_role(account=cast.leader, role="member", group=cast.wales, by=cast.organiser)


def test_giving_the_same_role_again_is_one_role(cast):
    again = give_role(account=cast.leader, role="leader", group=cast.cardiff, by=cast.organiser)
    assert AccountRole.objects.filter(account=cast.leader).get() == again


def test_only_an_admin_or_the_machine_gives_what_reaches_further(cast):
    for by in (cast.organiser, cast.national_organiser):
        with pytest.raises(AccountRefused) as refused:
            give_role(account=cast.leader, role="editor", group=cast.cardiff, by=by)
        assert refused.value.code == "too_strong"
    give_role(account=cast.leader, role="editor", group=cast.cardiff, by=cast.admin)
    give_role(account=cast.leader, role="admin", group=cast.movement, by=cast.operator)
    assert roles_of(cast.leader)[1:] == [("editor", "Cardiff"), ("admin", "Movement for Change")]


def test_nobody_gives_themselves_a_role(cast):
    with pytest.raises(AccountRefused) as refused:
        give_role(account=cast.admin, role="safeguarding", group=cast.movement, by=cast.admin)
    assert refused.value.code == "own_role"


def test_a_role_that_needs_a_second_factor_ends_the_sessions(cast):
    device = signed_in(cast.leader, "a" * 32)
    give_role(account=cast.leader, role="editor", group=cast.cardiff, by=cast.admin)
    assert Device.objects.get(pk=device.pk).ended_at is None
    give_role(account=cast.leader, role="safeguarding", group=cast.movement, by=cast.admin)
    assert Device.objects.get(pk=device.pk).session_key == ""


def test_end_role_ends_sight_at_once(cast):
    role = AccountRole.objects.get(account=cast.leader)
    end_role(role=role, by=cast.organiser)
    assert roles_of(cast.fresh("leader")) == []
    assert AuditEntry.objects.filter(operation="people.end_role").get().touched == [
        ["people.accountrole", str(role.uid)]
    ]


def test_end_role_is_for_those_who_could_give_it(cast):
    with pytest.raises(AccountRefused) as refused:
        end_role(role=AccountRole.objects.get(account=cast.editor), by=cast.organiser)
    assert refused.value.code == "too_strong"
    with pytest.raises(NotAllowed):
        end_role(role=AccountRole.objects.get(account=cast.leader_elsewhere), by=cast.organiser)


def test_close_account_ends_every_way_in(cast):
    device = signed_in(cast.leader, "a" * 32)
    link_from_command_line(account=cast.leader, by=cast.operator)
    close_account(account=cast.leader, by=cast.organiser)
    closed = cast.fresh("leader")
    assert (closed.is_active, closed.has_usable_password(), roles_of(closed)) == (False, False, [])
    assert Device.objects.get(pk=device.pk).ended_at is not None
    assert SignInLink.objects.filter(account=closed, spent_at=None).count() == 0
    assert Person.objects.filter(pk=closed.person_id).exists()


def test_close_account_refuses_one_with_roles_beyond(cast):
    give_role(account=cast.leader, role="leader", group=cast.manchester, by=cast.organiser_elsewhere)
    with pytest.raises(AccountRefused) as refused:
        close_account(account=cast.leader, by=cast.organiser)
    assert refused.value.code == "beyond"
    assert roles_of(cast.leader) == [("leader", "Cardiff"), ("leader", "Manchester")]
    close_account(account=cast.leader, by=cast.admin)
    assert roles_of(cast.leader) == []


def test_nobody_closes_their_own_account_or_the_softwares(cast):
    for account in (cast.admin, cast.operator):
        with pytest.raises(AccountRefused):
            close_account(account=account, by=cast.admin)


def test_inviting_a_closed_account_opens_it_again_with_that_role_alone(cast):
    close_account(account=cast.leader, by=cast.organiser)
    account = create_account(email=cast.leader.email, role="member", group=cast.cardiff, by=cast.organiser)
    assert (account.pk, account.is_active, roles_of(account)) == (cast.leader.pk, True, [("member", "Cardiff")])


def test_an_account_with_no_role_still_chooses_its_language(cast):
    end_role(role=AccountRole.objects.get(account=cast.leader), by=cast.organiser)
    choose_language(language="cy", by=cast.fresh("leader"))
    assert Person.objects.get(pk=cast.leader.person_id).language == "cy"
    with pytest.raises(AccountRefused):
        choose_language(language="tlh", by=cast.leader)


def test_groups_outside_the_tree_are_the_admins_to_give_roles_in(cast):
    give_role(account=cast.leader, role="organiser", group=cast.coalition, by=cast.admin)
    assert ("organiser", "Cardiff Renters' Coalition") in roles_of(cast.leader)
    assert Group.objects.get(pk=cast.coalition.pk).is_in_tree is False
