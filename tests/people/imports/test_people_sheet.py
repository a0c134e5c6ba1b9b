"""Lists of people from other tools: known by their headers, read as they mean it, and never more than was agreed."""

from datetime import date

from django.utils import timezone

from m4c.people.models import Channel, Consent, ImportRow, Person
from tests.cast import Cast
from tests.importing import data_folder
from tests.people.imports.lists import (
    ACTION_NETWORK,
    CIVICRM,
    GOOGLE,
    NATIONBUILDER,
    as_csv,
    brought_list,
    figures,
    given_list,
    may,
    objections,
    person_of,
    told,
)

__all__ = ["data_folder"]


def test_nationbuilder_is_known_by_its_headers_and_read(cast: Cast):
    done = brought_list(
        cast,
        as_csv(
            NATIONBUILDER,
            {
                "nationbuilder_id": "1", "prefix": "Ms", "first_name": "Nerys", "last_name": "Quaye",
                "email": "Nerys@Example.org", "email1": "nerys@example.org", "email2": "n.quaye@example.org",
                "email_opt_in": "true", "mobile_number": "07700 900411", "support_level": "1", "signup_type": "0",
                "primary_address1": "4 Elm Row", "primary_city": "Cardiff", "primary_zip": "cf30ln",
                "tag_list": "stall, keen",
            },
            {"first_name": "Idris", "last_name": "Bloom", "email": "idris@example.org", "email_opt_in": "false"},
            {"first_name": "Mabel", "last_name": "Ashe", "mobile_number": "07700 900412", "do_not_call": "true"},
            {"first_name": "Otis", "last_name": "Ray", "email": "otis@example.org", "do_not_contact": "1",
             "mailing_address1": "9 Elm Row", "mailing_zip": "CF3 0LN"},
            {"first_name": "Hana", "last_name": "Vek", "email": "hana@example.org", "is_deceased": "true"},
            {"full_name": "Elm Row Traders", "email": "shop@example.org", "signup_type": "1"},
            {"first_name": "Nobody"},
        ),
    )  # fmt: skip
    assert figures(done) == (7, 5, 0, 0, 3, "nationbuilder")
    assert [each["row"] for each in told(done)["refused"]] == [7, 8]  # type: ignore[attr-defined]
    nerys = person_of("nerys@example.org")
    assert (nerys.title, nerys.name, str(nerys.address)) == ("Ms", "Nerys Quaye", "4 Elm Row, Cardiff, CF3 0LN")
    assert [email.folded for email in nerys.emails.all()] == ["nerys@example.org", "n.quaye@example.org"]
    assert not Consent.objects.filter(person=nerys).exists(), "a subscription elsewhere is no consent to us"
    assert objections(person_of("idris@example.org")) == {("email", "news"), ("email", "money")}
    otis = person_of("otis@example.org")
    assert {channel for channel, _purpose in objections(otis)} == set(Channel.values)
    assert person_of("hana@example.org").died_on == timezone.localdate(done.made_at)


def test_score_of_support_is_kept_nowhere(cast: Cast):
    done = brought_list(
        cast,
        as_csv(
            NATIONBUILDER,
            {"first_name": "Nerys", "last_name": "Quaye", "email": "nerys@example.org", "support_level": "SECRET-1",
             "note": "SECRET-2"},
        ),
    )  # fmt: skip
    assert "SECRET" not in str(list(ImportRow.objects.filter(sheet_import=done).values_list("cells", flat=True)))


def test_civicrm_brings_in_people_and_refuses_the_rest(cast: Cast):
    done = brought_list(
        cast,
        as_csv(
            CIVICRM,
            {"Contact Type": "Individual", "First Name": "Siân", "Last Name": "Okafor", "Email": "sian@example.org",
             "Nickname": "Shân", "Preferred Language": "Welsh (United Kingdom)", "Do Not Phone": "Yes",
             "Phone": "07700 900413", "Group(s)": "Stall"},
            {"Contact Type": "Individual", "First Name": "Piotr", "Last Name": "Wrona", "Email": "piotr@example.org",
             "No Bulk Emails (User Opt Out)": "1", "Deceased": "No"},
            {"Contact Type": "Individual", "Display Name": "Mrs Ada Vane", "Email": "ada@example.org",
             "Deceased": "Yes", "Deceased Date": "2024-02-03", "On Hold": "On Hold Bounce"},
            {"Contact Type": "Household", "Display Name": "The Vanes", "Email": "vanes@example.org"},
            {"Contact Type": "Organization", "Organization Name": "Vane & Co", "Email": "co@example.org"},
        ),
    )  # fmt: skip
    assert figures(done) == (5, 3, 0, 0, 3, "civicrm")
    assert told(done)["refused"] == [
        {"row": 5, "reason": "“Household” is not a person: only people are brought in."},
        {"row": 6, "reason": "“Organization” is not a person: only people are brought in."},
    ]
    sian = person_of("sian@example.org")
    assert (sian.known_as, sian.language, objections(sian)) == ("Shân", "cy", {("phone", "all")})
    assert objections(person_of("piotr@example.org")) == {("email", "news"), ("email", "money")}
    ada = person_of("ada@example.org")
    assert (ada.died_on, objections(ada)) == (date(2024, 2, 3), {("email", "all")})


