"""Mailchimp: the columns of its audience, and of those who unsubscribed or whose address was cleaned away."""

import re
from collections.abc import Sequence

from m4c.people.imports.sources.base import PEOPLE, Source, plain
from m4c.people.sheets.kinds import ColumnKind as Kind
from m4c.people.sheets.list_files import CLEANED, LIST_HEADER, UNSUBSCRIBED, list_of

UNSUBSCRIBING = re.compile(r"unsub (?:time|campaign|reason).*")
CLEANING = re.compile(r"clean (?:time|campaign|reason).*")


class Mailchimp(Source):
    """An audience; its unsubscribed and cleaned files hold nobody who comes in."""

    def holds(self, headers: Sequence[str], file_name: str) -> str:
        """UNSUBSCRIBED or CLEANED where the headers or the name of the file say so."""
        names = [plain(header) for header in headers]
        if any(map(UNSUBSCRIBING.fullmatch, names)) and plain(LIST_HEADER) not in names:
            return UNSUBSCRIBED
        if any(map(CLEANING.fullmatch, names)) and plain(LIST_HEADER) not in names:
            return CLEANED
        named = list_of(file_name)
        return named if named in (UNSUBSCRIBED, CLEANED) else PEOPLE


MAILCHIMP = Mailchimp(
    name="mailchimp",
    title="Mailchimp",
    columns={
        plain(LIST_HEADER): Kind.EMAIL_STATE,
        "email address": Kind.EMAIL,
        "first name": Kind.GIVEN_NAME,
        "last name": Kind.FAMILY_NAME,
        "phone number": Kind.PHONE,
        "address": Kind.ADDRESS,
        "unsub time": Kind.LEFT_LIST_ON,
        "tags": Kind.TAGS,
        "notes": Kind.NOTES,
    },
    telltales={
        plain(LIST_HEADER),
        "member rating",
        "optin time",
        "optin ip",
        "confirm time",
        "confirm ip",
        "gmtoff",
        "dstoff",
        "last changed",
        "leid",
        "euid",
        "unsub time",
        "unsub campaign title",
        "unsub reason",
        "clean time",
        "clean campaign title",
    },
    is_open=True,
)
