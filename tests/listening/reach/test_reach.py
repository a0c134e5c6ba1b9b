"""Reach against depth: who was met, met again, followed up, and took on a role since; for the group itself."""

from datetime import timedelta

from django.urls import reverse

from m4c.listening.operations.one_to_one import follow_up_one_to_one
from m4c.listening.reach.figures import Reached, reached
from m4c.listening.reach.telling import question_of, sentence_of
from m4c.people.models import Membership
from m4c.people.operations.membership import join
from tests.cast import Cast
from tests.factories import TODAY, queries_of, signed_in, talk, words_of
from tests.listening.coding import people

SINCE = TODAY - timedelta(days=90)
LATER = TODAY + timedelta(days=7)


def test_counts_of_a_group(cast: Cast) -> None:
    leader, organiser = cast.person("leader"), cast.person("organiser")
    amal, beth, cai = people(cast, 3)
    first = talk(cast, leader, amal)
    follow_up_one_to_one(one_to_one=first, on=LATER, by=cast.operator)
    talk(cast, organiser, amal, LATER)
    talk(cast, leader, beth)
    talk(cast, leader, cai, SINCE - timedelta(days=1))
    talk(cast, leader, cast.person("protected_member"), LATER)
    join(person=beth, group=cast.cardiff, role=Membership.Role.CHAIR, on=LATER, by=cast.operator)
    expected = {"people": 2, "held": 3, "followed_up": 1, "again": 1, "took_role": 1, "deeper": 2}
    assert reached(cast.wales, cast.organiser, SINCE) == [Reached(cast.cardiff, **expected)]


def test_one_who_had_a_role_before_took_none_since(cast: Cast) -> None:
    amal = people(cast, 1)[0]
    join(person=amal, group=cast.cardiff, role=Membership.Role.CHAIR, on=SINCE, by=cast.operator)
    talk(cast, cast.person("leader"), amal)
    assert [row.took_role for row in reached(cast.cardiff, cast.organiser, SINCE)] == [0]


def test_it_asks_and_never_judges(cast: Cast) -> None:
    wide, growing, deep = (Reached(cast.cardiff, people=8, held=9, deeper=deeper) for deeper in (1, 3, 4))
    asked = [question_of(row)[:20] for row in (wide, growing, deep, Reached(cast.cardiff, people=4, deeper=0))]
    assert asked == ["So far it is wide: m", "It is growing deeper", "It is deep. Whom hav", ""]
    assert sentence_of(wide).startswith("Cardiff met 8 people in 9 1-2-1s: 0 met again")


def test_its_page(cast: Cast) -> None:
    client, address = signed_in(cast, "leader"), reverse("reach-and-depth", kwargs={"slug": cast.cardiff.slug})
    assert "Nobody was met yet" in words_of(client.get(address))
    for person in people(cast, 5):
        talk(cast, cast.person("leader"), person, TODAY)
    text = words_of(client.get(address))
    assert "Cardiff met 5 people in 5 1-2-1s" in text
    assert "5 people met; with 0 it went on" in text


def test_the_cost_does_not_grow(cast: Cast) -> None:
    client, address = signed_in(cast, "organiser"), reverse("reach-and-depth", kwargs={"slug": cast.cardiff.slug})
    talk(cast, cast.person("leader"), people(cast, 1)[0])
    few = queries_of(client, address)
    for person in people(cast, 4, "Bronwen"):
        talk(cast, cast.person("leader"), person)
    assert queries_of(client, address) == few
