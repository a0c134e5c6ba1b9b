"""The pages of accounts: those of one's own groups, and what may be done about each."""

from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from m4c.core.worker import run_waiting
from m4c.people.models import Account, AccountRole
from m4c.people.operations.account import create_account, give_role
from m4c.people.views import account as views


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


def as_(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def words(response: Any) -> str:
    text = response.content.decode()
    assert "<c-" not in text
    return text


def test_the_list_holds_the_accounts_of_ones_groups(cast):
    page = words(as_(cast.organiser).get(reverse("accounts")))
    shown = {persona for persona, account in cast.accounts.items() if f">{account}</a>" in page.replace("&#x27;", "'")}
    assert shown == {"member", "leader", "organiser", "editor", "treasurer"}


def test_somebody_kept_safe_is_in_no_list(cast):
    for looker in (cast.organiser, cast.national_organiser, cast.admin):
        client = as_(looker)
        assert "Hana" not in words(client.get(reverse("accounts")))
        assert client.get(reverse("account", kwargs={"uid": cast.protected_member.uid})).status_code == 404


@pytest.mark.parametrize("persona", ["member", "leader", "editor", "treasurer", "safeguarding"])
def test_the_pages_are_for_those_who_look_after_accounts(cast, persona):
    client = as_(getattr(cast, persona))
    assert client.get(reverse("accounts")).status_code == 403
    assert client.get(reverse("account", kwargs={"uid": cast.leader.uid})).status_code == 403


def test_the_list_costs_the_same_for_few_and_for_many(cast, django_assert_num_queries):
    client = as_(cast.organiser)
    client.get(reverse("accounts"))
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("accounts"))
    for number in range(3):
        create_account(email=f"new{number}@example.org", role="member", group=cast.cardiff, by=cast.organiser)
    with django_assert_num_queries(len(few)):
        client.get(reverse("accounts"))


def test_the_list_goes_on_page_by_page(cast, monkeypatch):
    monkeypatch.setattr(views, "PAGE", 2)
    client, address, seen = as_(cast.organiser), reverse("accounts"), []
    while address:
        page = client.get(address).context["page"]
        seen += [account.email for account in page.rows]
        address = page.older and reverse("accounts") + page.older
    expected = [getattr(cast, persona).email for persona in ("member", "leader", "organiser", "editor", "treasurer")]
    assert seen == sorted(expected)
    assert client.get(reverse("accounts"), {"after": "nonsense"}).status_code == 200


def test_the_list_is_searched(cast):
    page = as_(cast.organiser).get(reverse("accounts"), {"q": "griff"})
    assert page.context["page"].rows == [cast.leader]
    assert "Nobody by that name" in words(as_(cast.organiser).get(reverse("accounts"), {"q": "nadia"}))


def test_an_invitation_makes_the_account_and_sends_a_letter(cast):
    client = as_(cast.organiser)
    assert "Invite somebody" in words(client.get(reverse("invite-account")))
    given = {"email": "ffion@example.org", "given_name": "Ffion", "role": "leader", "group": cast.cardiff.uid}
    assert client.post(reverse("invite-account"), given)["Location"] == reverse("accounts")
    run_waiting()
    assert [letter.to for letter in mail.outbox] == [["ffion@example.org"]]
    assert "Ffion" in words(client.get(reverse("accounts")))


def test_an_invitation_that_is_refused_keeps_its_words(cast):
    given = {"email": cast.leader.email, "given_name": "Beth", "role": "leader", "group": cast.cardiff.uid}
    response = as_(cast.organiser).post(reverse("invite-account"), given)
    assert response.status_code == 422
    assert "has an account already" in words(response)
    assert 'value="Beth"' in words(response)


@pytest.mark.parametrize(("role", "group"), [("admin", "cardiff"), ("editor", "cardiff"), ("member", "manchester")])
def test_an_organiser_is_offered_no_more_than_they_may_give(cast, role, group):
    given = {"email": "ffion@example.org", "role": role, "group": getattr(cast, group).uid}
    assert as_(cast.organiser).post(reverse("invite-account"), given).status_code == 422
    assert not Account.objects.filter(email="ffion@example.org").exists()


def test_an_account_shows_only_its_roles_in_ones_groups(cast):
    give_role(account=cast.leader, role="leader", group=cast.manchester, by=cast.organiser_elsewhere)
    page = words(as_(cast.organiser).get(reverse("account", kwargs={"uid": cast.leader.uid})))
    assert "Leader, Cardiff" in page
    assert "Leader, Manchester" not in page


def test_an_account_elsewhere_is_not_there(cast):
    client = as_(cast.organiser)
    for name in ("account", "give-role", "show-sign-in-code", "send-sign-in-link", "close-account"):
        address = reverse(name, kwargs={"uid": cast.leader_elsewhere.uid})
        assert (client.get if name == "account" else client.post)(address).status_code == 404
    role = AccountRole.objects.get(account=cast.leader_elsewhere)
    assert client.post(reverse("end-role", kwargs={"uid": role.uid})).status_code == 404


def test_roles_are_given_and_ended(cast):
    client, address = as_(cast.organiser), reverse("account", kwargs={"uid": cast.leader.uid})
    give = reverse("give-role", kwargs={"uid": cast.leader.uid})
    assert client.post(give, {"role": "organiser", "group": cast.st_mellons.uid})["Location"] == address
    role = AccountRole.objects.get(account=cast.leader, role="organiser")
    assert client.post(reverse("end-role", kwargs={"uid": role.uid}))["Location"] == address
    assert AccountRole.objects.get(pk=role.pk).ended_at is not None
    assert client.post(give, {"role": "queen", "group": cast.st_mellons.uid}).status_code == 422


def test_a_code_is_shown_where_it_opens_no_more(cast):
    client = as_(cast.organiser)
    page = client.post(reverse("show-sign-in-code", kwargs={"uid": cast.member.uid}))
    assert "<svg" in words(page)
    assert "no-store" in page["Cache-Control"]
    for account in (cast.editor, cast.leader):  # other rights; the contact of somebody kept safe
        address = reverse("account", kwargs={"uid": account.uid})
        assert "Show a sign-in code" not in words(client.get(address))
        assert client.post(reverse("show-sign-in-code", kwargs={"uid": account.uid}))["Location"] == address
        assert "can only be sent to its own e-mail address" in words(client.get(address))


def test_letters_are_limited(cast):
    client, address = as_(cast.organiser), reverse("send-sign-in-link", kwargs={"uid": cast.editor.uid})
    assert [client.post(address).status_code for _ in range(6)] == [302] * 5 + [429]
    run_waiting()
    assert {letter.to[0] for letter in mail.outbox} == {cast.editor.email}


def test_an_account_is_closed(cast):
    client = as_(cast.organiser)
    address = reverse("close-account", kwargs={"uid": cast.member.uid})
    assert client.post(address)["Location"] == reverse("accounts")
    assert cast.fresh("member").is_active is False
    own = reverse("close-account", kwargs={"uid": cast.organiser.uid})
    assert client.post(own)["Location"] == reverse("account", kwargs={"uid": cast.organiser.uid})
    assert cast.fresh("organiser").is_active


def test_ones_own_account_is_for_everybody(cast):
    page = words(as_(cast.member).get(reverse("own-account")))
    assert "Kofi Mensah" in page
    response = as_(cast.member).post(reverse("own-account"), {"language": "tlh"})
    assert response.status_code == 200
    assert cast.person("member").language == "en"
