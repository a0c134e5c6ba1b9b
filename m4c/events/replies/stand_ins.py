"""What a link opens that is shown to whoever replies by telephone in the name of somebody kept safe who had replied.

A link that opened nothing would say that she had. So it opens what was typed with it, which can be changed and taken
back there, and touches nothing of hers: docs/decisions/0034-replies.md.
"""

from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext as _

from m4c.core.models.record import new_uid
from m4c.events.door.codes import code_for, has_door
from m4c.events.models import Event, Reply
from m4c.events.operations.reply import Coming, ReplyRefused, check, fits
from m4c.events.replies.opened import OpenedReply
from m4c.events.replies.places import places_left
from m4c.people.models.sign_in_link import hash_of

KEPT_FOR = timedelta(days=60)


@dataclass(frozen=True)
class StandIn:
    """What was typed for an event, by its id, and what became of it."""

    event: int
    guests: int
    names: list[str]
    access_needs: list[str]
    words: str
    place: UUID  # on no list; its code for the door shows itself, and opens nobody's entry
    waiting_since: datetime | None = None
    cancelled_at: datetime | None = None


def stand_in(token: str, event: Event, coming: Coming, *, waits: bool, at: datetime) -> None:
    """Let this secret open what was typed."""
    keep(token, said(event.pk, new_uid(), coming, at if waits else None))


def opened_by(token: str, at: datetime) -> OpenedReply | None:
    """What a secret opens that stands in for a reply, as if it were one; None for any other."""
    told = kept(token)
    event = Event.objects.filter(pk=told.event).select_related("group").first() if told else None
    if told is None or event is None:
        return None
    names = ("guests", "access_needs", "words", "waiting_since", "cancelled_at")
    reply = Reply(event=event, **{name: getattr(told, name) for name in names})
    has_code = reply.has_place and has_door(event, at)
    return OpenedReply(reply, told.names, settings.SITE_URL + code_for(told.place) if has_code else "")


def event_of_place(place: UUID | None) -> Event | None:
    """The event of the code of what stands in for a reply; None for any other."""
    pk = cache.get(key_of_place(place)) if place else None
    return Event.objects.filter(pk=pk).select_related("group").first() if pk else None


def change(token: str, coming: Coming, at: datetime) -> bool:
    """Change it as a reply is changed; False where this secret stands in for none. Raises ReplyRefused."""
    told = kept(token)
    if told is None:
        return False
    check(coming)
    has_place = fits(coming.heads, places_left(Event.objects.get(pk=told.event)))
    if not has_place and told.waiting_since is None and told.cancelled_at is None:
        raise ReplyRefused(_("There is no room for so many more. What you have stays yours."), field="guests")
    keep(token, said(told.event, told.place, coming, None if has_place else told.waiting_since or at))
    return True


def cancel(token: str, at: datetime) -> bool:
    """Take it back; False where this secret stands in for none."""
    told = kept(token)
    if told is None:
        return False
    keep(token, replace(told, cancelled_at=told.cancelled_at or at, waiting_since=None))
    return True


def said(event: int, place: UUID, coming: Coming, waiting_since: datetime | None) -> StandIn:
    """What was typed, as it is kept."""
    names, needs = list(coming.names), list(coming.access_needs)
    return StandIn(event, coming.heads - 1, names, needs, coming.words.strip(), place, waiting_since)


def keep(token: str, told: StandIn) -> None:
    """Keep it, by the hash of its secret, until the event is long over."""
    cache.set(key_of(token), asdict(told), KEPT_FOR.total_seconds())
    cache.set(key_of_place(told.place), told.event, KEPT_FOR.total_seconds())


def kept(token: str) -> StandIn | None:
    """What is kept of a secret."""
    told = cache.get(key_of(token))
    return StandIn(**told) if told else None


def key_of(token: str) -> str:
    """Its name in the cache."""
    return f"reply-stand-in-{hash_of(token)}"


def key_of_place(place: UUID) -> str:
    """The name in the cache of the event of its code."""
    return f"reply-stand-in-place-{place.hex}"
