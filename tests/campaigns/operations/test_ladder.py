"""The ladder: steps are put on, ordered, authorised and closed, by those who may."""

from datetime import date

import pytest

from m4c.campaigns.ladder.law_notes import LAW_NOTES, read, written
from m4c.campaigns.models import LadderStep
from m4c.campaigns.operations.ladder import (
    NewStep,
    StepRefused,
    add_step,
    as_new,
    authorise_step,
    change_step,
    close_step,
    move_step,
    put_step_back,
    reopen_step,
    say_triggered,
    take_step_off,
    withdraw_authorisation,
)
from tests.campaigns.ladder.making import authorised, campaign_of, step_of, target_of
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, seers


def names(step: LadderStep) -> list[str]:
    """The steps of a ladder, what is done first first."""
    return list(LadderStep.objects.filter(campaign=step.campaign).values_list("name", flat=True))


def test_steps_come_on_top_and_move_by_one(cast: Cast) -> None:
    first = step_of(cast, name="Letter")
    second = step_of(cast, first.campaign, name="Leaflet")
    step_of(cast, first.campaign, name="Picket")
    move_step(step=second, up=True, by=cast.organiser)
    assert names(first) == ["Letter", "Picket", "Leaflet"]
    move_step(step=second, up=True, by=cast.organiser)
    move_step(step=first, up=False, by=cast.organiser)
    assert names(first) == ["Letter", "Picket", "Leaflet"]


def test_a_step_has_a_name_a_target_of_its_campaign_and_a_day_where_it_waits_for_one(cast: Cast) -> None:
    campaign = campaign_of(cast)
    target = target_of(cast, campaign)
    for new, code in (
        (NewStep(target, " ", trigger_on=TODAY), "no_name"),
        (NewStep(target, "Picket"), "no_day"),
    ):
        with pytest.raises(StepRefused) as refused:
            add_step(campaign=campaign, new=new, by=cast.organiser)
        assert refused.value.code == code
    elsewhere = target_of(cast, campaign_of(cast, "Another"), "Cllr Mair Cadogan")
    with pytest.raises(StepRefused):
        add_step(campaign=campaign, new=NewStep(elsewhere, "Picket", trigger_on=TODAY), by=cast.organiser)


def test_another_deed_is_authorised_anew(cast: Cast) -> None:
    step = authorised(cast)
    other = as_new(step)
    change_step(step=step, new=NewStep(**(vars(other) | {"needs": "Two tables"})), by=cast.organiser)
    assert step.authorised_by == cast.organiser
    step = change_step(step=step, new=NewStep(**(vars(other) | {"name": "Sit-in"})), by=cast.organiser)
    assert (step.authorised_by, step.authorised_on) == (None, None)


def test_authorising_says_how_and_may_be_taken_back(cast: Cast) -> None:
    step = step_of(cast)
    with pytest.raises(StepRefused):
        authorise_step(step=step, on=TODAY, how=" ", by=cast.organiser)
    authorise_step(step=step, on=TODAY, how="By hands", by=cast.organiser)
    withdraw_authorisation(step=step, by=cast.organiser)
    assert step.authorised_how == ""


def test_a_step_is_closed_with_what_they_did(cast: Cast) -> None:
    step = step_of(cast)
    with pytest.raises(StepRefused) as refused:
        close_step(step=step, on=TODAY, what_they_did="", at=NOW, by=cast.organiser)
    assert refused.value.code == "no_reaction"
    close_step(step=step, on=TODAY, what_they_did="He rang", at=NOW, by=cast.organiser)
    assert (step.done_on, step.told_what_at) == (TODAY, NOW)
    with pytest.raises(StepRefused):
        take_step_off(step=step, at=NOW, by=cast.organiser)
    reopen_step(step=step, by=cast.organiser)
    assert step.done_on is None


def test_a_step_comes_off_and_back(cast: Cast) -> None:
    step = step_of(cast)
    take_step_off(step=step, at=NOW, by=cast.organiser)
    with pytest.raises(StepRefused):
        close_step(step=step, on=TODAY, what_they_did="Nothing yet", at=NOW, by=cast.organiser)
    put_step_back(step=step, by=cast.organiser)
    assert step.cancelled_at is None


def test_a_step_that_waits_for_a_day_is_not_said_to_have_come(cast: Cast) -> None:
    with pytest.raises(StepRefused):
        say_triggered(step=step_of(cast), on=date(2026, 10, 1), by=cast.organiser)


def test_who_may_and_who_sees(cast: Cast) -> None:
    step = step_of(cast)
    run = {"leader", "organiser", "national_organiser"}
    assert doers(lambda by: move_step(step=step, up=True, by=by), cast) == run
    organise = doers(lambda by: authorise_step(step=step, on=TODAY, how="By hands", by=by), cast)
    assert organise == {"organiser", "national_organiser"}
    assert seers(cast, step) == run | {"data_protection", "editor"}


def test_law_notes_are_kept_as_words_with_their_source_and_read_back() -> None:
    kept = written(["imprint", "highway"], "Ask the caretaker")
    assert read(kept) == (["highway", "imprint"], "Ask the caretaker")
    assert len(written([note.key for note in LAW_NOTES], "")) < 700
