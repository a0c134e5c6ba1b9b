"""Put right what is wrong in somebody's record; what it said before stays with their request alone."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.people.finding import rows as finding
from m4c.people.models import Account, Correction, Person, RightsRequest
from m4c.people.operations.person import check_name, homes_for, replace_contact_details, rewrite
from m4c.people.operations.rights_request import RightsRefused, must_be_unanswered
from m4c.people.permissions import ANSWER_RIGHTS

Field = Correction.Field
REWRITTEN = [Field.TITLE, Field.GIVEN_NAME, Field.FAMILY_NAME, Field.KNOWN_AS, Field.MET_ON, Field.SOURCE]
NAMES = [Field.GIVEN_NAME, Field.FAMILY_NAME, Field.KNOWN_AS]


@operation(ANSWER_RIGHTS, on="request")
def correct(*, request: RightsRequest, values: Mapping[str, Any], at: datetime, by: Account) -> list[Correction]:
    """Write these values into the record of whoever asks; `values` by the names of Correction.Field.

    E-mails and phones are whole lists, an address is its lines and postcode. What is the same already is left. Raises
    RightsRefused and PersonRefused.
    """
    must_be_unanswered(request)
    if request.person is None:
        raise RightsRefused(_("Say first whose record it is about."), code="no_person")
    made = put_right(request, request.person, values, at, by)
    if not made:
        raise RightsRefused(_("The record says so already."), code="nothing")
    return made


def put_right(
    request: RightsRequest, person: Person, values: Mapping[str, Any], at: datetime, by: Account
) -> list[Correction]:
    """The same without asking the right: the corrections made, none where the record says so already."""
    before = said(person)
    wanted = {field: value for field, value in values.items() if told(value) != told(before[field])}
    names = [str(wanted.get(field, getattr(person, field))) for field in NAMES]
    check_name(*names)
    if written := {field.value: wanted[field] for field in REWRITTEN if field in wanted}:
        rewrite(person, written)
    if Field.EMAILS in wanted or Field.PHONES in wanted:
        ways = [wanted.get(field, before[field]) for field in (Field.EMAILS, Field.PHONES)]
        replace_contact_details(person, *ways)
    if Field.ADDRESS in wanted:
        change(person, address_id=homes_for([wanted[Field.ADDRESS]])[0].address_id)
        finding.write([person])
    rows = [
        Correction(request=request, field=field, before=told(before[field]), after=told(value), at=at, by=by)
        for field, value in wanted.items()
    ]
    return Correction.objects.bulk_create(rows)


def said(person: Person) -> dict[str, Any]:
    """What the record says now, by the names of Correction.Field."""
    address = person.address
    return {
        **{field: getattr(person, field) for field in REWRITTEN},
        Field.EMAILS: [email.address for email in person.emails.all()],
        Field.PHONES: [phone.number for phone in person.phones.all()],
        Field.ADDRESS: (address.lines, address.postcode) if address else ("", ""),
    }


def told(value: Any) -> str:
    """A value as the request keeps it."""
    if isinstance(value, (list, tuple)):
        return ", ".join(str(part) for part in value if part)[:1_000]
    return str(value or "")[:1_000]
