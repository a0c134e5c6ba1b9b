"""Pledges: one's own with what was held, one's leaders' by name, and giving, withdrawing and standing by a word."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from m4c.leaders.models import ConversationPledge
from m4c.leaders.operations.pledge import NewPledge, record_pledge
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.people.models import Group, Person
from tests.cast import Cast
from tests.factories import queries_of, signed_in, somebody, words_of

MINE, LEADERS, NEW = reverse("pledges"), reverse("leaders-pledges"), reverse("record-pledge")


def today(days: int = 0) -> date:
    return timezone.localdate() + timedelta(days=days)


def of(pledge: ConversationPledge, name: str) -> str:
    return reverse(name, kwargs={"uid": pledge.uid})


def pledged(
    cast: Cast, person: Person, number: int = 5, made: int = -10, due: int = 50, group: Group | None = None
) -> ConversationPledge:
    pledge = NewPledge(person, "one_to_one", number, today(due))
    return record_pledge(group=group or cast.cardiff, pledge=pledge, made_on=today(made), by=cast.operator)


def held(cast: Cast, asker: Person) -> None:
    new = NewOneToOne(asker=asker, other=somebody(cast), day=today(), held_on=today())
    record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)


def typed(**more: str) -> dict[str, str]:
    return {"kind": "one_to_one", "number": "5", "due_on": today(60).isoformat(), "group": "cardiff"} | more


# One's own


def test_ones_own_stand_with_what_was_held(cast: Cast) -> None:
    bethan = cast.person("leader")
    pledged(cast, bethan, 1)
    pledged(cast, bethan, 5, made=-9, due=-2)
    held(cast, bethan)
    held(cast, bethan)
    response = signed_in(cast, "leader").get(MINE)
    drawn = response.context
    assert [(one.pledge.number, one.held) for one in (*drawn["kept"], *drawn["open"])] == [(1, 1), (5, 1)]
    text = words_of(response)
    assert ("1 of 5" in text, "The day went by" in text, "Kept" in text) == (True, True, True)


def test_nobody_elses_stand_there(cast: Cast) -> None:
    pledged(cast, cast.person("leader"))
    assert "Five 1-2-1s" not in words_of(signed_in(cast, "organiser").get(MINE))


def test_a_member_sees_what_they_said_they_would_do(cast: Cast) -> None:
    pledged(cast, cast.person("member"))
    text = words_of(signed_in(cast, "member").get(MINE))
    assert ("Five 1-2-1s" in text, "Take it back" in text, "Give your word" in text) == (True, False, False)


def test_nothing_yet_teaches_the_first(cast: Cast) -> None:
    assert "Five in two months is a good start" in words_of(signed_in(cast, "leader").get(MINE))


def test_ones_own_take_the_same_queries_for_one_and_three(cast: Cast) -> None:
    bethan = cast.person("leader")
    pledged(cast, bethan, 1)
    client = signed_in(cast, "leader")
    one = queries_of(client, MINE)
    pledged(cast, bethan, 2)
    pledged(cast, bethan, 3)
    assert queries_of(client, MINE) == one <= 10


# One's leaders'


def test_leaders_stand_by_name_and_never_by_number(cast: Cast) -> None:
    for name, number in (("Cai Ash", 2), ("Ann Cedar", 9), ("Bob Beech", 1)):
        pledged(cast, somebody(cast, name), number)
    text = words_of(signed_in(cast, "organiser").get(LEADERS))
    places = [text.index(name) for name in ("Cai Ash", "Bob Beech", "Ann Cedar")]
    assert places == sorted(places)
    assert "%" not in text.split("<main", 1)[1].split("</main", 1)[0]


def test_an_organiser_sees_their_own_groups_leaders_only(cast: Cast) -> None:
    zadie = somebody(cast, "Zadie Newcomb", cast.manchester)
    pledged(cast, zadie, group=cast.manchester)
    pledged(cast, cast.person("protected_member"))
    pledged(cast, cast.person("leader"))
    text = words_of(signed_in(cast, "organiser").get(LEADERS))
    assert ("Bethan" in text, "Zadie" in text, "Čermáková" in text) == (True, False, False)
    assert "Bethan" not in words_of(signed_in(cast, "organiser").get(LEADERS, {"group": "st-mellons"}))


def test_what_a_leader_pledged_in_another_group_takes_its_share_and_is_not_shown(cast: Cast) -> None:
    bethan = cast.person("leader")
    pledged(cast, bethan, 1, made=-20, group=cast.swansea)
    pledged(cast, bethan, 5)
    held(cast, bethan)
    held(cast, bethan)
    rows = signed_in(cast, "organiser").get(LEADERS).context["leaders"]
    assert [(one.pledge.number, one.held) for _person, pledges in rows for one, _late in pledges] == [(5, 1)]


def test_a_day_gone_by_is_marked_for_a_while_and_not_for_ever(cast: Cast) -> None:
    (
        pledged(cast, somebody(cast, "Ann Ash"), made=-40, due=-3),
        pledged(cast, somebody(cast, "Bob Beech"), made=-900, due=-800),
    )
    rows = signed_in(cast, "organiser").get(LEADERS).context["leaders"]
    assert [(person.name, late) for person, pledges in rows for _one, late in pledges] == [
        ("Ann Ash", True),
        ("Bob Beech", False),
    ]


def test_leaders_take_the_same_queries_for_one_and_three(cast: Cast) -> None:
    pledged(cast, somebody(cast, "Ann Ash"))
    client = signed_in(cast, "organiser")
    one = queries_of(client, LEADERS)
    pledged(cast, somebody(cast, "Bob Beech"))
    pledged(cast, somebody(cast, "Cai Cedar"))
    assert queries_of(client, LEADERS) == one <= 12


# Giving, withdrawing, standing by


def test_a_word_is_given(cast: Cast) -> None:
    response = signed_in(cast, "leader").post(NEW, typed())
    pledge = ConversationPledge.objects.get()
    assert response["Location"] == MINE
    assert (pledge.person, pledge.number, pledge.made_on) == (cast.person("leader"), 5, today())


def test_two_months_are_offered(cast: Cast) -> None:
    assert signed_in(cast, "leader").get(NEW).context["form"]["due_on"].value() == today(60)


def test_a_refused_form_keeps_its_words(cast: Cast) -> None:
    text = words_of(signed_in(cast, "leader").post(NEW, typed(number="7", due_on=today(-1).isoformat())), 422)
    assert ("due after it is made" in text, 'value="7"' in text) == (True, True)


def test_only_an_organiser_takes_down_anothers_word(cast: Cast) -> None:
    assert "person" not in signed_in(cast, "leader").get(NEW).context["form"].fields
    bethan = cast.person("leader")
    anothers = typed(person=bethan.name, **{"person-chosen": str(bethan.uid)})
    response = signed_in(cast, "organiser").post(NEW, anothers)
    assert (response["Location"], ConversationPledge.objects.get().person) == (LEADERS, bethan)
    assert f'value="{bethan.uid}" checked' in words_of(signed_in(cast, "organiser").get(NEW, {"for": str(bethan.uid)}))


def test_a_word_is_taken_back_and_stood_by(cast: Cast) -> None:
    pledge, client = pledged(cast, cast.person("leader")), signed_in(cast, "leader")
    client.post(of(pledge, "withdraw-pledge"))
    assert "It counts after all" in words_of(client.get(MINE))
    client.post(of(pledge, "put-pledge-back"))
    assert "It counts after all" not in words_of(client.get(MINE))


@pytest.mark.parametrize("name", ["withdraw-pledge", "put-pledge-back"])
def test_nobody_else_takes_it_back(cast: Cast, name: str) -> None:
    pledge = pledged(cast, cast.person("leader"))
    for persona, status in (("leader_elsewhere", 404), ("organiser_elsewhere", 404), ("member", 403)):
        assert signed_in(cast, persona).post(of(pledge, name)).status_code == status
    assert signed_in(cast, "leader").get(of(pledge, name)).status_code == 405
