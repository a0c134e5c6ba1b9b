"""Whom to ring of how an issue moved: by numbers that may be rung, with what makes it safe above, a page of them."""

from typing import Any

import pytest
from django.urls import reverse

from m4c.listening.deciding import to_ring
from m4c.listening.models import IssueMove, WordBack
from m4c.people.models import Channel, Person, Protection
from m4c.people.operations.consent import record_consent
from tests.cast import Cast
from tests.factories import NOW, TODAY, queries_of, signed_in, somebody, words_of
from tests.listening.deciding.making import issue_of

pytestmark = pytest.mark.django_db
PAGE = "words-to-ring"


def waits(cast: Cast, *people: Person, **more: Any) -> list[WordBack]:
    """They are to be rung of a move."""
    move = IssueMove.objects.first() or IssueMove.objects.create(
        issue=issue_of(cast, tells=False), on=TODAY, words="The council agreed to look", by=cast.organiser
    )
    return [WordBack.objects.create(move=move, person=person, state="to_ring", **more) for person in people]


def test_each_stands_with_what_to_tell_and_the_numbers_that_may_be_rung(cast: Cast) -> None:
    ann, bob = somebody(cast, "Ann Ash", phones=["07700 900111"]), somebody(cast, "Bob Beech", phones=["07700 900112"])
    said: dict[str, Any] = {"channel": Channel.PHONE, "purpose": "all", "state": "objected", "source": "by letter"}
    record_consent(person=bob, at=NOW, by=cast.operator, **said)
    waits(cast, ann, bob, somebody(cast, "Cai Coed"))
    shown = words_of(signed_in(cast, "organiser").get(reverse(PAGE)))
    assert ("07700 900111" in shown, "07700 900112" in shown, "The council agreed to look" in shown) == (
        True,
        False,
        True,
    )
    assert shown.count("Do not ring: Objected on 5 October 2026.") == 1
    assert shown.count("We have no number of theirs.") == 1


@pytest.mark.parametrize("note", ["Never ring in the evening", ""])
def test_what_makes_it_safe_stands_above_for_their_own_contact_alone(cast: Cast, note: str) -> None:
    safe = cast.person("protected_member")
    Protection.objects.filter(person=safe).update(safe_contact_note=note)
    waits(cast, safe, teller=cast.person("leader"))
    shown = words_of(signed_in(cast, "leader").get(reverse(PAGE)))
    above = note or "Nobody has written down yet how to reach them safely."
    assert shown.index(above) < shown.index("Open their own page first.")
    others = words_of(signed_in(cast, "organiser").get(reverse(PAGE)))
    assert (safe.name in others, above in others) == (False, False)


def test_whom_somebody_else_tells_is_not_on_ones_list(cast: Cast) -> None:
    waits(cast, somebody(cast, "Ann Ash"), teller=cast.person("leader"))
    assert "Ann Ash" in words_of(signed_in(cast, "leader").get(reverse(PAGE)))
    assert "Ann Ash" not in words_of(signed_in(cast, "organiser").get(reverse(PAGE)))


def test_the_list_is_kept_to_a_page(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(to_ring, "ON_A_PAGE", 2)
    waits(cast, *(somebody(cast, f"Ann {name}") for name in ("Ash", "Beech", "Coed", "Derw")))
    shown = words_of(signed_in(cast, "organiser").get(reverse(PAGE)))
    assert ("Ann Beech" in shown, "Ann Coed" in shown) == (True, False)
    assert "And 2 more: they stand here once some of these are told." in shown


def test_it_asks_as_much_however_many_there_are(cast: Cast) -> None:
    client = signed_in(cast, "organiser")
    waits(cast, somebody(cast, "Ann Ash", phones=["07700 900111"]))
    few = queries_of(client, reverse(PAGE))
    waits(cast, *(somebody(cast, f"Ann {name}", phones=["07700 900113"]) for name in ("Beech", "Coed")))
    assert queries_of(client, reverse(PAGE)) == few
