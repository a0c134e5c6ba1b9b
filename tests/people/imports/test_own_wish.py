"""A list brings nobody back who left on their own wish, says so beforehand, and welcomes only where that is asked."""

from datetime import timedelta

import pytest
from django.utils import timezone

from m4c.people.imports import run
from m4c.people.imports.files import page_limits
from m4c.people.models import ImportRow, Leaving, Membership, Person, SheetImport, Welcome
from m4c.people.models.account import website
from m4c.people.operations.leaving import leave_by_link, leaving_letter, record_leaving
from tests.cast import Cast
from tests.factories import somebody
from tests.importing import data_folder
from tests.people.imports.lists import brought_list, given_list

__all__ = ["data_folder"]

LIST = b"First name,Last name,Email\nAmal,Yusuf,amal.yusuf@example.org\nEbo,Iwu,ebo.iwu@example.org\n"
TOLD = "Left Cardiff on their own wish: they stay out until they say otherwise themselves."


@pytest.fixture
def amal(cast: Cast) -> Person:
    """Somebody of Cardiff who left by the link in a letter."""
    person = somebody(cast, "Amal Yusuf", emails=["amal.yusuf@example.org"])
    now = timezone.now()
    letter = leaving_letter(email=person.emails.get(), at=now, by=cast.operator)
    leave_by_link(token=letter.links[0][1].rstrip("/").rpartition("/")[2], at=now, by=website())
    return person


def remarks(done: SheetImport) -> list[str]:
    """What is told of each row."""
    return list(ImportRow.objects.filter(sheet_import=done).order_by("number").values_list("remark", flat=True))


def test_whoever_left_stays_out_and_the_list_says_so(cast: Cast, amal: Person) -> None:
    done = brought_list(cast, LIST)

    assert remarks(done) == [TOLD, ""]
    assert not Membership.objects.open().filter(person=amal).exists()
    assert Leaving.objects.standing().filter(person=amal).exists()
    assert Membership.objects.open().filter(person__given_name="Ebo", group=cast.cardiff).exists()


def test_it_is_foretold(cast: Cast, amal: Person) -> None:
    taken = given_list(cast, LIST)
    run.look_through(taken, by=cast.organiser, limits=page_limits())

    assert remarks(taken) == [TOLD, ""]
    assert not Membership.objects.open().filter(person=amal).exists()


def test_whoever_came_back_by_their_own_word_is_told_of_no_more(cast: Cast, amal: Person) -> None:
    Leaving.objects.update(back_at=timezone.now(), back_by=cast.operator)

    assert remarks(brought_list(cast, LIST)) == ["", ""]
    assert Membership.objects.open().filter(person=amal, group=cast.cardiff).exists()


def test_who_left_another_line_of_the_tree_comes_in(cast: Cast) -> None:
    elsewhere = somebody(cast, "Amal Yusuf", cast.manchester, emails=["amal.yusuf@example.org"])
    today = timezone.localdate()
    membership = Membership.objects.get(person=elsewhere)
    record_leaving(membership=membership, on=today, at=timezone.now(), by=cast.operator)

    assert remarks(brought_list(cast, LIST)) == ["", ""]
    assert Membership.objects.open().filter(person=elsewhere, group=cast.cardiff).exists()


def test_nobody_is_welcomed_unless_it_is_asked(cast: Cast) -> None:
    brought_list(cast, LIST)

    assert Welcome.objects.count() == 0


def test_where_it_is_asked_each_who_is_new_has_somebody(cast: Cast) -> None:
    somebody(cast, "Amal Yusuf", emails=["amal.yusuf@example.org"])
    done = brought_list(cast, LIST, welcome="yes")
    welcome = Welcome.objects.get()

    assert (welcome.person.name, welcome.group, welcome.welcomer is not None) == ("Ebo Iwu", cast.cardiff, True)
    assert welcome.due_on - timezone.localdate(done.made_at) == timedelta(days=7)
    trace = ["people.welcome", welcome.pk]
    assert trace in ImportRow.objects.get(sheet_import=done, person=welcome.person).written
