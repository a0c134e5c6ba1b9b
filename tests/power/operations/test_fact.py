"""Sourced facts of a public role, documents among them, and withdrawing a wrong one."""

from io import BytesIO

import pytest

from m4c.people.documents.sniffing import DocumentRefused
from m4c.power.models import PowerFact
from m4c.power.operations.fact import add_fact, withdraw_fact
from m4c.power.operations.powerholder import PowerRefused
from tests.cast import Cast
from tests.factories import NOW, doers
from tests.power.recording import fact_of, new_fact, owner_of

PDF = b"%PDF-1.7 minutes"


def test_add_fact_is_for_who_may_record_power_in_that_group(cast: Cast) -> None:
    new = new_fact(owner_of(cast))

    able = doers(lambda by: add_fact(group=cast.cardiff, new=new, at=NOW, by=by), cast)

    assert able == {"leader", "organiser", "national_organiser"}


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"words": " "}, "Write down the fact"),
        ({"source": " "}, "rumour"),
        ({"is_public_role": False}, "no private life, no health, no family"),
        ({"kind": "gossip"}, "what kind"),
        ({"kind": "document"}, "Add the document"),
    ],
)
def test_add_fact_refuses_what_may_not_be_recorded(cast: Cast, more: dict[str, object], why: str) -> None:
    owner = owner_of(cast)

    with pytest.raises(PowerRefused, match=why):
        fact_of(cast, owner, **more)
    assert not PowerFact.objects.exists()


def test_a_document_is_kept_under_its_uid_and_known_by_its_name(cast: Cast) -> None:
    fact = fact_of(cast, owner_of(cast), kind="document", document=BytesIO(PDF), document_name="../Minutes.pdf")

    assert fact.document.name is not None
    assert fact.document.name.endswith(f"{fact.uid.hex}.pdf")
    assert (fact.document_name, fact.document.read()) == ("Minutes.pdf", PDF)


@pytest.mark.parametrize(("content", "name"), [(b"", "a.pdf"), (b"MZ not a document", "a.exe"), (PDF, "a.docx")])
def test_a_file_that_is_none_of_ours_is_refused(cast: Cast, content: bytes, name: str) -> None:
    with pytest.raises(DocumentRefused):
        fact_of(cast, owner_of(cast), document=BytesIO(content), document_name=name)


def test_withdraw_fact_keeps_it_with_the_reason(cast: Cast) -> None:
    fact = fact_of(cast, owner_of(cast))

    with pytest.raises(PowerRefused, match="why"):
        withdraw_fact(fact=fact, because=" ", at=NOW, by=cast.leader)
    withdraw_fact(fact=fact, because="Another of that name", at=NOW, by=cast.organiser)
    with pytest.raises(PowerRefused, match="already"):
        withdraw_fact(fact=fact, because="Again", at=NOW, by=cast.leader)

    assert (PowerFact.objects.count(), PowerFact.objects.standing().count()) == (1, 0)
    assert fact.withdrawn_because == "Another of that name"
