"""Asking for a 1-2-1 on its pages: written down in a minute, answered or not, counted for an organiser."""

from datetime import timedelta
from typing import Any

from django.urls import reverse

from m4c.listening.models import OneToOne, OneToOneAsk
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.listening.operations.one_to_one_ask import NewAsking, answer_asking, ask_for_one_to_one
from tests.cast import Cast
from tests.factories import TODAY, queries_of, signed_in, somebody, words_of

LIST, LEADERS = reverse("one-to-ones"), reverse("leaders-one-to-ones")


def asked(cast: Cast, name: str = "Amal Yusuf", means: str = "") -> OneToOneAsk:
    """The leader asked somebody three days ago."""
    leader = cast.person("leader")
    new = NewAsking(leader, somebody(cast, name, met_by=leader), TODAY - timedelta(days=3), means)
    return ask_for_one_to_one(group=cast.cardiff, new=new, by=cast.operator)


def test_whom_one_asked_is_written_down_with_nothing_forced(cast: Cast) -> None:
    client, amal = signed_in(cast, "leader"), somebody(cast, met_by=cast.person("leader"))
    page = words_of(client.get(reverse("ask-for-one-to-one"), {"with": str(amal.uid)}))
    assert "How did you ask?" in page
    sent = {"other": "Amal Yusuf", "other-chosen": str(amal.uid), "asked_on": TODAY.isoformat(), "group": "cardiff"}
    client.post(reverse("ask-for-one-to-one"), sent)
    asking = OneToOneAsk.objects.get()
    assert (asking.other, asking.means, asking.answer) == (amal, "", "")
    assert "Asked, and no day yet" in words_of(client.get(LIST))


def test_a_yes_with_a_day_leads_to_the_1_2_1(cast: Cast) -> None:
    client, asking = signed_in(cast, "leader"), asked(cast, means="phone")
    page = words_of(client.get(reverse("one-to-one-ask", args=[asking.uid])))
    assert ("by telephone" in page, "What did they say?" in page) == (True, True)
    day = TODAY + timedelta(days=2)
    sent = {"answer": "yes", "on": TODAY.isoformat(), "day": day.isoformat()}
    response: Any = client.post(reverse("answer-one-to-one-ask", args=[asking.uid]), sent)
    one = OneToOne.objects.get()
    assert (response.url, one.day) == (reverse("one-to-one", args=[one.uid]), day)
    assert "Asked, and no day yet" not in words_of(client.get(LIST))


def test_a_refused_answer_keeps_its_words(cast: Cast) -> None:
    client, asking = signed_in(cast, "leader"), asked(cast)
    sent = {"answer": "no", "on": TODAY.isoformat(), "day": TODAY.isoformat()}
    assert "A day is for a yes." in words_of(
        client.post(reverse("answer-one-to-one-ask", args=[asking.uid]), sent), 422
    )


def test_a_mistake_is_taken_back_and_put_right_again(cast: Cast) -> None:
    client, asking = signed_in(cast, "leader"), asked(cast)
    client.post(reverse("take-back-one-to-one-ask", args=[asking.uid]))
    assert "Amal Yusuf" not in words_of(client.get(LIST))
    assert "They were asked after all" in words_of(client.get(reverse("one-to-one-ask", args=[asking.uid])))
    client.post(reverse("reopen-one-to-one-ask", args=[asking.uid]))
    assert "Amal Yusuf" in words_of(client.get(LIST))


def test_an_organiser_sees_how_many_were_asked_and_have_not_answered(cast: Cast) -> None:
    for name in ("Amal Yusuf", "Ben Ash"):
        asked(cast, name)
    answer_asking(asking=asked(cast, "Cai Elm"), answer="no", on=TODAY, by=cast.leader)
    client = signed_in(cast, "organiser")
    text = words_of(client.get(LEADERS))
    assert ("3 asked, 2 have not answered yet" in text, "0 arranged, 0 held" in text) == (True, True)
    new = NewOneToOne(cast.person("leader"), somebody(cast, "Dan Fir"), TODAY)
    record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)
    assert "1 arranged, 0 held" in words_of(client.get(LEADERS))


def test_the_list_takes_the_same_statements_for_one_and_three(cast: Cast) -> None:
    asked(cast)
    client = signed_in(cast, "leader")
    one = queries_of(client, LIST)
    asked(cast, "Ben Ash")
    asked(cast, "Cai Elm")
    assert queries_of(client, LIST) == one
