"""Who holds no public office is "the owner" in every word of the page, until a second person decides."""

import pytest

from m4c.campaigns.models import NamingDecision
from m4c.campaigns.operations.naming_decision import NamingRefused, ask_to_name, decide_to_name, end_naming
from m4c.campaigns.press.naming import Naming, without
from tests.campaigns.press.telling import OWNER, a_councillor, an_owner, ready
from tests.cast import Cast
from tests.factories import NOW, TODAY


@pytest.mark.parametrize(
    ("text", "veiled"),
    [
        ("Mr Anand Kapadia owns it", "The owner owns it"),
        ("We rang Anand Kapadia.", "We rang the owner."),
        ("We rang Mr. Kapadia twice. Kapadia hung up.", "We rang the owner twice. The owner hung up."),
        ("KAPADIA's land", "The owner's land"),
        ("Kapadias and Ananda", "Kapadias and Ananda"),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, veiled: str) -> None:
    assert without(text, OWNER, "the owner") == veiled


def test_office_holders_are_named_and_owners_are_not(cast: Cast) -> None:
    owner, councillor = an_owner(cast), a_councillor(cast)
    naming = Naming.of(ready(cast, owner, councillor), [owner, councillor], TODAY)
    assert (naming.called(owner), naming.called(councillor)) == ("the owner", councillor.name)
    assert (naming.role(owner), naming.role(councillor)) == ("", "Cabinet member 0, Cardiff Council")
    assert naming.veil("Ring Mr Kapadia on 07700 900123 or a.k@example.org") == "Ring the owner on … or …"


def test_an_office_that_has_ended_is_no_public_office(cast: Cast) -> None:
    councillor = a_councillor(cast)
    campaign = ready(cast, councillor)
    councillor_before = Naming.of(campaign, [councillor], TODAY.replace(year=2024))
    assert councillor_before.called(councillor) == "the decision-maker"


def test_a_second_person_decides_with_a_reason(cast: Cast) -> None:
    owner = an_owner(cast)
    campaign = ready(cast, owner)
    asked = ask_to_name(campaign=campaign, powerholder=owner, why="He decides alone", at=NOW, by=cast.organiser)[0]
    for by, answer, code in ((cast.organiser, "Yes", "same_person"), (cast.editor, " ", "no_reason")):
        with pytest.raises(NamingRefused) as refused:
            decide_to_name(decision=asked, agreed=True, answer=answer, at=NOW, by=by)
        assert refused.value.code == code
    decide_to_name(decision=asked, agreed=True, answer="It is in the land register", at=NOW, by=cast.editor)
    assert Naming.of(campaign, [owner], TODAY).called(owner) == OWNER
    with pytest.raises(NamingRefused) as refused:
        decide_to_name(decision=asked, agreed=False, answer="No", at=NOW, by=cast.editor)
    assert refused.value.code == "decided"
    end_naming(decision=asked, at=NOW, by=cast.organiser)
    assert Naming.of(campaign, [owner], TODAY).called(owner) == "the owner"


def test_what_cannot_be_asked(cast: Cast) -> None:
    owner, councillor, stranger = an_owner(cast), a_councillor(cast), an_owner(cast, "Ms Else Where")
    campaign = ready(cast, owner, councillor)
    for powerholder, why, code in (
        (owner, " ", "no_reason"),
        (stranger, "So", "elsewhere"),
        (councillor, "So", "public"),
    ):
        with pytest.raises(NamingRefused) as refused:
            ask_to_name(campaign=campaign, powerholder=powerholder, why=why, at=NOW, by=cast.organiser)
        assert refused.value.code == code
    asked = ask_to_name(campaign=campaign, powerholder=owner, why="So", at=NOW, by=cast.organiser)[0]
    with pytest.raises(NamingRefused) as refused:
        ask_to_name(campaign=campaign, powerholder=owner, why="So", at=NOW, by=cast.leader)
    assert refused.value.code == "asked"
    decide_to_name(decision=asked, agreed=False, answer="Not needed", at=NOW, by=cast.editor)
    ask_to_name(campaign=campaign, powerholder=owner, why="He wrote to the papers", at=NOW, by=cast.leader)
    assert NamingDecision.objects.filter(ended_at=None).count() == 1
