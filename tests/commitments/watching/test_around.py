"""What watching tells elsewhere: Today, the ladder, the clock with its pauses, the ready text, the office's address."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import override_settings

from m4c.campaigns.ladder.standing import Stand, one_standing
from m4c.campaigns.models import ClockPause
from m4c.commitments.operations.judgement import withdraw_judgement
from m4c.commitments.watching import today
from m4c.commitments.watching.clock import clock_of
from m4c.commitments.watching.notices import letter_of
from m4c.commitments.watching.office_address import Match, match
from m4c.commitments.watching.ready_text import ready_text
from m4c.leaders.today_lines import Moment
from tests.campaigns.ladder.making import step_of
from tests.campaigns.press.telling import a_councillor, aim, approached
from tests.cast import Cast
from tests.commitments.promising import a_promise, an_entry, broken, held, judged, noticed, three_meetings
from tests.commitments.winning import a_campaign
from tests.factories import NOW, TODAY

DAY = timedelta(days=1)
AT = Moment(NOW)


def lines(cast: Cast, who: str = "organiser") -> list[Any]:
    """What Today tells of them."""
    return list(today.promised(getattr(cast, who), AT))


def test_today_tells_what_is_due_late_or_waits(cast: Cast) -> None:
    assert lines(cast) == []
    a_promise(cast)
    assert lines(cast) == []
    a_promise(cast, due_on=TODAY - DAY)
    a_promise(cast, due_on=TODAY + 20 * DAY)
    a_promise(cast, next_contact_on=TODAY)
    with_held = three_meetings(cast)
    held(cast, with_held)
    told = [(line.detail, line.action.label, line.late) for line in lines(cast)]
    assert told == [
        ("Cardiff: Ask them how it stands.", "Get in touch", ""),
        ("Cardiff: It was due on 4 October.", "What happened?", "Overdue since 4 Oct"),
        ("Cardiff: It is due on 25 October.", "What happened?", ""),
        ("Cardiff: Somebody brought evidence.", "Look at it", ""),
    ]
    assert (lines(cast, "leader_elsewhere"), lines(cast, "member")) == ([], [])


def test_a_verdict_waits_for_a_second_person_and_then_for_its_letter(cast: Cast) -> None:
    judgement = judged(cast)
    assert "They are still to be told" in lines(cast)[0].detail
    assert "second person" not in lines(cast)[0].detail
    assert "A verdict waits for a second person." in lines(cast, "leader")[0].detail
    withdraw_judgement(judgement=judgement, because="Wrong", at=NOW, by=cast.leader)
    assert lines(cast) == []
    broken(cast, days=12)
    assert "The notice is over: a verdict counts now." in lines(cast)[0].detail


def test_a_keeper_finds_their_own_with_what_they_took_on(cast: Cast) -> None:
    own = a_promise(cast, keeper=cast.person("leader"), due_on=TODAY - DAY)
    assert [line.title for line in today.kept(cast.leader, AT)] == [lines(cast)[0].title]
    assert lines(cast, "leader") == []
    assert list(today.kept(cast.member, AT)) == []
    assert own.keeper_id == cast.leader.person_id


def test_a_broken_promise_sets_off_its_step_by_itself(cast: Cast) -> None:
    campaign, councillor = a_campaign(cast), a_councillor(cast)
    target = aim(campaign, councillor, cast)
    step = step_of(cast, campaign, target=target, trigger="broken", trigger_on=None)
    broken(cast, a_promise(cast, a_councillor(cast, "Cllr Other"), campaign=campaign))
    assert one_standing(step, NOW).stand == Stand.WAITING
    judgement = broken(cast, a_promise(cast, councillor, campaign=campaign))
    early = NOW - 6 * DAY
    assert one_standing(step, early).stand == Stand.WAITING
    now = one_standing(step, NOW)
    assert (now.stand, now.since) == (Stand.DUE, TODAY - 5 * DAY)
    assert now.sentence == "Due since 30 September 2026: they broke what they had promised."
    withdraw_judgement(judgement=judgement, because="They kept it", at=NOW, by=cast.leader)
    assert one_standing(step, NOW).stand == Stand.WAITING


def test_the_clock_is_that_of_our_latest_approach_since(cast: Cast) -> None:
    campaign, councillor = a_campaign(cast), a_councillor(cast)
    promise = a_promise(cast, councillor, campaign=campaign)
    approached(campaign, councillor, cast, days=61, answer_due=TODAY - 50 * DAY)
    assert clock_of(promise, cast.organiser, TODAY) is None
    approached(campaign, councillor, cast, days=40, answer_due=TODAY - 26 * DAY)
    found = clock_of(promise, cast.organiser, TODAY)
    assert found is not None
    assert found.clock is not None
    assert (found.clock.is_silent, found.clock.days) == (True, 40)
    ClockPause.objects.create(
        campaign=campaign,
        kind="recess",
        since=TODAY - 30 * DAY,
        until=TODAY - 21 * DAY,
        added_by=cast.organiser,
        added_at=NOW,
    )
    with override_settings(PRE_ELECTION_PERIODS=[(TODAY - 10 * DAY, TODAY)]):
        paused = clock_of(promise, cast.organiser, TODAY)
    assert paused is not None
    assert paused.clock is not None
    assert (paused.clock.days, "pre-election period" in paused.not_counted) == (19, True)
    assert clock_of(a_promise(cast, councillor), cast.organiser, TODAY) is None


def test_the_ready_text_says_what_was_promised_when_due_and_what_we_know(cast: Cast) -> None:
    promise = a_promise(cast)
    text = ready_text(promise, None, TODAY)
    assert "On 6 August 2026 you promised: “I will meet you" in text.body
    assert "It is due on 4 December 2026." in text.body
    assert "So far we have seen nothing of it." in text.body
    entry = an_entry(cast, promise, kind="step")
    late = ready_text(promise, entry, TODAY + 90 * DAY)
    assert "It was due on 4 December 2026." in late.body
    assert "What we know last is of 5 October 2026: She met us at the church hall." in late.body
    assert (late.to, late.mailto.startswith("mailto:?subject=")) == ("", True)
    promise.due_on, promise.due_words = None, "before the election"
    assert "It is due: before the election." in ready_text(promise, entry, TODAY).body


@pytest.mark.parametrize(
    ("email", "known", "website", "found"),
    [
        ("a@cardiff.gov.uk", "leader@cardiff.gov.uk", "", Match.OF_OFFICE),
        ("Leader@Cardiff.gov.uk", "leader@cardiff.gov.uk", "", Match.SAME),
        ("a@press.cardiff.gov.uk", "", "https://www.cardiff.gov.uk/", Match.OF_OFFICE),
        ("a@notcardiff.gov.uk", "", "https://www.cardiff.gov.uk/", Match.OTHER),
        ("a@gmail.com", "leader@gmail.com", "", Match.UNKNOWN),
        ("a@gmail.com", "", "", Match.UNKNOWN),
        ("a@cardiff.gov.uk.example.org", "", "https://cardiff.gov.uk", Match.OTHER),
    ],
)
def test_an_address_is_compared_with_the_offices_own(email: str, known: str, website: str, found: Match) -> None:
    assert match(email, known, website) == found


def test_the_notice_speaks_of_its_days(cast: Cast) -> None:
    made = noticed(cast)
    letter = letter_of(made.judgement, made.reply_url)
    for words in ("in 10 days", made.token, made.judgement.page_words, "Cardiff"):
        assert words in letter.body
