"""The run of show: items in their order, a story by its card alone, and as long as its teller stands by it."""

from typing import Any

import pytest

from m4c.commitments.assembly.show import sheet_of, show_of
from m4c.commitments.models import ShowItem
from m4c.commitments.operations.assembly import AssemblyRefused, close_assembly
from m4c.commitments.operations.show_item import (
    NewItem,
    add_show_item,
    change_show_item,
    move_show_item,
    strike_show_item,
)
from m4c.listening.models import SpeakerCard
from m4c.listening.models.story import Level, Use
from m4c.listening.operations.story_card import NewCard, end_speaker_card, make_speaker_card
from m4c.people.models import Engagement
from m4c.people.operations.must_see import Unseen
from tests.cast import Cast
from tests.commitments.tabling import an_ask, an_assembly
from tests.factories import NOW, doers, seers
from tests.listening.stories import QUOTED, agreed, told

OWN = {"leader", "organiser", "national_organiser"}


def a_card(cast: Cast) -> SpeakerCard:
    story = agreed(cast, {Use.MEETING: Level.FIRST_NAME})
    return make_speaker_card(story=story, new=NewCard(Use.MEETING, QUOTED, "Amal"), at=NOW, by=cast.organiser)


def an_item(cast: Cast, assembly: Any, **more: Any) -> ShowItem:
    new = NewItem(**({"kind": "welcome", "title": "Welcome"} | more))
    return add_show_item(assembly=assembly, new=new, at=NOW, by=cast.organiser)


def test_who_may_and_who_sees(cast: Cast) -> None:
    assembly, new = an_assembly(cast), NewItem("welcome", "Welcome")
    assert doers(lambda by: add_show_item(assembly=assembly, new=new, at=NOW, by=by), cast) == OWN
    assert seers(cast, ShowItem.objects.latest("pk")) == OWN | {"editor", "data_protection"}


def test_start_times_follow_from_the_order(cast: Cast) -> None:
    assembly = an_assembly(cast)
    items = [
        an_item(cast, assembly, title=title, minutes=minutes) for title, minutes in (("A", 5), ("B", 10), ("C", 3))
    ]
    move_show_item(item=items[2], way="up", by=cast.leader)
    move_show_item(item=items[0], way="up", by=cast.leader)
    change_show_item(item=items[0], new=NewItem("welcome", "A", 7), at=NOW, by=cast.leader)
    shown = show_of(cast.leader, assembly)
    begun = assembly.event.starts_at
    minutes = [(one.item.title, int((one.starts_at - begun).total_seconds() // 60)) for one in shown]
    assert minutes == [("A", 0), ("C", 7), ("B", 10)]
    strike_show_item(item=items[2], by=cast.leader)
    assert [one.item.title for one in show_of(cast.leader, assembly)] == ["A", "B"]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"kind": "x"}, "no_kind"),
        ({"title": " "}, "no_title"),
        ({"minutes": 0}, "minutes"),
        ({"minutes": 300}, "minutes"),
    ],
)
def test_what_would_not_hold_is_refused(cast: Cast, said: dict[str, object], code: str) -> None:
    with pytest.raises(AssemblyRefused) as refused:
        an_item(cast, an_assembly(cast), **said)
    assert refused.value.code == code


def test_a_card_shows_as_long_as_its_teller_stands_by_it(cast: Cast) -> None:
    assembly, card = an_assembly(cast), a_card(cast)
    with pytest.raises(AssemblyRefused):
        an_item(cast, assembly, card=card)  # of a welcome
    item = an_item(cast, assembly, kind="story", title="A story", card=card)
    (shown,) = show_of(cast.organiser, assembly)
    assert (shown.card, card.name, shown.is_without_card) == (card, "Amal", False)
    end_speaker_card(card=card, at=NOW, by=cast.organiser)
    (shown,) = show_of(cast.organiser, assembly)
    assert (shown.card, shown.is_without_card) == (None, True)
    with pytest.raises(AssemblyRefused) as refused:
        an_item(cast, assembly, kind="story", title="Again", card=card)
    assert refused.value.code == "no_card"
    change_show_item(item=item, new=NewItem("story", "A story"), at=NOW, by=cast.leader)


def test_a_card_of_another_use_is_not_for_a_stage(cast: Cast) -> None:
    story = agreed(cast, {Use.PRINT: Level.FIRST_NAME}, story=told(cast))
    card = make_speaker_card(story=story, new=NewCard(Use.PRINT, QUOTED, "Amal"), at=NOW, by=cast.organiser)
    with pytest.raises(AssemblyRefused):
        an_item(cast, an_assembly(cast), kind="story", title="A story", card=card)


def test_each_role_reads_its_own_parts(cast: Cast) -> None:
    assembly = an_assembly(cast)
    ask = an_ask(cast, event=assembly.event)
    an_item(cast, assembly, script="Good evening")
    an_item(cast, assembly, kind="story", title="A story", interpreter="British Sign Language")
    asked = an_item(cast, assembly, kind="ask", title="First ask", ask=ask)
    assert asked.powerholder == ask.powerholder
    shown = show_of(cast.leader, assembly)
    told_of = {role: [one.item.title for one in sheet_of(role, shown)] for role in ("chair", "story-tellers", "asker")}
    assert told_of == {"chair": ["Welcome"], "story-tellers": ["A story"], "asker": ["First ask"]}
    assert [one.item.title for one in sheet_of("interpreter", shown)] == ["A story"]
    assert len(sheet_of("time", shown)) == len(sheet_of("whole", shown)) == 3


def test_an_ask_of_another_event_and_somebody_unseen(cast: Cast) -> None:
    assembly = an_assembly(cast)
    with pytest.raises(AssemblyRefused):
        an_item(cast, assembly, kind="ask", title="Ask", ask=an_ask(cast))
    new = NewItem("welcome", "Welcome", leader=cast.person("member"))
    with pytest.raises(Unseen):
        add_show_item(assembly=assembly, new=new, at=NOW, by=cast.leader)


def test_who_led_something_stands_in_the_ledger_once_it_was_held(cast: Cast) -> None:
    assembly, leader = an_assembly(cast), cast.person("leader")
    item = an_item(cast, assembly, leader=leader)
    led = Engagement.objects.filter(kind="led_at_assembly")
    assert not led.exists()
    close_assembly(assembly=assembly, at=NOW, by=cast.leader)
    assert led.get().person == leader
    strike_show_item(item=item, by=cast.leader)
    assert not led.exists()
