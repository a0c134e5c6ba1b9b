"""Ask Siân: whom to ask for an introduction, by what may be seen, through nobody kept safe and nobody unseen."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from m4c.people.models import Account, Person
from m4c.people.operations.protection import keep_safe
from m4c.people.operations.relationship import record_relationship
from m4c.people.relationships.introductions import introductions
from tests.cast import Cast
from tests.factories import NOW, TODAY, signed_in, somebody, talk, words_of


def told(cast: Cast, person: Person, other: Person, kind: str = "neighbour", **more: object) -> None:
    facts = {"group": cast.cardiff, "kind": kind, "evidence": "They told me", "by": cast.operator} | more
    record_relationship(person=person, other=other, **facts)  # type: ignore[arg-type]


def asked(account: Account, person: Person) -> list[tuple[str, str, str]]:
    """Whom to ask, how they know the person, and through whom."""
    found = introductions(account, person, TODAY)
    return [(one.ask.name, one.knows, one.first.name if one.first else "") for one in found]


def test_those_who_know_them_are_asked_and_whom_one_knows_first(cast: Cast) -> None:
    amal, idris, kofi = somebody(cast), cast.person("treasurer"), cast.person("member")
    talk(cast, idris, amal)
    told(cast, kofi, amal)
    talk(cast, cast.person("organiser"), kofi)
    found = introductions(cast.organiser, amal, TODAY)
    assert [(one.ask, one.knows, one.known) for one in found] == [
        (kofi, "neighbour of Amal Yusuf", "one 1-2-1, in October"),
        (idris, "one 1-2-1, in October", ""),
    ]


def test_two_steps_lead_over_somebody_one_knows(cast: Cast) -> None:
    amal, idris, kofi = somebody(cast), cast.person("treasurer"), cast.person("member")
    talk(cast, idris, amal)
    told(cast, kofi, idris, "friend")
    talk(cast, cast.person("organiser"), kofi)
    assert asked(cast.organiser, amal) == [("Idris Vaughan", "one 1-2-1, in October", "Kofi Mensah")]


def test_what_ended_leads_nowhere_and_nobody_is_led_to_themselves(cast: Cast) -> None:
    amal = somebody(cast)
    told(cast, cast.person("organiser"), amal)
    assert asked(cast.organiser, amal) == []
    assert introductions(cast.organiser, cast.person("organiser"), TODAY) == []
    assert introductions(cast.operator, amal, TODAY) == []


def test_nobody_unseen_is_told_of(cast: Cast) -> None:
    met, known = somebody(cast, met_by=cast.person("leader")), somebody(cast, "Sade Das")
    talk(cast, known, met)
    told(cast, known, met)
    assert asked(cast.organiser, met) == [
        ("Sade Das", "neighbour of Amal Yusuf; one 1-2-1, in October", ""),
        ("Bethan Griffiths", "met Amal first", ""),
    ]
    assert asked(cast.leader, met) == []


def test_it_leads_neither_through_nor_to_somebody_kept_safe(cast: Cast) -> None:
    amal, kofi = somebody(cast, met_by=cast.person("leader")), cast.person("member")
    told(cast, kofi, amal)
    talk(cast, kofi, amal)
    assert "Kofi Mensah" in str(asked(cast.organiser, amal))
    keep_safe(person=kofi, by=cast.leader, at=NOW)
    for persona in ("organiser", "leader", "national_organiser"):
        assert "Kofi Mensah" not in str(asked(cast.fresh(persona), amal))
    assert introductions(cast.fresh("leader"), kofi, TODAY) == []


def test_the_page_says_whom_to_ask_and_why_at_one_cost(cast: Cast) -> None:
    amal, kofi, client = somebody(cast), cast.person("member"), signed_in(cast, "organiser")
    page = reverse("introductions", kwargs={"uid": amal.uid})
    assert "Nobody that we know of" in words_of(client.get(page))
    talk(cast, kofi, amal)
    text = words_of(client.get(page))
    assert ("Ask Kofi Mensah" in text, "<p>One 1-2-1, in October.</p>" in " ".join(text.split())) == (
        True,
        True,
    )
    counts = []
    for number in (5, 20):
        for each in range(number):
            talk(cast, somebody(cast, f"Number{number} {each}"), amal)
        with CaptureQueriesContext(connection) as queries:
            introductions(cast.fresh("organiser"), amal, TODAY)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12
