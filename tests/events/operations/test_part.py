"""Parts of an event: asked for, given, taken up, handed back, struck off; never of somebody kept safe."""

from datetime import timedelta

import pytest

from m4c.core.errors import NotAllowed
from m4c.core.worker import run_waiting
from m4c.events.models import Event, EventRole
from m4c.events.operations.event import call_off_event, edit_event
from m4c.events.operations.part import (
    PartRefused,
    add_part,
    give_part,
    hand_part_back,
    strike_part,
    take_part,
    tell_parts,
)
from m4c.events.planning.tasks import tell_parts_held
from m4c.people.ledger import rebuild
from m4c.people.models import Engagement, Person
from m4c.people.operations.must_see import Unseen
from m4c.people.timeline import timeline
from tests.cast import Cast
from tests.factories import NOW, gathering, seers, somebody

NOTES = EventRole.Part.NOTES


def waiting(cast: Cast) -> EventRole:
    """A part that waits for somebody."""
    return add_part(event=gathering(cast), part=NOTES, by=cast.leader)


def test_a_part_waits_until_somebody_takes_it_up(cast: Cast) -> None:
    role = waiting(cast)
    assert role.person is None
    assert take_part(role=role, by=cast.member).person == cast.person("member")
    with pytest.raises(PartRefused, match="Somebody has taken this already"):
        take_part(role=role, by=cast.treasurer)


def test_a_part_is_given_and_passed_on(cast: Cast) -> None:
    role = give_part(role=waiting(cast), person=cast.person("leader"), by=cast.leader)
    assert give_part(role=role, person=cast.person("member"), by=cast.organiser).person == cast.person("member")


def test_ones_own_part_is_handed_back_and_nobody_elses(cast: Cast) -> None:
    role = take_part(role=waiting(cast), by=cast.member)
    with pytest.raises(PartRefused, match="not yours"):
        hand_part_back(role=role, by=cast.treasurer)
    assert hand_part_back(role=role, by=cast.member).person is None


def test_a_part_is_struck_off_by_who_plans(cast: Cast) -> None:
    role = waiting(cast)
    with pytest.raises(NotAllowed):
        strike_part(role=role, by=cast.member)
    strike_part(role=role, by=cast.leader)
    assert not EventRole.objects.exists()


def test_nobody_does_the_same_part_twice(cast: Cast) -> None:
    role, person = waiting(cast), cast.person("leader")
    add_part(event=role.event, part=NOTES, person=person, by=cast.leader)
    with pytest.raises(PartRefused, match="They do that already"):
        add_part(event=role.event, part=NOTES, person=person, by=cast.leader)
    with pytest.raises(PartRefused, match="They do that already"):
        give_part(role=role, person=person, by=cast.leader)


@pytest.mark.parametrize(("part", "field"), [("juggler", "part"), ("other", "words")])
def test_a_part_is_one_of_ours_or_in_words(cast: Cast, part: str, field: str) -> None:
    with pytest.raises(PartRefused) as refused:
        add_part(event=gathering(cast), part=part, by=cast.leader)
    assert refused.value.field == field


def test_nobody_has_a_part_in_what_was_called_off(cast: Cast) -> None:
    role = waiting(cast)
    call_off_event(event=role.event, at=NOW, by=cast.leader)
    role = EventRole.objects.get()
    with pytest.raises(PartRefused, match="called off"):
        take_part(role=role, by=cast.member)


def test_a_part_is_given_to_those_whom_one_may_see(cast: Cast) -> None:
    with pytest.raises(Unseen):
        give_part(role=waiting(cast), person=somebody(cast, group=cast.manchester), by=cast.leader)


def test_a_part_of_somebody_kept_safe_is_shown_to_her_own_contact_alone(cast: Cast) -> None:
    role = add_part(event=gathering(cast), part=NOTES, person=cast.person("protected_member"), by=cast.operator)
    assert seers(cast, role) == {"leader", "protected_member"}


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def told(person: Person) -> list[str]:
    """What the ledger tells of somebody's parts."""
    rows = Engagement.objects.filter(person=person, source_type="events.eventrole")
    return list(rows.order_by("pk").values_list("kind", flat=True))


@pytest.mark.usefixtures("now")
def test_a_part_of_an_event_that_was_is_told_in_the_ledger(cast: Cast) -> None:
    event, amal, bob = gathering(cast, days=-1), somebody(cast), somebody(cast, "Bob Hughes")
    role = add_part(event=event, part="speaker", person=amal, by=cast.organiser)
    add_part(event=event, part="chair", person=bob, by=cast.organiser)
    assert (told(amal), told(bob)) == (["spoke"], ["chaired"])
    assert set(rebuild().values()) == {0}
    give_part(role=role, person=bob, by=cast.organiser)
    assert (told(amal), told(bob)) == ([], ["chaired", "spoke"])
    strike_part(role=role, by=cast.leader)
    assert told(bob) == ["chaired"]
    call_off_event(event=event, at=NOW, by=cast.organiser)
    assert (told(bob), set(rebuild().values())) == ([], {0})


def test_a_part_is_told_once_its_event_has_begun(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    member = cast.person("member")
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    take_part(role=add_part(event=gathering(cast, days=1), part=NOTES, by=cast.leader), by=cast.member)
    tell_parts_held.enqueue()
    run_waiting()
    assert told(member) == []
    begun = NOW + timedelta(days=1, hours=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: begun)
    with pytest.raises(NotAllowed):
        tell_parts(since=NOW, at=begun, by=cast.member)
    tell_parts_held.enqueue()
    run_waiting()
    assert (told(member), set(rebuild().values())) == (["took_notes"], {0})
    edit_event(event=Event.objects.get(), values={"starts_at": NOW + timedelta(days=3)}, by=cast.organiser)
    assert told(member) == []


@pytest.mark.usefixtures("now")
def test_spoke_stands_on_the_timeline_and_leads_to_the_event(cast: Cast) -> None:
    event, amal = gathering(cast, days=-1), somebody(cast)
    add_part(event=event, part="speaker", person=amal, by=cast.organiser)
    entries = timeline(cast.organiser, amal)
    entry = next(entry for entry in entries if entry.sentence == "Spoke")
    assert entry.origin == ("Street lights", f"/organise/events/{event.uid}/")
