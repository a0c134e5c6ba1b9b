"""A host's link: made for one event's door, opened on the first device that uses it, and called back."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.permissions import PUBLIC
from m4c.events.door.hours import shuts_at
from m4c.events.models import Event, HostLink
from m4c.events.operations.attendance import check_takes_place
from m4c.events.permissions import RECORD_ATTENDANCE
from m4c.people.models import Account
from m4c.people.models.sign_in_link import hash_of


class HostLinkRefused(Refused):
    """The link cannot be made like that, or opens nothing."""


@dataclass(frozen=True)
class MadeLink:
    """A link with its secret, which is kept nowhere: whoever made it shows or sends it now."""

    link: HostLink
    token: str

    @property
    def path(self) -> str:
        """Where the link leads."""
        return reverse("host-link", kwargs={"token": self.token})

    def __str__(self) -> str:
        """The link's whole address."""
        return settings.SITE_URL + self.path

    @property
    def touched(self) -> list[HostLink]:
        """For the audit entry."""
        return [self.link]


@dataclass(frozen=True)
class OpenedLink:
    """A link as it is opened on a device, and the secret that the device keeps."""

    link: HostLink
    secret: str

    @property
    def touched(self) -> list[HostLink]:
        """For the audit entry."""
        return [self.link]


@operation(RECORD_ATTENDANCE, on="event")
def make_host_link(*, event: Event, for_whom: str, at: datetime, by: Account) -> MadeLink:
    """Make a link to an event's door for somebody without an account; it ends with the event.

    Raises HostLinkRefused for nobody's and for an event that is over, AttendanceRefused for one that was called off.
    """
    check_takes_place(event)
    if not for_whom.strip():
        raise HostLinkRefused(_("Say who stands at the door with it."), field="for_whom", code="nobody")
    if shuts_at(event) <= at:
        raise HostLinkRefused(_("This event is over."), code="over")
    token = secrets.token_urlsafe(32)  # 256 bits
    link = HostLink.objects.create(
        event=event,
        for_whom=for_whom.strip(),
        token_hash=hash_of(token),
        made_by=by,
        made_at=at,
        expires_at=shuts_at(event),
    )
    return MadeLink(link, token)


@operation(RECORD_ATTENDANCE, on="link")
def revoke_host_link(*, link: HostLink, at: datetime, by: Account) -> HostLink:
    """Let it open nothing any more, on its device neither. Done twice it is done once."""
    if link.revoked_at is None:
        change(link, revoked_at=at)
    return link


@operation(PUBLIC, on=None)
def open_host_link(*, token: str, at: datetime, by: Account) -> OpenedLink:
    """Open the door on the first device that asks. Raises HostLinkRefused: one sentence for all that is no good."""
    secret = secrets.token_urlsafe(32)  # 256 bits
    closed = HostLink.objects.open(at).of_token(token).filter(opened_at=None)
    if not closed.update(opened_at=at, device_hash=hash_of(secret)):
        raise HostLinkRefused(_("This link opens nothing: it is over, called back, or in use on another phone."))
    return OpenedLink(HostLink.objects.of_token(token).get(), secret)
