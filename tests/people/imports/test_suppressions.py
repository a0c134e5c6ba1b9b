"""Who left a mailing list elsewhere, or cannot be reached by it: obeyed at once, and kept for whoever comes later."""

import pytest

from m4c.people.imports import run
from m4c.people.models import Person, Suppression
from m4c.people.operations.person import NewPerson, add_person
from tests.cast import Cast
from tests.importing import data_folder, rows_of_our_tables
from tests.people.imports.lists import (
    MAILCHIMP,
    UNSUBSCRIBED,
    as_csv,
    as_zip,
    brought_list,
    figures,
    objections,
    person_of,
)

__all__ = ["data_folder"]


@pytest.mark.parametrize("name", ["unsubscribed", "cleaned"])
def test_file_of_who_left_suppresses_and_brings_nobody_in(cast: Cast, name: str):
    ana = add_person(group=cast.cardiff, new=NewPerson(given_name="Ana", emails=["ana@example.org"]), by=cast.organiser)
    people = Person.objects.count()
    content = as_csv(MAILCHIMP, {"Email Address": "ANA@example.org", "LEID": "1"}, {"Email Address": "new@example.org"},
                     {"Email Address": "no address", "LEID": "3"})  # fmt: skip
    done = brought_list(cast, content, file_name=f"{name}_members_export_9.csv")
    assert figures(done) == (3, 0, 0, 0, 2, "mailchimp")
    assert Person.objects.count() == people
    assert ("email", "all" if name == "cleaned" else "news") in objections(ana)
    assert not Suppression.objects.filter(digest__contains="example").exists()
    later = add_person(
        group=cast.cardiff, new=NewPerson(given_name="New", emails=["New@example.org"]), by=cast.organiser
    )
    assert objections(later) == objections(ana)


def test_day_on_which_somebody_left_is_kept(cast: Cast):
    content = as_csv(UNSUBSCRIBED, {"Email Address": "gone@example.org", "UNSUB_TIME": "2021-05-06 10:00:00"})
    brought_list(cast, content)
    assert {f"{each.at:%Y-%m-%d}" for each in Suppression.objects.all()} == {"2021-05-06"}


def test_three_files_of_a_mailing_list_in_one(cast: Cast):
    content = as_zip(
        subscribed=as_csv(MAILCHIMP, {"Email Address": "in@example.org", "First Name": "Ina", "Last Name": "Roe"}),
        unsubscribed=as_csv(UNSUBSCRIBED, {"Email Address": "out@example.org", "UNSUB_TIME": "2021-05-06 10:00:00"}),
        cleaned=as_csv(MAILCHIMP, {"Email Address": "dead@example.org"}, {"Email Address": "in@example.org"}),
    )
    done = brought_list(cast, content, file_name="audience.zip")
    assert figures(done) == (4, 1, 0, 0, 3, "mailchimp")
    assert objections(person_of("in@example.org")) == {("email", "all")}, "what was cleaned away stays closed"
    assert Suppression.objects.count() == 2 + 1, "in@example.org came in by the same file"


def test_same_list_twice_changes_nothing_and_undoing_leaves_what_was_there(cast: Cast):
    add_person(group=cast.cardiff, new=NewPerson(given_name="Bo", family_name="Lund", emails=["bo@example.org"]),
               by=cast.organiser)  # fmt: skip
    before = rows_of_our_tables()
    content = as_zip(
        subscribed=as_csv(
            [*MAILCHIMP, "Language"],
            {
                "Email Address": "in@example.org",
                "First Name": "Ina",
                "Last Name": "Roe",
                "Phone Number": "07700 900423",
            },
            {
                "Email Address": "bo@example.org",
                "First Name": "Bo",
                "Last Name": "Lund",
                "Phone Number": "07700 900424",
            },
        ),
        unsubscribed=as_csv(MAILCHIMP, {"Email Address": "bo@example.org"}, {"Email Address": "x@example.org"}),
    )
    first = brought_list(cast, content)
    after = rows_of_our_tables()
    again = brought_list(cast, content)
    assert rows_of_our_tables() == after
    assert (figures(first)[:5], figures(again)[:5]) == ((4, 1, 1, 0, 2), (4, 0, 2, 0, 2))
    run.undo(again, by=cast.organiser)
    run.undo(first, by=cast.organiser)
    assert rows_of_our_tables() == before
