"""A code for each person on the list: a signed address that a phone's own camera reads, and nothing but a link."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse

from m4c.events.door.hours import shuts_at
from m4c.events.door.listing import expected
from m4c.events.models import Attendance, Event
from m4c.events.models.attendance import AttendanceQuerySet
from m4c.events.replies.places import COMING

SALT = "m4c.events.door.code"


def code_of(attendance: Attendance) -> str:
    """The path that somebody's code leads to. It names their place on one list, signed in 256 bits."""
    return code_for(attendance.uid)


def code_for(place: UUID) -> str:
    """The path of the code of a place on a list, by its uid."""
    return reverse("door-code", kwargs={"signed": signer().sign(place.hex)})


def sent_code(event: Event, person: int, now: datetime) -> str:
    """The whole address of the code of somebody who is coming, by their id, for a letter to them.

    Blank for whoever is kept safe, who stands on the list of no phone; where nobody comes through a door, and once the
    event is over. One statement.
    """
    return code_among(expected(event), event, person, now)


def shown_code(event: Event, person: int, now: datetime) -> str:
    """The same for the page that a reply's link opens, which anybody may hold who typed a name: so all have one there.

    The code of whoever is kept safe opens nobody's entry at the door, but that of somebody new.
    """
    return code_among(Attendance.objects.filter(event=event), event, person, now)


def code_among(places: AttendanceQuerySet, event: Event, person: int, now: datetime) -> str:
    """The whole address of somebody's code among these places of an event; blank where there is none to be shown."""
    if not has_door(event, now):
        return ""
    place = places.filter(person=person, state__in=COMING).first()
    return settings.SITE_URL + code_of(place) if place else ""


def has_door(event: Event, now: datetime) -> bool:
    """Whether somebody still may come in through a door: not where it is held online alone."""
    return not event.is_online and not event.is_called_off and now < shuts_at(event)


def signed_uid(signed: str) -> UUID | None:
    """Whose place a code names; None for one that we did not make."""
    try:
        return UUID(signer().unsign(signed))
    except (signing.BadSignature, ValueError):
        return None


def place_of(signed: str) -> Attendance | None:
    """The place on a list that a code names, with its event and group; None where there is none."""
    uid = signed_uid(signed)
    found = Attendance.objects.filter(uid=uid) if uid else Attendance.objects.none()
    return found.select_related("event__group").first()


def signer() -> signing.Signer:
    """What signs codes: with a separator that stays as it is in an address."""
    return signing.Signer(sep="~", salt=SALT)
