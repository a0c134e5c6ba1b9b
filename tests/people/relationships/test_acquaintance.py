"""Who knows somebody, in words from the ledger: only of rows that may be seen, and at one cost for a long life."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.text import capfirst

from m4c.events.operations.attendance import record_attendance
from m4c.people.models import Account, Engagement, Person, Relationship
from m4c.people.operations.protection import keep_safe
from m4c.people.operations.relationship import end_relationship, record_relationship
from m4c.people.panels import who_knows_them
from m4c.people.relationships.acquaintance import LATEST, who_knows
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering, somebody, talk


def said(account: Account, person: Person) -> dict[str, str]:
    """What is said of each who knows somebody, by name, the best first."""
    known = who_knows(account, person)
    names = {one.pk: one.name for one in Person.objects.filter(pk__in=known)}
    return {names[pk]: capfirst(known[pk].words(person.short_name, TODAY)) for pk in known}


def meet_often(cast: Cast, *people: Person, times: int, brought_by: Person | None = None) -> None:
    for number in range(times):
        event = gathering(cast, days=-number)
        for person in people:
            record_attendance(event=event, person=person, by=cast.operator)
        if brought_by and not number:
            record_attendance(event=event, person=people[0], brought_by=brought_by, by=cast.operator)


def test_it_is_told_in_words_with_number_and_month(cast: Cast) -> None:
    amal, sian = somebody(cast), cast.person("organiser")
    talk(cast, sian, amal, date(2026, 3, 2))
    talk(cast, amal, sian, date(2026, 2, 2))
    meet_often(cast, amal, sian, times=4, brought_by=sian)
    talk(cast, cast.person("treasurer"), amal, date(2024, 3, 2))

    assert said(cast.organiser, amal) == {
        "Siân Prosser": "Two 1-2-1s, last in March; brought Amal; came together four times",
        "Idris Vaughan": "One 1-2-1, in March 2024",
    }
    assert said(cast.organiser, sian) == {
        "Amal Yusuf": "Two 1-2-1s, last in March; was brought by Siân; came together four times"
    }


def test_what_was_written_down_is_told_first_and_nobody_in_it_is_asked_to_be_introduced(cast: Cast) -> None:
    amal, sian, kofi = somebody(cast), cast.person("organiser"), cast.person("member")
    facts = {"group": cast.cardiff, "evidence": "They told me", "by": cast.operator}
    record_relationship(person=sian, other=amal, kind=Relationship.Kind.COACHES, **facts)  # type: ignore[arg-type]
    former = record_relationship(person=kofi, other=amal, kind=Relationship.Kind.FRIEND, **facts)  # type: ignore[arg-type]
    end_relationship(relationship=former, on=TODAY, by=cast.operator)
    talk(cast, cast.person("treasurer"), amal, date(2024, 3, 2))
    assert said(cast.organiser, amal) == {
        "Siân Prosser": "Coaches Amal Yusuf",
        "Idris Vaughan": "One 1-2-1, in March 2024",
    }
    told = who_knows_them(cast.organiser, amal)
    assert told
    assert (told["may_ask"], [line["is_self"] for line in told["lines"]]) == (False, [True, False])


def test_a_house_meeting_beside_another_is_not_the_same_gathering(cast: Cast) -> None:
    amal, sian = somebody(cast), cast.person("organiser")
    for person in (amal, sian):  # at the same hour of the same group
        record_attendance(event=gathering(cast), person=person, by=cast.operator)
    assert said(cast.organiser, amal) == {}


def test_who_met_somebody_first_is_told(cast: Cast) -> None:
    amal = somebody(cast, met_by=cast.person("leader"))
    assert said(cast.organiser, amal) == {"Bethan Griffiths": "Met Amal first"}


def test_a_leader_reads_of_their_own_rows_alone(cast: Cast) -> None:
    amal = somebody(cast, met_by=cast.person("leader"))
    talk(cast, cast.person("organiser"), amal)
    talk(cast, cast.person("leader"), amal)
    assert set(said(cast.leader, amal)) == {"Bethan Griffiths"}
    assert set(said(cast.organiser_elsewhere, amal)) == set()


def test_one_kept_safe_is_named_to_nobody(cast: Cast) -> None:
    amal, kofi = somebody(cast), cast.person("member")
    talk(cast, kofi, amal)
    meet_often(cast, amal, times=1, brought_by=kofi)
    before = who_knows_them(cast.organiser, amal)
    keep_safe(person=kofi, by=cast.leader, at=NOW)
    after = who_knows_them(cast.fresh("organiser"), amal)
    assert before
    assert [line["name"] for line in before["lines"]] == ["Kofi Mensah"]
    assert after is None


def grow(cast: Cast, person: Person, number: int) -> None:
    """So many rows more of a person: half of them name somebody, all of them are of a gathering."""
    others = [cast.person(name) for name in ("member", "treasurer", "editor", "leader")]
    last = Engagement.objects.count()
    Engagement.objects.bulk_create(
        Engagement(
            kind="came",
            person=person,
            leader=others[each % 4] if each % 2 else None,
            at=NOW - timedelta(hours=each),
            occasion=1_000_000 + each,
            group=cast.cardiff,
            source_type="a.source",
            source_id=last + each,
        )
        for each in range(number)
    )


def statements(account: Account, person: Person) -> list[str]:
    with CaptureQueriesContext(connection) as queries:
        who_knows_them(account, person)
    return [query["sql"] for query in queries]


@pytest.mark.slow
def test_ten_thousand_engagements_take_the_same_statements_by_index(cast: Cast) -> None:
    amal = somebody(cast, met_by=cast.person("leader"))
    few = len(statements(cast.fresh("organiser"), amal))
    grow(cast, amal, 10_000)
    many = statements(cast.fresh("organiser"), amal)
    assert few <= len(many) <= 8
    grow(cast, cast.person("member"), 50)
    assert len(statements(cast.fresh("organiser"), amal)) == len(many)
    if connection.vendor == "sqlite":
        (counted,) = [sql for sql in many if f"LIMIT {LATEST}" in sql]
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {counted}")
            plan = " ".join(row[3] for row in cursor.fetchall())
        assert "ledger_of_two_people" in plan


def test_of_a_long_life_the_latest_is_told(cast: Cast) -> None:
    amal = somebody(cast)
    grow(cast, amal, LATEST * 4)
    counted = sum(times for one in who_knows(cast.organiser, amal).values() for times, _last in one.ties.values())
    assert counted == LATEST


@pytest.mark.parametrize("persona", ["safeguarding", "member"])
def test_who_reads_no_ledger_reads_nothing(cast: Cast, persona: str) -> None:
    amal = somebody(cast, met_by=cast.person("leader"))
    assert said(getattr(cast, persona), amal) == {}
