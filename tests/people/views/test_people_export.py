"""Taking people out by the page: asked for of what the list shows, waited for, downloaded."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from m4c.core.worker import run_waiting
from m4c.people.models import PeopleExport
from tests.cast import Cast
from tests.importing import data_folder

__all__ = ["data_folder"]


@pytest.fixture
def organiser(cast: Cast, client: Client) -> Client:
    """The organiser, signed in and with a second factor."""
    Authenticator.objects.create(user=cast.organiser, type=Authenticator.Type.TOTP, data={"secret": "x"})
    client.force_login(cast.organiser)
    return client


def test_page_asks_makes_and_gives_the_file(organiser: Client):
    page = organiser.get(reverse("exports"), {"q": "bethan", "after": "x"})
    assert (page.context["asked_for"], page.context["count"]) == ("q=bethan", 1)
    assert "<c-" not in page.content.decode()
    sent = {"format": "csv", "chosen": ["first_name", "email"], "purpose": "Stall team"}
    answer = organiser.post(f"{reverse('exports')}?q=bethan", sent)
    export = PeopleExport.objects.get()
    assert answer["Location"] == reverse("export", kwargs={"uid": export.uid})
    assert "being made" in organiser.get(answer["Location"]).content.decode()
    run_waiting()
    here = reverse("export-file", kwargs={"uid": export.uid})
    for headers in ({}, {"HX-Request": "true"}):  # as a page, and as the part that waits for it
        body = organiser.get(answer["Location"], headers=headers).content.decode()
        assert ("Download the file" in body, f'href="{here}"' in body) == (True, True)
    file = organiser.get(here)
    content = b"".join(file.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    assert content.splitlines()[0] == "first_name,email"
    assert content.splitlines()[1].startswith("Bethan,")
    assert (file["Cache-Control"], file["Content-Type"]) == ("private, no-store", "text/csv; charset=utf-8")


def test_purpose_is_asked_for_and_what_was_typed_stays(organiser: Client):
    answer = organiser.post(reverse("exports"), {"format": "csv", "chosen": ["email"], "recipient": "Elm Row Printers"})
    assert (answer.status_code, "Elm Row Printers" in answer.content.decode()) == (422, True)
    assert not PeopleExport.objects.exists()


def test_what_is_taken_out_is_what_the_list_shows(cast: Cast, organiser: Client):
    organiser.post(reverse("narrow"), {"group": "st-mellons"})
    page = organiser.get(reverse("people")).content.decode()
    assert f"{reverse('exports')}?group=st-mellons" in page
