"""What allauth's pages leave behind: an audit entry, a letter, and no other session after a new password."""

import re
import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from m4c.core.languages import CHOSEN
from m4c.core.models import AuditEntry
from m4c.core.worker import run_waiting
from m4c.people.models import Account
from m4c.people.models.account import website
from m4c.people.operations.sign_in import ask_for_new_password
from tests.cast import PASSWORD

NEW = "tri-gair-newydd-51"


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


def signed_in(account: Account) -> Client:
    client = Client()
    client.post("/account/login/", {"login": account.email, "password": PASSWORD, "next": reverse("own-account")})
    return client


def is_signed_in(client: Client) -> bool:
    return client.get(reverse("own-account")).status_code == 200


def audited(account: Account) -> list[str]:
    return [entry.operation for entry in AuditEntry.objects.filter(by=account).order_by("id")]


def letters() -> list[Any]:
    run_waiting()
    return [letter.subject for letter in mail.outbox]


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def prove(client: Client) -> None:
    """Give the password once more, as allauth asks before it changes how one signs in."""
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})


def test_a_changed_password_ends_every_other_session(cast):
    here, there = signed_in(cast.leader), signed_in(cast.leader)
    here.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    assert (is_signed_in(here), is_signed_in(there)) == (True, False)
    assert here.get(reverse("devices")).content.decode().count("Sign it out") == 0
    assert audited(cast.leader) == ["people.sign_in", "people.sign_in", "people.change_password"]
    assert letters() == ["Your password was changed."]


def test_this_device_can_still_be_ended_after_a_changed_password(cast):
    here = signed_in(cast.leader)
    here.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    other = Client()
    other.post("/account/login/", {"login": cast.leader.email, "password": NEW, "next": reverse("own-account")})
    other.post(reverse("end-other-devices"))
    assert (is_signed_in(other), is_signed_in(here)) == (True, False)


def test_a_forgotten_password_is_chosen_anew_by_letter(cast):
    before = signed_in(cast.leader)
    ask_for_new_password(email=cast.leader.email, by=website())
    assert letters() == ["Choose a new password"]
    address = re.search(r"http://127.0.0.1:8000(\S+)", mail.outbox[0].body)[1]
    client = Client()
    form = client.get(address)["Location"]
    assert "Choose a new password" in client.get(form).content.decode()
    client.post(form, {"password1": NEW, "password2": NEW})
    assert is_signed_in(before) is False
    assert Account.objects.get(pk=cast.leader.pk).check_password(NEW)
    assert audited(cast.leader)[-1] == "people.reset_password"
    again = client.get(address)
    assert "does not open anything any more" in again.content.decode()


def test_whoever_came_by_a_link_chooses_a_password(cast):
    cast.leader.set_unusable_password()
    cast.leader.save()
    client = Client()
    client.force_login(cast.leader)
    assert "You have none yet." in client.get(reverse("own-account")).content.decode()
    client.post(reverse("account_set_password"), {"password1": NEW, "password2": NEW})
    assert Account.objects.get(pk=cast.leader.pk).check_password(NEW)
    assert letters() == ["You chose a password."]


@pytest.mark.parametrize("password", ["short-one", "password123", "bethan.griffiths@example.org"])
def test_a_password_that_is_easily_guessed_is_refused(cast, password):
    client = signed_in(cast.leader)
    given = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    assert client.post(reverse("account_change_password"), given).status_code == 200
    assert Account.objects.get(pk=cast.leader.pk).check_password(PASSWORD)


def test_an_authenticator_app_is_set_up_and_taken_away(cast, django_capture_on_commit_callbacks):
    client = signed_in(cast.safeguarding)
    assert client.get(reverse("mfa_activate_totp"))["Location"].startswith(reverse("account_reauthenticate"))
    prove(client)
    page = client.get(reverse("mfa_activate_totp"))
    assert "<svg" in page.content.decode()
    secret = page.context["form"].secret
    code = code_of(secret)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("mfa_activate_totp"), {"code": code})
    assert answer["Location"] == reverse("mfa_view_recovery_codes")
    assert cast.fresh("safeguarding").has_second_factor
    client.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.filter(user=cast.safeguarding).exists()
    assert audited(cast.safeguarding)[1:] == ["people.add_authenticator_app", "people.remove_authenticator_app"]
    assert letters() == [
        "An authenticator app was added to your account.",
        "The authenticator app was taken away from your account.",
    ]


