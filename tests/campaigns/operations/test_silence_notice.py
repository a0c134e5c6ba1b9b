"""Silence in public: the group decides, they are told, ten days later it may be read; it comes off with an answer."""

from datetime import timedelta
from typing import Any

import pytest

from m4c.campaigns.approaches.public import silence_said
from m4c.campaigns.models import NamingDecision
from m4c.campaigns.operations.clock_pause import pause_clock
from m4c.campaigns.operations.silence_notice import (
    NoticeRefused,
    decide_silence,
    note_reply,
    note_told,
    publish_silence,
    take_off_silence,
)
from m4c.people.models import Account
from m4c.power.models import Tenure
from tests.campaigns.approaches.making import answered, approach_of, campaign_of, decided, holder_of, published, told
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers

DAY = timedelta(days=1)


def test_it_is_public_ten_days_after_they_were_told_and_no_earlier(cast: Cast) -> None:
    notice = told(cast, days=9)
    assert notice.public_from == TODAY + DAY
    with pytest.raises(NoticeRefused) as refused:
        publish_silence(notice=notice, at=NOW, by=cast.organiser)
    assert refused.value.code == "early"
    assert silence_said(notice.campaign, TODAY) == []
    publish_silence(notice=notice, at=NOW + DAY, by=cast.organiser)
    assert notice.published_by == cast.organiser


def test_how_many_days_is_a_setting(cast: Cast, settings) -> None:
    settings.SILENCE_NOTICE_DAYS = 3
    assert told(cast, days=3).public_from == TODAY


def test_nothing_is_public_before_they_were_told(cast: Cast) -> None:
    with pytest.raises(NoticeRefused) as refused:
        publish_silence(notice=decided(cast), at=NOW, by=cast.organiser)
    assert refused.value.code == "not_told"


def test_who_may_decide_and_publish(cast: Cast) -> None:
    approach, on = approach_of(cast), TODAY - 12 * DAY
    given: dict[str, Any] = {
        "approach": approach,
        "on": on,
        "how": "Seven for",
        "page_words": "Nobody answered.",
        "at": NOW,
    }

    def decide(account: Account) -> None:
        take_off_silence(notice=decide_silence(by=account, **given), at=NOW, by=cast.operator)

    assert doers(decide, cast) == {"organiser", "national_organiser", "editor"}


def test_the_page_says_how_long_what_was_not_counted_and_what_they_replied(cast: Cast) -> None:
    notice = published(cast)
    (said,) = silence_said(notice.campaign, TODAY)
    assert said == (
        "The leader of Cardiff Council: no answer for 46 days, since 20 August 2026. We asked in August. "
        "Nobody answered."
    )
    campaign, since = notice.campaign, TODAY - 9 * DAY
    pause_clock(campaign=campaign, kind="recess", since=since, until=TODAY, words="recess", at=NOW, by=cast.organiser)
    note_reply(notice=notice, on=TODAY, words="We are busy.", by=cast.organiser)
    (said,) = silence_said(campaign, TODAY)
    assert "no answer for 36 days" in said
    assert "10 days are not counted: 26 September 2026 to 5 October 2026 (recess)." in said
    assert said.endswith("To the notice of this they replied on 5 October 2026: “We are busy.”")


def test_it_comes_off_when_they_answer_or_the_group_says_so(cast: Cast) -> None:
    notice = published(cast)
    answered(cast, notice.approach)
    assert silence_said(notice.campaign, TODAY) == []
    other = published(cast, decided(cast, approach_of(cast, notice.campaign, notice.powerholder)))
    assert len(silence_said(notice.campaign, TODAY)) == 1
    take_off_silence(notice=other, at=NOW, by=cast.organiser)
    assert silence_said(notice.campaign, TODAY) == []


def test_whoever_holds_no_public_office_is_named_by_a_second_persons_decision_alone(cast: Cast) -> None:
    owner = holder_of(cast, "Mr Kapadia", is_private_owner=True)
    notice = told(cast, decided(cast, approach_of(cast, holder=owner)))
    with pytest.raises(NoticeRefused) as refused:
        publish_silence(notice=notice, at=NOW, by=cast.organiser)
    assert refused.value.code == "not_named"
    decision = NamingDecision.objects.create(
        campaign=notice.campaign,
        powerholder=owner,
        why="He owns the site",
        asked_by=cast.organiser,
        asked_at=NOW,
        answer="It is his alone",
        agreed=True,
        decided_by=cast.national_organiser,
        decided_at=NOW,
    )
    publish_silence(notice=notice, at=NOW, by=cast.organiser)
    assert silence_said(notice.campaign, TODAY)[0].startswith("Mr Kapadia: no answer")
    NamingDecision.objects.filter(pk=decision.pk).update(ended_at=NOW)
    assert silence_said(notice.campaign, TODAY) == []


