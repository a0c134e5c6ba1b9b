"""What the whole site says in the movement's name: imprint, who pays, and the notice above every page."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account, Imprint, SiteNotice, WhoPays
from m4c.people.permissions import KEEP_PUBLIC_WORDS


class WordsRefused(Refused):
    """The words or their days would not hold."""


@dataclass(frozen=True)
class BothLanguages:
    """The same words in English and in Welsh."""

    english: str
    welsh: str


@operation(KEEP_PUBLIC_WORDS, on=None, public=True)
def set_imprint(
    *, promoter_name: str, promoter_address: str, on_behalf_of: str, valid_from: date, by: Account
) -> Imprint:
    """Say who publishes the site and on whose behalf, from a day on; what held before stays on record."""
    return Imprint.objects.create(
        promoter_name=promoter_name.strip(),
        promoter_address=promoter_address.strip(),
        on_behalf_of=on_behalf_of.strip(),
        valid_from=valid_from,
        written_by=by,
    )


@operation(KEEP_PUBLIC_WORDS, on=None, public=True)
def say_who_pays(*, words: BothLanguages, valid_from: date, by: Account) -> WhoPays:
    """Say where the money comes from, from a day on. Raises WordsRefused."""
    check(words)
    return WhoPays.objects.create(
        words_en=words.english.strip(), words_cy=words.welsh.strip(), valid_from=valid_from, written_by=by
    )


@operation(KEEP_PUBLIC_WORDS, on=None, public=True)
def put_up_notice(
    *, words: BothLanguages, from_day: date, until_day: date, by: Account, kind: str = SiteNotice.Kind.INFO
) -> SiteNotice:
    """Put a sentence above every public page, from a day until another. Raises WordsRefused."""
    check(words)
    if until_day < from_day:
        raise WordsRefused(_("It ends after it begins."), field="until_day", code="too_early")
    return SiteNotice.objects.create(
        kind=kind,
        words_en=words.english.strip(),
        words_cy=words.welsh.strip(),
        from_day=from_day,
        until_day=until_day,
        written_by=by,
    )


@operation(KEEP_PUBLIC_WORDS, on=None, public=True)
def take_down_notice(*, notice: SiteNotice, at: datetime, by: Account) -> SiteNotice:
    """Take a notice down before its day. Raises WordsRefused."""
    if notice.ended_at:
        raise WordsRefused(_("This notice is down already."), code="ended")
    change(notice, ended_at=at)
    return notice


def check(words: BothLanguages) -> None:
    """Raise WordsRefused where one language is missing."""
    for field, text in (("words_en", words.english), ("words_cy", words.welsh)):
        if not text.strip():
            raise WordsRefused(_("Write it in both languages."), field=field, code="blank")
