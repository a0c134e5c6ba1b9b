"""Giving sheets on a page, and settling how each reads."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from m4c.core.worker import run_waiting
from m4c.people.imports.files import folder, forget_file
from m4c.people.models import SheetImport
from tests.cast import Cast
from tests.factories import queries_of, words_of
from tests.importing import HEADERS, data_folder, given_sheet  # noqa: F401 - a fixture that acts by itself

SignIn = Callable[..., Client]
LIST = reverse("imports")
EBO = "Ebo,Iwu,ebo.iwu@example.org,07700 900001,CF3 0LN,10,2,no,"
LOG = "Leader email,With,Date,Type,Status\nbethan@example.org,Ebo Iwu,05/07/2010,1-2-1,held\n"


def sheet(name: str = "signin_2010-06-05_cardiff_full.csv", text: str = f"{HEADERS}\n{EBO}\n") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def columns_page(found: SheetImport) -> str:
    return reverse("settle-import", kwargs={"uid": found.uid})


def shown(client: Client, found: SheetImport) -> dict[str, str]:
    """What the form of a sheet's columns starts with, as a browser would send it back."""
    form = client.get(columns_page(found)).context["form"]
    return {name: form[name].value() for name in form.fields}


def test_giving_one_sheet_leads_to_its_columns(cast: Cast, sign_in: SignIn):
    client = sign_in(cast.organiser)
    answer = client.post(LIST, {"sheets": sheet(), "kind": "any", "group": "cardiff"})
    found = SheetImport.objects.get()
    assert answer["Location"] == columns_page(found)
    assert (found.kind, found.group, found.by, found.details) == (
        "signin",
        cast.cardiff,
        cast.organiser,
        {"day": "2010-06-05", "session": "full"},
    )
    assert found.layout["columns"][:3] == ["given_name", "family_name", "email"]


def test_giving_several_sheets_lists_them_by_what_they_are(cast: Cast, sign_in: SignIn):
    client = sign_in(cast.national_organiser)
    files = [sheet(), sheet("norwich taster 21.06.2010.csv"), sheet("log.csv", LOG)]
    answer = client.post(LIST, {"sheets": files, "kind": "any", "group": "wales"}, follow=True)
    assert [(each.sheet_import.kind, each.sheet_import.group.name) for each in answer.context["imports"]] == [
        ("conversations", "Wales"),
        ("signin", "Norwich"),
        ("signin", "Cardiff"),
    ]


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (SimpleUploadedFile("a.csv", b"\x89PNG\r\n\x1a\n" + bytes(50)), "“a.csv”: This is a picture, not a sheet"),
        (SimpleUploadedFile("b.csv", b""), "The submitted file is empty."),
        (SimpleUploadedFile("c.csv", b"Name,Email\n"), "“c.csv”: This sheet has headers and no rows below them."),
    ],
)
def test_what_is_no_sheet_gets_one_sentence_and_leaves_nothing(
    cast: Cast, sign_in: SignIn, file: SimpleUploadedFile, sentence: str
):
    answer = sign_in(cast.organiser).post(LIST, {"sheets": file, "kind": "any", "group": "cardiff"})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert (SheetImport.objects.count(), list(folder().iterdir())) == (0, [])


def test_file_over_the_size_of_the_page_gets_one_sentence(cast: Cast, sign_in: SignIn, settings):
    settings.IMPORT_MAX_BYTES = 100
    answer = sign_in(cast.organiser).post(LIST, {"sheets": sheet(), "kind": "any", "group": "cardiff"})
    assert "the most that is taken here is 100" in answer.content.decode()


def test_only_groups_where_one_may_import_are_on_offer(cast: Cast, sign_in: SignIn):
    client = sign_in(cast.organiser)
    offered = client.get(LIST).context["form"].fields["group"].queryset
    assert {group.name for group in offered} == {"Cardiff", "St Mellons"}
    assert client.post(LIST, {"sheets": sheet(), "kind": "any", "group": "manchester"}).status_code == 422


