"""NationBuilder: the columns of its export of people, more than two hundred of them."""

from django.utils.translation import gettext_lazy as _

from m4c.people.imports.sources.base import Source
from m4c.people.sheets.kinds import ColumnKind as Kind

# Each kind of address has columns of its own; those of the kind "address" begin with the word twice.
ADDRESSES = ("primary ", "address ", "mailing ", "registered ", "user submitted ", "billing ", "work ", "")

NATIONBUILDER = Source(
    name="nationbuilder",
    title="NationBuilder",
    columns={
        "nationbuilder id": Kind.OUTSIDE_ID,
        "prefix": Kind.TITLE,
        "first name": Kind.GIVEN_NAME,
        "last name": Kind.FAMILY_NAME,
        "full name": Kind.FULL_NAME,
        "email": Kind.EMAIL,
        **{f"email{number}": Kind.EMAIL for number in range(1, 5)},
        **{f"email{number} is bad": Kind.DOES_NOT_WORK for number in range(1, 5)},
        "mobile number": Kind.PHONE,
        "is mobile bad": Kind.DOES_NOT_WORK,
        "phone number": Kind.PHONE,
        "work phone number": Kind.PHONE,
        "email opt in": Kind.EMAIL_STATE,
        "mobile opt in": Kind.TEXT_STATE,
        "unsubscribed at": Kind.LEFT_LIST_ON,
        "do not call": Kind.OBJECTS_PHONE,
        "federal donotcall": Kind.OBJECTS_PHONE,
        "do not contact": Kind.OBJECTS_ALL,
        "is deceased": Kind.DIED,
        "signup type": Kind.CONTACT_TYPE,
        "tag list": Kind.TAGS,
        "note": Kind.NOTES,
        "language": Kind.LANGUAGE,
    },
    telltales={
        "nationbuilder id",
        "signup type",
        "support level",
        "tag list",
        "email opt in",
        "mobile opt in",
        "is mobile bad",
        "federal donotcall",
        "email1 is bad",
        "point person name or email",
        "recruiter name or email",
        "primary address1",
        "primary zip",
        "is prospect",
        "inferred support level",
    },
    numbers=True,
    homes=[
        {
            **{f"{of}address{number}": Kind.ADDRESS for number in range(1, 4)},
            f"{of}city": Kind.TOWN,
            f"{of}zip": Kind.POSTCODE,
        }
        for of in ADDRESSES
    ],
    never={
        "support level": _("a score of how far somebody supports us is kept of nobody here."),
        "inferred support level": _("a score of how far somebody supports us is kept of nobody here."),
    },
)
