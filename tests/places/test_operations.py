"""What loading a postcode directory writes, and what it refuses."""

from datetime import UTC, datetime

import pytest

from m4c.core.errors import NotAllowed
from m4c.core.models import AuditEntry
from m4c.core.permissions import Role
from m4c.people.models import Account
from m4c.places.directory_file import UnitRow
from m4c.places.models import Area, Kind, PostcodeDirectory, PostcodeUnit
from m4c.places.operations import AnotherSet, add_postcodes, begin_directory, finish_directory
from m4c.places.resolver import resolve

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
AREAS = {
    Kind.COUNCIL: ("E06000047", "2026"),
    Kind.WARD: ("E05099001", "2026"),
    Kind.CONSTITUENCY: ("E14001173", "2024"),
}


def unit(postcode="DH1 1AA", latitude=54.77, areas=AREAS):
    """One row of a directory."""
    return UnitRow(postcode, latitude, -1.57, areas, None)


@pytest.fixture
def begun(operator):
    return begin_directory(title="may.csv", fingerprint="f" * 64, northern_ireland=False, at=NOON, by=operator)


def test_a_directory_begun_twice_is_one(begun, operator):
    again = begin_directory(title="copy.csv", fingerprint="f" * 64, northern_ireland=False, at=NOON, by=operator)
    assert (again.pk, again.title) == (begun.pk, "may.csv")
    other = begin_directory(title="may.csv", fingerprint="f" * 64, northern_ireland=True, at=NOON, by=operator)
    assert other.pk != begun.pk


def test_rows_and_how_far_the_file_was_read_are_written_together(begun, operator):
    add_postcodes(directory=begun, rows=[unit()], rows_read=7, by=operator)
    assert list(PostcodeUnit.objects.values_list("postcode", "council__code")) == [("DH1 1AA", "E06000047")]
    assert PostcodeDirectory.objects.get().rows_read == 7
    assert AuditEntry.objects.filter(operation="places.add_postcodes", by=operator).count() == 1


def test_the_same_postcode_twice_is_one_and_the_later_counts(begun, operator):
    add_postcodes(directory=begun, rows=[unit(), unit(latitude=54.78)], rows_read=2, by=operator)
    assert PostcodeUnit.objects.get().latitude == 54.78


def test_a_ward_new_to_us_is_made_once_and_called_by_its_code(begun, operator):
    add_postcodes(directory=begun, rows=[unit(), unit("DH1 1AB")], rows_read=2, by=operator)
    add_postcodes(directory=begun, rows=[unit("DH1 1AD")], rows_read=3, by=operator)
    ward = Area.objects.get(kind=Kind.WARD, code="E05099001")
    assert (ward.vintage, ward.source) == ("2026", "postcode-directory")
    found = resolve("DH1 1AB").findings
    assert (found[Kind.WARD].area.name, found[Kind.WARD].certain) == ("E05099001", True)
    assert found[Kind.COUNCIL].area.name == "County Durham"


def test_an_area_of_another_kind_that_is_new_to_us_is_left_out(begun, operator):
    add_postcodes(directory=begun, rows=[unit(areas={Kind.POLICE: ("E23000099", "2023")})], rows_read=1, by=operator)
    assert PostcodeUnit.objects.get().police is None
    assert Area.objects.filter(code="E23000099").exists() is False


def test_constituencies_of_another_set_are_refused_whole(begun, operator):
    before = Area.objects.count()
    old = AREAS | {Kind.CONSTITUENCY: ("E14000673", "2020")}
    with pytest.raises(AnotherSet) as refusal:
        add_postcodes(directory=begun, rows=[unit(), unit("DH1 1AB", areas=old)], rows_read=2, by=operator)
    assert (refusal.value.code, "E14000673" in str(refusal.value)) == ("another_set", True)
    assert (PostcodeUnit.objects.count(), Area.objects.count()) == (0, before)
    assert PostcodeDirectory.objects.get().rows_read == 0


def test_a_directory_is_finished_at_a_time(begun, operator):
    finish_directory(directory=begun, at=NOON, by=operator)
    assert PostcodeDirectory.objects.get().finished_at == NOON


def test_only_the_machine_may_load(begun):
    website = Account.objects.of_system(Role.WEBSITE)
    with pytest.raises(NotAllowed):
        add_postcodes(directory=begun, rows=[unit()], rows_read=1, by=website)
    assert PostcodeUnit.objects.count() == 0
