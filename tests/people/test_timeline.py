"""A person's timeline: the ledger in words, with the names and sources that may be shown."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from m4c.core.register import Register
from m4c.people import timeline as module
from m4c.people.models import Engagement, Person
from m4c.people.operations.protection import keep_safe
from m4c.people.timeline import LedgerWords, Mark, Origin, page_of_timeline, timeline
from tests.cast import Cast
from tests.factories import NOW, queries_of, signed_in, somebody, words_of


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> Register[LedgerWords]:
    """The words of this test alone."""
    register: Register[LedgerWords] = Register("Words of a test.")
    monkeypatch.setattr(module, "LEDGER_WORDS", register)
    return register


def did(cast: Cast, kind: str, person: Person, source_id: int = 1, **more: object) -> Engagement:
    facts = {"at": NOW, "group": cast.cardiff, "source_type": "a.source", "source_id": source_id} | more
    return Engagement.objects.create(kind=kind, person=person, **facts)


def sentences(cast: Cast, person: Person) -> list[str]:
    return [entry.sentence for entry in timeline(cast.organiser, person)]


def test_kinds_without_words_are_left_out(cast: Cast, words: Register[LedgerWords]) -> None:
    person = somebody(cast)
    words.add("danced", LedgerWords("Danced"))
    did(cast, "danced", person)
    did(cast, "sang", person)

    assert sentences(cast, person) == ["Danced"]


def test_names_stand_in_the_sentence_where_they_may(cast: Cast, words: Register[LedgerWords]) -> None:
    person = somebody(cast)
    both = LedgerWords("Danced", with_leader="Danced, led by {leader}", with_other="Danced with {other}")
    words.add("danced", both)
    did(cast, "danced", person, 1, leader=cast.person("organiser"))
    did(cast, "danced", person, 2, other=cast.person("member"))
    did(cast, "danced", person, 3)

    assert sentences(cast, person) == ["Danced", "Danced with Kofi Mensah", "Danced, led by Siân Prosser"]


def test_a_leader_kept_safe_is_not_named(cast: Cast, words: Register[LedgerWords]) -> None:
    person = somebody(cast)
    words.add("danced", LedgerWords("Danced", with_leader="Danced, led by {leader}"))
    did(cast, "danced", person, leader=cast.person("member"))
    keep_safe(person=cast.person("member"), by=cast.leader, at=NOW)

    assert sentences(cast, person) == ["Danced"]


def test_sources_are_asked_for_once_and_shown_where_seen(cast: Cast, words: Register[LedgerWords]) -> None:
    asked = []

    def origins(account: object, ids: object) -> dict[int, Origin]:
        asked.append((account, ids))
        return {2: Origin("The ball", "/ball/")}

    words.add("danced", LedgerWords("Danced", origins=origins))
    person = somebody(cast)
    for source_id in (1, 2):
        did(cast, "danced", person, source_id)
    entries = timeline(cast.organiser, person)

    assert [entry.origin for entry in entries] == [Origin("The ball", "/ball/"), None]
    assert asked == [(cast.organiser, [1, 2])]


def test_only_the_newest_are_told(cast: Cast, words: Register[LedgerWords]) -> None:
    person = somebody(cast)
    words.add("danced", LedgerWords("Danced"))
    for source_id in range(module.NEWEST + 3):
        did(cast, "danced", person, source_id)

    assert len(sentences(cast, person)) == module.NEWEST


def test_three_hundred_rows_come_page_by_page_without_loss_or_doubling(
    cast: Cast, words: Register[LedgerWords]
) -> None:
    person = somebody(cast)
    words.add("danced", LedgerWords("Danced", origins=lambda account, ids: {pk: Origin(str(pk), "") for pk in ids}))
    for number in range(300):  # by tens at one moment, as an import brings them
        did(cast, "danced", person, number, at=NOW - timedelta(days=number // 10))
    seen, mark, pages = [], "", 0
    while pages < 30:
        page = page_of_timeline(cast.organiser, person, mark, size=12)
        seen += [entry.origin.title for entry in page.entries if entry.origin]
        pages, mark = pages + 1, page.older
        if not mark:
            break
    assert (pages, len(seen), len(set(seen))) == (25, 300, 300)


@pytest.mark.parametrize("typed", ["", "~", "1", "2026-10-05~2", "2026-10-05T18:30:00.000000Z~x", "\x00~1", "é~²"])
def test_nonsense_is_no_mark(typed: str) -> None:
    assert Mark.read(typed) is None


def test_a_mark_reads_back() -> None:
    assert Mark.read(str(Mark(NOW, 3))) == Mark(NOW, 3)


def test_a_persons_page_leads_to_the_older_ones_and_back(cast: Cast, words: Register[LedgerWords]) -> None:
    person, client = somebody(cast), signed_in(cast, "organiser")
    words.add("danced", LedgerWords("Danced"))
    for number in range(20):
        did(cast, "danced", person, number)
    here = f"/organise/people/{person.uid}/"
    response = client.get(here)
    text = words_of(response)
    assert (text.count("Danced"), "Back to the newest" in text) == (12, False)
    older = f"{here}?older={response.context['timeline'].older}"
    assert (words_of(client.get(older)).count("Danced"), client.get(f"{here}?older=nonsense").status_code) == (8, 200)
    part = words_of(client.get(older, headers={"HX-Request": "true", "HX-Target": "timeline"}))
    assert (part.count("Danced"), "Back to the newest" in part, "<h1" in part) == (8, True, False)
    many = queries_of(client, here)
    assert many == queries_of(client, f"{older}")


@pytest.mark.slow
def test_ten_thousand_rows_are_read_by_index_a_page_at_a_time(cast: Cast, words: Register[LedgerWords]) -> None:
    person, client = somebody(cast), signed_in(cast, "organiser")
    words.add("danced", LedgerWords("Danced"))
    did(cast, "danced", person, 0)
    here = f"/organise/people/{person.uid}/"
    few = queries_of(client, here)
    facts = {"kind": "danced", "person": person, "group": cast.cardiff, "source_type": "a.source"}
    rows = (Engagement(at=NOW - timedelta(hours=each), source_id=each, **facts) for each in range(1, 10_000))
    Engagement.objects.bulk_create(rows, batch_size=500)
    mark = str(Mark(NOW - timedelta(hours=9_000), 1))
    with CaptureQueriesContext(connection) as queries:
        page = page_of_timeline(cast.organiser, person, mark, size=12)
    assert (len(page.entries), bool(page.older)) == (12, True)
    assert (queries_of(client, here), queries_of(client, f"{here}?older={mark}")) == (few, few)
    if connection.vendor == "sqlite":
        (read,) = [query["sql"] for query in queries if "LIMIT 13" in query["sql"]]
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {read}")
            plan = " ".join(row[3] for row in cursor.fetchall())
        assert "ledger_of_a_person (person_id=? AND at<?)" in plan
