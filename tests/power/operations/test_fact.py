"""Sourced facts of a public role, documents among them, and withdrawing a wrong one."""

from io import BytesIO

import pytest

from m4c.people.documents.files import path_of, take_file
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


@pytest.mark.django_db(transaction=True)
def test_a_document_lies_under_the_facts_uid_and_goes_when_it_is_withdrawn(cast: Cast) -> None:
    given = take_file(BytesIO(PDF), "../Minutes.pdf")
    fact = fact_of(cast, owner_of(cast), kind="document", document=given)

    assert (fact.uid, fact.document_name, fact.document_type) == (given.uid, "Minutes.pdf", "pdf")
    assert path_of(fact.uid).read_bytes() == PDF

    withdraw_fact(fact=fact, because="It names his daughter", at=NOW, by=cast.organiser)
    assert (path_of(fact.uid).exists(), fact.document_name, fact.document_type) == (False, "Minutes.pdf", "")


def test_withdraw_fact_keeps_it_with_the_reason(cast: Cast) -> None:
    fact = fact_of(cast, owner_of(cast))

    with pytest.raises(PowerRefused, match="why"):
        withdraw_fact(fact=fact, because=" ", at=NOW, by=cast.leader)
    withdraw_fact(fact=fact, because="Another of that name", at=NOW, by=cast.organiser)
    with pytest.raises(PowerRefused, match="already"):
        withdraw_fact(fact=fact, because="Again", at=NOW, by=cast.leader)

    assert (PowerFact.objects.count(), PowerFact.objects.standing().count()) == (1, 0)
    assert fact.withdrawn_because == "Another of that name"
