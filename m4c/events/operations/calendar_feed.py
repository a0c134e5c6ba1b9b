"""The private feed of an account: made with its secret address, made anew, and stopped."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse

from m4c.core.operations import operation
from m4c.core.permissions import SIGNED_IN
from m4c.events.models import CalendarFeed
from m4c.people.models import Account
from m4c.people.models.sign_in_link import hash_of


@dataclass(frozen=True)
class FeedAddress:
    """A feed with its secret, which is kept nowhere: whoever made it copies the address now."""

    feed: CalendarFeed
    token: str

    def __str__(self) -> str:
        """The whole address."""
        return settings.SITE_URL + reverse("own-calendar-feed", kwargs={"token": self.token})

    @property
    def touched(self) -> list[CalendarFeed]:
        """For the audit entry."""
        return [self.feed]


@operation(SIGNED_IN, on=None)
def make_feed(*, at: datetime, by: Account) -> FeedAddress:
    """Make the address of one's own calendar; the one that there was opens nothing any more."""
    revoke_all(by, at)
    token = secrets.token_urlsafe(32)  # 256 bits
    return FeedAddress(CalendarFeed.objects.create(account=by, token_hash=hash_of(token), made_at=at), token)


@operation(SIGNED_IN, on=None)
def stop_feed(*, at: datetime, by: Account) -> None:
    """Let the address open nothing any more. Done twice it is done once."""
    revoke_all(by, at)


def revoke_all(account: Account, at: datetime) -> None:
    """End all feeds of an account."""
    CalendarFeed.objects.filter(account=account, revoked_at=None).update(revoked_at=at)