def test_action_network_obeys_who_left_and_takes_nobody_for_agreed(cast: Cast):
    rows = [
        {"first_name": "Ana", "last_name": "Pell", "email": "ana@example.org", "zip_code": "CF10 1AA",
         "can2_subscription_status": "subscribed", "Favourite biscuit": "ginger"},
        {"first_name": "Bo", "last_name": "Lund", "email": "bo@example.org", "can2_phone": "07700900414",
         "can2_subscription_status": "unsubscribed", "can2_sms_status": "unsubscribed"},
        {"first_name": "Cy", "last_name": "Moss", "email": "cy@example.org",
         "can2_subscription_status": "spam complaint"},
    ]  # fmt: skip
    done = brought_list(cast, as_csv(ACTION_NETWORK, *rows))
    assert figures(done) == (3, 3, 0, 0, 2, "actionnetwork")
    assert [may(person_of(f"{name}@example.org"), Channel.EMAIL) for name in ("ana", "bo", "cy")] == [False] * 3
    assert objections(person_of("bo@example.org")) == {
        ("email", "news"), ("email", "money"), ("text", "news"), ("text", "money"),
    }  # fmt: skip
    assert not Consent.objects.filter(state=Consent.State.GIVEN, person=person_of("ana@example.org")).exists()


def test_what_everybody_agreed_to_is_declared_in_words_and_not_of_those_who_left(cast: Cast):
    rows = [
        {"first_name": "Ana", "last_name": "Pell", "email": "ana@example.org"},
        {
            "first_name": "Bo",
            "last_name": "Lund",
            "email": "bo@example.org",
            "can2_subscription_status": "unsubscribed",
        },
    ]
    brought_list(cast, as_csv(ACTION_NETWORK, *rows), agreed="You may e-mail me news.")
    consent = Consent.objects.get(person=person_of("ana@example.org"))
    assert (consent.state, consent.wording, consent.source) == ("given", "You may e-mail me news.", "people.csv, row 2")
    assert (may(person_of("ana@example.org"), Channel.EMAIL), may(person_of("bo@example.org"), Channel.EMAIL)) == (
        True,
        False,
    )


def test_google_contacts_are_taken_apart(cast: Cast):
    done = brought_list(
        cast,
        as_csv(
            GOOGLE,
            {"First Name": "Lowri", "Last Name": "Penn", "E-mail 1 - Value": "lowri@example.org ::: lp@example.org",
             "Phone 1 - Value": "07700 900415 ::: 07700 900416", "Labels": "Street reps ::: * myContacts",
             "Organization Name": "Elm Row Bakery", "Address 1 - Postal Code": "CF3 0LN"},
            {"Organization Name": "Speedy Cabs", "Phone 1 - Value": "07700 900417"},
        ),
    )  # fmt: skip
    assert figures(done) == (2, 1, 0, 0, 0, "google")
    lowri = person_of("lowri@example.org")
    assert [phone.number for phone in lowri.phones.all()] == ["+447700900415", "+447700900416"]
    assert told(done)["refused"] == [{"row": 3, "reason": "“Speedy Cabs” is an organisation, and no person is named."}]


CARDS = """BEGIN:VCARD
VERSION:3.0
N:Pugh;Gwen;;Dr;
FN:Dr Gwen Pugh
EMAIL;TYPE=INTERNET:gwen@example.org
TEL;TYPE=CELL:07700 900418
TEL;TYPE=FAX:029 2018 0000
ADR;TYPE=HOME:;;5 Elm Row\\, Upper;Cardiff;;CF3 0LN;
PHOTO;ENCODING=b:aaaa
 bbbb
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Bethan Osei
EMAIL:beth.osei@example.org
TEL;VALUE=uri;TYPE="voice,cell":tel:+44-7700-900419
LANG:cy
NOTE:a line that is fol
 ded
this line is broken
END:VCARD
BEGIN:VCARD
VERSION:2.1
N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Szyma=C5=84ski;Ow=
en;;;
TEL;CELL:07700900420
END:VCARD
BEGIN:VCARD
VERSION:4.0
KIND:org
FN:Elm Row Choir
EMAIL:choir@example.org
END:VCARD
BEGIN:VCARD
VERSION:3.0
END:VCARD
"""


def test_cards_of_every_version_and_broken_lines(cast: Cast):
    done = brought_list(cast, CARDS.replace("\n", "\r\n").encode(), file_name="contacts.vcf")
    assert figures(done) == (5, 3, 0, 0, 0, "vcard")
    gwen = person_of("gwen@example.org")
    assert (gwen.title, gwen.name, str(gwen.address)) == ("Dr", "Gwen Pugh", "5 Elm Row, Upper, Cardiff, CF3 0LN")
    assert [phone.number for phone in gwen.phones.all()] == ["+447700900418"]
    beth = person_of("beth.osei@example.org")
    assert (beth.name, beth.language, beth.phones.get().number) == ("Bethan Osei", "cy", "+447700900419")
    assert Person.objects.get(family_name="Szymański").given_name == "Owen"
    assert [each["row"] for each in told(done)["refused"]] == [5, 6]  # type: ignore[attr-defined]


def test_any_sheet_is_read_by_its_words(cast: Cast):
    done = brought_list(
        cast,
        b"Name;Mobile;Postcode;E-mail;May we e-mail you?;Do not call;Deceased;Shoe size\n"
        b"Cai Venn;07700 900421;CF3 0LN;cai@example.org;Yes;x;;9\n"
        b"Dee Orr;07700 900422;CF3 0LN;dee@example.org;No;;;4\n",
    )
    assert figures(done) == (2, 2, 0, 0, 1, "csv")
    assert (may(person_of("cai@example.org"), Channel.EMAIL), objections(person_of("cai@example.org"))) == (
        True,
        {("phone", "all")},
    )
    assert Consent.objects.get(person=person_of("dee@example.org")).state == "refused"


def test_headers_of_two_hundred_columns_and_more(cast: Cast):
    headers = [*NATIONBUILDER, *(f"custom_{number}" for number in range(300))]
    taken = given_list(cast, as_csv(headers, {"email": "a@example.org", "first_name": "Al", "last_name": "Oh"}))
    assert taken.layout["source"] == "nationbuilder"
