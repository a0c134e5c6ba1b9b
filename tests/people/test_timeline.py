"""A person's timeline: the ledger in words, with the names and sources that may be shown."""

import pytest

from m4c.core.register import Register
from m4c.people import timeline as module
from m4c.people.models import Engagement, Person
from m4c.people.operations.protection import keep_safe
from m4c.people.timeline import LedgerWords, Origin, timeline
from tests.cast import Cast
from tests.factories import NOW, somebody


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> Register[LedgerWords]:
    """The words of this test alone."""
    register: Register[LedgerWords] = Register("Words of a test.")
    monkeypatch.setattr(module, "LEDGER_WORDS", register)
    return register


def did(cast: Cast, kind: str, person: Person, source_id: int = 1, **more: object) -> Engagement:
    return Engagement.objects.create(
        kind=kind, person=person, at=NOW, group=cast.cardiff, source_type="a.source", source_id=source_id, **more
    )


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
    assert asked == [(cast.organiser, {1, 2})]


def test_only_the_newest_are_told(cast: Cast, words: Register[LedgerWords]) -> None:
    person = somebody(cast)
    words.add("danced", LedgerWords("Danced"))
    for source_id in range(module.NEWEST + 3):
        did(cast, "danced", person, source_id)

    assert len(sentences(cast, person)) == module.NEWEST
