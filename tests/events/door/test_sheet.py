"""The sign-in sheet on paper: names one may see, empty lines, consent, and a reference that the import knows."""

from datetime import date

import pytest
from django.core.cache import cache
from django.urls import reverse

from m4c.core.worker import run_waiting
from m4c.events.door.reference import day_told, event_told, reference_of
from m4c.events.door.sheet import EMPTY_LINES, told
from m4c.events.operations.attendance import record_attendance
from m4c.leaders.signin import SignInSheet
from m4c.people.sheets.columns import guess_columns
from m4c.people.sheets.kinds import ColumnKind, SheetKind
from tests.events.taps import listed
from tests.factories import NOW, gathering, signed_in, training, words_of


@pytest.fixture
def event(cast):
    return gathering(cast)


def test_it_lists_whom_one_may_see_and_leaves_room(cast, event):
    listed(cast, event)
    record_attendance(event=event, person=cast.person("protected_member"), state="yes", by=cast.operator)

    sheet = told(event, cast.organiser, codes=True)

    assert (sheet["names"], len(sheet["codes"]), sheet["empty"]) == (["Amal Yusuf"], 1, EMPTY_LINES)
    assert told(event, cast.leader, codes=False)["names"] == []
    assert reference_of(event) in sheet["reference"]


def test_the_import_of_sign_in_sheets_knows_its_columns(cast, event):
    guess = guess_columns(told(event, cast.organiser, codes=False)["heads"], [], SheetKind.SIGN_IN)
    wanted = [
        ColumnKind.FULL_NAME,
        ColumnKind.PHONE,
        ColumnKind.EMAIL,
        ColumnKind.POSTCODE,
        ColumnKind.BROUGHT_BY,
        ColumnKind.CONSENT_EMAIL,
        ColumnKind.CONSENT_PHONE,
    ]
    assert list(guess.columns.kinds) == wanted


def test_a_reference_means_its_event(cast, event):
    gathering(cast, title="Another of that day")
    assert event_told(f"typed in {reference_of(event).upper()}.csv") == event


@pytest.mark.parametrize("text", ["", "m4c-2026-10-05-ffffff.csv", "m4c-2026-13-05-3fa9c1", "signin_2026-10-05.csv"])
def test_any_other_text_means_none(cast, event, text):
    assert event_told(text) is None


def test_a_reference_tells_its_day(event):
    assert day_told(reference_of(event)) == date(2026, 10, 5)


def test_the_import_of_sign_in_sheets_knows_the_session(cast):
    session = training(cast, kind="taster")
    guessed = SignInSheet().guess(f"{reference_of(session.event)}.csv")
    assert guessed == {"day": "2026-10-05", "session": "taster"}


def test_it_is_laid_out_by_the_worker_for_whoever_asked(cast):
    cache.clear()
    event = gathering(cast, starts_at=NOW)
    listed(cast, event)
    client = signed_in(cast, "organiser")
    asked = client.post(reverse("sign-in-sheet", kwargs={"uid": event.uid}), {"codes": "on"})
    assert "being laid out" in words_of(client.get(asked["Location"]))

    run_waiting()

    assert "ready" in words_of(client.get(asked["Location"]))
    pdf = client.get(asked["Location"] + "pdf/")
    assert (pdf["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")
    assert signed_in(cast, "leader").get(asked["Location"] + "pdf/").status_code == 404
