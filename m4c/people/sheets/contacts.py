"""One cell to e-mail addresses or telephone numbers: as many as it holds, each in the one form it is compared in."""

import re
import unicodedata
from dataclasses import dataclass

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext as _

from m4c.people.names import words
from m4c.people.sheets.cells import Parsed, quoted

HOME = "GB"

is_email = EmailValidator(allowlist=[])
SAYS_NONE = {"", "none", "no", "n", "nil", "na", "n a", "x", "no email", "no e mail", "no phone", "not given", "dim"}
AROUND_AN_EMAIL = "<>()[]{}\"'.,;:`"
BETWEEN_EMAILS = re.compile(r"[\s,;/|]+")

BRITISH = re.compile(r"(?:0|\+440?|44|0044)?([12378][0-9]{9})")
PUNCTUATION = re.compile(r"[\s().\-\u2010-\u2015/]")
BETWEEN_PHONES = re.compile(r"\s*(?:[,;|/\n&]|\bor\b|\band\b|\bneu\b)\s*", re.IGNORECASE)
ONLY_A_NUMBER = re.compile(r"\+?[0-9\s().\-\u2010-\u2015/]+")
LABEL = re.compile(
    r"^(?:telephone|tel|phone|mobile|mob|home|work|m|t|h|w|ff[oô]n)?\s*(?:no|number)?\s*[:.]?\s*(?=[+\d(])",
    re.IGNORECASE,
)
LETTER_FOR_ZERO = re.compile(r"^[oO](?=[\s\d])")


@dataclass(frozen=True)
class Email:
    """An e-mail address as written, its domain in small letters, and the form two are compared in."""

    address: str
    key: str


def parse_emails(text: str) -> Parsed[tuple[Email, ...]]:
    """The e-mail addresses in a cell, each once; sees through `mailto:`, `Name <a@b.org>`, stray commas and capitals.

    An address that is none is a problem; those that are right are given all the same.
    """
    text = text.strip()
    if text[:1].isalnum() and (only := _email(text)):
        return Parsed((only,))
    if _says_none(text):
        return Parsed((), blank=not text)
    joined = re.sub(r"\s*@\s*", "@", text)
    inside = re.findall(r"<([^<>]*@[^<>]*)>", joined)
    found: dict[str, Email] = {}
    wrong = ""
    for part in inside or BETWEEN_EMAILS.split(joined):
        address = re.sub("^mailto:", "", part.strip(AROUND_AN_EMAIL + " "), flags=re.IGNORECASE)
        if email := _email(address):
            found.setdefault(email.key, email)
        elif "@" in part:
            wrong = wrong or part
    if not found:
        wrong = text
    problem = _("%(text)s is not an e-mail address.") % {"text": quoted(wrong)} if wrong else ""
    return Parsed(tuple(found.values()), problem)


def parse_phones(text: str) -> Parsed[tuple[str, ...]]:
    """The telephone numbers in a cell in E.164 (`+447700900001`), each once; those without a country are British.

    Sees through spaces, brackets, `(0)`, `0044`, labels, a zero that a spreadsheet dropped, and two in one cell.
    Whatever is no number is a problem; the numbers that are right are given all the same.
    """
    if plain := BRITISH.fullmatch(text.replace(" ", "")):
        return Parsed((f"+44{plain[1]}",))  # most cells, without the work below
    if _says_none(text):
        return Parsed((), blank=not text.strip())
    text = unicodedata.normalize("NFKC", text).strip()
    found: dict[str, None] = {}
    wrong = ""
    for part in [text] if _one_phone(text) else BETWEEN_PHONES.split(text):
        numbers = _phones(part)
        found.update(dict.fromkeys(numbers))
        if not numbers and any(map(str.isdigit, part)):
            wrong = wrong or part
    if not found:
        wrong = text
    problem = _("%(text)s is not a telephone number.") % {"text": quoted(wrong)} if wrong else ""
    return Parsed(tuple(found), problem)


def _says_none(text: str) -> bool:
    return " ".join(words(text)) in SAYS_NONE


def _email(address: str) -> Email | None:
    local, at, domain = address.rpartition("@")
    written = f"{local}{at}{domain.lower()}"
    try:
        is_email(written)
    except ValidationError:
        return None
    return Email(written, written.casefold())


def _phones(part: str) -> list[str]:
    """The numbers in a stretch of text that no comma or the like parts."""
    if number := _one_phone(part):
        return [number]
    matches = phonenumbers.PhoneNumberMatcher(part, HOME, leniency=phonenumbers.Leniency.POSSIBLE)
    return [_e164(match.number) for match in matches if _is_likely(match.number)]


def _one_phone(text: str) -> str | None:
    """The number that the whole text is, a label before it apart."""
    text = LETTER_FOR_ZERO.sub("0", LABEL.sub("", text)).removesuffix(".0")
    if plain := BRITISH.fullmatch(PUNCTUATION.sub("", text)):
        return f"+44{plain[1]}"
    if not ONLY_A_NUMBER.fullmatch(text):
        return None
    try:
        number = phonenumbers.parse(text, HOME)
    except phonenumbers.NumberParseException:
        return None
    return _e164(number) if phonenumbers.is_valid_number(number) else None


def _is_likely(number: phonenumbers.PhoneNumber) -> bool:
    """Whether it is valid, or British of the right length: the library does not know the ranges kept for stories."""
    return phonenumbers.is_valid_number(number) or bool(BRITISH.fullmatch(_e164(number)))


def _e164(number: phonenumbers.PhoneNumber) -> str:
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
