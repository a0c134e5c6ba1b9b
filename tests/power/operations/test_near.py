"""Presence, lines of influence, and who of our own people knows a powerholder."""

from datetime import timedelta
from typing import Any

import pytest

from m4c.people.groups.merging import GROUP_MERGE_STEPS, Joining
from m4c.people.operations.must_see import Unseen
from m4c.power.models import Acquaintance, Influence, Presence
from m4c.power.operations.near import (
    NewLine,
    NewPresence,
    draw_line,
    end_acquaintance,
    end_line,
    record_presence,
    say_acquaintance,
    take_presence_back,
)
from m4c.power.operations.powerholder import PowerRefused
from m4c.power.record.asking import ways_to
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering, seers, somebody
from tests.power.recording import council_of, councillor_of, known_by, line_of, owner_of, presence_of


def test_record_presence_keeps_what_they_held_that_day(cast: Cast) -> None:
    councillor = councillor_of(cast, party="Labour")

    row = presence_of(cast, councillor, camp="Backed the leader")

    assert (row.office_then, row.party, row.camp) == (
        "Cabinet member for planning, Cardiff Council",
        "Labour",
        "Backed the leader",
    )
    before = NewPresence(councillor, TODAY - timedelta(days=5_000), place="The old hall")
    assert record_presence(group=cast.cardiff, new=before, at=NOW, by=cast.leader).office_then == ""


def test_record_presence_needs_a_place_and_an_event_once_that_one_may_see(cast: Cast) -> None:
    owner, event = owner_of(cast), gathering(cast, visibility="invited")
    presence_of(cast, owner, event=event)

    for new, by, group, why in (
        (NewPresence(owner, TODAY), cast.organiser, cast.cardiff, "where"),
        (NewPresence(owner, TODAY, event), cast.organiser, cast.cardiff, "already"),
        (NewPresence(owner, TODAY, event), cast.organiser_elsewhere, cast.manchester, "no such event"),
    ):
        with pytest.raises(PowerRefused, match=why):
            record_presence(group=group, new=new, at=NOW, by=by)
    new = NewPresence(owner, TODAY, place="Hall", inviter=cast.person("member"))
    with pytest.raises(Unseen):
        record_presence(group=cast.manchester, new=new, at=NOW, by=cast.organiser_elsewhere)


def test_presence_is_seen_by_its_own_groups_and_may_be_taken_back(cast: Cast) -> None:
    row = presence_of(cast, owner_of(cast))

    assert seers(cast, row) == {"leader", "organiser", "national_organiser", "editor", "data_protection"}
    take_presence_back(presence=row, by=cast.leader)
    assert not Presence.objects.exists()


def test_draw_line_leads_from_one_to_another_by_a_source(cast: Cast) -> None:
    owner, council = owner_of(cast), council_of(cast)
    line = line_of(cast, council, owner)

    assert (line.from_institution, line.to_powerholder) == (council, owner)
    for more, why in (({"kind": "family"}, "what kind"), ({"source": ""}, "who says so")):
        with pytest.raises(PowerRefused, match=why):
            line_of(cast, council, owner, **more)
    with pytest.raises(PowerRefused, match="one to another"):
        line_of(cast, owner, owner)
    end_line(line=line, on=TODAY, by=cast.leader)
    assert Influence.objects.get().until == TODAY
    backwards = NewLine(owner, council, "advises", "Minutes", TODAY, since=TODAY, until=TODAY - timedelta(days=1))
    with pytest.raises(PowerRefused, match="ends after"):
        draw_line(new=backwards, at=NOW, by=cast.leader)


def test_say_acquaintance_said_again_is_one_and_ends(cast: Cast) -> None:
    owner, person = owner_of(cast), somebody(cast)
    known_by(cast, owner, person)
    row = known_by(cast, owner, person, how="Sings with him")

    assert (Acquaintance.objects.count(), row.how) == (1, "Sings with him")
    assert seers(cast, row) == {"organiser", "national_organiser", "data_protection"}
    with pytest.raises(PowerRefused, match="in words"):
        known_by(cast, owner, person, how=" ")
    given: dict[str, Any] = {
        "group": cast.manchester,
        "person": person,
        "powerholder": owner,
        "how": "Met once",
        "at": NOW,
    }
    with pytest.raises(Unseen):
        say_acquaintance(**given, by=cast.organiser_elsewhere)
    end_acquaintance(acquaintance=row, on=TODAY, by=cast.organiser)
    assert Acquaintance.objects.get().ended_on == TODAY


def test_nobody_is_told_whom_one_kept_safe_knows_but_herself(cast: Cast) -> None:
    person = cast.person("protected_member")
    row = Acquaintance.objects.create(
        person=person, powerholder=owner_of(cast), group=cast.cardiff, how="x", added_by=cast.leader, added_at=NOW
    )

    assert seers(cast, row) == {"leader", "protected_member"}


def test_two_groups_keep_words_of_their_own_and_one_group_after_a_merge_both(cast: Cast) -> None:
    owner, person = owner_of(cast), somebody(cast)
    known_by(cast, owner, person, how="Rents from him")
    given: dict[str, Any] = {"person": person, "powerholder": owner, "at": NOW, "by": cast.operator}
    say_acquaintance(group=cast.wales, how="Sat on a board with him", **given)
    assert [row.how for row in Acquaintance.objects.all()] == ["Rents from him", "Sat on a board with him"]

    (way,) = ways_to(cast.national_organiser, owner, TODAY).ways
    assert way.introduction.knows == "Rents from him; Sat on a board with him"
    (way,) = ways_to(cast.organiser, owner, TODAY).ways
    assert (way.introduction.knows, way.acquaintance) == ("Rents from him", Acquaintance.objects.first())

    joining = Joining(cast.wales, cast.cardiff, TODAY, NOW, cast.operator)
    GROUP_MERGE_STEPS.get("power.acquaintance.group").run(joining)  # type: ignore[misc, union-attr]
    assert Acquaintance.objects.get().how == "Rents from him / Sat on a board with him"
    say_acquaintance(group=cast.manchester, how="x" * 190, **given)
    GROUP_MERGE_STEPS.get("power.acquaintance.group").run(  # type: ignore[misc, union-attr]
        Joining(cast.manchester, cast.cardiff, TODAY, NOW, cast.operator)
    )
    assert [row.ended_on for row in Acquaintance.objects.filter(group=cast.cardiff)] == [None, TODAY]
