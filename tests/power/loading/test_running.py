"""A file of office-holders, foretold and written: what is new, what changed, who is out, and who never is."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest

from m4c.core.errors import NotAllowed
from m4c.core.permissions import Role
from m4c.people.models import Account
from m4c.power.loading.opening import open_table
from m4c.power.loading.running import load_file, looked_over
from m4c.power.models import Institution, Office, Powerholder, PowerLoad, Tenure
from m4c.power.operations.loading import begin_load, end_tenures, finish_load, write_holders
from tests.cast import Cast
from tests.factories import NOW, TODAY
from tests.power.loading.loading import (
    ALDERSHOT,
    BATH,
    CARDIFF_EAST,
    COUNCIL,
    OWN,
    councillor,
    counts,
    holding,
    loaded,
    mp,
    written,
)

TWO = OWN + mp("Ann Oak", ALDERSHOT, number="1") + mp("Bel Ash", BATH, number="2")


def test_a_dry_run_counts_and_writes_nothing(cast: Cast, tmp_path: Path) -> None:
    assert counts(loaded(written(tmp_path, TWO), apply=False)) == (2, 0, 0, 0)
    assert not any(model.objects.exists() for model in (Tenure, Powerholder, Office, PowerLoad))


def test_the_same_file_twice_changes_nothing(cast: Cast, tmp_path: Path) -> None:
    file = written(tmp_path, TWO)
    assert counts(loaded(file)) == (2, 0, 0, 0)
    assert counts(loaded(file)) == (0, 0, 0, 2)
    assert holding() == ["Ann Oak", "Bel Ash"]
    load = PowerLoad.objects.earliest("at", "pk")
    tenure = Tenure.objects.get(powerholder__name="Ann Oak")
    assert (load.counts["new"], load.source, tenure.office.name) == (2, "csv", "Member of Parliament")
    assert None not in (tenure.source_on, tenure.load, tenure.office.area_id)
    assert Institution.objects.get().kind == Institution.Kind.PARLIAMENT


def test_whoever_follows_in_a_seat_ends_the_one_before_who_is_kept(cast: Cast, tmp_path: Path) -> None:
    loaded(written(tmp_path, TWO))
    followed = OWN + mp("Cat Elm", ALDERSHOT, number="3", start="2026-05-07") + mp("Bel Ash", BATH, number="2")
    assert counts(loaded(written(tmp_path, followed), apply=False)) == (1, 0, 1, 1)
    assert counts(loaded(written(tmp_path, followed))) == (1, 0, 1, 1)
    assert counts(loaded(written(tmp_path, followed))) == (0, 0, 0, 2)
    gone = Tenure.objects.get(powerholder__name="Ann Oak")
    assert (str(gone.ended_on), bool(gone.end_reason)) == ("2026-05-07", True)
    assert (holding(), Powerholder.objects.count()) == (["Bel Ash", "Cat Elm"], 3)


@pytest.mark.parametrize("part", [OWN, OWN + mp("Ann Oak", ALDERSHOT, number="1")])
def test_a_part_of_a_file_or_an_empty_one_ends_nobody(cast: Cast, tmp_path: Path, part: str) -> None:
    loaded(written(tmp_path, TWO))
    assert loaded(written(tmp_path, part))["ended"] == 0
    assert holding() == ["Ann Oak", "Bel Ash"]


def test_a_part_that_is_said_to_be_whole_ends_whoever_it_lacks(cast: Cast, tmp_path: Path) -> None:
    loaded(written(tmp_path, TWO))
    part = written(tmp_path, OWN + mp("Ann Oak", ALDERSHOT, number="1"))
    by = Account.objects.of_system(Role.IMPORTER)
    for apply, still in ((False, ["Ann Oak", "Bel Ash"]), (True, ["Ann Oak"])):
        told = load_file(part, apply=apply, is_whole=True, by=by, at=NOW)
        assert (told.counted.ended, holding()) == (1, still)
    assert Tenure.objects.get(powerholder__name="Bel Ash").end_reason


def test_a_table_that_should_be_whole_and_looks_like_a_part_says_so(cast: Cast, tmp_path: Path) -> None:
    names = [f"Old{letter} Oak" for letter in "abcdefghij"]
    loaded(written(tmp_path, COUNCIL + "".join(councillor(name, "Splott") for name in names)))
    by = Account.objects.of_system(Role.IMPORTER)
    told = load_file(written(tmp_path, COUNCIL + councillor(names[0], "Splott")), apply=True, by=by, at=NOW)
    assert (told.counted.ended, len(holding())) == (0, 10)
    assert told.remarks == [
        "It names 1 where 10 are on record: that looks like a part, so nobody is ended for missing. "
        "If it is all of them, say so: --whole"
    ]


def test_a_known_number_finds_somebody_by_another_name_and_party(cast: Cast, tmp_path: Path) -> None:
    loaded(written(tmp_path, TWO))
    wed = OWN + mp("Ann Oakwood", ALDERSHOT, number="1", party="Green Party")
    assert counts(loaded(written(tmp_path, wed))) == (0, 1, 0, 0)
    assert Tenure.objects.get(powerholder__name="Ann Oakwood").party == "Green Party"


def test_titles_and_the_word_party_are_no_change(cast: Cast, tmp_path: Path) -> None:
    loaded(written(tmp_path, TWO))
    same = OWN + mp("Rt Hon Ann Oak MP", ALDERSHOT, party="Labour Party")
    assert counts(loaded(written(tmp_path, same))) == (0, 0, 0, 1)


def test_a_row_with_an_end_ends_its_own_tenure_once(cast: Cast, tmp_path: Path) -> None:
    loaded(written(tmp_path, TWO))
    over = OWN + mp("Ann Oak", ALDERSHOT, number="1", end="2026-08-01")
    assert counts(loaded(written(tmp_path, over))) == (0, 0, 1, 0)
    assert counts(loaded(written(tmp_path, over))) == (0, 0, 0, 1)
    assert holding() == ["Bel Ash"]


def test_terms_of_somebody_who_sits_still_end_nothing(cast: Cast, tmp_path: Path) -> None:
    loaded(written(tmp_path, OWN + mp("Ann Oak", ALDERSHOT, number="1", start="2015-05-07")))
    terms = mp("Ann Oak", ALDERSHOT, number="1", start="2015-05-07", end="2017-05-03")
    file = written(tmp_path, OWN + terms + mp("Ann Oak", ALDERSHOT, number="1", start="2024-07-04"))
    assert loaded(file)["ended"] == 0
    assert holding() == ["Ann Oak"]


def test_whoever_sits_elsewhere_left_the_seat_before(cast: Cast, tmp_path: Path) -> None:
    loaded(written(tmp_path, OWN + mp("Ann Oak", ALDERSHOT, number="1")))
    assert counts(loaded(written(tmp_path, OWN + mp("Ann Oak", BATH, number="1", start="2026-06-04")))) == (1, 0, 1, 0)
    assert Powerholder.objects.count() == 1


def test_codes_of_another_vintage_are_reported_and_their_holders_left_out(cast: Cast, tmp_path: Path) -> None:
    told = loaded(written(tmp_path, OWN + mp("Ann Oak", "E14000530") + mp("Bel Ash", CARDIFF_EAST)))
    assert (told["new"], told["unmatched_areas"]) == (1, ["E14000530"])


def test_a_kind_of_area_that_its_code_is_not_is_refused(cast: Cast, tmp_path: Path) -> None:
    wrong = "Ann Oak,Councillor,Cardiff Council,ward,E14001063,,Labour,,,\n"
    told = loaded(written(tmp_path, OWN + wrong + mp("", BATH) + mp("Bel Ash", BATH, start="32/13/2024")))
    assert [each["row"] for each in told["refused"]] == [2, 3, 4]
    assert told["refused"][0]["reason"] == (
        "The area is said to be a ward, and E14001063 is the code of another kind of area."
    )
    assert told["refused"][1]["reason"] == "There is no name in this row."
    assert told["new"] == 0


def test_wards_hold_several_and_a_full_ward_tells_who_left(cast: Cast, tmp_path: Path) -> None:
    first = COUNCIL + councillor("Ann Oak") + councillor("Bel Ash") + councillor("Cat Elm")
    assert counts(loaded(written(tmp_path, first))) == (3, 0, 0, 0)
    assert Office.objects.get().seats == 3
    assert counts(loaded(written(tmp_path, first))) == (0, 0, 0, 3)
    second = COUNCIL + councillor("Ann Oak") + councillor("Bel Ash") + councillor("Dee Fir")
    assert counts(loaded(written(tmp_path, second))) == (1, 0, 1, 2)
    assert holding() == ["Ann Oak", "Bel Ash", "Dee Fir"]
    third = COUNCIL + councillor("Ann Oak")
    assert loaded(written(tmp_path, third))["ended"] == 0


def test_a_file_of_one_council_ends_nobody_of_another(cast: Cast, tmp_path: Path) -> None:
    loaded(
        written(
            tmp_path, COUNCIL + councillor("Ann Oak") + councillor("Bel Ash", "Ecclesall", "Sheffield City Council")
        )
    )
    assert counts(loaded(written(tmp_path, COUNCIL + councillor("Cat Elm")))) == (1, 0, 1, 0)
    assert holding() == ["Bel Ash", "Cat Elm"]


def test_a_whole_council_in_new_wards_ends_the_old_ones(cast: Cast, tmp_path: Path) -> None:
    names = [f"Old{'abcdefghij'[n]} Oak" for n in range(10)]
    loaded(written(tmp_path, COUNCIL + "".join(councillor(name, "Splott") for name in names)))
    new = [f"New{'abcdefghij'[n]} Ash" for n in range(9)] + names[:1]
    told = loaded(written(tmp_path, COUNCIL + "".join(councillor(name, "Some New Ward") for name in new)))
    assert (told["new"], told["ended"], told["unmatched_areas"]) == (10, 10, ["Some New Ward"])
    assert (holding(), Powerholder.objects.count()) == (sorted(new), 19)


def test_contacts_of_the_elected_are_official_ones_and_unchecked(cast: Cast, tmp_path: Path) -> None:
    header = "name,role,organisation,ward,email,phone,address\n"
    rows = (
        "Ann Oak,Councillor,Cardiff Council,Splott,ann@example.org,07700 900123,1 Elm Road\n"
        "Bel Ash,Councillor,Cardiff Council,Cathays,bel.ash@cardiff.gov.uk,029 2018 0000,County Hall Cardiff\n"
    )
    loaded(written(tmp_path, header + rows))
    kept = Powerholder.objects.order_by("name").values_list("email", "phone", "address", "contact_checked_on")
    assert list(kept) == [
        ("", "", "", None),
        ("bel.ash@cardiff.gov.uk", "029 2018 0000", "County Hall Cardiff", None),
    ]


def test_only_who_may_load_does(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        load_file(written(tmp_path, TWO), apply=True, by=cast.organiser, at=NOW)
    with pytest.raises(NotAllowed):
        begin_load(source="csv", file_name="a", digest="b", as_it_stood=TODAY, at=NOW, by=cast.leader)
    plan = looked_over(open_table(written(tmp_path, TWO)), tmp_path, TODAY)[0]
    refused: list[Any] = [
        partial(write_holders, plan=plan, rows=[]),
        partial(end_tenures, endings={}),
        partial(finish_load, load=PowerLoad(), plan=plan),
    ]
    for attempt in refused:
        with pytest.raises(NotAllowed):
            attempt(by=cast.leader)
