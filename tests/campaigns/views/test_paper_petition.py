"""The pages of a petition on paper: begun, printed, counted, typed, brought in, kept on record and handed in."""

from io import BytesIO
from typing import Any
from unittest.mock import patch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pypdf import PdfReader

from m4c.campaigns.ladder.petition_paper import TEMPLATE
from m4c.campaigns.ladder.petition_paper import told as sheet_told
from m4c.campaigns.models import HandIn, PaperPetition, PaperSignature, PetitionSheet
from m4c.core.pdf import laid_out
from m4c.core.worker import run_waiting
from m4c.people.models import Consent
from tests.campaigns.ladder.making import campaign_of, petition_of
from tests.cast import Cast
from tests.factories import TODAY, signed_in, words_of

HOME = "/organise/campaigns/"


@pytest.fixture
def client(cast: Cast) -> Client:
    """Cardiff's leader."""
    return signed_in(cast, "leader")


def page_of(petition: PaperPetition, more: str = "") -> str:
    """The address of a petition."""
    return f"{HOME}petitions/{petition.uid}/{more}"


def test_it_is_begun_and_listed_with_how_many_signed(cast: Cast, client: Client) -> None:
    campaign = campaign_of(cast)
    assert "Nothing to sign yet" in words_of(client.get(f"{HOME}{campaign.uid}/petitions/"))
    sent = {"title": "Build", "wording": "We ask him to build.", "opened_on": TODAY, "to_whom": "The owner"}
    assert client.post(f"{HOME}{campaign.uid}/petitions/new/", sent).status_code == 302
    assert "0 signatures" in words_of(client.get(f"{HOME}{campaign.uid}/petitions/"))


def test_sheets_are_printed_with_the_next_numbers(cast: Cast, client: Client) -> None:
    petition = petition_of(cast)
    told: list[Any] = []

    def laid_out(_template: str, words: Any) -> bytes:
        told.append(words)
        return b"%PDF"

    with patch("m4c.campaigns.ladder.petition_paper.laid_out_apart", laid_out):
        for number in (2, 1):
            answer = client.post(page_of(petition, "sheets/"), {"number": number})
            run_waiting()
    assert [each["sheets"] for each in told] == [["1", "2"], ["3"]]
    assert "Download the PDF" in words_of(client.get(answer["Location"]))
    assert client.get(f"{answer['Location']}pdf/").content == b"%PDF"
    assert signed_in(cast, "organiser").get(f"{answer['Location']}pdf/").status_code == 404


def test_a_sheet_has_a_privacy_notice_and_a_box_for_each_way(cast: Cast) -> None:
    told = sheet_told(petition_of(cast), cast.organiser, range(1, 2))
    assert told["notice"].startswith("Cardiff keeps your name")
    assert len(told["boxes"]) == 2


def test_a_sheet_is_counted_and_its_lines_are_typed_at_once(cast: Cast, client: Client) -> None:
    petition = petition_of(cast)
    answer = client.post(page_of(petition, "counting/"), {"number": 4, "signatures": 7})
    sheet = PetitionSheet.objects.get()
    assert answer["Location"] == f"{HOME}sheets/{sheet.uid}/"
    sent = {"line1-name": "Amal", "line1-email": "amal@example.org", "line1-agreed_email": "on", "line3-name": "Bea"}
    assert client.post(answer["Location"], sent | {"signed_on": TODAY}).status_code == 302
    assert list(PaperSignature.objects.values_list("line", "name", "agreed_email")) == [
        (1, "Amal", True),
        (3, "Bea", False),
    ]
    told = words_of(client.post(answer["Location"], {"line2-email": "cai@example.org"}), 422)
    assert "Whose line is it?" in told


def test_whoever_ticked_a_box_is_kept_on_record_by_a_press(cast: Cast, client: Client) -> None:
    petition = petition_of(cast)
    file = SimpleUploadedFile("s.csv", b"Name,E-mail,OK to e-mail\nAmal Yusuf,amal@example.org,yes\nBea Bell,,\n")
    told = words_of(client.post(page_of(petition, "file/"), {"file": file}))
    assert "2 new, 0 stood there before, 0 refused." in told
    told = words_of(client.get(page_of(petition, "ticks/")))
    assert ("Amal Yusuf" in told, "Bea Bell" in told) == (True, False)
    row = PaperSignature.objects.get(name="Amal Yusuf")
    client.post(f"{HOME}signatures/{row.uid}/record/")
    assert Consent.objects.filter(person__given_name="Amal", channel="email").count() == 1


def test_a_file_without_names_is_refused_on_the_form(cast: Cast, client: Client) -> None:
    file = SimpleUploadedFile("s.csv", b"Colour,Size\nred,3\n")
    told = words_of(client.post(page_of(petition_of(cast), "file/"), {"file": file}), 422)
    assert "No column of this file holds names" in told


def test_it_is_handed_in_and_the_answer_kept(cast: Cast, client: Client) -> None:
    petition = petition_of(cast)
    client.post(page_of(petition, "hand-ins/"), {"on": TODAY, "to_whom": "Mr Kapadia", "number": "41"})
    handed = HandIn.objects.get()
    client.post(f"{HOME}hand-ins/{handed.uid}/answer/", {"on": TODAY, "answer": "I will build."})
    assert "I will build." in words_of(client.get(page_of(petition)))


@pytest.mark.parametrize(
    ("wording", "lines"),
    [
        ("Homes and a shop on the old site.", "12"),
        ("We who live here ask for homes and a shop on this site. " * 35, "6"),
        ("A line of it.\n\n" * 130, "6"),
    ],
)
def test_a_sheet_is_one_page_however_long_its_wording(cast: Cast, wording: str, lines: str) -> None:
    petition = petition_of(cast)
    petition.wording = wording
    told = sheet_told(petition, cast.organiser, range(1, 3))
    pages = PdfReader(BytesIO(laid_out(TEMPLATE, told))).pages
    assert len(pages) == 2
    assert all(lines in page.extract_text().split() for page in pages)
    assert all("Signatures on this sheet" in page.extract_text() for page in pages)
