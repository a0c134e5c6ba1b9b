"""Invitations: at once where one sees whom one invites, else waiting until they accept; never to somebody kept safe."""

from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from m4c.core.errors import NotAllowed
from m4c.core.worker import run_waiting
from m4c.people.models import Account, AccountRole, Invitation, Membership, Person, SignInLink
from m4c.people.models.account import website
from m4c.people.operations.account import (
    AccountRefused,
    close_account,
    close_account_kept_safe,
    create_account,
    end_role,
    invite,
)
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.protection import keep_safe
from m4c.people.operations.sign_in import send_sign_in_link, spend_sign_in_link
from tests.cast import Cast
from tests.factories import somebody


def invited(cast: Cast, email: str | None, **more: Any) -> Account | Invitation:
    """Somebody invited to Cardiff, as a leader, by its organiser."""
    facts: dict[str, Any] = {"email": email, "role": "leader", "group": cast.cardiff, "by": cast.organiser, **more}
    answer: Account | Invitation = invite(**facts)
    return answer


def roles_of(account: Account) -> list[tuple[str, str]]:
    return [(role.role, role.group.name) for role in AccountRole.objects.open().filter(account=account)]


def sees(cast: Cast, persona: str, account: Account) -> tuple[bool, bool]:
    """Whether a persona sees the person and the account."""
    by = cast.fresh(persona)
    people, accounts = Person.objects.visible_to(by), Account.objects.visible_to(by)
    return people.filter(pk=account.person_id or 0).exists(), accounts.filter(pk=account.pk).exists()


def token_sent() -> str:
    """The secret of the link in the last letter."""
    return str(mail.outbox[-1].body).partition("/sign-in/")[2].partition("/")[0]


def test_somebody_new_is_there_at_once(cast: Cast) -> None:
    account = invited(cast, "ffion@example.org", given_name="Ffion")
    assert isinstance(account, Account)
    assert (roles_of(account), sees(cast, "organiser", account)) == ([("leader", "Cardiff")], (True, True))
    run_waiting()
    assert [letter.to for letter in mail.outbox] == [["ffion@example.org"]]


def test_somebody_in_sight_is_there_at_once(cast: Cast) -> None:
    amal = somebody(cast, emails=["amal@example.org"])
    account = invited(cast, "AMAL@example.org")
    assert isinstance(account, Account)
    assert (account.person, roles_of(account)) == (amal, [("leader", "Cardiff")])


def test_an_account_known_elsewhere_is_not_seen_until_it_accepts(cast: Cast) -> None:
    olu = cast.leader_elsewhere
    invitation = invited(cast, olu.email)
    assert isinstance(invitation, Invitation)
    assert (roles_of(olu), sees(cast, "organiser", olu)) == ([("leader", "Manchester")], (False, False))
    assert not Membership.objects.filter(person=olu.person, group=cast.cardiff).exists()
    assert list(Invitation.objects.visible_to(cast.organiser).waiting()) == [invitation]
    assert not Invitation.objects.visible_to(cast.national_organiser).exists()

    run_waiting()
    link = spend_sign_in_link(token=token_sent(), by=website())
    assert link.account == olu
    assert roles_of(olu) == [("leader", "Manchester"), ("leader", "Cardiff")]
    assert (sees(cast, "organiser", olu), Invitation.objects.waiting().count()) == ((True, True), 0)


def test_somebody_met_elsewhere_is_not_seen_until_they_accept(cast: Cast) -> None:
    met = somebody(cast, group=cast.manchester, emails=["f@example.org"])
    invited(cast, "f@example.org")
    account = Account.objects.get(email="f@example.org")
    assert (account.person, roles_of(account), sees(cast, "organiser", account)) == (met, [], (False, False))
    run_waiting()
    spend_sign_in_link(token=token_sent(), by=website())
    assert (roles_of(account), sees(cast, "organiser", account)) == ([("leader", "Cardiff")], (True, True))


