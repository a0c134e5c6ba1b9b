"""The review of doubtful rows: sheet and record side by side, and the answers."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from m4c.people.models import ImportRow, Membership, Person, SheetImport
from tests.cast import Cast
from tests.factories import queries_of, somebody, words_of
from tests.importing import brought_in, data_folder  # noqa: F401 - a fixture that acts by itself
from tests.people.imports.lists import NATIONBUILDER, as_csv, brought_list

SignIn = Callable[..., Client]
DOUBLE = "Amal,Yusuf,amal.y@example.org,07700 900555,CF3 0LN,5,,no,Nobody Here"


def known(cast: Cast) -> Person:
    return somebody(cast, emails=["amal.yusuf@example.org"], phones=["+447700900101"], postcode="CF3 0LN")


def review(found: SheetImport) -> str:
    return reverse("review-import", kwargs={"uid": found.uid})


def answer(found: SheetImport, number: int = 2) -> str:
    return reverse("answer-import-row", kwargs={"uid": found.uid, "number": number})


def test_sheet_and_record_stand_side_by_side(cast: Cast, sign_in: SignIn):
    amal = known(cast)
    found = brought_in(cast, DOUBLE)
    page = sign_in(cast.organiser).get(review(found))
    text = words_of(page)
    [told] = page.context["doubtful"]
    assert [tuple(line) for line in told.compared] == [
        ("Name", "Amal Yusuf", "Amal Yusuf"),
        ("E-mail", "amal.y@example.org", "amal.yusuf@example.org"),
        ("Phone", "07700 900555", "07700 900101"),
        ("Postcode", "CF3 0LN", "CF3 0LN"),
    ]
    assert "The same name and postcode, but another e-mail." in text
    assert reverse("person", kwargs={"uid": amal.uid}) in text
    assert "brought by “Nobody Here”" in text


def test_row_of_a_list_whose_last_columns_are_not_kept_is_looked_at(cast: Cast, sign_in: SignIn):
    known(cast)
    amal = {"first_name": "Amal", "last_name": "Yusuf", "email": "amal.y@example.org", "primary_zip": "CF3 0LN"}
    found = brought_list(cast, as_csv([*NATIONBUILDER, "favourite_biscuit"], amal))
    client = sign_in(cast.organiser)
    [told] = client.get(review(found)).context["doubtful"]
    assert (told.described.emails, told.described.postcode) == (("amal.y@example.org",), "CF3 0LN")
    assert "To look at" in words_of(client.get(reverse("import", kwargs={"uid": found.uid})))


def test_the_same_person(cast: Cast, sign_in: SignIn):
    amal = known(cast)
    found = brought_in(cast, DOUBLE)
    told = sign_in(cast.organiser).post(answer(found), {"answer": "same"}, follow=True)
    assert "Row 2: noted." in words_of(told)
    assert "Nothing to look at" in words_of(told)
    assert list(Person.objects.filter(family_name="Yusuf")) == [amal]


def test_someone_else(cast: Cast, sign_in: SignIn):
    known(cast)
    found = brought_in(cast, DOUBLE)
    sign_in(cast.organiser).post(answer(found), {"answer": "other"})
    assert ImportRow.objects.get(sheet_import=found).answer == "other"
    assert Person.objects.filter(family_name="Yusuf").count() == 2


def test_nonsense_answers_nothing(cast: Cast, sign_in: SignIn):
    known(cast)
    found = brought_in(cast, DOUBLE)
    client = sign_in(cast.organiser)
    assert client.post(answer(found), {"answer": "perhaps"})["Location"] == review(found)
    assert client.post(answer(found, 99), {"answer": "same"}).status_code == 404
    assert ImportRow.objects.to_review().count() == 1


def test_a_candidate_who_is_not_seen_is_not_shown(cast: Cast, sign_in: SignIn):
    amal = known(cast)
    found = brought_in(cast, DOUBLE)
    Membership.objects.filter(person=amal).update(group=cast.manchester)
    text = words_of(sign_in(cast.organiser).get(review(found)))
    assert ("amal.yusuf@example.org" in text, "The same person</" in text, "Someone else" in text) == (
        False,
        False,
        True,
    )


def test_review_takes_a_constant_number_of_queries(cast: Cast, sign_in: SignIn):
    client = sign_in(cast.organiser)
    known(cast)
    one = queries_of(client, review(brought_in(cast, DOUBLE)))
    more = [DOUBLE.replace("amal.y", f"amal.{number}").replace("0555", f"056{number}") for number in range(3)]
    found = brought_in(cast, *more, details={"day": "2010-07-01", "session": "full"})
    assert ImportRow.objects.filter(sheet_import=found).to_review().count() == 3
    assert queries_of(client, review(found)) == one
