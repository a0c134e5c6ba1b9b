"""Devices: listed, ended one by one or all others, and nobody else's to end."""

from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.db import IntegrityError, transaction
from django.utils import timezone

from m4c.core.models import AuditEntry
from m4c.people.models import Account, Device
from m4c.people.operations.device import DeviceRefused, end_all, sign_in, sign_out, sign_out_elsewhere

PHONE = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36"
)


def signed_in(account: Account, user_agent: str = PHONE) -> Device:
    session = SessionStore()
    session["_auth_user_id"] = str(account.pk)
    session.create()
    ends = timezone.now() + timedelta(days=90)
    return sign_in(
        session_key=session.session_key or "", user_agent=user_agent, is_own=True, expires_at=ends, by=account
    )


def test_sign_in_is_listed_in_plain_words_and_audited(cast):
    device = signed_in(cast.leader)
    assert str(device) == "Chrome on Android"
    assert list(Device.objects.visible_to(cast.leader).signed_in(timezone.now())) == [device]
    assert AuditEntry.objects.filter(operation="people.sign_in").get().by == cast.leader


def test_sign_out_ends_the_session_at_once(cast):
    device = signed_in(cast.leader)
    key = device.session_key
    sign_out(device=device, by=cast.leader)
    assert SessionStore().exists(key) is False
    assert Device.objects.get().session_key == ""
    assert list(Device.objects.visible_to(cast.leader).signed_in(timezone.now())) == []


def test_nobody_ends_somebody_elses(cast):
    device = signed_in(cast.leader)
    for by in (cast.member, cast.organiser, cast.admin):
        assert not Device.objects.visible_to(by).exists()
        with pytest.raises(DeviceRefused):
            sign_out(device=device, by=by)
    assert SessionStore().exists(device.session_key)


def test_all_others_end_and_this_one_stays(cast):
    here, there, theirs = signed_in(cast.leader), signed_in(cast.leader), signed_in(cast.member)
    ended = sign_out_elsewhere(keep=here.pk, by=cast.leader)
    assert ended == [there]
    assert set(Device.objects.filter(ended_at=None)) == {here, theirs}


def test_one_that_expired_is_not_listed(cast):
    device = signed_in(cast.leader)
    assert not Device.objects.signed_in(device.expires_at).exists()


def test_a_device_is_either_signed_in_or_ended(cast):
    device = signed_in(cast.leader)
    with pytest.raises(IntegrityError), transaction.atomic():
        Device.objects.filter(pk=device.pk).update(session_key="")
    end_all(cast.leader)
    with pytest.raises(IntegrityError), transaction.atomic():
        Device.objects.filter(pk=device.pk).update(session_key="x")
