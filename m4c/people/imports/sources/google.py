"""Google Contacts: the columns of its export, as they are since 2024 and as they were before."""

import re

from m4c.people.imports.sources.base import Source
from m4c.people.sheets.kinds import ColumnKind as Kind

GOOGLE = Source(
    name="google",
    title="Google Contacts",
    columns={
        "name prefix": Kind.TITLE,
        "first name": Kind.GIVEN_NAME,
        "given name": Kind.GIVEN_NAME,
        "last name": Kind.FAMILY_NAME,
        "family name": Kind.FAMILY_NAME,
        "name": Kind.FULL_NAME,
        "file as": Kind.FULL_NAME,
        "nickname": Kind.KNOWN_AS,
        "organization name": Kind.BODY_NAME,
        "organization 1 - name": Kind.BODY_NAME,
        "labels": Kind.TAGS,
        "group membership": Kind.TAGS,
        "notes": Kind.NOTES,
        "language": Kind.LANGUAGE,
    },
    patterns=[
        (re.compile(r"e-mail \d+ - value"), Kind.EMAIL),
        (re.compile(r"phone \d+ - value"), Kind.PHONE),
        (re.compile(r"address 1 - street"), Kind.ADDRESS),
        (re.compile(r"address 1 - city"), Kind.TOWN),
        (re.compile(r"address 1 - postal code"), Kind.POSTCODE),
    ],
    telltales={
        "phonetic first name",
        "phonetic last name",
        "name prefix",
        "file as",
        "labels",
        "e-mail 1 - label",
        "e-mail 1 - value",
        "phone 1 - label",
        "phone 1 - value",
        "yomi name",
        "group membership",
        "e-mail 1 - type",
        "phone 1 - type",
    },
)
