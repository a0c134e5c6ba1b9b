"""Ways to reach somebody that a table brings: of whoever was elected, the official ones alone (domain.md, C5)."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from m4c.people.names import words
from m4c.power.loading.rows import HolderRow
from m4c.power.models import Office

OFFICIAL = re.compile(
    r"@(?:[\w-]+\.)*(?:gov\.uk|gov\.scot|gov\.wales|llyw\.cymru|parliament\.uk|parliament\.scot|senedd\.wales|"
    r"senedd\.cymru|niassembly\.gov\.uk|police\.uk|nhs\.uk)$",
    re.IGNORECASE,
)
OFFICES = (
    "council; civic centre; town hall; county hall; city hall; guildhall; house commons; house lords; senedd; "
    "cardiff bay; shire hall; parliament buildings; scottish parliament; civic offices; municipal offices; mansion "
    "house; headquarters"
)
EACH_OFFICE = [frozenset(each.split()) for each in OFFICES.split("; ")]


def contacts_of(row: HolderRow, office: Office) -> dict[str, str]:
    """The e-mail, telephone and address to keep; councillors' and members' private ones are left out."""
    email, phone, address = row.email.strip(), row.phone.strip(), " ".join(row.address.split())
    if office.kind == Office.Kind.ELECTED:
        address = address if is_office(address) else ""
        phone = phone if address else ""
        email = email if OFFICIAL.search(email) else ""
    if not is_email(email):
        email = ""
    url = row.source_url if row.source_url.startswith(("https://", "http://")) else ""
    told = {"email": email[:254], "phone": phone[:30], "address": address[:200], "source_url": url[:300]}
    return {name: value for name, value in told.items() if value}


def is_office(address: str) -> bool:
    """Whether an address is of a public building."""
    told = set(words(address))
    return any(each <= told for each in EACH_OFFICE)


def is_email(text: str) -> bool:
    """Whether it has the shape of an address."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
