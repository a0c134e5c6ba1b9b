"""What a group says of itself: its purpose, how it came to be, what it grew out of, and who supported it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from m4c.core.errors import NotAllowed
from m4c.people.groups.beginnings import offered
from m4c.people.groups.story import story_of
from m4c.people.models import Group, GroupOrigin, GroupStage, GroupSupporter, Person
from m4c.people.operations.group_birth import (
    BirthRefused,
    date_stage,
    say_origin,
    thank_supporter,
    withdraw_origin,
    withdraw_supporter,
)
from m4c.people.operations.group_purpose import PurposeRefused, say_purpose
from m4c.people.operations.must_see import Unseen
from tests.cast import Cast
from tests.factories import doers, gathering, seers, somebody

WORDS = "Nobody in Cardiff fights a landlord alone."


def test_purpose_is_kept_with_its_history(cast: Cast, now: datetime) -> None:
    say_purpose(group=cast.cardiff, words="We meet.", at=now, by=cast.leader)
    say_purpose(group=cast.cardiff, words=f"  {WORDS} ", at=now + timedelta(days=1), by=cast.organiser)
    say_purpose(group=cast.cardiff, words=WORDS, at=now + timedelta(days=2), by=cast.leader)
    story = story_of(cast.organiser, cast.cardiff, True)

    assert [(said.purpose.words, said.who) for said in story.purposes] == [
        (WORDS, "Siân Prosser"),
        ("We meet.", "Bethan Griffiths"),
    ]
    assert [said.who for said in story_of(cast.leader_elsewhere, cast.cardiff, False).purposes] == ["", ""]


@pytest.mark.parametrize(("words", "code"), [("  ", "blank"), ("x" * 301, "too_long")])
def test_purpose_refuses(cast: Cast, now: datetime, words: str, code: str) -> None:
    with pytest.raises(PurposeRefused) as refused:
        say_purpose(group=cast.cardiff, words=words, at=now, by=cast.leader)

    assert refused.value.code == code


def test_who_looks_after_a_group_tells_of_it(cast: Cast, now: datetime) -> None:
    looks_after = {"leader", "organiser", "national_organiser"}
    day = date(2026, 1, 1)

    assert doers(lambda by: say_purpose(group=cast.cardiff, words=WORDS, at=now, by=by), cast) == looks_after
    assert doers(lambda by: say_origin(group=cast.cardiff, words="A night", at=now, by=by), cast) == looks_after
    assert doers(lambda by: date_stage(group=cast.cardiff, stage="named", on=day, at=now, by=by), cast) == looks_after


def test_a_stage_is_dated_on_its_day_here_while_utc_is_behind(cast: Cast) -> None:
    at, day = datetime(2026, 6, 4, 23, 30, tzinfo=UTC), date(2026, 6, 5)

    assert date_stage(group=cast.cardiff, stage="named", on=day, at=at, by=cast.leader).on == day


def test_stages_have_their_days_in_order(cast: Cast, now: datetime) -> None:
    for stage, on in (("named", date(2024, 5, 1)), ("forming", date(2024, 2, 1)), ("formal", date(2025, 1, 1))):
        date_stage(group=cast.cardiff, stage=stage, on=on, at=now, by=cast.leader)
    date_stage(group=cast.cardiff, stage="forming", on=date(2024, 3, 1), at=now, by=cast.organiser)
    told = list(GroupStage.objects.values_list("stage", "on", "by"))

    assert told == [
        ("forming", date(2024, 3, 1), cast.organiser.pk),
        ("named", date(2024, 5, 1), cast.leader.pk),
        ("formal", date(2025, 1, 1), cast.leader.pk),
    ]
    assert Group.objects.get(pk=cast.cardiff.pk).founded_on == date(2024, 3, 1)


@pytest.mark.parametrize(
    ("stage", "on", "code"),
    [
        ("formal", date(2024, 4, 30), "out_of_order"),
        ("forming", date(2024, 5, 2), "out_of_order"),
        ("forming", date(2027, 1, 1), "to_come"),
        ("famous", date(2024, 1, 1), "unknown_stage"),
    ],
)
def test_stages_refuse(cast: Cast, now: datetime, stage: str, on: date, code: str) -> None:
    date_stage(group=cast.cardiff, stage="named", on=date(2024, 5, 1), at=now, by=cast.leader)
    with pytest.raises(BirthRefused) as refused:
        date_stage(group=cast.cardiff, stage=stage, on=on, at=now, by=cast.leader)

    assert refused.value.code == code


def test_origin_is_a_group_a_gathering_or_words(cast: Cast, now: datetime) -> None:
    event = gathering(cast, days=-400)
    say_origin(group=cast.st_mellons, earlier=cast.cardiff, words="Their tenants' night", at=now, by=cast.leader)
    say_origin(group=cast.st_mellons, source=("events.event", event.pk), at=now, by=cast.leader)
    say_origin(group=cast.st_mellons, words="The night the boilers failed", at=now, by=cast.leader)
    say_origin(group=cast.st_mellons, words="The night the boilers failed", at=now, by=cast.leader)

    assert (f"events.event:{event.pk}", "Street lights, 31 August 2025") in offered(cast.leader, cast.st_mellons)
    assert told_to(cast, "leader") == ["Cardiff", "Street lights, 31 August 2025", "The night the boilers failed"]
    # Whoever may not see the gathering reads the rest.
    assert told_to(cast, "leader_elsewhere") == ["Cardiff", "The night the boilers failed"]


def told_to(cast: Cast, persona: str) -> list[str]:
    story = story_of(getattr(cast, persona), cast.st_mellons, True)
    return [one.link.title if one.link else one.origin.words for one in story.origins]


def test_origin_refuses(cast: Cast, now: datetime) -> None:
    elsewhere = gathering(cast, cast.manchester, days=-400)
    codes = []
    for facts in (
        {},
        {"earlier": cast.cardiff},
        {"source": ("events.event", elsewhere.pk)},
        {"source": ("people.person", cast.person("leader").pk)},
        {"source": ("events.event", 999_999)},
    ):
        with pytest.raises(BirthRefused) as refused:
            say_origin(group=cast.cardiff, at=now, by=cast.leader, **facts)
        codes.append(refused.value.code)

    assert codes == ["blank", "itself", "unseen", "unseen", "unseen"]


def test_supporters_are_people_and_bodies(cast: Cast, now: datetime, amal: Person) -> None:
    thank_supporter(group=cast.cardiff, person=amal, words="Rang us each week", at=now, by=cast.leader)
    thank_supporter(group=cast.cardiff, body=cast.partner, words="Lent us the hall", at=now, by=cast.leader)
    thank_supporter(group=cast.cardiff, body=cast.partner, words="Lent us the hall for a year", at=now, by=cast.leader)

    told = [(one.name, one.supporter.words) for one in story_of(cast.organiser, cast.cardiff, True).supporters]
    assert told == [("Amal Yusuf", "Rang us each week"), (cast.partner.name, "Lent us the hall for a year")]
    strangers = [one.name for one in story_of(cast.leader_elsewhere, cast.cardiff, False).supporters]
    assert strangers == [cast.partner.name]


def test_somebody_kept_safe_supported_nobody_in_sight(cast: Cast, now: datetime) -> None:
    hidden = cast.person("protected_member")
    row = thank_supporter(group=cast.cardiff, person=hidden, words="", at=now, by=cast.leader)

    assert seers(cast, row) == {"leader", "protected_member"}


def test_supporter_refuses(cast: Cast, now: datetime, amal: Person) -> None:
    stranger = somebody(cast, "Rob Roy", cast.manchester)
    for facts in ({}, {"person": amal, "body": cast.partner}, {"body": cast.cardiff}):
        with pytest.raises(BirthRefused):
            thank_supporter(group=cast.cardiff, at=now, by=cast.leader, **facts)
    with pytest.raises(Unseen):
        thank_supporter(group=cast.cardiff, person=stranger, at=now, by=cast.leader)


def test_lines_are_taken_back(cast: Cast, now: datetime) -> None:
    origin = say_origin(group=cast.cardiff, words="A night", at=now, by=cast.leader)
    supporter = thank_supporter(group=cast.cardiff, body=cast.partner, at=now, by=cast.leader)
    with pytest.raises(NotAllowed):
        withdraw_origin(origin=origin, by=cast.leader_elsewhere)
    withdraw_origin(origin=origin, by=cast.leader)
    withdraw_supporter(supporter=supporter, by=cast.leader)

    assert (GroupOrigin.objects.count(), GroupSupporter.objects.count()) == (0, 0)