def test_whoever_holds_no_office_any_more_is_not_named_either(cast: Cast) -> None:
    notice = told(cast)
    Tenure.objects.filter(powerholder=notice.powerholder).update(ended_on=TODAY - DAY)
    with pytest.raises(NoticeRefused) as refused:
        publish_silence(notice=notice, at=NOW, by=cast.organiser)
    assert refused.value.code == "not_named"


def test_there_is_no_silence_before_an_answer_is_overdue(cast: Cast) -> None:
    campaign = campaign_of(cast)
    approach = approach_of(cast, campaign, days=20, answer_due=TODAY - 12 * DAY)
    given: dict[str, Any] = {"how": "Seven for", "page_words": "Nobody answered.", "at": NOW, "by": cast.organiser}
    with pytest.raises(NoticeRefused) as refused:
        decide_silence(approach=approach, on=TODAY - 12 * DAY, **given)
    assert refused.value.code == "not_overdue"
    notice = told(cast, decide_silence(approach=approach, on=TODAY - 11 * DAY, **given))
    since = TODAY - 19 * DAY
    pause_clock(campaign=campaign, kind="recess", since=since, words="recess", at=NOW, by=cast.organiser)
    with pytest.raises(NoticeRefused) as refused:
        publish_silence(notice=notice, at=NOW, by=cast.organiser)
    assert refused.value.code == "not_overdue"
    with pytest.raises(NoticeRefused) as refused:
        decide_silence(
            approach=approach_of(cast, approach.campaign, approach.powerholder, answer_due=None), on=TODAY, **given
        )
    assert refused.value.code == "no_day"


def test_whom_an_import_named_is_looked_over_first(cast: Cast) -> None:
    holder = holder_of(cast, to_review="An import named them")
    with pytest.raises(NoticeRefused) as refused:
        published(cast, decided(cast, approach_of(cast, holder=holder)))
    assert refused.value.code == "to_review"


def test_there_is_one_notice_of_a_silence_and_none_of_an_answer(cast: Cast) -> None:
    notice = decided(cast)
    for approach, code in (
        (notice.approach, "twice"),
        (answered(cast, approach_of(cast, notice.campaign, notice.powerholder)), "answered"),
    ):
        with pytest.raises(NoticeRefused) as refused:
            decided(cast, approach)
        assert refused.value.code == code


def test_words_and_days_are_asked_for(cast: Cast) -> None:
    approach = approach_of(cast, days=20)
    notice = decided(cast, approach_of(cast, approach.campaign, approach.powerholder))
    given: dict[str, Any] = {
        "approach": approach,
        "on": TODAY,
        "how": "Seven for",
        "page_words": "Nobody answered.",
        "at": NOW,
    }
    for missing in ({"how": " "}, {"page_words": " "}):
        with pytest.raises(NoticeRefused):
            decide_silence(by=cast.organiser, **(given | missing))
    for on, how in ((TODAY - 50 * DAY, "Letter"), (TODAY + 2 * DAY, "Letter"), (TODAY, " ")):
        with pytest.raises(NoticeRefused):
            note_told(notice=notice, on=on, how=how, at=NOW, by=cast.organiser)
    for on, words in ((TODAY, "Busy"), (TODAY, " ")):
        with pytest.raises(NoticeRefused):
            note_reply(notice=notice, on=on, words=words, by=cast.organiser)
    take_off_silence(notice=notice, at=NOW, by=cast.organiser)
    with pytest.raises(NoticeRefused):
        told(cast, notice)


def test_what_is_published_of_whoever_left_their_office_names_them_no_more(cast: Cast) -> None:
    notice = published(cast)
    Tenure.objects.filter(powerholder=notice.powerholder).update(ended_on=TODAY)
    assert silence_said(notice.campaign, TODAY) == []
