"""Sign in and out: the device on which an account is signed in, and how its session ends at once."""

from datetime import datetime
from importlib import import_module

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import operation
from m4c.core.permissions import SIGNED_IN
from m4c.people.accounts.browsers import browser_and_system
from m4c.people.models import Account, Device


class DeviceRefused(Refused):
    """It is somebody else's device."""


@operation(SIGNED_IN, on=None)
def sign_in(*, session_key: str, user_agent: str, is_own: bool, expires_at: datetime, by: Account) -> Device:
    """Note that an account signed in, on which device, and until when that lasts."""
    browser, system = browser_and_system(user_agent)
    return Device.objects.create(
        account=by, session_key=session_key, browser=browser, system=system, is_own=is_own, expires_at=expires_at
    )


@operation(SIGNED_IN, on=None)
def sign_out(*, device: Device, by: Account) -> Device:
    """End a sign-in of one's own, at once. Raises DeviceRefused for somebody else's."""
    if device.account_id != by.pk:
        raise DeviceRefused(_("That is not a device of yours."))
    end([device])
    return device


@operation(SIGNED_IN, on=None)
def sign_out_elsewhere(*, keep: int | None, by: Account) -> list[Device]:
    """End all sign-ins of one's own but the device of this id, at once."""
    return end_all(by, keep=keep)


def end_all(account: Account, *, keep: int | None = None) -> list[Device]:
    """End every sign-in of an account at once, but the device of the id to keep; answers those that ended."""
    ended = [device for device in Device.objects.filter(account=account, ended_at=None) if device.pk != keep]
    end(ended)
    return ended


def end(devices: list[Device]) -> None:
    """Drop the sessions of these devices and say when they ended."""
    for device in devices:
        session_store()(device.session_key).delete()
        device.session_key, device.ended_at = "", timezone.now()
    Device.objects.bulk_update(devices, ["session_key", "ended_at"])


def forget_expired_sessions() -> None:
    """Drop the sessions that opened nothing any more."""
    session_store().clear_expired()


def session_store() -> type[SessionBase]:
    """Where sessions are kept: as the settings say."""
    store: type[SessionBase] = import_module(settings.SESSION_ENGINE).SessionStore
    return store
