"""Parties of a covenant: they promise, sign a text, sign a later one, and leave."""

from datetime import timedelta
from typing import Any

import pytest

from m4c.commitments.models import CovenantParty, CovenantText
from m4c.commitments.operations.covenant import rewrite_covenant
from m4c.commitments.operations.covenant_party import (
    NewParty,
    PartyRefused,
    add_party,
    change_party,
    leave_covenant,
    sign_covenant,
)
from tests.cast import Cast
from tests.commitments.covenanting import SINCE, a_covenant, a_party, signed, text_of
from tests.factories import NOW, TODAY
from tests.power.recording import council_of


def test_a_body_is_a_group_of_ours_an_institution_or_words(cast: Cast) -> None:
    made = a_covenant(cast)
    for new in (
        NewParty(will_do="A", body=cast.st_mellons),
        NewParty(will_do="B", institution=council_of(cast)),
        NewParty(will_do="C", name="Shops"),
    ):
        add_party(covenant=made, new=new, at=NOW, by=cast.leader)
    assert [party.name for party in CovenantParty.objects.all()] == ["St Mellons", "Cardiff Council", "Shops"]


def test_a_body_without_name_or_promise_or_twice_is_refused(cast: Cast) -> None:
    made, council = a_covenant(cast), council_of(cast)
    a_party(cast, made)
    for new in (
        NewParty(will_do="A"),
        NewParty(will_do=" ", name="Shops"),
        NewParty(will_do="A", name="residents"),
        NewParty(will_do="A", body=cast.cardiff, institution=council),
    ):
        with pytest.raises(PartyRefused):
            add_party(covenant=made, new=new, at=NOW, by=cast.leader)


def test_what_was_signed_changes_by_a_new_text_alone(cast: Cast) -> None:
    made = a_covenant(cast)
    waits, bound = a_party(cast, made, "Shops"), signed(cast, made)
    change_party(party=waits, new=NewParty(name="Shops", will_do="Other"), by=cast.leader)
    with pytest.raises(PartyRefused):
        change_party(party=bound, new=NewParty(name="Residents", will_do="Other"), by=cast.leader)
    change_party(party=bound, new=NewParty(name="All residents", will_do=bound.will_do), by=cast.leader)
    assert (waits.will_do, bound.name) == ("Other", "All residents")


def test_a_signature_says_who_and_lies_after_the_text(cast: Cast) -> None:
    made = a_covenant(cast)
    party, elsewhere = a_party(cast, made), a_covenant(cast, name="Other")
    given: dict[str, Any] = {"party": party, "text": text_of(made), "on": TODAY, "signed_by": "The chair"}
    for more in (
        {"signed_by": " "},
        {"on": SINCE - timedelta(days=1)},
        {"on": TODAY + timedelta(days=1)},
        {"text": text_of(elsewhere)},
    ):
        with pytest.raises(PartyRefused):
            sign_covenant(**given | more, at=NOW, by=cast.leader)
    sign_covenant(**given, at=NOW, by=cast.leader)
    with pytest.raises(PartyRefused):
        sign_covenant(**given, at=NOW, by=cast.leader)


def test_signing_a_later_text_leaves_the_earlier_signature_on_record(cast: Cast) -> None:
    made = a_covenant(cast)
    first = signed(cast, made)
    rewrite_covenant(covenant=made, words="More", on=TODAY, because="We learnt", at=NOW, by=cast.leader)
    given: dict[str, Any] = {"text": text_of(made), "on": TODAY, "signed_by": "The chair", "will_do": "Saturdays too."}
    before, now = sign_covenant(party=first, **given, at=NOW, by=cast.leader)
    numbers = CovenantText.objects.in_bulk()
    assert (before.ended_on, numbers[before.text_id or 0].number, numbers[now.text_id or 0].number) == (TODAY, 1, 2)
    assert (now.will_do, now.name) == ("Saturdays too.", "Residents")
    with pytest.raises(PartyRefused):
        sign_covenant(party=before, **given, at=NOW, by=cast.leader)


def test_leaving_says_why_and_twice_is_once(cast: Cast) -> None:
    party = signed(cast, a_covenant(cast))
    given: dict[str, Any] = {"party": party, "on": TODAY, "because": "Closed"}
    for more in ({"because": ""}, {"on": SINCE}, {"on": TODAY + timedelta(days=1)}):
        with pytest.raises(PartyRefused):
            leave_covenant(**given | more, at=NOW, by=cast.leader)
    leave_covenant(party=party, on=TODAY, because="Closed", at=NOW, by=cast.leader)
    leave_covenant(party=party, on=TODAY, because="Other", at=NOW, by=cast.leader)
    assert (party.ended_on, party.ended_because) == (TODAY, "Closed")