def test_another_link_accepts_nothing(cast: Cast) -> None:
    invited(cast, cast.leader_elsewhere.email)
    send_sign_in_link(account=cast.leader_elsewhere, by=cast.organiser_elsewhere)
    run_waiting()
    for link in SignInLink.objects.filter(account=cast.leader_elsewhere, invitation=None):
        assert link.account == cast.leader_elsewhere
    spend_sign_in_link(token=token_sent(), by=website())
    assert roles_of(cast.leader_elsewhere) == [("leader", "Manchester")]


def test_invited_twice_it_is_one(cast: Cast) -> None:
    first, again = (invited(cast, cast.leader_elsewhere.email) for _ in range(2))
    assert first == again


def test_what_the_inviter_could_not_give_any_more_does_not_begin(cast: Cast) -> None:
    invited(cast, cast.leader_elsewhere.email)
    run_waiting()
    end_role(role=AccountRole.objects.get(account=cast.organiser), by=cast.operator)
    spend_sign_in_link(token=token_sent(), by=website())
    assert roles_of(cast.leader_elsewhere) == [("leader", "Manchester")]


@pytest.mark.parametrize("given_name", ["", "Hana", "Gwilym"])
def test_for_somebody_kept_safe_nothing_is_sent_and_nothing_begins(cast: Cast, given_name: str) -> None:
    """Nor for an address that she shares, or wrote down without ever having had an account."""
    hana = cast.protected_member
    before = (roles_of(hana), Membership.objects.count(), Person.objects.count(), Account.objects.count())
    invitation = invited(cast, hana.email, given_name=given_name)
    assert isinstance(invitation, Invitation)
    run_waiting()
    assert (invitation.account, mail.outbox) == (None, [])
    assert before == (roles_of(hana), Membership.objects.count(), Person.objects.count(), Account.objects.count())
    assert Invitation.objects.visible_to(cast.safeguarding).get() == invitation


def test_whoever_is_kept_safe_after_being_invited_gets_no_letter(cast: Cast) -> None:
    met = somebody(cast, group=cast.manchester, emails=["f@example.org"])
    invited(cast, "f@example.org")
    keep_safe(person=met, at=timezone.now(), by=cast.organiser_elsewhere)
    run_waiting()
    assert "f@example.org" not in [address for letter in mail.outbox for address in letter.to]


def test_it_is_refused_as_making_an_account_is(cast: Cast) -> None:
    with pytest.raises(AccountRefused, match="account already"):
        invited(cast, cast.leader.email)
    with pytest.raises(AccountRefused, match="Only an admin"):
        invited(cast, "f@example.org", role="editor")
    with pytest.raises(NotAllowed):
        invited(cast, "f@example.org", group=cast.manchester)


def test_who_looks_after_a_coalition_only_invites_nobody(cast: Cast) -> None:
    facts: dict[str, Any] = {"email": "f@example.org", "role": "leader", "group": cast.coalition}
    facts["by"] = cast.coalition_organiser
    with pytest.raises(Unseen, match="own groups"):
        invite(**facts)
    with pytest.raises(Unseen, match="own groups"):
        create_account(**facts)


def test_the_safeguarding_lead_closes_the_account_of_somebody_kept_safe(cast: Cast) -> None:
    amal = somebody(cast, emails=["amal@example.org"])
    account = create_account(email="amal@example.org", role="leader", group=cast.cardiff, by=cast.operator)
    protection = keep_safe(person=amal, at=timezone.now(), by=cast.organiser)
    with pytest.raises(NotAllowed):
        close_account_kept_safe(protection=protection, by=cast.organiser)
    close_account_kept_safe(protection=protection, by=cast.safeguarding)
    account.refresh_from_db()
    assert (account.is_active, roles_of(account)) == (False, [])
    with pytest.raises(AccountRefused, match="no account"):
        close_account_kept_safe(protection=protection, by=cast.safeguarding)
    with pytest.raises(AccountRefused):
        close_account(account=cast.admin, by=cast.admin)
