"""How somebody is reached, as a page draws it."""

from datetime import datetime

from m4c.people.models import Person, Protection
from m4c.people.models.contact_details import written
from m4c.people.operations.protection import keep_safe
from m4c.people.reach import reach_of
from tests.cast import Cast


def test_each_means_is_written_for_people_and_linked(cast: Cast, amal: Person, now: datetime) -> None:
    reach = reach_of(cast.organiser, amal, None, now)

    assert [means.known for means in reach.means] == [
        [("07700 900101", "tel:+447700900101")],
        [("amal.yusuf@example.org", "mailto:amal.yusuf@example.org")],
        [],
    ]
    assert [[way.channel.value for way in means.ways] for means in reach.means] == [
        ["phone", "text"],
        ["email"],
        ["post", "door"],
    ]
    assert (reach.is_kept_safe, reach.safe_note, reach.do_not_knock) == (False, "", False)


def test_the_safe_note_is_for_her_contact_and_not_for_her_own_screen(cast: Cast, now: datetime) -> None:
    hana = cast.person("protected_member")
    kept = Protection.objects.active().get(person=hana)

    assert reach_of(cast.leader, hana, kept, now).safe_note == "Ring on Tuesdays before noon; never write."
    assert reach_of(cast.safeguarding, hana, kept, now).is_kept_safe
    own = reach_of(cast.protected_member, hana, kept, now)
    assert (own.is_kept_safe, own.safe_note) == (False, "")


def test_whoever_pressed_on_themself_reads_nothing_of_it(cast: Cast, now: datetime) -> None:
    """One's own screen says nothing, though one placed the protection."""
    person = cast.person("leader")
    kept = keep_safe(person=person, by=cast.leader, at=now, safe_contact_note="Text only")

    assert reach_of(cast.leader, person, kept, now).safe_note == ""


def test_numbers_are_written_as_people_write_them() -> None:
    numbers = ["+447700900101", "+442920900102", "+353876543210", "nonsense"]

    assert [written(number) for number in numbers] == [
        "07700 900101",
        "029 2090 0102",
        "+353 87 654 3210",
        "nonsense",
    ]
