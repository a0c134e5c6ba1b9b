"""vCards: the columns that the reader of cards lays them out in."""

from django.utils.translation import gettext_lazy as _

from m4c.people.imports.sources.base import Source, plain
from m4c.people.sheets.kinds import ColumnKind as Kind
from m4c.people.sheets.vcard import HEADERS

OF_A_CARD = {
    "Kind of card": Kind.CONTACT_TYPE,
    "Full name": Kind.FULL_NAME,
    "First name": Kind.GIVEN_NAME,
    "Last name": Kind.FAMILY_NAME,
    "Title": Kind.TITLE,
    "Known as": Kind.KNOWN_AS,
    "E-mail": Kind.EMAIL,
    "Phone": Kind.PHONE,
    "Street": Kind.ADDRESS,
    "Town": Kind.TOWN,
    "Postcode": Kind.POSTCODE,
    "Language": Kind.LANGUAGE,
    "Organisation": Kind.BODY_NAME,
    "Died on": Kind.DIED,
    "Categories": Kind.TAGS,
    "Note": Kind.NOTES,
}

VCARD = Source(
    name="vcard",
    title=_("vCard"),
    columns={plain(header): kind for header, kind in OF_A_CARD.items()},
    telltales={plain(header) for header in HEADERS},
    enough=len(HEADERS),
)
