"""The privacy notice that comes with the software, completed with the movement's name and whom to ask."""

from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import override

from m4c.people.context import name_of_movement
from m4c.people.models import Movement, PrivacyNotice

FIRST = 1
WRITTEN = date(2026, 11, 22)  # in force from then on, until a movement writes its own
FOLDER = Path(__file__).parent.parent / "data"


def notice_in_force(on: date) -> PrivacyNotice:
    """The version that holds on a day; the one that comes with the software where a movement has written none."""
    return PrivacyNotice.objects.shown_by(on).first() or first_notice()


def first_notice() -> PrivacyNotice:
    """The software's own notice as it reads today, not yet written down."""
    movement = Movement.objects.select_related("group").first()
    contact = movement.data_protection_contact if movement else ""
    return PrivacyNotice(
        number=FIRST,
        words_en=words_in("en-gb", contact),
        words_cy=words_in("cy", contact),
        valid_from=WRITTEN,
    )


def words_in(language: str, contact: str) -> str:
    """The text of one language. Without a contact for data protection it names our contact form."""
    with override(language):
        ask = contact or _("the contact form of this site")
        movement = name_of_movement() or _("the movement")
    text = (FOLDER / f"privacy_notice_{language[:2]}.txt").read_text(encoding="utf-8")
    return text.replace("{movement}", movement).replace("{contact}", ask)
