"""Where a step stands is computed: waiting, due since, called out, held by a truce, over, done, off."""

from datetime import timedelta
from typing import Any

from m4c.campaigns.ladder.standing import Stand, one_standing
from m4c.campaigns.models import Approach, LadderStep
from m4c.campaigns.operations.ladder import close_step, say_triggered, take_step_off
from m4c.campaigns.operations.step_event import call_out_step
from m4c.campaigns.operations.truce import keep_truce, lapse_truce
from m4c.events.operations.event import NewEvent
from tests.campaigns.ladder.making import ON_MONDAY, SATURDAY, called, step_of, stood_down, truce_of
from tests.cast import Cast
from tests.factories import NOW, TODAY


def stands(step: LadderStep, days: float = 0) -> tuple[Stand, str]:
    """Where a step stands so many days on, and why."""
    fresh = LadderStep.objects.select_related("target", "event").get(pk=step.pk)
    standing = one_standing(fresh, NOW + timedelta(days=days))
    return standing.stand, standing.sentence


def approached(cast: Cast, step: LadderStep, **more: Any) -> Approach:
    """We asked the target of a step."""
    facts = {"on": TODAY, "channel": "letter", "asked": "Meet us", "added_by": cast.organiser, "added_at": NOW}
    return Approach.objects.create(campaign=step.campaign, powerholder=step.target.powerholder, **(facts | more))


def test_silence_is_due_on_the_day_after(cast: Cast) -> None:
    step = step_of(cast)
    assert stands(step, 3) == (Stand.WAITING, "If there is no answer by 8 October 2026.")
    assert stands(step, 4) == (Stand.DUE, "Due since 9 October 2026: no answer.")


def test_an_answer_holds_silence_and_a_refusal_sets_it_off_at_once(cast: Cast) -> None:
    step = step_of(cast)
    asked = approached(cast, step, outcome="answered", answered_on=TODAY + timedelta(days=1))
    assert stands(step, 9)[0] == Stand.WAITING
    Approach.objects.filter(pk=asked.pk).update(outcome="refused")
    assert stands(step, 1) == (Stand.DUE, "Due since 6 October 2026: they refused.")


def test_a_refusal_is_seen_in_the_approaches_or_said(cast: Cast) -> None:
    step = step_of(cast, trigger="refusal", trigger_on=None)
    assert stands(step) == (Stand.WAITING, "If they refuse.")
    approached(cast, step, outcome="refused", answered_on=TODAY)
    assert stands(step) == (Stand.DUE, "Due since 5 October 2026: they refused.")
    other = step_of(cast, step.campaign, name="Vigil", trigger="broken", trigger_on=None)
    assert stands(other) == (Stand.WAITING, "If they break what they promised.")
    say_triggered(step=other, on=TODAY, by=cast.organiser)
    assert stands(other) == (Stand.DUE, "Due since 5 October 2026: they broke what they had promised.")


def test_a_day_is_due_on_the_day(cast: Cast) -> None:
    step = step_of(cast, trigger="day")
    assert stands(step, 2)[0] == Stand.WAITING
    assert stands(step, 3) == (Stand.DUE, "Due since 8 October 2026.")


def test_an_event_goes_before_the_trigger_and_asks_what_they_did(cast: Cast) -> None:
    step = called(cast)
    assert stands(step)[0] == Stand.CALLED
    assert stands(step, 6)[0] == Stand.HAPPENED
    close_step(step=step, on=SATURDAY.date(), what_they_did="He rang", at=SATURDAY, by=cast.organiser)
    assert stands(step, 6) == (Stand.DONE, "Done on 10 October 2026.")


def test_a_truce_holds_until_its_hour_and_then_asks(cast: Cast) -> None:
    step = truce_of(cast).step
    assert stands(step, 6)[0] == Stand.HELD
    assert stands(step, 7) == (
        Stand.LAPSED,
        "The time of the truce ran out on Monday 12 October, 19:30. Was it kept?",
    )


def test_a_truce_that_lapsed_offers_the_step_again_until_it_is_called_out_anew(cast: Cast) -> None:
    truce = truce_of(cast)
    stood_down(cast, truce.step)
    lapse_truce(truce=truce, at=ON_MONDAY, by=cast.organiser)
    assert stands(truce.step, 8)[0] == Stand.DUE
    again = NewEvent("public_action", "Picket again", ON_MONDAY + timedelta(days=5))
    step = LadderStep.objects.select_related("target", "event", "campaign").get(pk=truce.step.pk)
    call_out_step(step=step, new=again, at=ON_MONDAY + timedelta(hours=1), by=cast.organiser)
    assert stands(truce.step, 8)[0] == Stand.CALLED


def test_a_truce_that_was_kept_leaves_the_step_not_needed(cast: Cast) -> None:
    truce = truce_of(cast, step_of(cast))
    keep_truce(truce=truce, at=ON_MONDAY, by=cast.organiser)
    assert stands(truce.step, 8) == (Stand.OFF, "Not needed: they kept what they had offered.")


def test_a_step_taken_off_is_off(cast: Cast) -> None:
    step = step_of(cast)
    take_step_off(step=step, at=NOW, by=cast.organiser)
    assert stands(step)[0] == Stand.OFF
