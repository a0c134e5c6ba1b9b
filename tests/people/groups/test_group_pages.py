"""A group's pages: what each says to whom, what was typed and refused stays, and the price of each stays the same."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from m4c.people.documents.files import take_file
from m4c.people.models import DocumentVersion, Group, GroupDocument, GroupMerge, PassingAsking
from m4c.people.operations.group import make_group
from m4c.people.operations.group_birth import date_stage, say_origin, thank_supporter
from m4c.people.operations.group_document import keep_document
from m4c.people.operations.group_merge import merge_group
from m4c.people.operations.group_passing import begin_passing
from m4c.people.operations.group_purpose import say_purpose
from m4c.people.operations.membership import join
from tests.cast import Cast
from tests.factories import queries_of, signed_in, somebody, words_of
from tests.importing import data_folder
from tests.people.groups.making import PDF, upload

__all__ = ["data_folder"]

WORDS = "Nobody in Cardiff fights a landlord alone."


def at(name: str, slug: str = "cardiff") -> str:
    return reverse(name, args=[slug])


@pytest.fixture
def organiser(cast: Cast) -> Client:
    return signed_in(cast, "organiser")


@pytest.fixture
def careful(cast: Cast, sign_in: Any) -> Client:
    """The national organiser, with a second factor."""
    client: Client = sign_in(cast.national_organiser, second_factor=True)
    return client


def test_purpose_stands_on_the_page_with_its_history(cast: Cast, organiser: Client, now: datetime) -> None:
    say_purpose(group=cast.cardiff, words="We meet.", at=now, by=cast.leader)
    answer = organiser.post(at("say-purpose"), {"words": WORDS})

    assert answer["Location"] == at("group")
    assert WORDS in words_of(signed_in(cast, "leader_elsewhere").get(at("group")))
    story = words_of(organiser.get(at("group-story")))
    assert [words in story for words in (WORDS, "We meet.", "Bethan Griffiths")] == [True, True, True]
    assert "Bethan Griffiths" not in words_of(signed_in(cast, "leader_elsewhere").get(at("group-story")))


@pytest.mark.parametrize("words", ["", "   ", "x" * 301])
def test_purpose_refused_keeps_what_was_typed(organiser: Client, words: str) -> None:
    page = words_of(organiser.post(at("say-purpose"), {"words": words}), 422)

    assert words.strip() in page


def test_birth_is_told_by_three_forms(cast: Cast, organiser: Client) -> None:
    url = at("tell-birth")
    organiser.post(url, {"part": "stage", "stage-stage": "named", "stage-on": "2024-05-01"})
    organiser.post(url, {"part": "origin", "origin-earlier": "wales", "origin-words": "Their tenants' night"})
    organiser.post(url, {"part": "supporter", "supporter-body": cast.partner.slug, "supporter-words": "Lent a hall"})
    page = words_of(organiser.get(url))
    story = words_of(organiser.get(at("group-story")))

    for words in ("1 May 2024", "Their tenants&#x27; night", escape(cast.partner.name), "Lent a hall"):
        assert (words in page, words in story) == (True, True), words


@pytest.mark.parametrize(
    "sent",
    [
        {"part": "stage", "stage-stage": "famous", "stage-on": "2024-05-01"},
        {"part": "stage", "stage-stage": "named", "stage-on": "2999-05-01"},
        {"part": "origin"},
        {"part": "origin", "origin-source": "events.event:999999"},
        {"part": "origin", "origin-source": "events.event:x"},
        {"part": "supporter"},
        {"part": "supporter", "supporter-person": "No Body"},
    ],
)
def test_birth_refuses_beside_the_form(organiser: Client, sent: dict[str, str]) -> None:
    words_of(organiser.post(at("tell-birth"), sent), 422)


def test_odd_part_of_the_birth_changes_nothing(organiser: Client) -> None:
    words_of(organiser.post(at("tell-birth"), {"part": "../../x\0"}))


def test_document_is_put_there_renewed_opened_and_taken_away(
    cast: Cast, organiser: Client, django_capture_on_commit_callbacks: Any
) -> None:
    sent = {"title": "Constitution", "audience": "group", "file": upload()}
    page = organiser.post(at("keep-document"), sent)["Location"]
    document = GroupDocument.objects.get()
    renewed = {"file": upload("new.pdf", PDF + b"2"), "remark": "Two chairs"}
    organiser.post(reverse("keep-version", args=[document.uid]), renewed)
    first = DocumentVersion.objects.get(number=1)
    answer = signed_in(cast, "member").get(reverse("document-version", args=[first.uid]))

    assert b"".join(answer.streaming_content) == PDF  # type: ignore[attr-defined]
    assert answer["Content-Disposition"] == 'attachment; filename="constitution.pdf"'
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/pdf", "private, no-store")
    assert [words in words_of(organiser.get(page)) for words in ("Two chairs", "Version 1")] == [True, True]
    assert "version 2" in words_of(organiser.get(at("group-documents")))
    with django_capture_on_commit_callbacks(execute=True):
        organiser.post(reverse("withdraw-version", args=[first.uid]))
    assert organiser.get(reverse("document-version", args=[first.uid])).status_code == 404
    assert "Taken away on" in words_of(organiser.get(page))


def test_document_refused_leaves_no_file(organiser: Client, data_folder: Any) -> None:
    sent = {"title": "Constitution", "audience": "group"}
    pages = [
        words_of(organiser.post(at("keep-document"), sent | more), 422)
        for more in (
            {"file": upload("a.exe", b"MZ")},
            {},
            {"file": upload(), "title": " "},
            {"file": upload("a.pdf", b"")},
        )
    ]

    assert ["none" in pages[0], "Constitution" in pages[1]] == [True, True]
    assert list((data_folder / "documents").glob("*")) == []


def test_merge_shows_what_moves_and_then_does_it(cast: Cast, careful: Client) -> None:
    somebody(cast, "Amal Yusuf", cast.st_mellons)
    join(person=cast.person("leader"), group=cast.st_mellons, role="chair", by=cast.operator)
    page = words_of(careful.get(at("merge-group", "st-mellons")))
    answer = careful.post(at("merge-group", "st-mellons"), {"into": "cardiff", "on": "2026-10-01"})

    assert [words in page for words in ("Memberships", "Bethan Griffiths", "cannot be undone")] == [True, True, True]
    assert (answer["Location"], GroupMerge.objects.get().gone) == (at("group"), cast.st_mellons)
    assert careful.get(at("group", "st-mellons"))["Location"] == at("group")
    assert "became part of" in words_of(careful.get(at("group-story", "st-mellons")))
    assert Client().get(reverse("public-group", args=["st-mellons"]))["Location"] == reverse(
        "public-group", args=["cardiff"]
    )


@pytest.mark.parametrize("into", ["st-mellons", "", "nowhere", "cardiff-renters-coalition"])
def test_merge_refuses_beside_the_field(careful: Client, into: str) -> None:
    page = careful.post(at("merge-group", "st-mellons"), {"into": into, "on": "2026-10-01"})

    assert (page.status_code, list(page.context["form"].errors)) == (422, ["into"])


def test_move_offers_groups_elsewhere(cast: Cast) -> None:
    client = signed_in(cast, "national_organiser")
    offered = set(client.get(at("move-group")).context["form"].fields["parent"].queryset)
    answer = client.post(at("move-group"), {"parent": "england"})

    assert {cast.cardiff, cast.st_mellons, cast.wales, cast.coalition} & offered == set()
    assert (answer["Location"], Group.objects.get(slug="cardiff").parent) == (at("group"), cast.england)


def test_closing_is_begun_asked_answered_and_ended(cast: Cast, organiser: Client) -> None:
    amal = somebody(cast, "Amal Yusuf", cast.st_mellons)
    join(person=cast.person("member"), group=cast.st_mellons, by=cast.operator)
    url, today = at("close-group", "st-mellons"), timezone.localdate()
    organiser.post(url, {"closes_on": today.isoformat(), "into": "cardiff", "why": "Too few of us"})
    asking = PassingAsking.objects.get(person=amal)
    page = words_of(organiser.get(url))
    organiser.post(reverse("take-asking", args=[asking.uid]))
    asked = words_of(organiser.get(url))
    organiser.post(reverse("answer-asking", args=[asking.uid]), {"answer": "along", "words": "Only with Siân"})
    own = PassingAsking.objects.get(person=cast.person("member"))
    member = signed_in(cast, "member")

    assert ["Amal Yusuf" in page, "Siân Prosser asks them" in asked] == [True, True]
    assert "Only with Siân" in words_of(organiser.get(url))
    assert "I go along to Cardiff" in words_of(member.get(reverse("own-asking", args=[own.uid])))
    member.post(reverse("own-asking", args=[own.uid]), {"answer": "movement"})
    assert "What you said" in words_of(member.get(reverse("own-asking", args=[own.uid])))
    assert "Closes on" in words_of(organiser.get(at("group", "st-mellons")))
    organiser.post(at("end-group", "st-mellons"))
    assert Group.objects.get(slug="st-mellons").ended_on is not None


@pytest.mark.parametrize(
    "sent",
    [
        {"closes_on": "soon", "why": "x"},
        {"closes_on": "2020-01-01", "why": "x"},
        {"closes_on": "2999-01-01", "why": " "},
    ],
)
def test_closing_refuses(organiser: Client, sent: dict[str, str]) -> None:
    words_of(organiser.post(at("close-group", "st-mellons"), sent), 422)


@pytest.mark.parametrize("answer", ["", "maybe", "along"])
def test_answer_refuses_what_is_not_offered(cast: Cast, organiser: Client, now: datetime, answer: str) -> None:
    amal = somebody(cast, "Amal Yusuf", cast.st_mellons)
    day = now.date() + timedelta(days=30)
    begin_passing(group=cast.st_mellons, into=None, closes_on=day, why="Few", at=now, by=cast.organiser)
    asking = PassingAsking.objects.get(person=amal)

    words_of(organiser.post(reverse("answer-asking", args=[asking.uid]), {"answer": answer}), 422)
    assert PassingAsking.objects.get().answer == ""


def fill(cast: Cast, now: datetime, number: int) -> None:
    """So many of everything that Cardiff's and St Mellons' pages show."""
    for place in range(number):
        when = now + timedelta(minutes=place)
        say_purpose(group=cast.cardiff, words=f"We meet, {place}.", at=when, by=cast.leader)
        say_origin(group=cast.cardiff, words=f"Night {place}", at=when, by=cast.leader)
        thank_supporter(group=cast.cardiff, person=somebody(cast, f"Ann Ash{place}"), at=when, by=cast.organiser)
        somebody(cast, f"Bob Beech{place}", cast.st_mellons)
        file = take_file(upload("a.pdf", PDF + bytes([place + 49])), "a.pdf")
        keep_document(group=cast.cardiff, title=f"Paper {place}", given=file, at=when, by=cast.leader)
        gone = make_group(parent=cast.wales, name=f"Gone {place}", by=cast.operator)
        merge_group(groups=[gone, cast.cardiff], on=now.date(), at=now, by=cast.operator)
    date_stage(group=cast.cardiff, stage="named", on=date(2024, 5, 1), at=now, by=cast.leader)
    day = now.date() + timedelta(days=30)
    begin_passing(group=cast.st_mellons, into=cast.cardiff, closes_on=day, why="Few", at=now, by=cast.organiser)


@pytest.mark.parametrize(
    ("name", "slug", "most"),
    [
        ("group", "cardiff", 30),
        ("group-story", "cardiff", 24),
        ("group-documents", "cardiff", 12),
        ("tell-birth", "cardiff", 24),
        ("close-group", "st-mellons", 14),
    ],
)
def test_pages_cost_the_same_for_one_and_three(cast: Cast, now: datetime, name: str, slug: str, most: int) -> None:
    prices = []
    for number in (1, 3):
        with transaction.atomic():
            fill(cast, now, number)
            client = signed_in(cast, "organiser")
            client.get(at(name, slug))
            prices.append(queries_of(client, at(name, slug)))
            transaction.set_rollback(True)

    assert (prices[0] == prices[1], prices[0] <= most) == (True, True), prices
