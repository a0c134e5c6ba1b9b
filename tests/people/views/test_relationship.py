"""Whom somebody knows, on their page: told, read and ended; and the page costs the same however many they are."""

from django.urls import reverse

from m4c.people.models import Person, Relationship
from m4c.people.operations.relationship import record_relationship
from tests.cast import Cast
from tests.factories import queries_of, signed_in, somebody, words_of


def page_of(person: Person) -> str:
    return reverse("person", kwargs={"uid": person.uid})


def form_of(person: Person) -> str:
    return reverse("record-relationship", kwargs={"uid": person.uid})


def sent(other: Person, **more: str) -> dict[str, str]:
    facts = {"way": "neighbour", "other": other.name, "other-chosen": str(other.uid), "evidence": "They told me"}
    return facts | {"group": "cardiff"} | more


def tell(cast: Cast, person: Person, other: Person) -> Relationship:
    return record_relationship(
        group=cast.cardiff, person=person, other=other, kind="neighbour", evidence="They told me", by=cast.operator
    )


def test_it_is_told_on_the_page_and_read_from_both_sides(cast: Cast) -> None:
    amal, kofi, client = somebody(cast), cast.person("member"), signed_in(cast, "organiser")
    assert "Whom does Amal Yusuf know?" in words_of(client.get(form_of(amal)))
    answer = client.post(form_of(amal), sent(kofi, way="of:coaches"))
    assert (answer.status_code, answer["Location"]) == (302, page_of(amal))
    assert "Coached by Kofi Mensah" in words_of(client.get(page_of(amal)))
    theirs = words_of(client.get(page_of(kofi)))
    assert ("Coaches Amal Yusuf" in theirs, "They told me" in theirs, page_of(amal) in theirs) == (True, True, True)


def test_a_refused_form_keeps_its_words(cast: Cast) -> None:
    amal, client = somebody(cast), signed_in(cast, "organiser")
    text = words_of(client.post(form_of(amal), sent(amal, evidence="From the stall")), 422)
    assert ("From the stall" in text, "one and the same person" in text) == (True, True)
    assert Relationship.objects.count() == 0


def test_family_is_offered_on_ones_own_page_only(cast: Cast) -> None:
    client, own = signed_in(cast, "organiser"), cast.person("organiser")
    assert "Family of" not in words_of(client.get(form_of(somebody(cast))))
    assert "Family of" in words_of(client.get(form_of(own)))


def test_it_ends_on_a_day_and_stays(cast: Cast) -> None:
    amal, client = somebody(cast), signed_in(cast, "organiser")
    one = tell(cast, amal, cast.person("member"))
    end = reverse("end-relationship", kwargs={"uid": one.uid})
    assert "No longer: neighbour of Kofi Mensah" in words_of(client.get(end))
    client.post(end, {"on": "2026-10-01"})
    assert "until 1 October 2026" in words_of(client.get(page_of(amal)))


def test_one_unseen_is_not_there(cast: Cast) -> None:
    one = tell(cast, somebody(cast), cast.person("member"))
    end = reverse("end-relationship", kwargs={"uid": one.uid})
    assert signed_in(cast, "organiser_elsewhere").get(end).status_code == 404


def test_the_page_costs_the_same_for_one_and_for_many(cast: Cast) -> None:
    amal, client = somebody(cast), signed_in(cast, "organiser")
    tell(cast, amal, cast.person("member"))
    one = queries_of(client, page_of(amal))
    for number in range(25):
        tell(cast, amal, somebody(cast, f"Number {number}"))
    assert queries_of(client, page_of(amal)) == one
    assert "And more." in words_of(client.get(page_of(amal)))


def test_it_is_put_right_on_a_page_that_tells_what_stood_there(cast: Cast) -> None:
    amal, kofi, client = somebody(cast), cast.person("member"), signed_in(cast, "organiser")
    one = tell(cast, amal, kofi)
    page = reverse("correct-relationship", kwargs={"uid": one.uid})
    assert f'href="{page}"' in words_of(client.get(page_of(amal)))
    form = words_of(client.get(page))
    shown = ["What Amal Yusuf is to Kofi Mensah", ">Coached by Kofi Mensah<", ">Family of Kofi Mensah<"]
    assert [words in form for words in shown] == [True, True, False]
    assert client.post(page, {"way": "of:coaches", "evidence": "Both said so"})["Location"] == page_of(amal)
    one.refresh_from_db()
    assert (one.person, one.kind, one.evidence) == (kofi, "coaches", "Both said so")
    told = words_of(client.get(page))
    assert ("What was written before" in told, "Neighbour of Amal Yusuf" in told) == (True, True)
    words_of(client.post(page, {"way": "", "evidence": ""}), 422)
