"""The forms of power: each is filled in and leads on, names are picked, and what was typed stays if refused."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from m4c.power.models import Influence, Office, PowerFact, Powerholder, SiteOwner, Tenure
from tests.cast import Cast
from tests.factories import TODAY, queries_of, signed_in, words_of
from tests.power.recording import (
    OWNER,
    council_of,
    fact_of,
    line_of,
    office_of,
    owned_by,
    owner_of,
    site_of,
    tenure_of,
)

DAY = TODAY.isoformat()
SOURCED = {"source": "Register", "source_on": DAY}


def send(cast: Cast, route: str, sent: dict[str, Any], of: Any = None, who: str = "leader") -> Any:
    """What a form answers."""
    return signed_in(cast, who).post(reverse(route, kwargs={"uid": of.uid} if of else None), sent)


def test_a_powerholder_is_written_down_with_a_source(cast: Cast) -> None:
    assert send(cast, "add-powerholder", {"name": "Ada Pryce"}).status_code == 422
    answer = send(cast, "add-powerholder", {"name": "Ada Pryce", "email": "ada@example.org", **SOURCED})

    added = Powerholder.objects.get()
    assert answer["Location"] == reverse("powerholder", kwargs={"uid": added.uid})
    assert (added.contact_checked_on, added.source) == (TODAY, "Register")


def test_the_only_office_of_that_name_is_taken_and_of_two_one_is_picked(cast: Cast) -> None:
    owner, first = owner_of(cast), office_of(cast, name="Leader")
    assert send(cast, "begin-tenure", {"office": "leader", **SOURCED}, owner).status_code == 302
    second = office_of(cast, council_of(cast, "Swansea Council"), "Leader")

    asked = send(cast, "begin-tenure", {"office": "Leader", **SOURCED}, owner_of(cast, "Another"))
    words = words_of(asked, 422)
    assert "Swansea Council" in words
    assert "Which of them?" in words
    other = Powerholder.objects.get(name="Another")
    picked = {"office": "Leader", "office-chosen": str(second.uid), **SOURCED}
    assert send(cast, "begin-tenure", picked, other).status_code == 302

    assert {tenure.office for tenure in Tenure.objects.all()} == {first, second}


def test_a_name_that_is_not_on_record_is_said_to_be_none(cast: Cast) -> None:
    answer = send(cast, "say-site-owner", {"owner": "Nobody at all", "source": "Register"}, site_of(cast))

    assert "Write it down first" in words_of(answer, 422)


def test_names_are_offered_while_one_types(cast: Cast) -> None:
    owner_of(cast)
    client = signed_in(cast, "leader")

    told = words_of(client.get(reverse("pick-power"), {"what": "powerholder+institution", "other": "kapa"}))

    assert OWNER in told
    for wrong in ({"what": "person", "other": "kapa"}, {"what": "powerholder"}, {"what": "powerholder", "a b": "x"}):
        assert client.get(reverse("pick-power"), wrong).status_code == 404


def test_a_line_is_drawn_either_way(cast: Cast) -> None:
    owner, council = owner_of(cast), council_of(cast)
    for way in ("from", "to"):
        sent = {"way": way, "other": council.name, "kind": "funds", **SOURCED}
        assert send(cast, "draw-line", sent, owner).status_code == 302

    ends = [
        (line.from_institution or line.from_powerholder, line.to_institution or line.to_powerholder)
        for line in Influence.objects.order_by("pk")
    ]
    assert ends == [(council, owner), (owner, council)]


def test_a_site_is_owned_by_whoever_is_picked(cast: Cast) -> None:
    owner = owner_of(cast)

    send(cast, "say-site-owner", {"owner": OWNER, "source": "Register"}, site_of(cast))

    assert SiteOwner.objects.get().powerholder == owner


def test_the_form_of_a_fact_says_what_may_be_recorded_and_refuses_the_rest(cast: Cast) -> None:
    owner = owner_of(cast)
    page = reverse("add-power-fact", kwargs={"uid": owner.uid})
    words = words_of(signed_in(cast, "leader").get(page))
    assert "No private life: no family, no health" in words

    sent = {"kind": "asset", "words": "Owns a second shop", "group": cast.cardiff.slug, **SOURCED}
    refused = words_of(send(cast, "add-power-fact", sent, owner), 422)
    assert "no private life, no health, no family" in refused
    assert "Owns a second shop" in refused
    assert send(cast, "add-power-fact", sent | {"is_public_role": "on"}, owner).status_code == 302


def test_a_document_opens_for_who_may_see_power_and_not_once_it_is_withdrawn(cast: Cast) -> None:
    owner = owner_of(cast)
    sent = {"kind": "document", "words": "The lease", "group": cast.cardiff.slug, "is_public_role": "on", **SOURCED}
    file = SimpleUploadedFile("lease.pdf", b"%PDF-1.7 lease", "application/pdf")
    assert send(cast, "add-power-fact", sent | {"document": file}, owner).status_code == 302
    fact = PowerFact.objects.get()
    address = reverse("power-document", kwargs={"uid": fact.uid})

    answer = signed_in(cast, "editor").get(address)
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 lease"  # type: ignore[attr-defined]
    assert answer["Content-Disposition"] == 'attachment; filename="lease.pdf"'
    assert signed_in(cast, "member").get(address).status_code == 403
    send(cast, "withdraw-power-fact", {"because": "An old one"}, fact)
    assert signed_in(cast, "editor").get(address).status_code == 404
    words = words_of(signed_in(cast, "leader").get(reverse("powerholder", kwargs={"uid": owner.uid})))
    assert "An old one" in words


@pytest.mark.parametrize("shown", ["institution", "office", "site"])
def test_pages_take_as_many_queries_for_three_as_for_one(cast: Cast, shown: str) -> None:
    client, counts = signed_in(cast, "leader"), []
    for number in (1, 3):
        body = council_of(cast, f"Council {number}", parent=None)
        office = office_of(cast, body, f"Many {number}", seats=5)
        site = site_of(cast, f"Site {number}")
        for at in range(number):
            owner = owner_of(cast, f"Owner {number} {at}")
            tenure_of(cast, owner, office)
            office_of(cast, body, f"Office {at}")
            council_of(cast, f"Part {number} {at}", kind="other", parent=body)
            fact_of(cast, body, words=f"Fact {at}")
            fact_of(cast, owner, kind="attempt", site=site)
            line_of(cast, owner, body)
            owned_by(cast, site, owner)
        address = reverse(shown, kwargs={"uid": {"institution": body, "office": office, "site": site}[shown].uid})
        counts.append(queries_of(client, address))

    assert counts[0] == counts[1]


def test_an_offices_page_shows_who_held_it_when(cast: Cast) -> None:
    office = office_of(cast)
    tenure_of(cast, owner_of(cast, "First Holder"), office, ended_on=TODAY)
    tenure_of(cast, owner_of(cast, "Second Holder"), office, started_on=TODAY)

    answer = signed_in(cast, "leader").get(reverse("office", kwargs={"uid": office.uid}))

    names = [[str(row.tenure.powerholder) for row in answer.context[part]] for part in ("now", "before")]
    assert names == [["Second Holder"], ["First Holder"]]
    assert Office.objects.get() == office


def test_every_form_is_drawn(cast: Cast) -> None:
    owner, body, site = owner_of(cast), council_of(cast), site_of(cast)
    office = office_of(cast, body)
    client = signed_in(cast, "leader")
    of = {
        owner: ("change-powerholder", "say-own-person", "begin-tenure", "add-power-attempt", "record-presence"),
        body: ("change-institution", "end-institution", "add-office", "add-body-fact"),
        office: ("change-office", "end-power-office", "begin-tenure-in"),
        site: ("change-site", "say-site-state", "say-site-owner"),
    }
    for record, routes in of.items():
        for route in routes:
            words_of(client.get(reverse(route, kwargs={"uid": record.uid})))
    for route in ("add-powerholder", "add-institution", "add-site", "write-up-research"):
        words_of(client.get(reverse(route)))
    for route in ("draw-line", "say-acquaintance"):
        words_of(client.get(reverse(route, kwargs={"uid": owner.uid})))
