"""An import on its way and at its end: preview, progress, result, refused rows, going on and undoing."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from m4c.core.worker import run_waiting
from m4c.people.models import ImportRow, Person, SheetImport
from m4c.people.operations.import_undo import begin_undo
from m4c.people.operations.sheet_import import confirm_sheet, stop_sheet
from tests.cast import Cast
from tests.factories import queries_of, words_of
from tests.importing import brought_in, data_folder, given_sheet, looked_through  # noqa: F401 - acts by itself

SignIn = Callable[..., Client]
EBO = "Ebo,Iwu,ebo.iwu@example.org,07700 900001,CF3 0LN,10,2,no,"
BAD = ",,not an email,,CF3 0LN,10,2,,"


def page(found: SheetImport, name: str = "import") -> str:
    return reverse(name, kwargs={"uid": found.uid})


def part_of(client: Client, found: SheetImport) -> str:
    """What htmx is given when it asks again."""
    return words_of(client.get(page(found), headers={"HX-Request": "true", "HX-Target": "import-state"}))


def test_what_was_not_settled_leads_to_its_columns(cast: Cast, sign_in: SignIn):
    found = given_sheet(cast, EBO)
    SheetImport.objects.filter(pk=found.pk).update(settled_at=None)
    assert sign_in(cast.organiser).get(page(found))["Location"] == page(found, "settle-import")


def test_preview_tells_each_rows_fate(cast: Cast, sign_in: SignIn):
    found = looked_through(cast, EBO, EBO, BAD)
    text = words_of(sign_in(cast.organiser).get(page(found)))
    assert "Bring in 2 rows" in text
    assert [word in text for word in ("New person", "Further up", "Not taken")] == [True] * 3
    assert "The same person as on row 2." in text
    assert "nobody can be known by this row" in text


def test_preview_lists_the_rows_that_were_asked_for(cast: Cast, sign_in: SignIn):
    client = sign_in(cast.organiser)
    found = looked_through(cast, EBO, EBO, BAD)
    asked = {
        rows: [told.row.number for told in client.get(page(found), {"rows": rows}).context["rows"]]
        for rows in ("", "created", "matched", "doubt", "repeat", "refused", "told", "nonsense")
    }
    assert asked == {
        "": [2, 3, 4],
        "created": [2],
        "matched": [],
        "doubt": [],
        "repeat": [3],
        "refused": [4],
        "told": [3],
        "nonsense": [2, 3, 4],
    }


def test_preview_goes_page_by_page_in_a_constant_number_of_queries(cast: Cast, sign_in: SignIn, monkeypatch):
    client = sign_in(cast.organiser)
    rows = [f"P{number},Last,p{number}@example.org,,,,,," for number in range(3)]
    one = queries_of(client, page(looked_through(cast, rows[0])))
    found = looked_through(cast, *rows)
    assert queries_of(client, page(found)) == one
    monkeypatch.setattr("m4c.people.views.import_result.ROWS", 2)
    first = client.get(page(found)).context
    assert ([told.headline for told in first["rows"]], first["older"]) == (["P0 Last", "P1 Last"], "?after=3")
    last = client.get(f"{page(found)}?after=3").context
    assert ([told.headline for told in last["rows"]], last["older"], last["first"]) == (["P2 Last"], "", "?")


def test_reading_shows_how_far_it_got_and_asks_again(cast: Cast, sign_in: SignIn):
    client = sign_in(cast.organiser)
    found = given_sheet(cast, EBO)
    for text in (words_of(client.get(page(found))), part_of(client, found)):
        assert ('hx-trigger="every 1s"' in text, "Being read: 0 rows" in text, "Look again" in text) == (True,) * 3
    assert "<html" not in part_of(client, found)


def test_confirming_brings_it_in_and_tells_what_next(cast: Cast, sign_in: SignIn):
    client = sign_in(cast.organiser)
    found = looked_through(cast, EBO, BAD)
    answer = client.post(page(found, "confirm-import"))
    assert answer["Location"] == page(found)
    assert '<progress value="0" max="2"' in part_of(client, found)
    run_waiting()
    text = words_of(client.get(page(found)))
    person = Person.objects.get(family_name="Iwu")
    assert reverse("person", kwargs={"uid": person.uid}) in text
    for words in ("What next", "1 row was not taken", "The session", "The Movement So Far", "Undo this import"):
        assert words in text
    assert "hx-trigger" not in part_of(client, found)


def test_the_next_sheet_that_waits_is_one_press_away(cast: Cast, sign_in: SignIn):
    done = brought_in(cast, EBO)
    waiting = given_sheet(cast, EBO, file_name="next.csv")
    SheetImport.objects.filter(pk=waiting.pk).update(settled_at=None)
    text = words_of(sign_in(cast.organiser).get(page(done)))
    assert ("The next sheet: next.csv" in text, page(waiting, "settle-import") in text) == (True, True)


def test_what_stopped_says_why_and_goes_on(cast: Cast, sign_in: SignIn):
    client = sign_in(cast.organiser)
    found = looked_through(cast, EBO)
    confirm_sheet(sheet_import=found, by=cast.organiser, queued=False)
    stop_sheet(sheet_import=found, problem="The disk is full.", by=cast.organiser)
    text = part_of(client, found)
    assert ("The disk is full." in text, "hx-trigger" in text) == (True, False)
    client.post(page(found, "confirm-import"))
    run_waiting()
    assert SheetImport.objects.get(pk=found.pk).phase == SheetImport.Phase.DONE


def test_undoing_shows_and_says_what_stands_against_it(cast: Cast, sign_in: SignIn):
    client = sign_in(cast.organiser)
    first = brought_in(cast, EBO)
    second = brought_in(cast, EBO, file_name="later.csv", details={"day": "2010-07-05", "session": "full"})
    refused = client.post(page(first, "undo-import"), follow=True)
    assert "“later.csv” builds on it: undo that one first." in words_of(refused)
    begin_undo(sheet_import=second, by=cast.organiser)
    assert "Being undone" in part_of(client, second)
    run_waiting()
    assert "It left nothing behind." in words_of(client.get(page(second)))


def test_refused_rows_are_a_file_of_their_own(cast: Cast, sign_in: SignIn):
    found = brought_in(cast, EBO, '=HYPERLINK("x"),,not an email,,,,,,', file_name="Cardiff, June.csv")
    answer = sign_in(cast.organiser).get(page(found, "refused-rows"))
    assert answer["Content-Disposition"] == 'attachment; filename="refused Cardiff, June.csv.csv"'
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert (len(lines), lines[0].endswith(",Brought by,Why it was refused")) == (2, True)
    assert lines[1].startswith('"\'=HYPERLINK(""x"")",,not an email')


def test_an_import_of_the_command_line_shows_to_its_group(cast: Cast, sign_in: SignIn):
    found = brought_in(cast, EBO, by=cast.operator)
    assert "Undo this import" in words_of(sign_in(cast.organiser).get(page(found)))


@pytest.mark.parametrize("name", ["import", "settle-import", "refused-rows", "review-import"])
def test_somebody_elses_import_is_missing(cast: Cast, sign_in: SignIn, name: str):
    found = brought_in(cast, EBO)
    assert sign_in(cast.national_organiser).get(page(found, name)).status_code == 404


def test_somebody_kept_safe_is_linked_nowhere(cast: Cast, sign_in: SignIn):
    person = cast.person("protected_member")
    found = brought_in(cast, f"{person.given_name},{person.family_name},{person.emails.get()},,,,,,")
    assert ImportRow.objects.get(sheet_import=found).person == person
    assert str(person.uid) not in words_of(sign_in(cast.organiser).get(page(found)))