def test_a_factor_just_set_up_is_proof_enough_for_its_recovery_codes(cast):
    client = Client()
    client.force_login(cast.safeguarding)
    TOTP.activate(cast.safeguarding, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(cast.safeguarding)
    for seconds_ago, status in ((10, 200), (310, 302)):
        session = client.session
        session["factor_set_up_at"] = time.time() - seconds_ago
        session.save()
        assert client.get(reverse("mfa_view_recovery_codes")).status_code == status


def test_the_passkey_is_asked_for_first_and_the_rest_is_offered(cast):
    client = signed_in(cast.safeguarding)
    passkey = {"type": Authenticator.Type.WEBAUTHN, "data": {"name": "my phone", "credential": {}}}
    Authenticator.objects.create(user=cast.safeguarding, **passkey)
    TOTP.activate(cast.safeguarding, "JBSWY3DPEHPK3PXP")
    assert client.get(reverse("mfa_deactivate_totp"))["Location"].startswith(reverse("mfa_reauthenticate_webauthn"))
    page = client.get(reverse("account_reauthenticate")).content.decode()
    assert ("Use my passkey" in page, "Use a code" in page) == (True, True)


def test_the_pages_of_second_factors_are_whole(cast):
    client = signed_in(cast.safeguarding)
    TOTP.activate(cast.safeguarding, "JBSWY3DPEHPK3PXP")
    prove(client)
    client.post(reverse("mfa_generate_recovery_codes"))
    names = ["mfa_index", "mfa_list_webauthn", "mfa_add_webauthn", "mfa_deactivate_totp"]
    names += ["mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_reauthenticate", "account_change_password"]
    for name in names:
        page = client.get(reverse(name))
        assert (name, page.status_code, "<c-" in page.content.decode()) == (name, 200, False)
    assert "recovery-codes.txt" in client.get(reverse("mfa_download_recovery_codes"))["Content-Disposition"]


def test_a_passkey_is_renamed_and_taken_away(cast):
    passkey = Authenticator.objects.create(
        user=cast.leader, type=Authenticator.Type.WEBAUTHN, data={"name": "my phone", "credential": {}}
    )
    theirs = Authenticator.objects.create(
        user=cast.member, type=Authenticator.Type.WEBAUTHN, data={"name": "theirs", "credential": {}}
    )
    client = signed_in(cast.leader)
    prove(client)
    client.post(reverse("mfa_edit_webauthn", kwargs={"pk": passkey.pk}), {"name": "old phone"})
    assert "old phone" in client.get(reverse("mfa_list_webauthn")).content.decode()
    assert client.post(reverse("mfa_remove_webauthn", kwargs={"pk": theirs.pk})).status_code == 404
    assert (
        "Take this passkey away?"
        in client.get(reverse("mfa_remove_webauthn", kwargs={"pk": passkey.pk})).content.decode()
    )
    client.post(reverse("mfa_remove_webauthn", kwargs={"pk": passkey.pk}))
    assert audited(cast.leader)[-1] == "people.remove_passkey"


def test_signing_in_and_out_is_audited(cast):
    signed_in(cast.leader).post(reverse("account_logout"))
    assert audited(cast.leader) == ["people.sign_in", "people.sign_out"]


def test_pages_follow_the_language_of_whoever_signs_in(cast):
    client = signed_in(cast.leader)
    assert client.session[CHOSEN] == "en-gb"
    client.post(reverse("own-account"), {"language": "cy"})
    assert client.session[CHOSEN] == "cy"
    assert signed_in(cast.fresh("leader")).session[CHOSEN] == "cy"
    assert set(client.cookies) == {"sessionid"}
