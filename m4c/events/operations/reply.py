"""Replies by the public page of an event: made, changed and taken back, and the places that they take and free."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from m4c.core.errors import Refused
from m4c.core.inserting import insert_many
from m4c.core.operations import change, operation, set_values
from m4c.core.permissions import PUBLIC
from m4c.core.public_version import bump
from m4c.events.models import AccessNeed, Attendance, Event, EventLetter, Guest, LetterToSomebody, Reply
from m4c.events.operations.replier import Found, Replier, find_or_meet
from m4c.events.operations.waiting_list import (
    attendance_of,
    give_places,
    letter,
    say_coming,
    say_not_coming,
    say_waiting,
)
from m4c.events.public import open_and_locked
from m4c.events.replies.links import token_of
from m4c.events.replies.places import COMING, places_left
from m4c.events.replies.standing import LETTERS_A_DAY, confirmed_since, replies_of
from m4c.people.models import Account
from m4c.people.models.sign_in_link import hash_of

MOST_GUESTS = 20
DAY = timedelta(days=1)


class ReplyRefused(Refused):
    """The event takes no reply, or the link opens none."""


@dataclass(frozen=True)
class Coming:
    """What somebody says of their coming: how many they bring, by name where they give one, and what they need."""

    guests: int = 0
    names: Sequence[str] = ()
    access_needs: Sequence[str] = ()
    words: str = ""

    @property
    def heads(self) -> int:
        """How many they are, themselves included."""
        return 1 + max(self.guests, len(self.names))


@dataclass(frozen=True)
class Replied:
    """A reply as it stands, and what whoever typed it may be told: that depends on the event alone, never on who it is.

    `had_room` says whether there was room for so many when it came. `token` is the secret of the link, for the page
    that shows it once: of a reply that stood before it opens nothing, for whoever typed it proved nothing. Where
    that would tell of somebody kept safe or set aside, `needs_stand_in`: what was typed is to stand behind it.
    """

    reply: Reply
    had_room: bool
    token: str
    needs_stand_in: bool = False

    @property
    def touched(self) -> list[Reply]:
        """For the audit entry."""
        return [self.reply]


@operation(PUBLIC, on=None)
def reply_to_event(
    *, event: Event, replier: Replier, coming: Coming, notice: int, at: datetime, by: Account
) -> Replied:
    """Somebody means to come to a public event: with a place, or on its waiting list where there is none left for all.

    The same person twice is one reply. One that stands is changed by its link alone, and who sends the form again is
    sent that link again. Raises ReplyRefused.
    """
    event = open_event(event.pk, at)
    check(coming)
    left = places_left(event)
    had_room = fits(coming.heads, left)
    found = find_or_meet(event, replier, notice, at, by)
    standing = next(iter(replies_of(event.pk, found.person.pk)), None) if found.is_known else None
    if standing and standing.cancelled_at is None:
        confirm(standing, found, at)
        return Replied(standing, had_room, secrets.token_urlsafe(32), found.is_protected)
    reply = standing or Reply(event=event, person=found.person, made_at=at, changed_at=at)
    reply.event = event
    set_values(reply, {"language": replier.language, "token_hash": hash_of(token_of(reply))})
    attendance = attendance_of(reply) if found.is_known else None
    # Whoever reads the link on the page proved nothing: it says no more of a place than the page.
    held = held_by(reply, attendance) if replier.email else 0
    taken = write(reply, coming, at, left, attendance, held)
    confirm(reply, found, at)
    tell_the_public(left, left and left - taken)
    return Replied(reply, had_room, token_of(reply))


@operation(PUBLIC, on=None)
def change_reply(*, token: str, coming: Coming, at: datetime, by: Account) -> Reply:
    """Change what one said, by its link, or come after all; more than there is room for waits as a whole.

    What it frees goes to the first who waits and fits. Raises ReplyRefused.
    """
    reply = reply_of(token, at)
    check(coming)
    left = places_left(reply.event)
    attendance = attendance_of(reply)
    write(reply, coming, at, left, attendance, held_by(reply, attendance))
    give_places(reply.event, at)
    tell_the_public(left, places_left(reply.event))
    return reply


@operation(PUBLIC, on=None)
def cancel_reply(*, token: str, at: datetime, by: Account) -> Reply:
    """Take a reply back, by its link; the first who waits and fits gets the place. Done twice it is done once.

    Raises ReplyRefused.
    """
    reply = reply_of(token, at)
    if reply.cancelled_at is None:
        left = places_left(reply.event)
        change(reply, cancelled_at=at, changed_at=at, waiting_since=None)
        say_not_coming(reply, attendance_of(reply))
        give_places(reply.event, at)
        tell_the_public(left, places_left(reply.event))
    return reply


def open_event(pk: int, at: datetime) -> Event:
    """The event, locked until the reply is written: two replies never take one place. Raises ReplyRefused."""
    found = open_and_locked(pk, at)
    if not found:
        raise ReplyRefused(_("Nobody can reply to this any more."), code="closed")
    return found[0]


def reply_of(token: str, at: datetime) -> Reply:
    """The reply that this link changes, its event locked before it. Raises ReplyRefused."""
    found = Reply.objects.of_token(token).values("pk", "event").first()
    if found is None:
        raise ReplyRefused(_("This link opens nothing."), code="no_link")
    event = open_event(found["event"], at)
    reply = Reply.objects.get(pk=found["pk"])
    reply.event = event
    return reply


def check(coming: Coming) -> None:
    """Raise ReplyRefused for more guests than a form may bring, or a need that is none."""
    if not 1 <= coming.heads <= 1 + MOST_GUESTS:
        words = _("Bring up to {number} by this form, and write to us if you are more.")
        raise ReplyRefused(words.format(number=MOST_GUESTS), field="guests", code="too_many")
    if coming.access_needs and (unknown := set(coming.access_needs) - set(AccessNeed.values)):
        raise TypeError(f"no access need: {', '.join(sorted(unknown))}")


def write(
    reply: Reply, coming: Coming, at: datetime, left: int | None, attendance: Attendance | None, held: int
) -> int:
    """Write what a reply says now, and whether it has a place; how many places it takes beyond those `held`.

    Whoever holds some and asks for more than there are keeps what they have: raises ReplyRefused. Whoever holds none
    waits for all of them together.
    """
    is_new = reply.pk is None
    has_place = fits(coming.heads - held, left)
    if held and not has_place and not is_new and reply.cancelled_at is None:
        raise ReplyRefused(_("There is no room for so many more. What you have stays yours."), field="guests")
    said: dict[str, Any] = {
        "guests": coming.heads - 1,
        "access_needs": list(coming.access_needs),
        "words": coming.words.strip(),
        "waiting_since": None if has_place else reply.waiting_since or at,
        "cancelled_at": None,
        "changed_at": at,
    }
    if is_new:
        for name, value in said.items():
            setattr(reply, name, value)
        insert_many([reply])
    else:
        set_values(reply, said)
        reply.save(update_fields=[*said, "language", "token_hash"])
    write_guests(reply, coming.names, is_new)
    (say_coming if has_place else say_waiting)(reply, attendance)
    return coming.heads - held if has_place else 0


def fits(heads: int, left: int | None) -> bool:
    """Whether there is room for so many more; nobody who gives places back is in the way."""
    return left is None or heads <= max(0, left)


def held_by(reply: Reply, attendance: Attendance | None) -> int:
    """How many places they hold: their own where they are down as coming, and their guests' with it."""
    if attendance is None or attendance.state not in COMING:
        return 0
    has_place = reply.pk is not None and reply.waiting_since is None and reply.cancelled_at is None
    return 1 + (reply.guests if has_place else 0)


def write_guests(reply: Reply, names: Iterable[str], is_new: bool) -> None:
    """The guests of a reply by name; one who stays keeps their row."""
    wanted = list(dict.fromkeys(name.strip() for name in names if name.strip()))
    known = set()
    if not is_new:
        Guest.objects.filter(reply=reply, came_at=None).exclude(name__in=wanted).delete()
        known = set(Guest.objects.filter(reply=reply).values_list("name", flat=True))
    insert_many(Guest(reply=reply, name=name) for name in wanted if name not in known)


def confirm(reply: Reply, found: Found, at: datetime) -> None:
    """Have a confirmation with the link sent, unless one is on its way or there were several today.

    Whether they can be written to at all is for whoever writes it.
    """
    if found.is_known:
        lately = confirmed_since(found.person.pk, at - DAY)
        if len(lately) == LETTERS_A_DAY or (reply.event_id, LetterToSomebody.State.QUEUED) in lately:
            return
    letter(reply, EventLetter.Kind.CONFIRMATION, at, is_first=not found.is_known)


def tell_the_public(before: int | None, after: int | None) -> None:
    """Have the public page made anew where it says something else than before: that there is room, or none."""
    if before is not None and after is not None and (before > 0) != (after > 0):
        bump()
