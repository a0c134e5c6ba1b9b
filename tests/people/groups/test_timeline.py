"""A group's timeline: who did the same on one day stands together; seen by whoever may see each row."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.event import call_off_event
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.people.groups import timeline as module
from m4c.people.groups.timeline import group_timeline
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering, queries_of, signed_in, somebody, words_of

CARDIFF = reverse("group", args=["cardiff"])


def came(cast: Cast, *names: str, at: datetime = NOW) -> None:
    event = gathering(cast, starts_at=at)
    for name in names:
        record_attendance(event=event, person=somebody(cast, name), by=cast.operator)


def shown(cast: Cast, persona: str, mark: str = "") -> list[tuple[str, int]]:
    doings = group_timeline(cast.fresh(persona), cast.cardiff, mark).doings
    return [(doing.names, doing.more) for doing in doings if doing.sentence == "Came"]


def test_who_came_to_one_event_stands_together(cast: Cast) -> None:
    came(cast, "Ann Ash", "Bob Beech", "Cai Cedar", "Dee Deal", "Eve Elm")
    came(cast, "Flo Fir", at=NOW - timedelta(days=1))
    assert shown(cast, "organiser") == [("Eve Elm, Dee Deal, Cai Cedar", 2), ("Flo Fir", 0)]
    text = words_of(signed_in(cast, "organiser").get(CARDIFF))
    assert ("and 2 more" in text, "Street lights" in text) == (True, True)


def test_others_see_nothing_of_it(cast: Cast) -> None:
    came(cast, "Ann Ash")
    for persona in ("leader", "member", "organiser_elsewhere", "editor", "coalition_organiser"):
        assert shown(cast, persona) == []
        assert "Ann Ash" not in words_of(signed_in(cast, persona).get(CARDIFF))


def test_somebody_kept_safe_is_not_in_it_nor_counted(cast: Cast) -> None:
    came(cast, "Ann Ash", "Bob Beech")
    event = gathering(cast)
    hidden = somebody(cast, "Hid Den")
    record_attendance(event=event, person=hidden, by=cast.operator)
    keep_safe(person=hidden, at=NOW, by=cast.organiser)
    assert shown(cast, "national_organiser") == [("Bob Beech, Ann Ash", 0)]


def test_what_is_withdrawn_leaves_it(cast: Cast) -> None:
    event = gathering(cast)
    record_attendance(event=event, person=somebody(cast, "Ann Ash"), by=cast.operator)
    call_off_event(event=event, at=NOW, by=cast.organiser)
    assert shown(cast, "organiser") == []


def test_older_ones_follow_without_loss_or_doubling(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ROWS", 2)
    came(cast, *[f"Ann {letter}" for letter in "ABCDE"])
    names, mark = [], ""
    for _page in range(9):
        page = group_timeline(cast.organiser, cast.cardiff, mark, size=2)
        names += [name for doing in page.doings if doing.sentence == "Came" for name in doing.people]
        mark = page.older
        if not mark:
            break
    assert names == ["Ann E", "Ann D", "Ann C", "Ann B", "Ann A"]


def test_it_takes_the_same_queries_for_one_and_three(cast: Cast) -> None:
    client = signed_in(cast, "organiser")
    came(cast, "Ann Ash")
    one = queries_of(client, CARDIFF)
    came(cast, "Bob Beech", "Cai Cedar", at=NOW - timedelta(days=2))
    assert queries_of(client, CARDIFF) == one <= 22


def test_a_conversation_stands_there_once(cast: Cast) -> None:
    facts = {"asker": cast.person("leader"), "other": somebody(cast, "Ann Ash"), "day": TODAY, "held_on": TODAY}
    record_one_to_one(group=cast.cardiff, new=NewOneToOne(**facts), by=cast.operator)  # type: ignore[arg-type]
    doings = group_timeline(cast.organiser, cast.cardiff).doings
    told = [(doing.sentence, doing.names) for doing in doings if "1-2-1" in doing.sentence]
    assert told == [("Held a 1-2-1", "Bethan Griffiths")]
