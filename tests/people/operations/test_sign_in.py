"""One-time links and codes: good once, not for long, and never a way to become somebody who may do more."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core import mail
from django.utils import timezone

from m4c.core import demo_mode
from m4c.core.errors import NotAllowed
from m4c.core.models import AuditEntry
from m4c.core.permissions import Role
from m4c.core.worker import run_waiting
from m4c.people.models import Account, Device, Protection, SignInLink
from m4c.people.models.account import website
from m4c.people.operations.account import close_account, end_role, give_role
from m4c.people.operations.device import sign_in
from m4c.people.operations.membership import join
from m4c.people.operations.protection import keep_safe
from m4c.people.operations.sign_in import (
    SignInRefused,
    ask_for_new_password,
    forget_old_sign_ins,
    forget_second_factor,
    link_by_mail,
    link_from_command_line,
    open_demo_door,
    send_sign_in_link,
    show_sign_in_code,
    spend_sign_in_link,
)


def spend(token: str) -> Account:
    return spend_sign_in_link(token=token, by=website()).account


def refused_by(token: str) -> str:
    with pytest.raises(SignInRefused) as refused:
        spend(token)
    return str(refused.value)


def test_a_code_signs_in_once(cast):
    code = show_sign_in_code(account=cast.member, by=cast.organiser)
    assert SignInLink.waiting(code.token) == code.link
    assert spend(code.token) == cast.member
    assert SignInLink.waiting(code.token) is None
    assert refused_by(code.token) == "This link does not open anything any more. Ask for a new one."


def test_only_the_hash_of_a_link_is_kept(cast):
    code = show_sign_in_code(account=cast.member, by=cast.organiser)
    row = SignInLink.objects.values().get()
    assert len(code.token) == 43  # 256 bits
    assert code.token not in str(row)
    assert str(code) == f"http://127.0.0.1:8000/sign-in/{code.token}/"


def test_spent_expired_unknown_and_closed_say_the_same(cast):
    spent = show_sign_in_code(account=cast.member, by=cast.organiser)
    spend(spent.token)
    expired = link_from_command_line(account=cast.editor, by=cast.operator)
    SignInLink.objects.filter(pk=expired.link.pk).update(expires_at=timezone.now())
    closed = link_from_command_line(account=cast.leader_elsewhere, by=cast.operator)
    Account.objects.filter(pk=cast.leader_elsewhere.pk).update(is_active=False)
    said = {refused_by(token) for token in (spent.token, expired.token, closed.token, "nonsense", "")}
    assert len(said) == 1


def test_how_long_a_link_is_good(cast):
    now = timezone.now()
    shown = show_sign_in_code(account=cast.member, by=cast.organiser).link
    printed = link_from_command_line(account=cast.member, by=cast.operator).link
    assert round((shown.expires_at - now) / timedelta(minutes=1)) == 30
    assert round((printed.expires_at - now) / timedelta(days=1)) == 3


def test_a_new_link_ends_the_one_before(cast):
    first = show_sign_in_code(account=cast.member, by=cast.organiser)
    second = show_sign_in_code(account=cast.member, by=cast.organiser)
    refused_by(first.token)
    assert spend(second.token) == cast.member


def test_each_link_is_audited_and_the_secret_is_not(cast):
    code = show_sign_in_code(account=cast.member, by=cast.organiser)
    spend(code.token)
    made, used = AuditEntry.objects.filter(operation__endswith="sign_in_code"), AuditEntry.objects.filter(by=website())
    assert (made.get().by, made.get().touched) == (cast.organiser, [["people.account", str(cast.member.uid)]])
    assert used.get().operation == "people.spend_sign_in_link"
    assert code.token not in str(list(AuditEntry.objects.values()))


def test_an_organiser_shows_a_code_to_those_who_may_do_less(cast):
    assert spend(show_sign_in_code(account=cast.member, by=cast.organiser).token) == cast.member
    give_role(account=cast.member, role="leader", group=cast.st_mellons, by=cast.organiser)
    assert spend(show_sign_in_code(account=cast.fresh("member"), by=cast.organiser).token) == cast.member


@pytest.mark.parametrize(
    ("by", "persona"),
    [
        ("organiser", "editor"),  # other rights in the same group
        ("admin", "organiser"),  # an admin gives roles, and sees no people by that
        ("admin", "safeguarding"),  # her rights ask for a second factor
        ("national_organiser", "safeguarding"),
        ("national_organiser", "data_protection"),
        ("national_organiser", "admin"),
    ],
)
def test_a_code_is_no_way_to_become_somebody_else(cast, by, persona):
    with pytest.raises(SignInRefused) as refused:
        show_sign_in_code(account=getattr(cast, persona), by=getattr(cast, by))
    assert refused.value.code == "beyond"
    assert not SignInLink.objects.exists()


def test_a_code_is_refused_outside_ones_groups(cast):
    for account in (cast.leader_elsewhere, cast.national_organiser, cast.protected_member):
        with pytest.raises((NotAllowed, SignInRefused)):
            show_sign_in_code(account=account, by=cast.organiser)
    for by in (cast.member, cast.member, cast.organiser_elsewhere, cast.safeguarding):
        with pytest.raises(NotAllowed):
            show_sign_in_code(account=cast.member, by=by)


def test_a_code_is_refused_for_a_role_held_elsewhere_besides(cast):
    give_role(account=cast.member, role="leader", group=cast.manchester, by=cast.organiser_elsewhere)
    with pytest.raises(SignInRefused):
        show_sign_in_code(account=cast.fresh("member"), by=cast.organiser)


def test_a_code_is_refused_for_a_role_that_ended_here(cast):
    give_role(account=cast.member, role="leader", group=cast.manchester, by=cast.organiser_elsewhere)
    end_role(role=cast.member.roles.get(group=cast.cardiff), by=cast.organiser)
    with pytest.raises(SignInRefused):
        show_sign_in_code(account=cast.fresh("member"), by=cast.organiser)


def test_a_code_is_refused_for_whoever_belongs_elsewhere_too(cast):
    join(person=cast.person("member"), group=cast.manchester, by=cast.operator)
    with pytest.raises(SignInRefused):
        show_sign_in_code(account=cast.member, by=cast.organiser)


def test_belonging_to_a_partner_body_changes_nothing(cast):
    join(person=cast.person("member"), group=cast.partner, by=cast.operator)
    show_sign_in_code(account=cast.member, by=cast.organiser)


def test_a_code_is_refused_for_the_contact_of_somebody_kept_safe(cast):
    with pytest.raises(SignInRefused):
        show_sign_in_code(account=cast.leader, by=cast.organiser)
    Protection.objects.update(lifted_at=timezone.now(), lifted_by=cast.safeguarding)
    show_sign_in_code(account=cast.leader, by=cast.organiser)


def test_the_command_line_makes_a_link_for_any_open_account(cast):
    assert spend(link_from_command_line(account=cast.safeguarding, by=cast.operator).token) == cast.safeguarding
    with pytest.raises(NotAllowed):
        link_from_command_line(account=cast.leader, by=cast.admin)
    close_account(account=cast.member, by=cast.admin)
    for account in (cast.member, cast.operator):
        with pytest.raises(SignInRefused):
            link_from_command_line(account=account, by=cast.operator)


def test_a_link_sent_by_mail_goes_to_the_accounts_own_address(cast):
    send_sign_in_link(account=cast.editor, by=cast.organiser)
    assert not SignInLink.objects.exists()  # no secret waits in the queue
    run_waiting()
    letter = mail.outbox[0]
    assert (letter.to, letter.subject) == ([cast.editor.email], "Your sign-in link")
    token = letter.body.partition("/sign-in/")[2].partition("/")[0]
    assert spend(token) == cast.editor


def test_of_two_links_sent_the_last_one_works(cast):
    by = Account.objects.of_system(Role.WORKER)
    first, second = link_by_mail(account=cast.leader, by=by), link_by_mail(account=cast.leader, by=by)
    refused_by(first.token)
    assert spend(second.token) == cast.leader


def test_whoever_is_signed_in_by_anothers_code_is_told(cast):
    spend(show_sign_in_code(account=cast.member, by=cast.organiser).token)
    run_waiting()
    assert [(letter.to, letter.subject) for letter in mail.outbox] == [
        ([cast.member.email], "You were signed in with a code")
    ]
    assert "Siân Prosser showed a sign-in code" in mail.outbox[0].body


def test_a_colleague_kept_safe_is_one_of_us_in_the_letter(cast):
    spend(show_sign_in_code(account=cast.member, by=cast.organiser).token)
    keep_safe(person=cast.person("organiser"), at=timezone.now(), by=cast.leader)
    run_waiting()
    told = [letter.body for letter in mail.outbox if letter.to == [cast.member.email]]
    assert ["One of us showed a sign-in code" in body and "Prosser" not in body for body in told] == [True]


def test_a_forgotten_password_is_answered_by_a_letter_to_known_addresses_only(cast):
    for email in (f" {cast.leader.email.upper()} ", "nobody@example.org"):
        assert ask_for_new_password(email=email, by=website()) is None
    run_waiting()
    assert [(letter.to, letter.subject) for letter in mail.outbox] == [([cast.leader.email], "Choose a new password")]
    assert "http://127.0.0.1:8000/account/password/reset/key/" in mail.outbox[0].body


def test_letters_speak_their_readers_language(cast):
    person = cast.person("leader")
    person.language = "cy"
    person.save()
    send_sign_in_link(account=cast.leader, by=cast.organiser)
    run_waiting()
    assert cast.person("leader").name in mail.outbox[0].body


def test_a_lost_second_factor_is_forgotten_by_the_machine_alone(cast):
    Authenticator.objects.create(user=cast.safeguarding, type=Authenticator.Type.TOTP, data={"secret": "x"})
    with pytest.raises(NotAllowed):
        forget_second_factor(account=cast.safeguarding, by=cast.admin)
    forget_second_factor(account=cast.safeguarding, by=cast.operator)
    assert cast.fresh("safeguarding").has_second_factor is False


def test_the_demos_door_opens_for_the_cast_on_the_demo_only(cast, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    nadia = Account.objects.get(email="nadia.rahman@example.org")
    with pytest.raises(SignInRefused):
        open_demo_door(email=nadia.email, by=website())
    demo_mode.turn_on()
    assert open_demo_door(email=nadia.email, by=website()) == nadia
    for email in ("olu.adeyemi@example.org", "nobody@example.org", ""):
        with pytest.raises(SignInRefused):
            open_demo_door(email=email, by=website())
    demo_mode.turn_off()
    with pytest.raises(SignInRefused):
        open_demo_door(email=nadia.email, by=website())


def test_what_ended_a_month_ago_is_forgotten(cast):
    by, now = Account.objects.of_system(Role.WORKER), timezone.now()
    for key, days in (("a" * 32, -31), ("b" * 32, 60)):
        ends = now + timedelta(days=days)
        sign_in(session_key=key, user_agent="", is_own=False, expires_at=ends, by=cast.leader)
        SignInLink.objects.create(account=cast.leader, token_hash=key, made_by=by, expires_at=ends)
    Session.objects.create(session_key="c" * 32, session_data="", expire_date=now - timedelta(days=1))
    Session.objects.create(session_key="d" * 32, session_data="", expire_date=now + timedelta(days=1))
    forget_old_sign_ins(by=by)
    assert list(Session.objects.values_list("session_key", flat=True)) == ["d" * 32]
    assert list(Device.objects.values_list("session_key", flat=True)) == ["b" * 32]
    assert list(SignInLink.objects.values_list("token_hash", flat=True)) == ["b" * 32]
