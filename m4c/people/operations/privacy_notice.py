"""Write a new version of the privacy notice; the one before stays as people saw it."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import operation
from m4c.core.permissions import Role
from m4c.people.desk.default_notice import FIRST, first_notice
from m4c.people.models import Account, PrivacyNotice
from m4c.people.permissions import KEEP_PUBLIC_WORDS


class NoticeRefused(Refused):
    """The notice would say too little, or hold from a day that is past."""


@operation(KEEP_PUBLIC_WORDS, on=None, public=True)
def write_notice(*, words_en: str, words_cy: str, valid_from: date, today: date, by: Account) -> PrivacyNotice:
    """Write the next version, in both languages, in force from today or later. Raises NoticeRefused."""
    for field, words in (("words_en", words_en), ("words_cy", words_cy)):
        if not words.strip():
            raise NoticeRefused(_("Write it in both languages."), field=field, code="blank")
    if valid_from < today:
        raise NoticeRefused(_("It cannot hold from a day that is past."), field="valid_from", code="past")
    keep_first()
    number = PrivacyNotice.objects.order_by("-number").values_list("number", flat=True)[0] + 1
    return PrivacyNotice.objects.create(
        number=number,
        words_en=words_en.strip(),
        words_cy=words_cy.strip(),
        valid_from=valid_from,
        written_by=by,
    )


def notice_shown(number: int) -> PrivacyNotice:
    """The version that a form showed, by its number; where there is no such, the newest in force.

    The first is the one that comes with the software: it is written down when somebody first gives data under it.
    """
    if number == FIRST:
        keep_first()
    found = PrivacyNotice.objects.filter(number=number).first()
    return found or PrivacyNotice.objects.shown_by(timezone.localdate())[0]


def keep_first() -> None:
    """Write down the notice that comes with the software, as it reads today, where none stands."""
    if not PrivacyNotice.objects.exists():
        notice = first_notice()
        notice.written_by = Account.objects.of_system(Role.WEBSITE)
        notice.save(force_insert=True)
