"""Loading a full postcode directory."""

from datetime import date

import pytest

from m4c.places import directory
from m4c.places.directory import load_postcode_directory
from m4c.places.directory_file import NotADirectory
from m4c.places.lookup import AnsweredBy
from m4c.places.models import Area, Kind, PostcodeDirectory, PostcodeUnit
from m4c.places.resolver import Note, resolve

HEADER = "pcds,doterm,lad26cd,wd26cd,ctry26cd,pcon24cd,pfa23cd,lat,long"
BRIXTON = "SW9 8AB,,E09000022,E05014098,E92000001,E14001205,E23000001,51.46,-0.11"
ENDED = "CF3 0AA,202309,W06000015,W05001296,W92000004,W07000089,W15000003,51.5,-3.1"
BELFAST = "BT1 5GS,,N09000003,N08000301,N92000002,N05000001,N99999999,54.59,-5.93"
JERSEY = "JE2 3AB,,L99999999,L99999999,L93000001,L99999999,L99999999,99.999999,0"


@pytest.fixture
def load(tmp_path, operator):
    """Load a directory of these rows; other arguments go to the loader."""

    def load_rows(*rows, name="directory.csv", by=operator, **options):
        path = tmp_path / name
        path.write_text("\n".join([HEADER, *rows, ""]))
        return load_postcode_directory(path=path, by=by, pause=0, **options)

    return load_rows


def codes(text):
    """The codes of what is found for a postcode, by kind."""
    return {kind: found.area.code for kind, found in resolve(text).findings.items()}


def test_a_full_postcode_is_answered_by_the_directory(load):
    loaded = load(BRIXTON, "nonsense,,,,,,,,")
    assert (loaded.postcodes, loaded.unreadable, loaded.northern_ireland_left_out) == (1, 1, 0)
    assert resolve("SW9 8AB").answered_by is AnsweredBy.DIRECTORY
    assert resolve("SW9 8AB").findings[Kind.CONSTITUENCY].certain is True
    assert codes("SW9 8AB") == {
        Kind.NATION: "E92000001",
        Kind.REGION: "E12000007",
        Kind.COMBINED: "E61000001",
        Kind.COUNCIL: "E09000022",
        Kind.WARD: "E05014098",
        Kind.CONSTITUENCY: "E14001205",
        Kind.POLICE: "E23000001",
    }


def test_the_same_file_again_changes_nothing(load):
    load(BRIXTON, ENDED)
    before = list(PostcodeUnit.objects.values()), list(PostcodeDirectory.objects.values()), Area.objects.count()
    assert load(BRIXTON, ENDED).postcodes == 0
    assert (
        list(PostcodeUnit.objects.values()),
        list(PostcodeDirectory.objects.values()),
        Area.objects.count(),
    ) == before


def test_a_newer_file_writes_over_the_older(load):
    load(BRIXTON, name="may.csv")
    load(BRIXTON.replace("E14001205", "E14001175"), name="august.csv")
    assert codes("SW9 8AB")[Kind.CONSTITUENCY] == "E14001175"
    assert [found.title for found in PostcodeDirectory.objects.order_by("pk")] == ["may.csv", "august.csv"]


def test_a_stopped_load_goes_on_where_it_was(load, monkeypatch):
    monkeypatch.setattr(directory, "ROWS_AT_A_TIME", 2)
    rows = [BRIXTON.replace("8AB", f"8A{letter}") for letter in "ABDEF"]

    def stop(rows_read):
        if rows_read == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(*rows, on_progress=stop)
    assert PostcodeDirectory.objects.get().rows_read == PostcodeUnit.objects.count() == 4
    seen: list[int] = []
    loaded = load(*rows, on_progress=seen.append)
    assert (loaded.postcodes, seen, PostcodeUnit.objects.count()) == (1, [5], 5)
    assert PostcodeDirectory.objects.get().finished_at is not None


def test_northern_ireland_is_loaded_only_when_asked_for(load):
    assert load(BELFAST).northern_ireland_left_out == 1
    assert resolve("BT1 5GS").note is Note.NORTHERN_IRELAND
    assert load(BELFAST, northern_ireland=True).postcodes == 1
    assert resolve("BT1 5GS").note is Note.NONE
    assert codes("BT1 5GS") == {
        Kind.NATION: "N92000002",
        Kind.COUNCIL: "N09000003",
        Kind.WARD: "N08000301",
        Kind.CONSTITUENCY: "N05000001",
        Kind.POLICE: "x-psni",
    }


def test_an_ended_postcode_says_so(load):
    load(ENDED)
    assert PostcodeUnit.objects.get().ended == date(2023, 9, 1)
    assert (resolve("CF3 0AA").note, codes("CF3 0AA")[Kind.WARD]) == (Note.ENDED, "W05001296")


def test_jersey_has_neither_areas_nor_a_point(load):
    load(JERSEY)
    resolution = resolve("JE2 3AB")
    assert (resolution.note, resolution.point, resolution.findings) == (Note.CROWN_DEPENDENCY, None, {})


def test_a_file_that_is_not_there_is_refused(tmp_path, operator):
    with pytest.raises(NotADirectory):
        load_postcode_directory(path=tmp_path / "nothing.csv", by=operator)
