"""The five sorts of file, each recognised by its content and read to the same rows; and what is none of them."""

import json
from pathlib import Path
from typing import Any

import pytest

from m4c.core.errors import Refused
from m4c.power.loading.opening import day_in_name, open_table
from m4c.power.models import Office, Powerholder, PowerholderId, Tenure
from tests.cast import Cast
from tests.power.loading.loading import (
    ALDERSHOT,
    BATH,
    COUNCIL,
    OWN,
    councillor,
    counts,
    holding,
    loaded,
    mp,
    written,
)

ELECTED = (
    "person_id,person_name,election_id,ballot_paper_id,election_date,party_name,gss,post_label,organisation_name,"
    "elected,mnis_id\n"
)


def elected(number: int, name: str, ballot: str, elected: str = "t", ward: str = "Ecclesall", gss: str = "") -> str:
    """A row of Democracy Club about somebody who stood in Sheffield."""
    day = ballot[-10:]
    return (
        f"{number},{name},local.sheffield.{day},{ballot},{day},Green,{gss},{ward},Sheffield City Council,{elected},\n"
    )


def member(number: int, name: str, seat: str, end: str | None = None) -> dict[str, Any]:
    """A member as the Members API has one."""
    membership = {"membershipFrom": seat, "house": 1, "membershipStartDate": "2024-07-04T00:00:00"}
    value = {"id": number, "nameDisplayAs": name, "latestParty": {"name": "Labour"}}
    return {"value": value | {"latestHouseMembership": membership | {"membershipEndDate": end}}, "links": []}


def saved(folder: Path, found: Any) -> Path:
    """A JSON file."""
    return written(folder, json.dumps(found), "saved.json")


POPOLO: dict[str, Any] = {
    "persons": [
        {
            "id": "uk.org.publicwhip/person/90001",
            "names": [
                {"note": "Main", "given_name": "Ann", "family_name": "Oak", "end_date": "2020-01-01"},
                {"note": "Main", "given_name": "Ann", "family_name": "Oakwood", "start_date": "2020-01-02"},
            ],
            "identifiers": [{"scheme": "datadotparl_id", "identifier": "9001"}],
        },
        {"id": "uk.org.publicwhip/person/90002", "name": "Bel Ash"},
        {"id": "uk.org.publicwhip/person/90003", "redirect": "uk.org.publicwhip/person/90002"},
    ],
    "organizations": [
        {"id": "house-of-commons", "name": "House of Commons", "classification": "legislature"},
        {"id": "labour", "name": "Labour", "classification": "party"},
    ],
    "areas": [{"id": "area-9", "name": "Bath", "identifiers": [{"scheme": "gss", "identifier": BATH}]}],
    "posts": [
        {"id": "cons/1", "organization_id": "house-of-commons", "role": "MP", "area": {"name": "Aldershot"}},
        {"id": "cons/2", "organization_id": "house-of-commons", "role": "MP", "area_id": "area-9"},
    ],
    "memberships": [
        {
            "person_id": "uk.org.publicwhip/person/90001",
            "post_id": "cons/1",
            "on_behalf_of_id": "labour",
            "start_date": "2024-07-04",
        },
        {"person_id": "uk.org.publicwhip/person/90003", "post_id": "cons/2", "start_date": "2024-07-04"},
        {"person_id": "uk.org.publicwhip/person/90002", "organization_id": "labour"},
        {"person_id": "uk.org.publicwhip/person/90001", "post_id": "cons/1", "end_date": "2019-11-06"},
        {"person_id": "nobody", "post_id": "cons/1"},
    ],
}


def test_popolo_is_joined_from_its_parts(cast: Cast, tmp_path: Path) -> None:
    told = loaded(saved(tmp_path, POPOLO))
    assert counts(told) == (2, 0, 0, 0)
    assert told["refused"] == [{"row": 5, "reason": "This membership is of a person who is not in the file."}]
    assert holding() == ["Ann Oakwood", "Bel Ash"]
    codes = Tenure.objects.order_by("powerholder__name").values_list("office__area__code", "party")
    assert list(codes) == [(ALDERSHOT, "Labour"), (BATH, "")]
    assert counts(loaded(saved(tmp_path, POPOLO))) == (0, 0, 0, 2)


