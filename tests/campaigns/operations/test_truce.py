"""A truce holds a step against a condition and an hour; kept it ends, lapsed the step is offered again."""

from dataclasses import replace

import pytest

from m4c.campaigns.models import LadderStep, StandDown, Truce
from m4c.campaigns.operations.ladder import StepRefused, take_step_off
from m4c.campaigns.operations.step_event import call_out_step
from m4c.campaigns.operations.truce import Offer, TruceRefused, agree_truce, keep_truce, lapse_truce
from m4c.events.models import Event
from m4c.events.operations.event import NewEvent
from tests.campaigns.ladder.making import ON_MONDAY, SATURDAY, authorised, called, step_of, truce_of
from tests.cast import Cast
from tests.factories import NOW, doers

OFFER = Offer("A meeting on Monday", "He sits down with us", NOW, ON_MONDAY)
EVENT = NewEvent("social", "Saturday picket", SATURDAY)


def test_a_step_cannot_become_an_event_unauthorised(cast: Cast) -> None:
    with pytest.raises(StepRefused) as refused:
        call_out_step(step=step_of(cast), new=EVENT, at=NOW, by=cast.organiser)
    assert refused.value.code == "not_authorised"
    assert Event.objects.count() == 0


def test_a_step_becomes_a_public_action_once(cast: Cast) -> None:
    step = call_out_step(step=authorised(cast), new=EVENT, at=NOW, by=cast.leader)
    assert step.event is not None
    assert (step.event.kind, step.event.group) == (Event.Kind.PUBLIC_ACTION, cast.cardiff)
    with pytest.raises(StepRefused):
        call_out_step(step=step, new=EVENT, at=NOW, by=cast.leader)


def test_a_truce_says_what_was_offered_and_until_when(cast: Cast) -> None:
    step = step_of(cast)
    for wrong in (replace(OFFER, offered=""), replace(OFFER, condition=" "), replace(OFFER, until=NOW)):
        with pytest.raises(TruceRefused):
            agree_truce(step=step, offer=wrong, by=cast.organiser)
    agree_truce(step=step, offer=OFFER, by=cast.organiser)
    with pytest.raises(TruceRefused):
        agree_truce(step=step, offer=OFFER, by=cast.organiser)


def test_whoever_agrees_second_reads_the_step_as_it_is_now(cast: Cast) -> None:
    step = step_of(cast)
    take_step_off(step=LadderStep.objects.get(pk=step.pk), at=NOW, by=cast.organiser)
    with pytest.raises(StepRefused):
        agree_truce(step=step, offer=OFFER, by=cast.organiser)


def test_a_held_step_calls_nobody_out(cast: Cast) -> None:
    truce = truce_of(cast, authorised(cast))
    with pytest.raises(StepRefused):
        call_out_step(step=truce.step, new=EVENT, at=NOW, by=cast.organiser)
    lapse_truce(truce=truce, at=ON_MONDAY, by=cast.organiser)
    call_out_step(step=truce.step, new=replace(EVENT, starts_at=ON_MONDAY), at=ON_MONDAY, by=cast.organiser)


def test_before_its_time_is_over_somebody_says_what_they_broke(cast: Cast) -> None:
    truce = truce_of(cast)
    with pytest.raises(TruceRefused):
        lapse_truce(truce=truce, at=NOW, by=cast.organiser)
    read_before = Truce.objects.get(pk=truce.pk)
    lapse_truce(truce=truce, at=NOW, words="He called the meeting off", by=cast.organiser)
    assert truce.outcome == Truce.Outcome.LAPSED
    with pytest.raises(TruceRefused):
        keep_truce(truce=read_before, at=NOW, by=cast.organiser)
    with pytest.raises(TruceRefused):
        keep_truce(truce=truce, at=ON_MONDAY, by=cast.organiser)


def test_with_words_everybody_is_told_in_the_same_breath(cast: Cast) -> None:
    truce = agree_truce(step=called(cast), offer=OFFER, words="It is off.", by=cast.organiser)
    assert StandDown.objects.get(truce=truce).words == "It is off."


def test_who_may_agree_one(cast: Cast) -> None:
    step = step_of(cast)

    def once(by: object) -> None:
        Truce.objects.all().delete()
        agree_truce(step=step, offer=OFFER, by=by)  # type: ignore[arg-type]

    assert doers(once, cast) == {"leader", "organiser", "national_organiser"}
