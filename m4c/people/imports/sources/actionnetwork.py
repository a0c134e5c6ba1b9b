"""Action Network: the columns of its reports and exports, which its users choose and add to."""

from m4c.people.imports.sources.base import Source
from m4c.people.sheets.kinds import ColumnKind as Kind

ACTION_NETWORK = Source(
    name="actionnetwork",
    title="Action Network",
    columns={
        "uuid": Kind.OUTSIDE_ID,
        "first name": Kind.GIVEN_NAME,
        "last name": Kind.FAMILY_NAME,
        "email": Kind.EMAIL,
        "email address": Kind.EMAIL,
        "zip code": Kind.POSTCODE,
        "zip/postal code": Kind.POSTCODE,
        "can2 phone": Kind.PHONE,
        "phone": Kind.PHONE,
        "can2 user address": Kind.ADDRESS,
        "can2 user city": Kind.TOWN,
        "can2 subscription status": Kind.EMAIL_STATE,
        "can2 sms status": Kind.TEXT_STATE,
        "can2 user tags": Kind.TAGS,
        "language": Kind.LANGUAGE,
    },
    telltales={
        "can2 phone",
        "can2 sms status",
        "can2 subscription status",
        "can2 subscription date",
        "can2 user address",
        "can2 user city",
        "can2 user state",
        "can2 state abbreviated",
        "can2 county",
        "can2 user tags",
        "can2 lifetime value",
    },
    enough=1,
    numbers=True,
    is_open=True,
)
