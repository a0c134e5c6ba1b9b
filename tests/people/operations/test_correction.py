"""Putting a record right: what differs is written, and what it said before stays with the request alone."""

from datetime import datetime
from typing import Any

import pytest

from m4c.core.models import AuditEntry
from m4c.people.models import Correction, Person, RightsRequest
from m4c.people.operations.correction import correct
from m4c.people.operations.person import PersonRefused
from m4c.people.operations.rights_request import Asked, RightsRefused, answer_request, take_in_request
from tests.cast import Cast
from tests.factories import doers, seers


@pytest.fixture
def made(cast: Cast, amal: Person, now: datetime) -> RightsRequest:
    asked = Asked("correction", "phone", "Amal Yusuf", now.date())
    return take_in_request(group=cast.movement, asked=asked, person=amal, by=cast.data_protection)


def put(cast: Cast, request: RightsRequest, now: datetime, **values: Any) -> list[Correction]:
    return correct(request=request, values=values, at=now, by=cast.data_protection)


def test_names_ways_and_home_are_put_right(cast: Cast, made: RightsRequest, amal: Person, now: datetime) -> None:
    rows = put(
        cast,
        made,
        now,
        family_name="Yusuff",
        emails=["amal@example.org"],
        phones=["+447700900101"],
        address=("4 Lôn y Felin", "CF3 0EF"),
    )
    amal.refresh_from_db()

    assert {(row.field, row.before, row.after) for row in rows} == {
        ("family_name", "Yusuf", "Yusuff"),
        ("emails", "amal.yusuf@example.org", "amal@example.org"),
        ("address", "", "4 Lôn y Felin, CF3 0EF"),
    }
    assert (amal.name, amal.sort_name) == ("Amal Yusuff", "yusuffamal")
    assert [email.address for email in amal.emails.all()] == ["amal@example.org"]
    assert str(amal.address).startswith("4 Lôn y Felin")
    assert [person.pk for person in Person.objects.filter(folded_name="amalyusuff")] == [amal.pk]


def test_what_it_said_before_is_nowhere_else(cast: Cast, made: RightsRequest, now: datetime) -> None:
    put(cast, made, now, family_name="Yusuff")
    kept = " ".join(f"{entry.touched} {entry.changes}" for entry in AuditEntry.objects.all())

    assert "Yusuf" not in kept


def test_the_same_again_and_no_name_at_all_are_refused(cast: Cast, made: RightsRequest, now: datetime) -> None:
    with pytest.raises(RightsRefused):
        put(cast, made, now, family_name="Yusuf")
    with pytest.raises(PersonRefused):
        put(cast, made, now, given_name="", family_name="")
    with pytest.raises(PersonRefused):
        put(cast, made, now, address=("", "nowhere"))


def test_not_for_nobody_and_not_once_answered(cast: Cast, made: RightsRequest, now: datetime) -> None:
    day, by = now.date(), cast.data_protection
    nobody = take_in_request(group=cast.movement, asked=Asked("correction", "phone", "Ebo", day), by=by)
    with pytest.raises(RightsRefused):
        put(cast, nobody, now, family_name="Iwu")
    answer_request(request=made, outcome="done", answer="It was right", on=day, by=by)
    with pytest.raises(RightsRefused):
        put(cast, made, now, family_name="Yusuff")


def test_who_may_and_who_sees_it(cast: Cast, made: RightsRequest, now: datetime) -> None:
    number = iter(range(50))

    def act(by: Any) -> Any:
        return correct(request=made, values={"title": f"Dr {next(number)}"}, at=now, by=by)

    assert doers(act, cast) == {"data_protection"}
    assert seers(cast, Correction.objects.get()) == {"data_protection"}
