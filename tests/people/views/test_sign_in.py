"""Coming in: by password, by link, on the demo; and what a stranger can learn on the way, which is nothing."""

import re
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.conf import settings
from django.core.cache import cache
from django.shortcuts import resolve_url
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.core import demo_mode
from m4c.people.models import Account, Device
from m4c.people.operations.sign_in import link_from_command_line, show_sign_in_code
from tests.cast import PASSWORD

SIGN_IN = "/account/login/"


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


def enter(client: Client, email: str | None, password: str = PASSWORD, **more: str) -> Any:
    return client.post(SIGN_IN, {"login": email, "password": password, **more})


def first_page() -> str:
    return resolve_url(settings.LOGIN_REDIRECT_URL)


def signed_in_as(client: Client) -> int | None:
    pk = client.session.get("_auth_user_id")
    return int(pk) if pk else None


def shown(response: Any) -> str:
    """A page without what is drawn anew each time."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())
    assert "<c-" not in text
    return text


def test_password_signs_in_and_lists_the_device(client, cast):
    response = enter(client, cast.leader.email.upper())
    assert (response.status_code, response["Location"]) == (302, first_page())
    device = Device.objects.get(account=cast.leader)
    assert (device.session_key, device.is_own) == (client.session.session_key, False)
    assert response.cookies["sessionid"]["max-age"] == ""  # ends with the browser


def test_ones_own_device_stays_for_ninety_days(client, cast):
    response = enter(client, cast.leader.email, own_device="on")
    assert abs(int(response.cookies["sessionid"]["max-age"]) - 90 * 86_400) < 5
    device = Device.objects.get(account=cast.leader)
    assert device.is_own
    assert abs(device.expires_at - timezone.now() - timedelta(days=90)) < timedelta(minutes=1)


def test_known_and_unknown_addresses_are_answered_alike(client, cast):
    known = shown(enter(client, "bethan.griffiths@example.org", "wrong-password"))
    unknown = shown(enter(client, "bethan.griffithx@example.org", "wrong-password"))
    assert known.replace("griffiths@", "griffithx@") == unknown
    assert "not correct" in known


@pytest.mark.parametrize("email", ["bethan.griffiths@example.org", "nobody@example.org"])
def test_a_forgotten_password_tells_nothing(client, cast, email):
    response = client.post(reverse("account_reset_password"), {"email": email})
    assert (response.status_code, response["Location"]) == (302, reverse("account_reset_password_done"))
    assert "If there is an account of that address" in shown(client.get(response["Location"]))


def test_a_closed_account_is_told_so_after_its_password_only(client, cast):
    Account.objects.filter(pk=cast.leader.pk).update(is_active=False)
    assert "not correct" in shown(enter(client, cast.leader.email, "wrong-password"))
    assert enter(client, cast.leader.email)["Location"] == reverse("account_inactive")
    assert "closed" in shown(client.get(reverse("account_inactive")))
    assert signed_in_as(client) is None


def test_attempts_on_one_account_are_limited(client, cast):
    for _ in range(5):
        enter(client, cast.leader.email, "wrong-password")
    assert "Too many failed" in shown(enter(client, cast.leader.email))
    assert signed_in_as(client) is None
    assert enter(Client(REMOTE_ADDR="192.0.2.7"), cast.member.email).status_code == 302


def test_attempts_from_one_machine_are_limited_by_a_friendly_page(client, cast):
    for number in range(30):
        enter(client, f"nobody{number}@example.org")
    response = enter(client, cast.leader.email)
    assert response.status_code == 429
    assert "A moment, please" in shown(response)


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_next_never_leads_off_the_site(client, cast, elsewhere):
    assert enter(client, cast.leader.email, next=elsewhere)["Location"] == first_page()
    link = link_from_command_line(account=cast.member, by=cast.operator)
    response = Client().post(link.path, {"next": elsewhere})
    assert response["Location"] == first_page()
    page = client.get(reverse("second-factor"), {"next": elsewhere})
    assert client.session["after_second_factor"] == reverse("own-account")
    assert page.status_code == 200


def test_next_leads_to_a_page_of_ours(client, cast):
    assert enter(client, cast.leader.email, next="/organise/devices/")["Location"] == "/organise/devices/"


def test_nobody_signs_up(client, cast):
    page = client.get("/account/signup/")
    assert (page.status_code, "Accounts come by invitation" in shown(page)) == (200, True)
    assert client.post("/account/signup/", {"email": "x@example.org", "password1": PASSWORD}).status_code == 405
    assert not Account.objects.filter(email="x@example.org").exists()


@pytest.mark.parametrize(
    "address", ["email/", "confirm-email/", "login/code/", "social/signup/", "3rdparty/", "2fa/trust/", "sessions/"]
)
def test_pages_of_allauth_that_we_do_not_use_do_not_exist(client, cast, address):
    client.force_login(cast.leader)
    assert client.get(f"/account/{address}").status_code == 404


def test_opening_a_link_spends_nothing_and_pressing_its_button_signs_in(client, cast):
    link = show_sign_in_code(account=cast.member, by=cast.organiser)
    for _ in range(3):
        page = client.get(link.path)
    assert "Sign in as Kofi Mensah" in shown(page)
    assert "no-store" in page["Cache-Control"]
    assert signed_in_as(client) is None
    response = client.post(link.path, {"own_device": "on"})
    assert (response.status_code, signed_in_as(client)) == (302, cast.member.pk)
    assert Device.objects.get(account=cast.member).is_own


def test_a_link_leads_those_with_no_way_back_to_their_account(client, cast):
    cast.member.set_unusable_password()
    cast.member.save()
    link = show_sign_in_code(account=cast.member, by=cast.organiser)
    response = client.post(link.path)
    assert response["Location"] == reverse("own-account")
    assert "How will you come back?" in shown(client.get(response["Location"]))


def test_a_link_that_is_spent_expired_or_unknown_is_the_same_page(client, cast):
    spent = show_sign_in_code(account=cast.member, by=cast.organiser)
    Client().post(spent.path)
    expired = link_from_command_line(account=cast.editor, by=cast.operator)
    type(expired.link).objects.filter(pk=expired.link.pk).update(expires_at=timezone.now())
    pages = [client.get(path) for path in (spent.path, expired.path, "/sign-in/nonsense/")]
    pages += [client.post(path) for path in (spent.path, expired.path, "/sign-in/nonsense/")]
    assert {page.status_code for page in pages} == {404}
    assert len({shown(page) for page in pages}) == 1
    assert signed_in_as(client) is None


def test_guessing_links_is_limited(client, cast):
    answers = [client.get(f"/sign-in/guess{number}/").status_code for number in range(21)]
    assert answers == [404] * 20 + [429]


def test_a_link_ends_whoever_else_was_signed_in_here(client, cast):
    enter(client, cast.leader.email)
    link = link_from_command_line(account=cast.member, by=cast.operator)
    assert "You are signed in here as Bethan Griffiths" in shown(client.get(link.path))
    client.post(link.path)
    assert signed_in_as(client) == cast.member.pk
    assert Device.objects.get(account=cast.leader).ended_at is not None


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


@pytest.mark.parametrize("way", ["password", "link"])
def test_the_second_factor_is_asked_whichever_way_one_comes(client, cast, way):
    TOTP.activate(cast.safeguarding, "JBSWY3DPEHPK3PXP")
    if way == "link":
        response = client.post(link_from_command_line(account=cast.safeguarding, by=cast.operator).path)
    else:
        response = enter(client, cast.safeguarding.email, own_device="on")
    assert (response["Location"], signed_in_as(client)) == (reverse("mfa_authenticate"), None)
    assert "One more step" in shown(client.get(response["Location"]))
    assert client.get(reverse("own-account")).status_code == 302
    assert "Incorrect code" in shown(client.post(reverse("mfa_authenticate"), {"code": "000000"}))
    client.post(reverse("mfa_authenticate"), {"code": code_of("JBSWY3DPEHPK3PXP")})
    assert signed_in_as(client) == cast.safeguarding.pk
    assert Device.objects.get(account=cast.safeguarding).is_own == (way == "password")


def test_a_recovery_code_stands_in_once(client, cast):
    TOTP.activate(cast.safeguarding, "JBSWY3DPEHPK3PXP")
    code = RecoveryCodes.activate(cast.safeguarding).get_unused_codes()[0]
    for expected in (cast.safeguarding.pk, None):
        other = Client()
        enter(other, cast.safeguarding.email)
        other.post(reverse("mfa_authenticate"), {"code": code})
        assert signed_in_as(other) == expected


def test_a_passkey_alone_asks_nothing_of_those_without_such_rights(client, cast):
    passkey = {"type": Authenticator.Type.WEBAUTHN, "data": {"name": "my phone", "credential": {}}}
    Authenticator.objects.create(user=cast.leader, **passkey)
    enter(client, cast.leader.email)
    assert signed_in_as(client) == cast.leader.pk


def test_the_second_factor_page_explains_and_then_leads_back(client, cast):
    client.force_login(cast.safeguarding)
    page = client.get(reverse("second-factor"), {"next": "/organise/devices/"})
    assert "This needs a second proof that it is you" in shown(page)
    TOTP.activate(cast.safeguarding, "JBSWY3DPEHPK3PXP")
    assert client.get(reverse("second-factor"))["Location"] == "/organise/devices/"
    assert client.get(reverse("second-factor"))["Location"] == reverse("own-account")


def test_what_could_hurt_people_asks_for_a_second_factor_first(client, cast):
    client.force_login(cast.safeguarding)
    where = reverse("second-factor") + "?next=%2Forganise%2Freferrals%2F"
    assert client.get(reverse("referrals"))["Location"] == where
    TOTP.activate(cast.safeguarding, "JBSWY3DPEHPK3PXP")
    assert client.get(reverse("referrals")).status_code == 200
    client.force_login(cast.organiser)
    assert client.get(reverse("referrals")).status_code == 403


def test_the_demos_door(client, cast, tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    door = reverse("demo-sign-in")
    for data in ({"email": "nadia.rahman@example.org"}, {}):
        assert client.post(door, data).status_code == 404
    assert client.get(door).status_code == 404
    assert "Nadia" not in shown(client.get(SIGN_IN))
    demo_mode.turn_on()
    assert "Nadia, organiser in Manchester" in shown(client.get(SIGN_IN))
    assert client.post(door, {"email": cast.leader_elsewhere.email}).status_code == 404
    assert client.post(door, {"email": "nadia.rahman@example.org"})["Location"] == first_page()
    assert signed_in_as(client) == cast.organiser_elsewhere.pk
    demo_mode.turn_off()
    assert Client().post(door, {"email": "nadia.rahman@example.org"}).status_code == 404
