"""Who stands at which door in a request: an account by its right, or a device by the host's link opened on it."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone

from m4c.core.prepared import prepared
from m4c.core.routes import View
from m4c.events.door.hours import is_open
from m4c.events.door.taps import Sent, Taken
from m4c.events.models import Event, HostLink
from m4c.events.models.door import HostLinkQuerySet
from m4c.events.operations.door import arrive_by_link, arrive_many
from m4c.events.permissions import RECORD_ATTENDANCE
from m4c.people.models import Account
from m4c.people.models.account import website
from m4c.people.models.sign_in_link import hash_of

# What a door shows and asks of its event: of its plan nothing, for a tap must cost little.
READ = ["uid", "kind", "title", "starts_at", "ends_at", "place", "at_home", "cancelled_at"]
READ += [f"group__{name}" for name in ("name", "slug", "kind", "path", "place", "ended_on")]


@dataclass(frozen=True)
class AtDoor:
    """Somebody at the door of an event. Only an account sees more of the event than its door."""

    event: Event
    account: Account
    link: HostLink | None = None

    @property
    def is_open(self) -> bool:
        """Whether the list is shown now."""
        now = timezone.now()
        return is_open(self.event, now) and (self.link is None or now < self.link.expires_at)

    def address(self, name: str, **more: object) -> str:
        """Where something of this door is: the same names for both kinds of stewards."""
        prefix, uid = ("host-", self.link.uid) if self.link else ("", self.event.uid)
        return reverse(prefix + name, kwargs={"uid": uid, **more})

    def take(self, sent: list[Sent], at: datetime) -> Taken:
        """Write what this device sent. Raises Refused."""
        if self.link:
            return arrive_by_link(link=self.link, sent=sent, at=at, by=self.account)
        return arrive_many(event=self.event, sent=sent, at=at, by=self.account)


def for_account(view: View) -> View:
    """The view for whoever may record who came to the event of this uid; 404 for everybody else."""

    @wraps(view)
    def opened(request: HttpRequest, uid: UUID, **more: Any) -> HttpResponseBase:
        account: Account = request.user  # type: ignore[assignment]
        found = recorded_by(account, uid)
        if not found:
            raise Http404
        return view(request, AtDoor(found[0], account), **more)

    return opened


@prepared
def recorded_by(account: Account, uid: UUID) -> QuerySet[Event]:
    """The event of this uid, if the account may record who came to it."""
    here = Event.objects.filter(account.sight.of_group("group", RECORD_ATTENDANCE), uid=uid)
    return here.select_related("group").only(*READ).order_by()


def for_host(view: View) -> View:
    """The view for the one device that the link of this uid was opened on, while it is good; 404 for all others."""

    @wraps(view)
    def opened(request: HttpRequest, uid: UUID, **more: Any) -> HttpResponseBase:
        link = link_on_device(request, HostLink.objects.filter(uid=uid))
        if link is None:
            raise Http404
        return view(request, AtDoor(link.event, website(), link), **more)

    return opened


def link_on_device(request: HttpRequest, links: HostLinkQuerySet) -> HostLink | None:
    """The first of these links that was opened on the device that asks; for a day after the door is shut too."""
    for link in links.heard(timezone.now()).exclude(opened_at=None).select_related("event__group"):
        secret = request.COOKIES.get(cookie_of(link), "")
        if secret and secrets.compare_digest(hash_of(secret), link.device_hash):
            return link
    return None


def links_of(event: Event) -> HostLinkQuerySet:
    """The links to the door of an event, whoever asks: a device is known by its secret alone."""
    return HostLink.objects.filter(event=event)


def link_of_token(token: str) -> HostLinkQuerySet:
    """The link of a secret, likewise."""
    return HostLink.objects.of_token(token)


def cookie_of(link: HostLink) -> str:
    """The name of the cookie by which a device is known."""
    return f"door-{link.uid.hex}"