def test_numbers_of_parliament_join_the_sources(cast: Cast, tmp_path: Path) -> None:
    table = "pcon_code,constituency,mp_name,party,parliament_member_id,since\n"
    loaded(written(tmp_path, table + f"{ALDERSHOT},Aldershot,Mrs Ann Oakwood,Labour,9001,2015-05-07\n"))
    assert counts(loaded(saved(tmp_path, {"items": [member(9001, "Ann Oakwood", "Aldershot")]}))) == (0, 0, 0, 1)
    assert counts(loaded(saved(tmp_path, POPOLO))) == (1, 0, 0, 1)
    assert set(PowerholderId.objects.values_list("scheme", "value")) == {
        ("members", "9001"),
        ("popolo", "90001"),
        ("popolo", "90002"),
    }


@pytest.mark.parametrize("shape", ["page", "pages", "items", "after each other"])
def test_members_in_any_shape_they_were_saved(cast: Cast, tmp_path: Path, shape: str) -> None:
    one, two = member(1, "Ann Oak", "Aldershot"), member(2, "Bel Ash", "Bath")
    pages = [{"items": [one], "totalResults": 2}, {"items": [two, one], "totalResults": 2}]
    found = {"page": {"items": [one, two]}, "pages": pages, "items": [one, two]}.get(shape)
    text = json.dumps(found) if found else "\n".join(map(json.dumps, pages))
    assert counts(loaded(written(tmp_path, text, "members.txt"))) == (2, 0, 0, 0)


def test_members_end_where_the_page_says_so_and_not_where_it_is_silent(cast: Cast, tmp_path: Path) -> None:
    loaded(saved(tmp_path, {"items": [member(n, f"Ann Oak{n}", seat) for n, seat in ((1, "Aldershot"), (2, "Bath"))]}))
    one = {"items": [member(1, "Ann Oak1", "Aldershot", "2026-09-01T00:00:00")], "totalResults": 1}
    assert counts(loaded(saved(tmp_path, one))) == (0, 0, 1, 0)
    assert holding() == ["Ann Oak2"]


def test_a_whole_answer_that_lacks_one_ends_that_one(cast: Cast, tmp_path: Path) -> None:
    seats = ["Aldershot", "Bath", "Cardiff East", "Ashford", "Barking", "Battersea", "Bedford", "Belfast East"]
    seats += ["Bexleyheath and Crayford", "Birkenhead", "Basildon and Billericay"]
    items = [member(n, f"Ann Oak{n}", seat) for n, seat in enumerate(seats, 1)]
    loaded(saved(tmp_path, {"items": items, "totalResults": len(items)}))
    assert loaded(saved(tmp_path, {"items": items[1:], "totalResults": len(items)}))["ended"] == 0
    assert loaded(saved(tmp_path, {"items": items[1:], "totalResults": len(items) - 1}))["ended"] == 1


def test_only_the_elected_of_democracy_club_are_holders(cast: Cast, tmp_path: Path) -> None:
    rows = elected(1, "Ann Oak", "local.sheffield.ecclesall.2021-05-06") + elected(
        2, "Bel Ash", "local.sheffield.ecclesall.2021-05-06", "f"
    )
    assert counts(loaded(written(tmp_path, ELECTED + rows))) == (1, 0, 0, 0)
    tenure = Tenure.objects.get()
    assert (str(tenure.started_on), tenure.office.name) == ("2021-05-06", "Councillor")


def test_wards_elect_by_thirds(cast: Cast, tmp_path: Path) -> None:
    for number, (name, day) in enumerate((("Ann Oak", "2021-05-06"), ("Bel Ash", "2022-05-05")), 1):
        loaded(written(tmp_path, ELECTED + elected(number, name, f"local.sheffield.ecclesall.{day}")))
    loaded(written(tmp_path, ELECTED + elected(3, "Cat Elm", "local.sheffield.ecclesall.2023-05-04")))
    assert (holding(), Office.objects.get().seats) == (["Ann Oak", "Bel Ash", "Cat Elm"], 3)
    by = elected(4, "Dee Fir", "local.sheffield.ecclesall.by.2024-05-02")
    assert counts(loaded(written(tmp_path, ELECTED + by))) == (1, 0, 0, 0)
    loaded(written(tmp_path, ELECTED + elected(5, "Eve Yew", "local.sheffield.ecclesall.2025-05-01")))
    assert holding() == ["Bel Ash", "Cat Elm", "Dee Fir", "Eve Yew"]


