"""A list that comes again, as it was or as our own export: the same people are found, also by names alone."""

from io import BytesIO

from django.utils import timezone

from m4c.people.exports.fields import USUAL
from m4c.people.exports.files import write
from m4c.people.models import OutsideIdentity, Person
from m4c.people.operations.people_export import Wanted, request_export
from tests.cast import Cast
from tests.importing import data_folder
from tests.people.imports.lists import brought_list, figures

__all__ = ["data_folder"]

NAMES_ALONE = b"First name,Last name,Email\nZadok,Orme,\nYsella,Tonk,not an address\nZadok,Orme,\n"


def test_the_same_file_of_names_alone_makes_nobody_the_second_time(cast: Cast):
    assert figures(brought_list(cast, NAMES_ALONE)) == (3, 3, 0, 1, 0, "csv"), "the second of a name is asked about"
    people = set(Person.objects.values_list("pk", flat=True))
    assert figures(brought_list(cast, NAMES_ALONE)) == (3, 0, 3, 0, 0, "csv")
    assert set(Person.objects.values_list("pk", flat=True)) == people, "two of one name are still two"


def test_names_alone_in_another_file_are_asked_about(cast: Cast):
    brought_list(cast, NAMES_ALONE)
    other = brought_list(cast, b"First name,Last name,Email\nYsella,Tonk,\n")
    assert figures(other) == (1, 1, 0, 1, 0, "csv")


def test_our_own_export_finds_everybody_again_by_our_own_names_of_them(cast: Cast):
    brought_list(cast, NAMES_ALONE)
    people = set(Person.objects.values_list("pk", flat=True))
    export = request_export(
        groups=[cast.cardiff],
        wanted=Wanted(format="csv", purpose="To be mended", chosen=USUAL, asked_for="group=cardiff"),
        by=cast.organiser,
        at=timezone.now(),
        queued=False,
    )
    file = BytesIO()
    count = write(export, file)
    done = brought_list(cast, file.getvalue())
    assert figures(done) == (count, 0, count, 0, 0, "actionnetwork")
    assert set(Person.objects.values_list("pk", flat=True)) == people
    assert not OutsideIdentity.objects.exists()