def test_list_shows_ones_own_in_few_queries(cast: Cast, sign_in: SignIn):
    client = sign_in(cast.organiser)
    given_sheet(cast, EBO)
    one = queries_of(client, LIST)
    given_sheet(cast, EBO)
    given_sheet(cast, EBO)
    given_sheet(cast, EBO, by=cast.national_organiser)
    answer = client.get(LIST)
    assert len(answer.context["imports"]) == 3
    assert "<c-" not in answer.content.decode()
    assert queries_of(client, LIST) == one


def test_columns_are_shown_as_guessed_and_settled(cast: Cast, sign_in: SignIn):
    client = sign_in(cast.organiser)
    found = given_sheet(cast, EBO)
    page = client.get(columns_page(found))
    assert "<c-" not in page.content.decode()
    assert [(field.value(), cells) for field, cells in page.context["form"].columns_shown][:2] == [
        ("given_name", ["Ebo"]),
        ("family_name", ["Iwu"]),
    ]
    answer = client.post(columns_page(found), shown(client, found) | {"column_0": "unused", "session": "taster"})
    assert answer["Location"] == reverse("import", kwargs={"uid": found.uid})
    found.refresh_from_db()
    assert (found.layout["columns"][0], found.details) == ("unused", {"day": "2010-06-05", "session": "taster"})
    run_waiting()
    found.refresh_from_db()
    assert found.phase == SheetImport.Phase.READY


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"column_1": "given_name"}, "Another column is “first name” already."),
        ({"column_1": "unused", "column_2": "unused", "column_3": "unused"}, "No column holds e-mails, phones or full"),
        ({"day": "2999-01-01"}, "That day is still to come."),
        ({"day": ""}, "This field is required."),
        ({"group": "manchester"}, "Select a valid choice."),
    ],
)
def test_what_is_wrong_with_the_columns_is_said(cast: Cast, sign_in: SignIn, wrong: dict[str, str], sentence: str):
    client = sign_in(cast.organiser)
    found = given_sheet(cast, EBO)
    answer = client.post(columns_page(found), shown(client, found) | wrong)
    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)


def test_another_separator_reads_the_sheet_anew(cast: Cast, sign_in: SignIn):
    client = sign_in(cast.organiser)
    found = given_sheet(cast, EBO)
    told = shown(client, found) | {"delimiter": ";", "day": "2010-07-01"}
    anew = client.post(columns_page(found), told)
    form = anew.context["form"]
    assert (anew.status_code, len(form.columns_shown), form["day"].value()) == (200, 1, "2010-07-01")
    again = client.post(columns_page(found), shown(client, found))
    assert again.status_code == 302  # as it stood: nothing of the other reading was kept


def test_an_encoding_that_does_not_fit_is_said(cast: Cast, sign_in: SignIn):
    client = sign_in(cast.organiser)
    found = given_sheet(cast, EBO.replace("Ebo", "Siân"))
    answer = client.post(columns_page(found), shown(client, found) | {"encoding": "utf-16"})
    assert "It cannot be read like that" in answer.content.decode()


def test_notes_are_told_to_stay_in_the_file(cast: Cast, sign_in: SignIn):
    found = given_sheet(cast, "Ebo Iwu,ebo@example.org,sings", headers="Name,Email,Notes")
    page = sign_in(cast.organiser).get(columns_page(found))
    assert "“notes” stays in your file: it is not brought in." in page.content.decode()


def test_dropping_forgets_the_file(cast: Cast, sign_in: SignIn):
    found = given_sheet(cast, EBO)
    sign_in(cast.organiser).post(reverse("drop-import", kwargs={"uid": found.uid}))
    assert (SheetImport.objects.count(), list(folder().iterdir())) == (0, [])


def test_file_that_is_not_kept_any_more_is_one_sentence(cast: Cast, sign_in: SignIn):
    found = given_sheet(cast, EBO)
    forget_file(found)
    told = sign_in(cast.organiser).get(columns_page(found), follow=True)
    assert "The file is not kept any more: give it again." in words_of(told)
