"""What somebody said against being rung or written to goes out with their details, and is obeyed coming in."""

from django.utils import timezone

from m4c.people.imports.people_says import read_says
from m4c.people.models import Channel, Consent, Person, PersonPhone, Purpose
from m4c.people.operations.consent import record_consent
from m4c.people.operations.person import NewPerson, add_people
from m4c.people.sheets.columns import Columns
from m4c.people.sheets.kinds import ColumnKind
from tests.cast import Cast
from tests.importing import data_folder
from tests.people.imports.lists import brought_list, objections
from tests.people.operations.test_people_export import made, rows

__all__ = ["data_folder"]


def zillah(cast: Cast) -> Person:
    new = NewPerson(given_name="Zillah", family_name="Vek", phones=["+447700900441"], address="4 Elm Row")
    return add_people(group=cast.cardiff, rows=[new], by=cast.organiser)[0]


def test_an_objection_goes_out_beside_number_and_address_and_comes_back(cast: Cast):
    person = zillah(cast)
    out = rows(made(cast.organiser))[str(person.uid)]
    assert (out["do_not_call"], out["do_not_mail"]) == ("", "")
    for channel in (Channel.PHONE, Channel.POST):
        record_consent(
            person=person, channel=channel, purpose=Purpose.ALL, state=Consent.State.OBJECTED, at=timezone.now(),
            source="Said so at the door", by=cast.organiser,
        )  # fmt: skip
    content = made(cast.organiser)
    out = rows(content)[str(person.uid)]
    assert (out["do_not_call"], out["do_not_mail"]) == ("yes", "yes")
    Consent.objects.filter(person=person).delete()
    brought_list(cast, content)
    assert {("phone", "all"), ("post", "all")} <= objections(person)


def test_a_number_on_the_preference_service_is_told_and_is_no_objection(cast: Cast):
    person = zillah(cast)
    PersonPhone.objects.filter(person=person).update(tps_seen_on=timezone.localdate())
    content = made(cast.organiser)
    assert rows(content)[str(person.uid)]["do_not_call"] == "tps"
    assert not read_says(["tps"], Columns((ColumnKind.OBJECTS_PHONE,))).is_against
