"""A group that closes asks its people, and moves nobody: memberships end and begin by their answers alone."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from m4c.core.errors import NotAllowed
from m4c.people.models import Account, Group, GroupPassing, Leaving, Membership, PassingAsking, Person
from m4c.people.operations.group import make_group, recount_heads
from m4c.people.operations.group_passing import (
    PassingRefused,
    answer_for_oneself,
    ask_newcomers,
    begin_passing,
    call_off_passing,
    close_passed_group,
    record_answer,
    take_asking,
)
from m4c.people.operations.membership import join_many
from tests.cast import Cast
from tests.factories import doers, seers

Add = Callable[..., Person]


@pytest.fixture
def roath(cast: Cast) -> Group:
    """A group below Cardiff that is to close."""
    return make_group(parent=cast.cardiff, name="Roath", by=cast.operator)


@pytest.fixture
def begin(cast: Cast, roath: Group, now: datetime) -> Callable[..., GroupPassing]:
    """Begins to close Roath, which passes to Cardiff."""

    def begun(**more: object) -> GroupPassing:
        facts = {"group": roath, "into": cast.cardiff, "closes_on": now.date(), "why": "Too few of us", "at": now}
        return begin_passing(**(facts | {"by": cast.organiser} | more)).passing  # type: ignore[arg-type]

    return begun


def asking_of(person: Person) -> PassingAsking:
    return PassingAsking.objects.get(person=person)


def told(person: Person) -> list[tuple[str, str, date | None]]:
    rows = Membership.objects.filter(person=person).select_related("group").order_by("pk")
    return [(row.group.name, row.role, row.ended_on) for row in rows]


def test_beginning_asks_each_once_and_moves_nobody(
    cast: Cast, roath: Group, add: Add, begin: Callable[..., GroupPassing]
) -> None:
    amal, rhys = add("Amal Yusuf", roath), add("Rhys Owen", roath)
    add("Ann Ash", cast.cardiff)
    passing = begin()
    asked = PassingAsking.objects.filter(passing=passing)

    assert sorted(asked.values_list("person", flat=True)) == sorted([amal.pk, rhys.pk])
    assert told(amal) == [("Roath", "supporter", None)]
    add("Late Comer", roath)
    assert ask_newcomers(passing=passing, by=cast.organiser).asked == 1
    assert ask_newcomers(passing=passing, by=cast.organiser).asked == 0


@pytest.mark.parametrize(
    ("role", "answer", "then"),
    [
        ("supporter", "along", [("Roath", "supporter", True), ("Cardiff", "supporter", False)]),
        ("member", "along", [("Roath", "member", True), ("Cardiff", "member", False)]),
        ("chair", "along", [("Roath", "chair", True), ("Cardiff", "member", False)]),
        ("member", "movement", [("Roath", "member", True), ("Movement for Change", "supporter", False)]),
        ("member", "leave", [("Roath", "member", True)]),
    ],
)
def test_answer_does_just_what_was_said(
    cast: Cast,
    roath: Group,
    add: Add,
    now: datetime,
    begin: Callable[..., GroupPassing],
    role: str,
    answer: str,
    then: list[tuple[str, str, bool]],
) -> None:
    amal, other = add("Amal Yusuf", roath, role=role), add("Rhys Owen", roath)
    begin()
    record_answer(asking=asking_of(amal), answer=answer, words=" Only with Siân ", at=now, by=cast.organiser)
    row = asking_of(amal)
    counts = dict(Group.objects.values_list("name", "head_count"))
    recount_heads()

    assert [(group, kind, bool(ended)) for group, kind, ended in told(amal)] == then
    assert told(other) == [("Roath", "supporter", None)]
    assert (row.answer, row.words, row.recorded_by) == (answer, "Only with Siân", cast.organiser)
    assert dict(Group.objects.values_list("name", "head_count")) == counts


def test_their_word_brings_back_who_left_the_other_group(
    cast: Cast, roath: Group, add: Add, now: datetime, begin: Callable[..., GroupPassing]
) -> None:
    amal = add("Amal Yusuf", roath)
    left = Leaving.objects.create(
        person=amal, group=cast.cardiff, on=now.date(), way="told", by=cast.operator, made_at=now
    )
    begin()
    record_answer(asking=asking_of(amal), answer="along", at=now, by=cast.organiser)
    left.refresh_from_db()

    assert told(amal)[-1] == ("Cardiff", "supporter", None)
    assert (left.back_at, left.back_by) == (now, cast.organiser)


def test_whoever_stays_with_the_movement_said_nothing_of_another_group_they_left(
    cast: Cast, roath: Group, add: Add, now: datetime, begin: Callable[..., GroupPassing]
) -> None:
    amal = add("Amal Yusuf", roath)
    for group in (cast.manchester, cast.movement):
        Leaving.objects.create(person=amal, group=group, on=now.date(), way="told", by=cast.operator, made_at=now)
    begin()
    record_answer(asking=asking_of(amal), answer="movement", at=now, by=cast.organiser)

    assert told(amal)[-1] == ("Movement for Change", "supporter", None)
    assert [left.group for left in Leaving.objects.standing()] == [cast.manchester]


def test_whoever_leaves_is_brought_back_by_no_list(
    cast: Cast, roath: Group, add: Add, now: datetime, begin: Callable[..., GroupPassing]
) -> None:
    amal = add("Amal Yusuf", roath)
    begin()
    record_answer(asking=asking_of(amal), answer="leave", at=now, by=cast.organiser)
    left = Leaving.objects.standing().get(person=amal)

    assert (left.group, left.on, left.way, left.by, left.made_at) == (roath, now.date(), "told", cast.organiser, now)
    assert join_many(people=[amal], group=roath) == []


def test_an_answer_that_came_first_is_read_anew(
    cast: Cast, roath: Group, add: Add, now: datetime, begin: Callable[..., GroupPassing]
) -> None:
    amal = add("Amal Yusuf", roath)
    begin()
    first, second = asking_of(amal), asking_of(amal)
    record_answer(asking=first, answer="along", at=now, by=cast.organiser)
    with pytest.raises(PassingRefused) as refused:
        record_answer(asking=second, answer="leave", at=now, by=cast.organiser)

    assert refused.value.code == "answered"
    assert told(amal)[-1] == ("Cardiff", "supporter", None)


def test_answer_refuses(cast: Cast, roath: Group, add: Add, now: datetime, begin: Callable[..., GroupPassing]) -> None:
    amal = add("Amal Yusuf", roath)
    passing = begin(into=None)
    codes = []
    for answer, prepare in (
        ("along", lambda: None),
        ("maybe", lambda: None),
        ("leave", lambda: record_answer(asking=asking_of(amal), answer="movement", at=now, by=cast.organiser)),
        ("leave", lambda: PassingAsking.objects.all().update(answer="", answered_at=None, recorded_by=None)),
    ):
        prepare()
        if answer == "leave" and not asking_of(amal).answer:
            call_off_passing(passing=passing, at=now, by=cast.organiser)
        with pytest.raises(PassingRefused) as refused:
            record_answer(asking=asking_of(amal), answer=answer, at=now, by=cast.organiser)
        codes.append(refused.value.code)

    assert codes == ["unknown_answer", "unknown_answer", "answered", "called_off"]


def test_somebody_answers_for_themselves_alone(
    cast: Cast, now: datetime, add: Add, begin: Callable[..., GroupPassing], roath: Group
) -> None:
    amal = add("Amal Yusuf", roath)
    account = Account.objects.create(email="amal@example.org", person=amal)
    begin()
    with pytest.raises(NotAllowed):
        answer_for_oneself(asking=asking_of(amal), answer="leave", at=now, by=cast.organiser)
    answer_for_oneself(asking=asking_of(amal), answer="along", at=now, by=account)

    assert asking_of(amal).recorded_by == account


def test_who_closes_and_who_asks(
    cast: Cast, roath: Group, add: Add, now: datetime, begin: Callable[..., GroupPassing]
) -> None:
    amal = add("Amal Yusuf", roath)
    begin()
    asking = asking_of(amal)

    assert doers(lambda by: take_asking(asking=asking, asker=by, by=by), cast) == {"organiser", "national_organiser"}
    assert seers(cast, asking) == {"organiser", "national_organiser", "data_protection"}
    with pytest.raises(PassingRefused, match="cannot write down"):
        take_asking(asking=asking, asker=cast.member, by=cast.organiser)


def test_somebody_kept_safe_is_asked_by_her_contact_alone(
    cast: Cast, now: datetime, begin: Callable[..., GroupPassing], roath: Group
) -> None:
    hidden = cast.person("protected_member")
    Membership.objects.create(person=hidden, group=roath, role="supporter")
    begin()
    asking = asking_of(hidden)

    assert seers(cast, asking) == {"protected_member"}
    with pytest.raises(PassingRefused, match="nobody here"):
        record_answer(asking=asking, answer="leave", at=now, by=cast.organiser)


def test_group_ends_on_its_day_and_goes_on_asking(
    cast: Cast, roath: Group, add: Add, now: datetime, begin: Callable[..., GroupPassing]
) -> None:
    amal = add("Amal Yusuf", roath)
    passing = begin()
    with pytest.raises(PassingRefused, match="on its day"):
        close_passed_group(passing=passing, on=timezone.localdate() + timedelta(days=1), by=cast.organiser)
    close_passed_group(passing=passing, on=now.date(), by=cast.organiser)

    assert Group.objects.get(pk=roath.pk).ended_on == now.date()
    assert told(amal) == [("Roath", "supporter", None)]
    record_answer(asking=asking_of(amal), answer="along", at=now, by=cast.organiser)
    assert told(amal)[1][0] == "Cardiff"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"why": "  "}, "no_reason"),
        ({"closes_on": date(2026, 10, 4)}, "gone_by"),
        ({"group": "cardiff"}, "groups_below"),
        ({"group": "movement"}, "other_kind"),
        ({"group": "coalition"}, "other_kind"),
        ({"into": "coalition"}, "into"),
    ],
)
def test_beginning_refuses(
    cast: Cast, begin: Callable[..., GroupPassing], changes: dict[str, object], code: str
) -> None:
    named = {
        name: getattr(cast, each) if isinstance(each, str) and name != "why" else each for name, each in changes.items()
    }
    with pytest.raises(PassingRefused) as refused:
        begin(by=cast.operator, **named)

    assert refused.value.code == code


def test_beginning_twice_is_refused_until_it_was_called_off(
    cast: Cast, now: datetime, begin: Callable[..., GroupPassing]
) -> None:
    passing = begin()
    with pytest.raises(PassingRefused, match="already"):
        begin()
    call_off_passing(passing=passing, at=now, by=cast.organiser)

    assert begin().pk != passing.pk