def test_elections_of_several_years_in_one_file_are_history(cast: Cast, tmp_path: Path) -> None:
    header = ELECTED.replace("\n", "")
    rows = [
        f"{n},{name},parl.{day},parl.aldershot.{day},{day},Green,{ALDERSHOT},Aldershot,House of Commons,True,"
        for n, name, day in ((1, "Ann Oak", "2024-07-04"), (2, "Bel Ash", "2026-06-04"))
    ]
    file = written(tmp_path, "\n".join([header, *rows]) + "\n")
    assert counts(loaded(file)) == (2, 0, 0, 0)
    assert counts(loaded(file)) == (0, 0, 0, 2)
    assert holding() == ["Bel Ash"]


def test_an_older_election_that_comes_later_takes_no_seat(cast: Cast, tmp_path: Path) -> None:
    newer = f"2,Bel Ash,parl.2026-06-04,,2026-06-04,Green,{ALDERSHOT},Aldershot,House of Commons,t,\n"
    older = f"1,Ann Oak,parl.2024-07-04,,2024-07-04,Green,{ALDERSHOT},Aldershot,House of Commons,t,\n"
    loaded(written(tmp_path, ELECTED + newer))
    assert counts(loaded(written(tmp_path, ELECTED + older))) == (1, 0, 0, 0)
    assert holding() == ["Bel Ash"]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("councilID,council,councillorName,wardName,partyName,next.election.date", "50,Cardiff,Siân Oak,Splott,Lab,"),
        ("Council;Councillor Name;Ward;Party Name;Next Election", "City of Cardiff Council;Siân Oak;Splott;Lab;"),
        ("council\tname\tward\tparty", "Cardiff Council\tSiân Oak\tSplott\tLab"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_councillors_in_any_style_and_encoding(
    cast: Cast, tmp_path: Path, header: str, row: str, encoding: str
) -> None:
    file = written(tmp_path, f"\n{header}\r\n\r\n{row}\r\n\n", encoding=encoding)
    assert open_table(file).source == "opencouncil"
    assert counts(loaded(file)) == (1, 0, 0, 0)
    codes = Tenure.objects.values_list("office__area__kind", "office__institution__area__code")
    assert list(codes) == [("ward", "W06000015")]
    assert Powerholder.objects.get().name == "Siân Oak"


def test_our_own_table_takes_other_roles_and_headers(cast: Cast, tmp_path: Path) -> None:
    text = (
        "Full name,Job title,Organization,GSS code,As at\n"
        "Ann Oak,Chief Executive,Cardiff Council,W06000015,2026-09-01\n"
        "Bel Ash,Chief Constable,South Wales Police,W15000003,2026-09-01\n"
        "Cat Elm,Editor,The Splott Gazette,,\n"
    )
    assert counts(loaded(written(tmp_path, text))) == (3, 0, 0, 0)
    told = Tenure.objects.order_by("powerholder__name").values_list("office__name", "office__institution__kind")
    assert list(told) == [("Chief executive", "council"), ("Chief constable", "police"), ("Editor", "newspaper")]
    assert counts(loaded(written(tmp_path, text))) == (0, 0, 0, 3)


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("a.csv", "", "This file is empty."),
        ("a.json", '{"items": [', "This JSON file is cut short or damaged: it cannot be read to its end."),
        ("a.json", '{"a": 1}', "This JSON file is neither Popolo (persons, memberships) nor pages of the Members API."),
        ("a.csv", "a,b\n1,2\n", "This is no table of office-holders: it has no column for the name."),
        ("a.csv", "name,role\nAnn,MP\n", "This is no table of office-holders: it has no column for the organisation."),
    ],
)
def test_a_bad_file_is_refused_in_a_sentence(tmp_path: Path, name: str, text: str, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        open_table(written(tmp_path, text, name))
    assert str(refused.value) == sentence


def test_a_file_may_be_named_for_what_it_is_not(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        open_table(written(tmp_path, OWN + mp("Ann Oak", BATH)), "popolo")
    with pytest.raises(Refused):
        open_table(written(tmp_path, COUNCIL + councillor("Ann Oak")), "democracyclub")
    assert str(day_in_name(tmp_path / "mps_2026-04.csv")) == "2026-04-01"
    assert day_in_name(tmp_path / "mps.csv") is None
