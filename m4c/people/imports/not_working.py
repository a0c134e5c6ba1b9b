"""E-mails and phones that a list itself says do not work: left out, or closed where somebody has no other e-mail."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from m4c.people.imports.people_says import ANYTHING, NO, Objects, folded
from m4c.people.models import Channel
from m4c.people.sheets.cells import quoted
from m4c.people.sheets.columns import Columns
from m4c.people.sheets.contacts import parse_emails, parse_phones
from m4c.people.sheets.kinds import ColumnKind

EMAILS = {ColumnKind.EMAIL, ColumnKind.OTHER_EMAIL}
PHONES = {ColumnKind.PHONE, ColumnKind.OTHER_PHONE}
CLOSED = Objects((Channel.EMAIL,), ANYTHING, ColumnKind.DOES_NOT_WORK)


def without_broken(cells: Sequence[str], columns: Columns) -> tuple[list[str], list[str], list[Objects]]:
    """The cells without what does not work, a sentence on each that was left out, and what is closed instead.

    An only e-mail is kept, since it tells who somebody is, and nothing is sent to it.
    """
    broken = {each for place in places_said(cells, columns) for each in values(cells, columns, place)}
    if not broken:
        return list(cells), [], []
    mine = {place: values(cells, columns, place) for place, kind in enumerate(columns.kinds) if kind in EMAILS | PHONES}
    emails = {each for place, found in mine.items() if columns.kinds[place] in EMAILS for each in found}
    closed = [CLOSED] if emails and emails <= broken else []
    kept = list(cells)
    for place, found in mine.items():
        is_kept = columns.kinds[place] in EMAILS and closed
        if found and set(found) <= broken and not is_kept:
            kept[place] = ""
    lost = dict.fromkeys(cells[place] for place in mine if place < len(cells) and cells[place] != kept[place])
    sentence = _("{text} does not work, by what the list says of it: it is left out.")
    return kept, [sentence.format(text=quoted(text)) for text in lost], closed


def places_said(cells: Sequence[str], columns: Columns) -> list[int]:
    """The columns of which the row says that what stands in them does not work: the nearest before each that tells."""
    found = []
    for place in columns.places.get(ColumnKind.DOES_NOT_WORK, ()):
        before = [at for at in range(place) if columns.kinds[at] in EMAILS | PHONES]
        if before and place < len(cells) and folded(cells[place]) not in NO:
            found.append(before[-1])
    return found


def values(cells: Sequence[str], columns: Columns, place: int) -> tuple[str, ...]:
    """The e-mails or phones of one cell, in the form that they are compared in."""
    text = cells[place] if place < len(cells) else ""
    if not text:
        return ()
    if columns.kinds[place] in EMAILS:
        return tuple(email.key for email in parse_emails(text).value)
    return parse_phones(text).value
