"""The list of people: whom it shows, by which filters, and in how many queries."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from m4c.people.models import Person
from m4c.people.operations.person import NewPerson, add_people, record_move_away
from m4c.people.operations.tag import tag_people
from m4c.people.views import people_list as views
from tests.cast import Cast
from tests.factories import words_of

SignIn = Callable[..., Client]
LIST = reverse("people")


def names(response: object) -> list[str]:
    return [person.name for person in response.context["page"].rows]  # type: ignore[attr-defined]


def test_list_shows_the_people_one_may_see_by_name(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    response = sign_in(cast.leader).get(LIST)

    # The leader themself, whom they met, and the one whose contact they are.
    assert names(response) == ["Hana Čermáková", "Bethan Griffiths", "Amal Yusuf"]
    assert "<c-" not in response.content.decode()
    assert "07700 900101" in response.content.decode()


def test_list_takes_the_same_queries_for_one_and_three(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.organiser)
    counts = []
    for number in (1, 2):
        rows = [NewPerson(f"Person{number}{row}", emails=[f"p{number}{row}@example.org"]) for row in range(number)]
        add_people(group=cast.st_mellons, rows=rows, by=cast.operator)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            response = client.get(LIST, {"group": "st-mellons"})
        counts.append((len(names(response)), len(queries)))

    assert [rows for rows, _ in counts] == [1, 3]
    assert counts[0][1] == counts[1][1] <= 15


def test_list_goes_on_by_pages_both_ways(cast: Cast, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "PAGE", 2)
    rows = [NewPerson(name, "Bevan") for name in ("Ann", "Bet", "Cai", "Dai", "Eds")]
    add_people(group=cast.st_mellons, rows=rows, by=cast.operator)
    client = sign_in(cast.organiser)
    pages, url = [], "?group=st-mellons"
    while url:
        response = client.get(LIST + url)
        pages.append(names(response))
        url, back = response.context["page"].older, response.context["page"].newer
    before = client.get(LIST + back)

    assert pages == [["Ann Bevan", "Bet Bevan"], ["Cai Bevan", "Dai Bevan"], ["Eds Bevan"]]
    assert names(before) == pages[1]
    assert names(client.get(LIST + before.context["page"].newer)) == pages[0]
    assert client.get(LIST + before.context["page"].newer).context["page"].newer == ""


def test_last_page_takes_no_more_queries_than_one_for_its_place(
    cast: Cast, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "PAGE", 2)
    rows = [NewPerson(name, "Bevan") for name in ("Ann", "Bet", "Cai", "Dai", "Eds", "Fay")]
    add_people(group=cast.st_mellons, rows=rows, by=cast.operator)
    client, counts, url = sign_in(cast.organiser), [], "?group=st-mellons"
    while url:
        with CaptureQueriesContext(connection) as queries:
            url = client.get(LIST + url).context["page"].older
        assert not any("OFFSET" in query["sql"] for query in queries)
        counts.append(len(queries))

    assert counts == [counts[0], counts[0] + 1, counts[0] + 1]


def test_list_searches_and_filters_by_group(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    client = sign_in(cast.organiser)

    assert names(client.get(LIST, {"q": "yusuf"})) == ["Amal Yusuf"]
    assert names(client.get(LIST, {"q": "yusuf", "group": "st-mellons"})) == []
    assert "Nobody found" in client.get(LIST, {"q": "zzzz"}).content.decode()
    assert names(client.get(LIST, {"q": "usuf"})) == names(client.get(LIST, {"q": "yusfu"})) == ["Amal Yusuf"]


def test_list_shows_the_first_of_many_found(
    cast: Cast, add: Callable[..., Person], sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "FIRST", 1)
    add("Amal Yusuf", cast.cardiff)
    client = sign_in(cast.organiser)

    assert "These are the first." in client.get(LIST, {"q": "amal"}).content.decode()
    assert "These are the first." not in client.get(LIST, {"q": "zzzz"}).content.decode()


def test_list_filters_by_postcode_and_says_how_many(cast: Cast, add: Callable[..., Person], sign_in: SignIn) -> None:
    add("Amal Yusuf", cast.cardiff, postcode="CF3 0LN")
    add("Bet Yusuf", cast.cardiff, postcode="CF31 1AA")
    client = sign_in(cast.organiser)

    assert names(client.get(LIST, {"postcode": "cf3 0"})) == ["Amal Yusuf"]
    both = client.get(LIST, {"postcode": "cf3"})
    assert (names(both), both.context["number"]) == (["Amal Yusuf", "Bet Yusuf"], 2)
    assert names(client.get(LIST, {"q": "yusuf", "postcode": "cf31"})) == ["Bet Yusuf"]


@pytest.mark.parametrize("nonsense", [{"after": "x"}, {"before": "1"}])
def test_list_makes_nothing_of_nonsense(cast: Cast, sign_in: SignIn, nonsense: dict[str, str]) -> None:
    client = sign_in(cast.organiser)

    assert names(client.get(LIST, nonsense)) == names(client.get(LIST))


def test_list_answers_htmx_with_its_part(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    headers = {"HX-Request": "true", "HX-Target": "people-list"}
    body = sign_in(cast.organiser).get(LIST, {"q": "amal"}, headers=headers).content.decode()

    assert body.strip().startswith('<div id="people-list"')
    assert "<html" not in body


def test_list_shows_no_way_to_reach_somebody_who_moved_away(
    cast: Cast, amal: Person, sign_in: SignIn, now: datetime
) -> None:
    record_move_away(person=amal, on=now.date(), by=cast.organiser)
    body = sign_in(cast.organiser).get(LIST, {"q": "amal"}).content.decode()

    assert "Moved away" in body
    assert "07700 900101" not in body


FILTERS = {"role": "supporter", "came": "", "quiet": "30", "training": "none", "pledges": "none", "by": "phone"}


def test_filters_are_named_above_the_list_and_taken_away_one_by_one(
    cast: Cast, amal: Person, sign_in: SignIn, now: datetime
) -> None:
    tag_people(people=[amal], name="driver", group=cast.cardiff, at=now, by=cast.operator)
    client = sign_in(cast.organiser)
    response = client.get(LIST, {"group": "cardiff", **FILTERS, "tag": amal_tag(amal)})
    body = words_of(response)

    assert "1 person in Cardiff, as supporter, tagged “driver”, no contact for more than 30 days" in body
    chips = response.context["chips"]
    assert [chip.words for chip in chips][:2] == ["as supporter", "tagged “driver”"]
    without = client.get(chips[1].url)
    assert "tagged" not in without.context["form"].in_words
    assert without.context["form"].group_chosen == cast.cardiff
    assert len(without.context["chips"]) == len(chips) - 1


def amal_tag(amal: Person) -> str:
    from m4c.people.models import Tagging

    return str(Tagging.objects.get(person=amal).tag.uid)


def test_filtered_list_takes_the_same_queries_for_one_and_three(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.organiser)
    counts = []
    for number in (1, 2):
        rows = [NewPerson(f"Person{number}{row}", postcode="CF3 0LN") for row in range(number)]
        add_people(group=cast.st_mellons, rows=rows, by=cast.operator)
        address = {"group": "st-mellons", "council": "Cardiff", "near": "CF3 0EF", "contact": "nobody", **FILTERS}
        with CaptureQueriesContext(connection) as queries:
            response = client.get(LIST, {**address, "by": "", "quiet": ""})
        counts.append((len(names(response)), len(queries)))

    assert [rows for rows, _ in counts] == [1, 3]
    assert counts[0][1] == counts[1][1] <= 26


def test_pages_and_search_keep_the_filters(cast: Cast, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "PAGE", 1)
    rows = [NewPerson(name, "Bevan", postcode="CF3 0LN") for name in ("Ann", "Bet")]
    add_people(group=cast.st_mellons, rows=rows, by=cast.operator)
    response = sign_in(cast.organiser).get(LIST, {"council": "Cardiff"})

    assert "council=Cardiff" in response.context["page"].older
    assert '<input type="hidden" name="council" value="Cardiff">' in response.content.decode()


def test_what_cannot_be_read_is_told_and_nobody_is_listed(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    response = sign_in(cast.organiser).get(LIST, {"quiet": "soon", "colour": "red", "group": "manchester"})
    body = words_of(response)

    assert names(response) == []
    assert "Days without contact, more than: Enter a whole number." in body
    assert "“colour” is nothing that you can filter by." in body


def test_page_of_filters_offers_what_one_may_use(cast: Cast, sign_in: SignIn) -> None:
    offered = {}
    for persona in ("leader", "organiser"):
        body = words_of(sign_in(getattr(cast, persona)).get(reverse("people-filters"), {"council": "Cardiff"}))
        assert 'value="Cardiff"' in body
        offered[persona] = 'name="pledges"' in body
    assert offered == {"leader": False, "organiser": True}


def test_page_of_filters_shows_what_was_typed_wrongly(cast: Cast, sign_in: SignIn) -> None:
    body = words_of(sign_in(cast.organiser).get(reverse("people-filters"), {"council": "Atlantis"}))
    assert 'value="Atlantis"' in body
    assert "We know of none called “Atlantis”." in body


def test_what_people_are_called_is_written_and_never_markup(cast: Cast, sign_in: SignIn) -> None:
    new = NewPerson("<b>Ann</b>", "Evans", emails=["a'b@example.org"])
    add_people(group=cast.cardiff, rows=[new], by=cast.operator)

    text = sign_in(cast.organiser).get(LIST).content.decode()
    assert "<b>Ann" not in text
    assert text.count("&lt;b&gt;Ann&lt;/b&gt; Evans") == 2  # the chip, and the box beside it
    assert ">a&#x27;b@example.org<" in text
