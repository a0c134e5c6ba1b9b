"""A group's chart: rows by street or unit, done by what was chosen, kept safe nowhere, and always the same cost."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from m4c.events.models import Attendance
from m4c.events.operations.attendance import record_attendance
from m4c.leaders.operations.pledge import NewPledge, record_pledge
from m4c.people.chart import rows
from m4c.people.models import ChartPlace, Group, Membership, Person
from m4c.people.operations.chart import put_on_chart, set_unit
from m4c.people.operations.membership import leave
from m4c.people.operations.person import record_move_away
from m4c.people.operations.person_contact import name_contact
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering, queries_of, signed_in, somebody, talk, words_of

CHART = reverse("chart", kwargs={"slug": "cardiff"})
SINCE = "2026-10-01"


def lives(cast: Cast, name: str, address: str) -> Person:
    return somebody(cast, name, address=address, postcode="CF10 5HR" if address else "")


def shown(cast: Cast, persona: str = "organiser", **asked: str) -> dict[str, tuple[list[str], int, int, list[str]]]:
    """Rows by name: marks and names of people, how many in all, how many done, and the doors not yet."""
    answer = signed_in(cast, persona).get(CHART, {"since": SINCE} | asked)
    words_of(answer)
    return {
        row.name: (
            [f"{'✓' if one.is_done else '○'} {one.door} {one.person.name}" for one in row.people],
            row.number,
            row.done,
            [place.name for place in row.not_yet],
        )
        for row in answer.context["rows"]
    }


def square(cast: Cast) -> list[Person]:
    """Three of Loudoun Square and one of Maria Street."""
    doors = {"Rhys Owen": "10 Loudoun Square", "Amal Yusuf": "Flat 2, 9 LOUDOUN SQUARE", "Nia Hart": "9 Loudoun Square"}
    return [lives(cast, name, address) for name, address in doors.items()] + [lives(cast, "Efa Lal", "2 Maria Street")]


def test_by_street_door_after_door_and_done_or_not_yet(cast: Cast) -> None:
    rhys, amal, _nia, _efa = square(cast)
    talk(cast, cast.person("leader"), amal, TODAY)
    talk(cast, rhys, cast.person("leader"), TODAY - timedelta(days=9))
    told = shown(cast, done="talked:")
    assert told["Loudoun Square"] == (["○ 9 Nia Hart", "✓ Flat 2, 9 Amal Yusuf", "○ 10 Rhys Owen"], 3, 1, [])
    assert told["Maria Street"] == (["○ 2 Efa Lal"], 1, 0, [])
    assert list(told)[-1] == ""  # those of the cast, without an address


def test_it_is_drawn_with_marks_and_words_beside_the_colour(cast: Cast) -> None:
    _rhys, amal, _nia, _efa = square(cast)
    talk(cast, cast.person("leader"), amal, TODAY)
    text = words_of(signed_in(cast, "organiser").get(CHART, {"done": "talked:", "since": SINCE}))
    told = [words in text for words in ("1 done, 2 not yet", "No street known", ", done</span>", ", not yet</span>")]
    assert (told, "%" in text.partition("<main")[2].partition("</main")[0]) == ([True] * 4, False)


def test_what_done_means_is_chosen_from_what_apps_know(cast: Cast) -> None:
    rhys, amal, nia, efa = square(cast)
    event, coming = gathering(cast), gathering(cast, title="Assembly", starts_at=timezone.now() + timedelta(days=9))
    record_attendance(event=event, person=rhys, by=cast.organiser)
    record_attendance(event=coming, person=amal, state=Attendance.State.YES, by=cast.organiser)
    pledge = NewPledge(nia, "one_to_one", 5)
    record_pledge(group=cast.cardiff, pledge=pledge, made_on=TODAY, by=cast.operator)
    name_contact(people=[efa], contact=cast.person("leader"), group=cast.cardiff, on=TODAY, by=cast.organiser)
    done = {
        chosen: [name for people, *_rest in shown(cast, done=chosen).values() for name in people if name[0] == "✓"]
        for chosen in (
            "came:",
            f"came:{event.uid}",
            f"signed_up:{coming.uid}",
            "pledged:",
            "contact:",
            "came:nonsense",
            "nothing:",
        )
    }
    assert list(done.values()) == [
        ["✓ 10 Rhys Owen"],
        ["✓ 10 Rhys Owen"],
        ["✓ Flat 2, 9 Amal Yusuf"],
        ["✓ 9 Nia Hart"],
        ["✓ 2 Efa Lal"],
        [],
        [],
    ]


def test_by_unit_as_it_is_typed(cast: Cast) -> None:
    for name, unit in (("Amal Yusuf", "Ward 4"), ("Rhys Owen", "ward 4"), ("Nia Hart", "")):
        set_unit(membership=Membership.objects.get(person=somebody(cast, name)), unit=unit, by=cast.organiser)
    put_on_chart(group=cast.cardiff, kind="unit", row="Ward 4", names=["night desk"], by=cast.organiser)
    put_on_chart(group=cast.cardiff, kind="unit", row="Porters", names=[], by=cast.organiser)
    told = shown(cast, by="unit")
    assert told["Ward 4"] == (["○  Rhys Owen", "○  Amal Yusuf"], 2, 0, ["night desk"])
    assert told["Porters"] == ([], 0, 0, [""])
    assert "○  Nia Hart" in told[""][0]


def test_a_typed_door_stands_there_until_somebody_is_known(cast: Cast) -> None:
    square(cast)
    names = ["9", "11", "8"]
    put_on_chart(group=cast.cardiff, kind="street", row="loudoun square", names=names, by=cast.organiser)
    put_on_chart(group=cast.cardiff, kind="street", row="Hodges Row", names=["1"], by=cast.organiser)
    told = shown(cast)
    assert (told["Loudoun Square"][3], told["Hodges Row"]) == (["8", "11"], ([], 0, 0, ["1"]))
    assert "nobody known yet" in words_of(signed_in(cast, "organiser").get(CHART))


def test_somebody_kept_safe_stands_nowhere_and_their_door_is_as_if_nobody_were_known(cast: Cast) -> None:
    rhys, _amal, nia, _efa = square(cast)
    put_on_chart(group=cast.cardiff, kind="street", row="Loudoun Square", names=["10"], by=cast.organiser)
    keep_safe(person=rhys, at=NOW, contact=cast.person("leader"), by=cast.organiser)
    told = shown(cast)
    assert (told["Loudoun Square"][1:], nia.name in str(told)) == ((2, 0, ["10"]), True)
    for persona in ("leader", "organiser", "national_organiser"):
        text = words_of(signed_in(cast, persona).get(CHART))
        assert ("Rhys Owen" in text, "Čermáková" in text) == (False, False)


def test_a_leader_sees_those_they_know_and_no_typed_doors(cast: Cast) -> None:
    lives(cast, "Rhys Owen", "10 Loudoun Square")
    somebody(cast, "Amal Yusuf", address="9 Loudoun Square", postcode="CF10 5HR", met_by=cast.person("leader"))
    put_on_chart(group=cast.cardiff, kind="street", row="Loudoun Square", names=["8"], by=cast.organiser)
    told = shown(cast, "leader")
    assert told["Loudoun Square"] == (["○ 9 Amal Yusuf"], 1, 0, [])


def test_whoever_left_or_moved_away_is_not_on_it(cast: Cast) -> None:
    rhys, amal, _nia, _efa = square(cast)
    leave(membership=Membership.objects.get(person=rhys), on=TODAY, by=cast.organiser)
    record_move_away(person=amal, on=TODAY, by=cast.organiser)
    assert shown(cast)["Loudoun Square"][0] == ["○ 9 Nia Hart"]


@pytest.mark.parametrize(
    "asked", [{"by": "colour"}, {"since": "soon"}, {"done": "x" * 300}, {"after": "nonsense"}, {"before": "%00"}]
)
def test_nonsense_counts_as_nothing(cast: Cast, asked: dict[str, str]) -> None:
    square(cast)
    assert "Loudoun Square" in shown(cast, **asked)


def test_it_comes_in_pages_with_the_figures_of_whole_rows(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("m4c.people.views.chart.SIZE", 2)
    square(cast)
    put_on_chart(group=cast.cardiff, kind="street", row="Hodges Row", names=["1"], by=cast.organiser)
    client, found, address = signed_in(cast, "organiser"), [], f"{CHART}?since={SINCE}"
    for _page in range(20):
        page = client.get(address).context
        found += [(row.name.title(), len(row.people), row.number) for row in page["rows"]]
        if not page["page"].older:
            break
        address = CHART + page["page"].older
    streets = [row for row in found if row[0]]
    assert streets == [("Loudoun Square", 2, 3), ("Loudoun Square", 1, 3), ("Maria Street", 1, 1), ("Hodges Row", 0, 0)]
    assert client.get(CHART + page["page"].newer).status_code == 200


def test_a_group_too_large_for_one_chart_shows_those_below(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("m4c.people.views.chart.MOST_HEADS", 0)
    text = words_of(signed_in(cast, "organiser").get(CHART))
    assert ("choose a group below" in text, "St Mellons" in text) == (True, True)


def test_it_costs_the_same_for_one_and_for_many(cast: Cast) -> None:
    client, counts = signed_in(cast, "organiser"), []
    for number in range(3):
        lives(cast, f"Number {number}", f"{number} Street Number {number}")
        put_on_chart(group=cast.cardiff, kind="street", row=f"Row {number}", names=["1"], by=cast.organiser)
        counts.append(queries_of(client, f"{CHART}?done=talked:"))
    assert counts[0] == counts[1] == counts[2] <= 20


def test_units_and_doors_are_typed_on_pages_of_their_own(cast: Cast) -> None:
    client, amal = signed_in(cast, "organiser"), somebody(cast)
    unit = reverse("set-unit", kwargs={"uid": Membership.objects.get(person=amal).uid})
    assert unit in words_of(client.get(CHART, {"by": "unit"}))
    assert "Where is Amal Yusuf?" in words_of(client.get(unit))
    assert client.post(unit, {"unit": "Ward 4"})["Location"] == f"{CHART}?by=unit"
    places = reverse("put-on-chart", kwargs={"slug": "cardiff", "kind": "street"})
    assert client.post(places, {"row": "Maria Street", "names": "2, 4\n6"})["Location"] == f"{CHART}?by=street"
    assert [place.name for place in ChartPlace.objects.all()] == ["2", "4", "6"]
    off = reverse("take-off-chart", kwargs={"uid": ChartPlace.objects.all()[0].uid})
    assert off in words_of(client.get(places))
    client.post(off)
    assert ChartPlace.objects.standing().count() == 2
    assert "Say in" not in words_of(client.post(places, {"row": "", "names": "2"}), 422)
    assert "60 letters" in words_of(client.post(places, {"row": "A Street", "names": "x" * 61}), 422)
    wrong = reverse("put-on-chart", kwargs={"slug": "cardiff", "kind": "colour"})
    assert client.get(wrong).status_code == 404


def test_doors_in_the_order_in_which_one_walks_past_them() -> None:
    doors = ["10", "Flat 12, 9", "9", "", "Flat 2, 9", "Lodge"]
    assert sorted(doors, key=rows.natural) == ["9", "Flat 2, 9", "Flat 12, 9", "10", "", "Lodge"]


def test_the_groups_page_leads_to_it_where_one_sees_people(cast: Cast) -> None:
    page = reverse("group", args=["cardiff"])
    assert CHART in words_of(signed_in(cast, "leader").get(page))
    assert CHART not in words_of(signed_in(cast, "member").get(page))
    assert Group.objects.get(slug="cardiff").head_count < rows.MOST_HEADS
