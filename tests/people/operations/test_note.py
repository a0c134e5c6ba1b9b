"""Notes: for their author or for one very group; they never rise, and nobody reads another's private ones."""

from collections.abc import Callable
from datetime import datetime

import pytest

from m4c.core.errors import NotAllowed
from m4c.core.models import AuditEntry
from m4c.people.models import Account, Note, Person
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.note import NoteRefused, edit_note, withdraw_note, write_note
from m4c.people.operations.protection import keep_safe
from tests.cast import PERSONAS, Cast

PRIVATE, TEAM, GROUP = Note.Tier
READERS: dict[str, set[str]] = {
    PRIVATE: {"organiser"},
    TEAM: {"organiser", "second_organiser"},
    GROUP: {"organiser", "second_organiser", "leader"},
}
Write = Callable[..., Note]


@pytest.fixture
def write(cast: Cast, amal: Person, now: datetime) -> Write:
    """Writes a note about Amal, whom the leader met."""

    def written(by: Account, tier: str = GROUP, person: Person = amal) -> Note:
        return write_note(
            person=person,
            group=cast.cardiff,
            tier=tier,
            at=now,
            by=by,
            about_them="Wants to speak up",
            about_others="Her sister is ill",
            reflection="Ask her to chair",
        )

    return written


@pytest.fixture
def second_organiser(cast: Cast) -> Account:
    """Another organiser of Cardiff."""
    from m4c.core.permissions import Role
    from tests.cast import make_account

    return make_account(cast, "Carys", "Tudor", cast.cardiff, Role.ORGANISER)


@pytest.mark.parametrize("tier", [PRIVATE, TEAM, GROUP])
def test_notes_do_not_rise(cast: Cast, write: Write, second_organiser: Account, tier: str) -> None:
    """An organiser's note, for each persona, the national organiser above and the one beside included."""
    note = write(cast.organiser, tier)
    accounts = {persona: getattr(cast, persona) for persona in PERSONAS} | {"second_organiser": second_organiser}
    readers = {name for name, account in accounts.items() if note in Note.objects.visible_to(account)}

    assert readers == READERS[tier]


@pytest.mark.parametrize("tier", [TEAM, GROUP])
def test_a_note_of_the_movement_does_not_sink(cast: Cast, amal: Person, now: datetime, tier: str) -> None:
    by = cast.national_organiser
    note = write_note(person=amal, group=cast.movement, tier=tier, at=now, by=by, about_them="Could speak")

    assert list(Note.objects.visible_to(by)) == [note]
    assert list(Note.objects.visible_to(cast.organiser)) == []


def test_a_leader_reads_only_about_people_they_know(cast: Cast, add: Callable[..., Person], write: Write) -> None:
    write(cast.organiser, GROUP, add("Yusuf Ali", cast.cardiff))

    assert Note.objects.visible_to(cast.leader).count() == 0


def test_nobody_reads_a_groups_notes_about_themself(cast: Cast, write: Write) -> None:
    write(cast.organiser, GROUP, cast.person("leader"))

    assert Note.objects.visible_to(cast.leader).count() == 0


def test_notes_about_somebody_kept_safe_are_her_contacts(cast: Cast, amal: Person, write: Write, now: datetime) -> None:
    for by in (cast.organiser, cast.leader):
        for tier in Note.Tier:
            write(by, tier)
    keep_safe(person=amal, by=cast.leader, at=now)
    numbers = {persona: Note.objects.visible_to(getattr(cast, persona)).count() for persona in PERSONAS}

    # The leader's own three, and the organiser's that is for the group.
    assert {persona: number for persona, number in numbers.items() if number} == {"leader": 4}


def test_write_note_refuses_a_person_unseen(cast: Cast, add: Callable[..., Person], write: Write) -> None:
    with pytest.raises(Unseen, match="whom you may see"):
        write(cast.leader, GROUP, add("Yusuf Ali", cast.cardiff))


def test_write_note_refuses_blank_words(cast: Cast, amal: Person, now: datetime) -> None:
    with pytest.raises(NoteRefused, match="Write something"):
        write_note(person=amal, group=cast.cardiff, tier=GROUP, at=now, by=cast.leader, about_them="  ")


@pytest.mark.parametrize("persona", ["member", "organiser_elsewhere", "coalition_organiser", "data_protection"])
def test_write_note_is_for_those_who_lead_here(cast: Cast, write: Write, persona: str) -> None:
    with pytest.raises(NotAllowed):
        write(getattr(cast, persona))


def test_edit_note_changes_words_and_tier(cast: Cast, write: Write) -> None:
    note = write(cast.leader, PRIVATE)
    edit_note(note=note, tier=GROUP, about_them="Wants to chair", by=cast.leader)
    note.refresh_from_db()

    assert (note.tier, note.about_them, note.about_others) == (GROUP, "Wants to chair", "")
    assert Note.objects.visible_to(cast.organiser).count() == 1


def test_the_audit_holds_no_words_of_a_note(cast: Cast, write: Write) -> None:
    note = write(cast.leader, PRIVATE)
    edit_note(note=note, tier=PRIVATE, about_them="Wants to chair", by=cast.leader)
    entry = AuditEntry.objects.first()

    assert entry is not None
    assert entry.changes == {"about_them": None, "about_others": None, "reflection": None}


@pytest.mark.parametrize("persona", ["organiser", "national_organiser"])
def test_only_the_author_changes_or_takes_back_a_note(cast: Cast, write: Write, now: datetime, persona: str) -> None:
    note = write(cast.leader, GROUP)
    with pytest.raises(NoteRefused, match="whoever wrote"):
        edit_note(note=note, tier=GROUP, about_them="Other words", by=getattr(cast, persona))
    with pytest.raises(NoteRefused, match="whoever wrote"):
        withdraw_note(note=note, at=now, by=getattr(cast, persona))


def test_a_withdrawn_note_is_read_by_nobody(cast: Cast, write: Write, now: datetime) -> None:
    note = write(cast.leader, GROUP)
    withdraw_note(note=note, at=now, by=cast.leader)

    assert [Note.objects.visible_to(account).count() for account in (cast.leader, cast.organiser)] == [0, 0]
    with pytest.raises(NoteRefused, match="whoever wrote"):
        edit_note(note=note, tier=GROUP, about_them="Again", by=cast.leader)
