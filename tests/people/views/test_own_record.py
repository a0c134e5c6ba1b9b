"""What we hold about you: one's own record, for whoever is signed in."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from m4c.people.models import Account
from m4c.people.operations.consent import record_consent
from m4c.people.operations.next_step import agree_step
from m4c.people.operations.note import write_note
from m4c.people.operations.own_field import NewField, fill_own_fields, make_own_field
from m4c.people.operations.protection import keep_safe
from m4c.people.operations.relationship import record_relationship
from m4c.people.operations.tag import tag_people
from tests.cast import PERSONAS, THEN, Cast
from tests.factories import queries_of, somebody

SignIn = Callable[..., Client]
PAGE = reverse("own-record")


@pytest.mark.parametrize("persona", PERSONAS)
def test_everybody_reads_their_own(cast: Cast, sign_in: SignIn, persona: str) -> None:
    response = sign_in(getattr(cast, persona)).get(PAGE)

    assert response.context["person"] == cast.person(persona)
    assert "<c-" not in response.content.decode()


def test_it_shows_consent_and_no_notes(cast: Cast, sign_in: SignIn, now: datetime) -> None:
    person = cast.person("member")
    said = {"channel": "text", "purpose": "news", "state": "refused", "source": "the stall"}
    record_consent(person=person, at=now, by=cast.organiser, **said)
    write_note(person=person, group=cast.cardiff, tier="group", at=now, about_them="Shy", by=cast.organiser)
    body = sign_in(cast.member).get(PAGE).content.decode()

    assert [words in body for words in ("Said no when asked", "the stall", "Shy")] == [True, True, False]


def test_an_account_of_nobody_is_told_so(cast: Cast, sign_in: SignIn) -> None:
    account = Account.objects.create(email="nobody@example.org")

    assert "belongs to no record" in sign_in(account).get(PAGE).content.decode()


def test_it_tells_what_others_wrote_and_holds_back_what_they_confided(cast: Cast, sign_in: SignIn) -> None:
    member, leader, stranger = cast.person("member"), cast.person("leader"), cast.person("organiser_elsewhere")
    told = {"kind": "coaches", "group": cast.cardiff, "by": cast.operator}
    record_relationship(person=member, other=stranger, evidence="Amal confided it", **told)  # type: ignore[arg-type]
    tag_people(people=[member], name="Has a van", group=cast.cardiff, at=THEN, by=cast.operator)
    agree_step(group=cast.cardiff, person=member, owner=leader, words="Ask him about the minibus", by=cast.operator)
    body = sign_in(cast.member).get(PAGE).content.decode()
    shown = ["Coaches somebody", "Has a van", "What is not shown here"]
    held_back = ["Amal confided it", stranger.name, "minibus"]
    assert [words in body for words in shown + held_back] == [True] * 3 + [False] * 3


def test_one_reads_ones_own_words_and_the_names_of_those_one_sees(cast: Cast, sign_in: SignIn) -> None:
    leader, met = cast.person("leader"), somebody(cast, met_by=cast.person("leader"))
    told = {"kind": "coaches", "evidence": "Every Monday", "group": cast.cardiff}
    record_relationship(person=leader, other=met, by=cast.leader, **told)  # type: ignore[arg-type]
    body = sign_in(cast.leader).get(PAGE).content.decode()
    assert ["Coaches Amal Yusuf" in body, "Every Monday" in body] == [True, True]
    keep_safe(person=met, by=cast.leader, at=THEN)
    assert "Coaches" not in sign_in(cast.fresh("leader")).get(PAGE).content.decode()


def test_every_own_field_is_there_whoever_else_may_read_it(cast: Cast, sign_in: SignIn) -> None:
    new = NewField("text", "Union", "special", tier="whole")
    own = make_own_field(new=new, at=THEN, by=cast.admin)
    asked = make_own_field(new=NewField("yes_no", "Can lend a van", "operational"), at=THEN, by=cast.admin)
    fill_own_fields(person=cast.person("member"), values={own: "Unite"}, at=THEN, by=cast.data_protection)
    body = sign_in(cast.member).get(PAGE).content.decode()
    assert [words in body for words in ("Union", "Unite", "Special category", asked.name)] == [True] * 4
    scored = NewField("number", "Support score", "special", allowed_because="Decided in June")
    make_own_field(new=scored, at=THEN, by=cast.data_protection)
    assert "Decided in June" in sign_in(cast.member).get(PAGE).content.decode()


def test_the_page_costs_the_same_however_much_is_written(cast: Cast, sign_in: SignIn) -> None:
    member, client = cast.person("member"), sign_in(cast.member)
    costs = []
    for number in (1, 3):
        for each in range(number):
            other = somebody(cast, f"Amal Yusuf{number}{each}")
            told = {"kind": "friend", "evidence": "Told us", "group": cast.cardiff, "by": cast.operator}
            record_relationship(person=member, other=other, **told)  # type: ignore[arg-type]
            tag_people(people=[member], name=f"Sings {number}{each}x", group=cast.cardiff, at=THEN, by=cast.operator)
            new = NewField("text", f"Speaks {number}{each}x", "content")
            own = make_own_field(new=new, at=THEN, by=cast.admin)
            fill_own_fields(person=member, values={own: "Welsh"}, at=THEN, by=cast.operator)
        costs.append(queries_of(client, PAGE))
    assert costs[0] == costs[1]
