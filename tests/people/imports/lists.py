"""Lists of people as tools export them, written by the tests: messy, and of invented people."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

from django.utils import timezone

from m4c.people.consent_rules import may_contact
from m4c.people.imports import run
from m4c.people.imports.answer import answer_of
from m4c.people.imports.files import guess_layout, keep_file, open_given
from m4c.people.imports.kinds import IMPORT_KINDS
from m4c.people.models import Account, Channel, Consent, Group, Person, PersonEmail, Purpose, SheetImport
from m4c.people.operations.sheet_import import confirm_sheet, give_sheet, settle_sheet
from tests.cast import Cast

NATIONBUILDER_HEADERS = (
    "nationbuilder_id,prefix,first_name,middle_name,last_name,full_name,email,email1,email2,email_opt_in,phone_number,"
    "mobile_number,mobile_opt_in,is_mobile_bad,do_not_call,do_not_contact,federal_donotcall,support_level,note,tag_list,"
    "unsubscribed_at,signup_type,is_deceased,primary_address1,primary_city,primary_zip,mailing_address1,mailing_zip"
)
CIVICRM = [
    "Contact ID", "Contact Type", "Do Not Email", "Do Not Phone", "Do Not Mail", "Do Not Sms", "Do Not Trade",
    "No Bulk Emails (User Opt Out)", "Display Name", "Nickname", "Preferred Language", "First Name", "Last Name",
    "Individual Prefix", "Deceased", "Deceased Date", "Organization Name", "Street Address", "City", "Postal Code",
    "Phone", "Email", "On Hold", "Group(s)", "Note(s)",
]  # fmt: skip
ACTION_NETWORK_HEADERS = (
    "uuid,first_name,last_name,email,zip_code,country,can2_phone,can2_sms_status,can2_subscription_status,"
    "can2_user_tags,Favourite biscuit"
)
NATIONBUILDER = NATIONBUILDER_HEADERS.split(",")
ACTION_NETWORK = ACTION_NETWORK_HEADERS.split(",")
GOOGLE = [
    "First Name", "Last Name", "Nickname", "Organization Name", "Labels", "Notes", "E-mail 1 - Label",
    "E-mail 1 - Value", "E-mail 2 - Value", "Phone 1 - Label", "Phone 1 - Value", "Address 1 - Street",
    "Address 1 - City", "Address 1 - Postal Code",
]  # fmt: skip
MAILCHIMP = ["Email Address", "First Name", "Last Name", "Address", "Phone Number", "MEMBER_RATING", "LEID", "EUID"]
UNSUBSCRIBED = [*MAILCHIMP, "UNSUB_TIME", "UNSUB_CAMPAIGN_TITLE", "UNSUB_REASON"]


def as_csv(headers: Sequence[str], *rows: Mapping[str, str]) -> bytes:
    """Rows under these headers; what a row does not say is blank."""
    text = io.StringIO()
    writer = csv.DictWriter(text, headers, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def as_zip(**files: bytes) -> bytes:
    """Files named after their keys, as `subscribed` for `subscribed_members_export_1.csv`, in one ZIP."""
    zipped = BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"{name}_members_export_1.csv", content)
    return zipped.getvalue()


def given_list(
    cast: Cast,
    content: bytes,
    *,
    file_name: str = "people.csv",
    by: Account | None = None,
    group: Group | None = None,
    source: str = "",
    **details: str,
) -> SheetImport:
    """A list of people, settled as it was guessed."""
    given = SheetImport(kind="people", file_name=file_name)
    keep_file(given, BytesIO(content))
    sheet = open_given(given)
    given.layout = guess_layout(sheet, "people", source)
    given.details = IMPORT_KINDS["people"].guess(file_name, sheet.headers) | details
    by, group = by or cast.organiser, group or cast.cardiff
    taken = give_sheet(group=group, given=given, by=by)
    return settle_sheet(
        groups=[group], sheet_import=taken, layout=given.layout, details=given.details, by=by, queued=False
    )


def brought_list(cast: Cast, content: bytes, **options: str) -> SheetImport:
    """The same, brought in."""
    taken = given_list(cast, content, **options)  # type: ignore[arg-type]
    return run.bring_in(confirm_sheet(sheet_import=taken, by=taken.by, queued=False), by=taken.by)


def told(done: SheetImport) -> dict[str, object]:
    answer = answer_of(done).as_json()
    answer.pop("id")
    return answer


def figures(done: SheetImport) -> tuple[int, int, int, int, int, str]:
    answer = told(done)
    return tuple(  # type: ignore[return-value]
        answer[name] for name in ("rows", "people_created", "people_matched", "needs_review", "suppressed", "source")
    )


def person_of(email: str) -> Person:
    return PersonEmail.objects.select_related("person__address").get(folded=email).person


def objections(person: Person) -> set[tuple[str, str]]:
    rows = Consent.objects.filter(person=person, state=Consent.State.OBJECTED)
    return set(rows.values_list("channel", "purpose"))


def may(person: Person, channel: Channel) -> bool:
    return bool(may_contact(person, channel, Purpose.NEWS, timezone.now()))
