"""From the cells of a row to the description of a person: what is understood is taken, what is not is told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from m4c.people.matching import Description
from m4c.people.names import fold, split_full_name
from m4c.people.sheets.between import is_total
from m4c.people.sheets.cells import quoted
from m4c.people.sheets.columns import Columns
from m4c.people.sheets.contacts import parse_emails, parse_phones
from m4c.people.sheets.kinds import ColumnKind
from m4c.places.postcodes import normalise

NO_NAME = {"-", "\u2013", "\u2014", "?", ".", "n/a", "na", "none"}
A_FORMULA = re.compile(r"[=+@-].")
IN_AN_ADDRESS = re.compile(r"\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\b", re.IGNORECASE)
BETWEEN_PARTS = re.compile(r"[,\n]| {2,}")
LONGEST_NAME = 100
LONGEST_TITLE = 40
LONGEST_ADDRESS = 300


@dataclass(frozen=True)
class Where:
    """In which kinds of column a person's details stand."""

    given_name: ColumnKind | None = None
    family_name: ColumnKind | None = None
    full_name: ColumnKind | None = None
    title: ColumnKind | None = None
    known_as: ColumnKind | None = None
    emails: tuple[ColumnKind, ...] = ()
    phones: tuple[ColumnKind, ...] = ()
    address: tuple[ColumnKind, ...] = ()
    postcode: ColumnKind | None = None


# Where they stand on a sheet whose rows are people: each row is of one.
OF_THE_ROW = Where(
    given_name=ColumnKind.GIVEN_NAME,
    family_name=ColumnKind.FAMILY_NAME,
    full_name=ColumnKind.FULL_NAME,
    title=ColumnKind.TITLE,
    known_as=ColumnKind.KNOWN_AS,
    emails=(ColumnKind.EMAIL, ColumnKind.OTHER_EMAIL),
    phones=(ColumnKind.PHONE, ColumnKind.OTHER_PHONE),
    address=(ColumnKind.ADDRESS, ColumnKind.TOWN),
    postcode=ColumnKind.POSTCODE,
)
KNOWN_BY = {ColumnKind.EMAIL, ColumnKind.PHONE, ColumnKind.FULL_NAME, ColumnKind.FAMILY_NAME}


@dataclass(frozen=True)
class Told:
    """A description, and one sentence for each cell that was not understood."""

    described: Description
    problems: tuple[str, ...] = ()

    @property
    def reason(self) -> str:
        """Why nobody can be known by it; empty where somebody can."""
        described = self.described
        for name in (described.given_name, described.family_name, described.known_as):
            if A_FORMULA.match(name):
                return _("{text} is a formula, and no name.").format(text=quoted(name))
        if not described.is_reachable and is_total(f"{described.given_name} {described.family_name}"):
            return _("This is a line of totals, and nobody.")
        if described.is_reachable or (fold(described.given_name) and fold(described.family_name)):
            return ""
        if described.folded_name:
            sentence = _("Only one name, and no e-mail or phone by which to know them.")
        else:
            sentence = _("No name, e-mail or phone: nobody can be known by this row.")
        return " ".join([*self.problems, sentence])


def describe(cells: Sequence[str], columns: Columns, where: Where) -> Told:
    """What the cells say of a person."""
    problems: list[str] = []
    emails: dict[str, None] = {}
    phones: dict[str, None] = {}
    for text in (text for kind in where.emails for text in columns.said(cells, kind)):
        found_emails = parse_emails(text)
        emails.update(dict.fromkeys(email.key for email in found_emails.value))
        problems.append(found_emails.problem)
    for text in (text for kind in where.phones for text in columns.said(cells, kind)):
        found_phones = parse_phones(text)
        phones.update(dict.fromkeys(found_phones.value))
        problems.append(found_phones.problem)
    postcode, problem = _postcode(_cell(cells, columns, where.postcode))
    problems.append(problem)
    title, given, family, known_as = _names(cells, columns, where)
    address = ", ".join(text for kind in where.address for text in columns.said(cells, kind))
    if address and not postcode and not problem:
        address, postcode = apart(address)
    described = Description(
        given_name=given[:LONGEST_NAME],
        family_name=family[:LONGEST_NAME],
        emails=tuple(emails),
        phones=tuple(phones),
        postcode=postcode,
        title=title[:LONGEST_TITLE],
        known_as=known_as[:LONGEST_NAME],
        address=address[:LONGEST_ADDRESS],
    )
    return Told(described, tuple(filter(None, problems)))


def headline(cells: Sequence[str], columns: Columns, *instead: ColumnKind) -> str:
    """Who a row of people is, by name, or else by the first that it says of these kinds."""
    names = [columns.cell(cells, kind) for kind in (ColumnKind.GIVEN_NAME, ColumnKind.FAMILY_NAME)]
    others = (columns.cell(cells, kind) for kind in (ColumnKind.FULL_NAME, *instead))
    return " ".join(filter(None, names)) or next(filter(None, others), "")


def missing(columns: Columns) -> str:
    """Why nobody could be known by these columns; empty where an e-mail, a phone or a full name tells."""
    if KNOWN_BY & set(columns.kinds):
        return ""
    return _("No column holds e-mails, phones or full names, by which people could be known.")


def _names(cells: Sequence[str], columns: Columns, where: Where) -> tuple[str, str, str, str]:
    """Title, given name, family name and known-as; a full name is taken apart where the parts have no column."""
    title, known_as = _cell(cells, columns, where.title), _cell(cells, columns, where.known_as)
    given, family = _cell(cells, columns, where.given_name), _cell(cells, columns, where.family_name)
    whole = _cell(cells, columns, where.full_name)
    if whole and not (given or family):
        name = split_full_name(whole)
        return title or name.title, name.given, name.family, known_as or name.known_as
    return title, given, family, known_as


def apart(address: str) -> tuple[str, str]:
    """An address and the postcode in it, for lists that have both in one cell; as it stands where there is no such."""
    found = [match for match in IN_AN_ADDRESS.finditer(address) if _postcode(match[0])[0]]
    if len(found) != 1:
        return address, ""
    around = f"{address[: found[0].start()]},{address[found[0].end() :]}"
    return ", ".join(filter(None, map(str.strip, BETWEEN_PARTS.split(around)))), _postcode(found[0][0])[0]


def _cell(cells: Sequence[str], columns: Columns, kind: ColumnKind | None) -> str:
    text = columns.cell(cells, kind) if kind else ""
    return "" if text.casefold() in NO_NAME else text


def _postcode(text: str) -> tuple[str, str]:
    """A postcode in its one form, or what is wrong with it."""
    if not text:
        return "", ""
    found = normalise(text)
    return (str(found), "") if found else ("", _("{text} is not a postcode.").format(text=quoted(text)))
