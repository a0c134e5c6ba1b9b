"""Suggesting who may be on record twice, and saying that two people are two."""

from collections.abc import Callable
from datetime import datetime

import pytest

from m4c.core.errors import NotAllowed
from m4c.core.permissions import Role
from m4c.people.doubles.tasks import look_for_doubles as look_through_everybody
from m4c.people.models import Account, DoubleSuggestion, Group, Person
from m4c.people.operations.double import DoubleRefused, look_for_doubles, say_two_people, suggest_by_hand
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.person import set_contact_details
from m4c.people.operations.protection import keep_safe
from m4c.people.permissions import MERGE_PEOPLE, SEE_PEOPLE
from tests.cast import Cast

Add = Callable[..., Person]


@pytest.fixture
def worker(cast: Cast) -> Account:
    """The schedule's account."""
    return Account.objects.of_system(Role.WORKER)


def pair(cast: Cast, add: Add, group: Group | None = None) -> tuple[Person, Person]:
    """Somebody on record twice."""
    first = add("Amal Yusuf", cast.cardiff, emails=["amal@example.org"])
    return first, add("Amal Yousuf", group or cast.cardiff, emails=["Amal@example.org"])


def suggested() -> list[tuple[int, int, str]]:
    """Pairs that nobody has answered, with the reason."""
    return list(DoubleSuggestion.objects.open().order_by("pk").values_list("first", "second", "reason"))


def test_look_for_doubles_keeps_each_pair_once(cast: Cast, add: Add, worker: Account, now: datetime) -> None:
    first, second = pair(cast, add)
    add("Bashir Yusuf", cast.cardiff, emails=["amal@example.org"])  # of the same household

    DoubleSuggestion.objects.all().delete()
    assert look_for_doubles(after=0, at=now, by=worker) == Person.objects.latest("pk").pk
    look_through_everybody.func()

    assert suggested() == [(first.pk, second.pk, "email")]


def test_look_for_doubles_forgets_what_nothing_speaks_for_any_more(
    cast: Cast, add: Add, worker: Account, now: datetime
) -> None:
    _first, second = pair(cast, add)
    set_contact_details(person=second, emails=["somebody.else@example.org"], phones=[], by=cast.organiser)
    look_for_doubles(after=0, at=now, by=worker)

    assert suggested() == []


def test_look_for_doubles_takes_a_constant_number_of_queries(
    cast: Cast, add: Add, worker: Account, now: datetime, django_assert_num_queries: Callable
) -> None:
    pair(cast, add)
    look_for_doubles(after=0, at=now, by=worker)
    for number in range(10):
        add(f"Amal Yusuf{'f' * number}", cast.cardiff, emails=["amal@example.org"], postcode="CF3 0EF")
    with django_assert_num_queries(13):
        look_for_doubles(after=0, at=now, by=worker)


def test_add_person_suggests_whom_it_may_be(cast: Cast, add: Add) -> None:
    first, second = pair(cast, add)
    assert suggested() == [(first.pk, second.pk, "email")]


def test_say_two_people_settles_it_for_good(cast: Cast, add: Add, worker: Account, now: datetime) -> None:
    first, second = pair(cast, add)
    said = say_two_people(first=second, second=first, at=now, by=cast.organiser)
    look_for_doubles(after=0, at=now, by=worker)

    assert (said.settled_by, said.settled_at, suggested()) == (cast.organiser, now, [])


def test_say_two_people_asks_for_the_right_in_all_groups_of_both(cast: Cast, add: Add, now: datetime) -> None:
    first, second = pair(cast, add, cast.manchester)
    with pytest.raises(Unseen):
        say_two_people(first=first, second=second, at=now, by=cast.organiser)
    with pytest.raises(NotAllowed):
        say_two_people(first=second, second=first, at=now, by=cast.organiser)
    assert say_two_people(first=first, second=second, at=now, by=cast.national_organiser).settled_at == now


def test_say_two_people_refuses_a_pair_that_nobody_suggested(cast: Cast, amal: Person, now: datetime) -> None:
    with pytest.raises(DoubleRefused) as refusal:
        say_two_people(first=amal, second=cast.person("member"), at=now, by=cast.organiser)
    assert refusal.value.code == "not_suggested"


def test_a_suggestion_is_seen_by_those_with_the_right_in_all_groups_of_both(cast: Cast, add: Add) -> None:
    pair(cast, add)
    pair(cast, add, cast.manchester)

    def seen(account: Account) -> int:
        return DoubleSuggestion.objects.visible_to(account).count()

    # Four records of one person: those of Cardiff are three, and make three pairs.
    assert [seen(account) for account in (cast.organiser, cast.organiser_elsewhere, cast.national_organiser)] == [
        3,
        0,
        6,
    ]
    assert [seen(account) for account in (cast.leader, cast.member, cast.editor, cast.coalition_organiser)] == [0] * 4


def test_a_suggestion_of_somebody_kept_safe_is_her_contacts_to_see(cast: Cast, add: Add, now: datetime) -> None:
    first, _second = pair(cast, add)
    keep_safe(person=first, at=now, contact=cast.person("organiser"), by=cast.organiser)
    seen = [DoubleSuggestion.objects.visible_to(each).count() for each in (cast.organiser, cast.national_organiser)]
    assert seen == [1, 0]


def test_whoever_may_merge_sees_the_people_of_their_groups() -> None:
    assert set(MERGE_PEOPLE.holders) <= set(SEE_PEOPLE.holders)


def test_any_two_are_put_beside_each_other_and_stay_there(cast: Cast, add: Add, worker: Account, now: datetime) -> None:
    first, second = add("Amal Yusuf", cast.cardiff), add("Mali Joseph", cast.cardiff)
    found = suggest_by_hand(first=second, second=first, at=now, by=cast.organiser)
    assert suggested() == [(first.pk, second.pk, "by_hand")]
    assert suggest_by_hand(first=first, second=second, at=now, by=cast.national_organiser) == found
    look_for_doubles(after=0, at=now, by=worker)
    assert suggested() == [(first.pk, second.pk, "by_hand")]


def test_what_was_answered_is_open_anew_once_it_is_asked_again(
    cast: Cast, add: Add, worker: Account, now: datetime
) -> None:
    first, second = pair(cast, add)
    look_for_doubles(after=0, at=now, by=worker)
    say_two_people(first=first, second=second, at=now, by=cast.organiser)
    suggest_by_hand(first=first, second=second, at=now, by=cast.organiser)
    assert suggested() == [(first.pk, second.pk, "by_hand")]


def test_by_hand_it_asks_for_the_right_over_both_and_sight_of_both(cast: Cast, add: Add, now: datetime) -> None:
    first, elsewhere = add("Amal Yusuf", cast.cardiff), add("Amal Yusuf", cast.manchester)
    with pytest.raises(DoubleRefused) as refused:
        suggest_by_hand(first=first, second=first, at=now, by=cast.organiser)
    assert (refused.value.field, refused.value.code) == ("other", "same")
    with pytest.raises(Unseen):
        suggest_by_hand(first=first, second=elsewhere, at=now, by=cast.organiser)
    with pytest.raises(NotAllowed):
        suggest_by_hand(first=first, second=elsewhere, at=now, by=cast.organiser_elsewhere)
    safe = add("Amal Yousuf", cast.cardiff)
    keep_safe(person=safe, by=cast.leader, at=now)
    with pytest.raises(Unseen):
        suggest_by_hand(first=first, second=safe, at=now, by=cast.fresh("organiser"))
    assert DoubleSuggestion.objects.filter(reason="by_hand").count() == 0
