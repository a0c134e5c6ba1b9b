"""A code for each person on the list: a signed address that a phone's own camera reads, and nothing but a link."""

from uuid import UUID

from django.core import signing
from django.urls import reverse

from m4c.events.models import Attendance

SALT = "m4c.events.door.code"


def code_of(attendance: Attendance) -> str:
    """The path that somebody's code leads to. It names their place on one list, signed in 256 bits."""
    return reverse("door-code", kwargs={"signed": signer().sign(attendance.uid.hex)})


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
