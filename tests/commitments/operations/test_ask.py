"""An ask is an exact question to a named person in the office then held; once put, its words stay."""

from datetime import timedelta
from typing import Any

import pytest

from m4c.campaigns.operations.demand import state_demand
from m4c.commitments.models import Ask
from m4c.commitments.operations.ask import AskRefused, NewAsk, move_ask, put_ask, strike_ask, word_ask, write_ask
from m4c.core.models.record import new_uid
from m4c.people.models import Engagement
from m4c.people.operations.must_see import Unseen
from m4c.power.models import Tenure
from tests.cast import Cast
from tests.commitments.tabling import ASKED, a_councillor, a_table, an_ask
from tests.commitments.winning import a_campaign
from tests.factories import NOW, TODAY, doers, gathering, seers

OWN = {"leader", "organiser", "national_organiser"}


def test_who_may_and_who_sees(cast: Cast) -> None:
    new = NewAsk(ASKED, a_councillor(cast))
    assert doers(lambda by: write_ask(group=cast.cardiff, new=new, at=NOW, by=by), cast) == OWN
    assert seers(cast, Ask.objects.latest("pk")) == OWN | {"editor", "data_protection"}


def test_it_keeps_the_office_that_was_held_then(cast: Cast) -> None:
    councillor = a_councillor(cast)
    before = an_ask(cast, asked_on=TODAY)
    Tenure.objects.filter(powerholder=councillor).update(ended_on=TODAY + timedelta(days=1))
    assert before.office_words.startswith("Member, Councillor for Trowbridge")
    table = a_table(cast, days=5)
    assert an_ask(cast, table).office is None


def test_asks_stand_in_their_order(cast: Cast) -> None:
    table = a_table(cast)
    one, two, three = (an_ask(cast, table, words=words) for words in ("One?", "Two?", "Three?"))
    move_ask(ask=three, way="up", by=cast.leader)
    move_ask(ask=one, way="up", by=cast.leader)
    assert list(Ask.objects.filter(negotiation=table)) == [one, three, two]


@pytest.mark.parametrize(
    ("said", "code"),
    [({"words": " "}, "empty"), ({"pin": "soft?"}, "no_pin"), ({"asked_on": TODAY + timedelta(days=1)}, "ahead")],
)
def test_what_would_not_hold_is_refused(cast: Cast, said: dict[str, Any], code: str) -> None:
    with pytest.raises(AskRefused) as refused:
        an_ask(cast, **said)
    assert refused.value.code == code


def test_once_put_its_words_stay(cast: Cast) -> None:
    ask, leader = an_ask(cast), cast.person("leader")
    word_ask(ask=ask, words="Will you meet us?", pin="hard", asked_by=None, at=NOW, by=cast.leader)
    put_ask(ask=ask, on=TODAY, asked_by=leader, at=NOW, by=cast.leader)
    with pytest.raises(AskRefused) as refused:
        word_ask(ask=ask, words="Other", pin="hard", asked_by=None, at=NOW, by=cast.leader)
    assert refused.value.code == "put"
    assert Engagement.objects.get(kind="put_ask").person == leader
    with pytest.raises(AskRefused):
        put_ask(ask=ask, on=TODAY + timedelta(days=1), at=NOW, by=cast.leader)
    with pytest.raises(Unseen):
        put_ask(ask=ask, on=TODAY, asked_by=cast.person("member"), at=NOW, by=cast.leader)
    strike_ask(ask=ask, at=NOW, by=cast.leader)
    assert not Engagement.objects.filter(kind="put_ask").exists()
    with pytest.raises(AskRefused):
        put_ask(ask=ask, on=TODAY, at=NOW, by=cast.leader)


def test_the_same_uid_twice_is_one(cast: Cast) -> None:
    uid = new_uid()
    assert an_ask(cast, uid=uid) == an_ask(cast, uid=uid)
    with pytest.raises(AskRefused):
        an_ask(cast, uid=uid, words="Another?")


def test_an_ask_at_another_groups_table_or_event_is_refused(cast: Cast) -> None:
    with pytest.raises(AskRefused):
        an_ask(cast, a_table(cast, cast.manchester))
    with pytest.raises(AskRefused):
        an_ask(cast, event=gathering(cast, cast.manchester))


def test_a_demand_that_one_does_not_see_is_not_named(cast: Cast) -> None:
    theirs = a_campaign(cast, "Theirs", cast.manchester)
    demand = state_demand(campaign=theirs, words="Lamps", on=TODAY, at=NOW, by=cast.operator)
    new = NewAsk(ASKED, a_councillor(cast), demand=demand)
    with pytest.raises(AskRefused) as refused:
        write_ask(group=cast.cardiff, new=new, at=NOW, by=cast.leader)
    assert refused.value.code == "unseen"
