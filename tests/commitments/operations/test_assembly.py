"""An assembly on its event: the roll by body, the next meeting fixed in the room, and who led something of it."""

import pytest

from m4c.commitments.models import Assembly, RollCall
from m4c.commitments.operations.assembly import (
    AssemblyRefused,
    NewAssembly,
    call_roll,
    close_assembly,
    fix_meeting_after,
    make_assembly,
    strike_roll_call,
    word_assembly,
)
from m4c.commitments.operations.negotiation import NegotiationRefused
from m4c.core.errors import Refused
from m4c.core.models.record import new_uid
from m4c.people.models import Account
from tests.cast import Cast
from tests.commitments.tabling import an_assembly, meeting
from tests.commitments.winning import a_campaign
from tests.factories import NOW, doers, gathering, seers

OWN = {"leader", "organiser", "national_organiser"}


def test_who_may_and_who_sees(cast: Cast) -> None:
    def make(by: object) -> None:
        new = NewAssembly(meeting("assembly"), "Showcase")
        make_assembly(group=cast.cardiff, new=new, at=NOW, by=by)  # type: ignore[arg-type]

    assert doers(make, cast) == OWN
    assert seers(cast, an_assembly(cast)) == OWN | {"editor", "data_protection"}


def test_it_is_named_anew_and_joined_to_a_campaign_that_one_sees(cast: Cast) -> None:
    assembly, campaign = an_assembly(cast), a_campaign(cast)

    def word(by: Account) -> None:
        word_assembly(assembly=assembly, name="Spring", campaign=campaign, at=NOW, by=by)

    assert doers(word, cast) == OWN
    assembly.refresh_from_db()
    assert (assembly.name, assembly.campaign) == ("Spring", campaign)
    with pytest.raises(AssemblyRefused):
        word_assembly(assembly=assembly, name=" ", campaign=campaign, at=NOW, by=cast.leader)
    theirs = a_campaign(cast, "Theirs", cast.manchester)
    with pytest.raises(Refused):
        word_assembly(assembly=assembly, name="Spring", campaign=theirs, at=NOW, by=cast.leader)


def test_one_on_an_event_and_once_by_its_uid(cast: Cast) -> None:
    event = gathering(cast, kind="assembly")
    new = NewAssembly(event, "Showcase", uid=new_uid())
    first = make_assembly(group=cast.cardiff, new=new, at=NOW, by=cast.leader)
    assert make_assembly(group=cast.cardiff, new=new, at=NOW, by=cast.leader) == first
    for wrong in (NewAssembly(event, "Again"), NewAssembly(event, " "), NewAssembly(event, "Other", uid=new.uid)):
        with pytest.raises(AssemblyRefused):
            make_assembly(group=cast.cardiff, new=wrong, at=NOW, by=cast.leader)
    with pytest.raises(NegotiationRefused):
        make_assembly(group=cast.cardiff, new=NewAssembly(gathering(cast), "A meeting"), at=NOW, by=cast.leader)


def test_a_body_answers_the_roll_once_and_is_put_right(cast: Cast) -> None:
    assembly = an_assembly(cast)
    call_roll(assembly=assembly, body=cast.cardiff, number=40, at=NOW, by=cast.leader)
    call_roll(assembly=assembly, body=cast.cardiff, number=43, says_who="Their secretary", at=NOW, by=cast.leader)
    row = call_roll(assembly=assembly, words="The mosque", number=12, at=NOW, by=cast.leader)
    assert set(RollCall.objects.values_list("body_words", "number")) == {(cast.cardiff.name, 43), ("The mosque", 12)}
    with pytest.raises(AssemblyRefused):
        call_roll(assembly=assembly, at=NOW, by=cast.leader)
    with pytest.raises(AssemblyRefused):
        call_roll(assembly=assembly, words="All", number=40_000, at=NOW, by=cast.leader)
    with pytest.raises(AssemblyRefused):
        strike_roll_call(assembly=an_assembly(cast, days=-1), row=row, by=cast.leader)
    strike_roll_call(assembly=assembly, row=row, by=cast.leader)
    assert RollCall.objects.count() == 1


def test_the_next_meeting_and_the_end(cast: Cast) -> None:
    assembly = an_assembly(cast)
    fix_meeting_after(assembly=assembly, new=meeting(days=30, title="At his office"), at=NOW, by=cast.leader)
    close_assembly(assembly=assembly, at=NOW, by=cast.leader)
    close_assembly(assembly=assembly, at=NOW, by=cast.leader)
    found = Assembly.objects.get()
    assert (found.follow_up.title, found.closed_at) == ("At his office", NOW)  # type: ignore[union-attr]
    with pytest.raises(AssemblyRefused):
        close_assembly(assembly=an_assembly(cast, days=3), at=NOW, by=cast.leader)
