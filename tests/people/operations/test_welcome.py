"""Welcomes: given once, by those who see them, and handed to somebody who can give them."""

import pytest

from m4c.core.models import AuditEntry
from m4c.people.models import Person, Welcome
from m4c.people.models.welcome import welcomes_due
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.privacy_notice import notice_shown
from m4c.people.operations.protection import keep_safe
from m4c.people.operations.welcome import WelcomeRefused, can_welcome, hand_over_welcome, mark_welcomed
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, somebody


def waits(cast: Cast) -> Welcome:
    """Nest Abara of Cardiff, whom the leader is to welcome."""
    return Welcome.objects.create(
        person=somebody(cast, "Nest Abara"),
        group=cast.cardiff,
        welcomer=cast.leader,
        due_on=TODAY,
        notice=notice_shown(1),
        made_at=NOW,
    )


def test_whoever_welcomes_somebody_sees_them_from_then_on(cast: Cast) -> None:
    welcome = waits(cast)
    before = Person.objects.visible_to(cast.leader).filter(pk=welcome.person_id).exists()

    mark_welcomed(welcome=welcome, at=NOW, by=cast.leader)

    after = Person.objects.visible_to(cast.fresh("leader")).filter(pk=welcome.person_id).exists()
    assert (before, after, welcome.welcomed_by) == (False, True, cast.leader)
    assert list(welcomes_due(cast.fresh("leader"), TODAY)) == []
    with pytest.raises(WelcomeRefused, match="already"):
        mark_welcomed(welcome=welcome, at=NOW, by=cast.organiser)


def test_nobody_welcomes_whom_they_do_not_see(cast: Cast) -> None:
    welcome = waits(cast)
    Welcome.objects.filter(pk=welcome.pk).update(welcomer=cast.organiser)

    with pytest.raises(Unseen):
        mark_welcomed(welcome=welcome, at=NOW, by=cast.leader)


def test_a_welcome_is_handed_to_somebody_who_finds_it_on_today(cast: Cast) -> None:
    welcome = waits(cast)
    hand_over_welcome(welcome=welcome, to=cast.organiser, by=cast.national_organiser)

    assert list(welcomes_due(cast.fresh("organiser"), TODAY)) == [welcome]
    assert not Welcome.objects.visible_to(cast.fresh("leader")).exists()
    entry = AuditEntry.objects.get(operation="people.hand_over_welcome")
    assert (entry.by, entry.changes) == (
        cast.national_organiser,
        {"welcomer": [str(cast.leader.pk), str(cast.organiser.pk)]},
    )


def test_those_who_answer_for_the_group_hand_over(cast: Cast) -> None:
    welcome = waits(cast)
    assert doers(lambda account: hand_over_welcome(welcome=welcome, to=cast.organiser, by=account), cast) == {
        "organiser",
        "national_organiser",
    }


def test_it_is_handed_to_leaders_and_organisers_of_the_group_and_above(cast: Cast) -> None:
    welcome = waits(cast)
    assert set(can_welcome(welcome)) == {cast.leader, cast.organiser, cast.national_organiser}
    for stranger in (cast.member, cast.leader_elsewhere):
        with pytest.raises(WelcomeRefused, match="cannot welcome"):
            hand_over_welcome(welcome=welcome, to=stranger, by=cast.organiser)


def test_what_was_given_is_not_handed_over(cast: Cast) -> None:
    welcome = mark_welcomed(welcome=waits(cast), at=NOW, by=cast.leader)
    with pytest.raises(WelcomeRefused, match="already"):
        hand_over_welcome(welcome=welcome, to=cast.organiser, by=cast.organiser)


def test_a_welcome_of_somebody_kept_safe_is_not_seen_to_be_handed_over(cast: Cast) -> None:
    welcome = waits(cast)
    keep_safe(person=welcome.person, at=NOW, by=cast.organiser)
    with pytest.raises(Unseen):
        hand_over_welcome(welcome=welcome, to=cast.leader, by=cast.fresh("national_organiser"))
