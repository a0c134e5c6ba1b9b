"""What fits next: by number and kind of what went before; with a text that nobody but a person sends."""

from datetime import date, timedelta

import pytest

from m4c.campaigns.approaches.clock import silence
from m4c.campaigns.approaches.drafts import draft_of
from m4c.campaigns.approaches.next_step import Before, NextStep, next_step
from m4c.campaigns.approaches.page import one
from tests.campaigns.approaches.making import answered, approach_of, campaign_of, holder_of
from tests.cast import Cast
from tests.factories import TODAY

ASKED = date(2026, 9, 1)
DUE, LATER = ASKED + timedelta(days=14), ASKED + timedelta(days=46)
LETTER, CALL = Before("letter", ""), Before("call", "")


@pytest.mark.parametrize(
    ("before", "is_public", "step"),
    [
        ([LETTER], True, NextStep.SECOND_LETTER),
        ([CALL], True, NextStep.SECOND_LETTER),
        ([CALL, CALL, CALL], True, NextStep.LETTER),
        ([LETTER, LETTER], True, NextStep.DEADLINE_LETTER),
        ([CALL, LETTER], True, NextStep.DEADLINE_LETTER),
        ([Before("letter", "acknowledged")], True, NextStep.DEADLINE_LETTER),
        ([Before("letter", "diverted")], True, NextStep.DEADLINE_LETTER),
        ([LETTER] * 3, True, NextStep.COMPLAINT),
        ([LETTER] * 4, True, NextStep.INFORMATION_REQUEST),
        ([LETTER] * 3, False, NextStep.LADDER),
    ],
)
def test_by_number_and_kind(before: list[Before], is_public: bool, step: NextStep) -> None:
    assert next_step(silence(ASKED, DUE, LATER), before, is_public=is_public) is step


def test_before_it_is_due_one_waits_and_without_a_day_one_says_by_when() -> None:
    assert next_step(silence(ASKED, DUE, DUE), [LETTER], is_public=True) is NextStep.WAIT
    assert next_step(silence(ASKED, None, LATER), [LETTER], is_public=True) is NextStep.SET_DAY


def test_each_step_has_a_text_in_the_groups_words(cast: Cast) -> None:
    campaign, holder = campaign_of(cast), holder_of(cast, email="leader@example.org")
    steps = []
    for days in (90, 75, 60, 46):
        row = one(approach_of(cast, campaign, holder, days), TODAY)
        draft = draft_of(row, "Plans for {everybody} by spring", "Cardiff")
        assert draft is not None
        steps.append(draft.step)
        assert "Dear The leader of Cardiff Council" in draft.body
        assert "Meet us about the empty shop" in draft.body
        assert "Plans for {everybody} by spring" in draft.body
        assert draft.body.endswith("Yours,\nCardiff")
        assert draft.mailto.startswith("mailto:?subject=")
    assert steps == ["second_letter", "deadline_letter", "complaint", "information_request"]


def test_a_looked_at_address_is_written_to_and_a_diversion_named(cast: Cast) -> None:
    holder = holder_of(cast, email="leader@example.org", contact_checked_on=TODAY)
    draft = draft_of(one(answered(cast, approach_of(cast, holder=holder), "diverted"), TODAY), "", "Cardiff")
    assert draft is not None
    assert draft.mailto.startswith("mailto:leader%40example.org?")
    assert "sent on to Street Scene. The decision is yours" in draft.body


def test_calls_end_in_a_letter_and_the_rest_has_no_text(cast: Cast) -> None:
    campaign, holder = campaign_of(cast), holder_of(cast)
    rows = [one(approach_of(cast, campaign, holder, days, channel="call"), TODAY) for days in (46, 30)]
    draft = draft_of(rows[1], "", "Cardiff")
    assert draft is not None
    assert "reach you 2 times" in draft.body
    assert draft_of(one(approach_of(cast, campaign, holder, 2), TODAY), "", "Cardiff") is None
    words = [("acknowledged", "had arrived"), ("partly", "the part that you answered")]
    for outcome, said in words:
        draft = draft_of(one(answered(cast, approach_of(cast, campaign, holder_of(cast)), outcome), TODAY), "", "C")
        assert draft is not None
        assert said in draft.body
