"""Kinds of events by the names that people give them."""

import pytest

from m4c.events.models import Event
from m4c.events.turnout.kind_words import KindRefused, kind_of


@pytest.mark.parametrize("kind", Event.Kind)
def test_our_own_names_are_known(kind: Event.Kind):
    assert kind_of(kind.value) == kind_of(str(kind.label).upper()) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Public Meeting", "public_meeting"),
        ("public", "public_meeting"),
        ("open meeting", "public_meeting"),
        ("AGM", "annual"),
        ("committee", "committee"),
        ("planning meetings", "planning"),
        ("socials", "social"),
        ("Coffee morning", "social"),
        ("Accountability assembly", "assembly"),
        ("door-knocking", "door_round"),
        ("demo", "public_action"),
        ("house mtg", "house_meeting"),
        ("someone else's", "others"),
        ("cynulliad", "assembly"),
    ],
)
def test_what_people_call_it_is_known(text: str, kind: str):
    assert kind_of(text) == kind


def test_what_is_no_kind_is_refused_with_those_there_are():
    with pytest.raises(KindRefused, match=r"“bingo” is no kind of event that is known\. It may be: training, house"):
        kind_of("bingo")
