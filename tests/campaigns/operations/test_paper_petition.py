"""A petition on paper: its words, its sheets by their numbers, and where it was handed in."""

from dataclasses import replace
from datetime import timedelta

import pytest

from m4c.campaigns.ladder.petition_page import totals_of, with_numbers
from m4c.campaigns.models import PetitionSheet
from m4c.campaigns.operations.paper_petition import (
    Counted,
    NewHandIn,
    NewPetition,
    PetitionRefused,
    answer_hand_in,
    begin_petition,
    change_petition,
    close_petition,
    count_sheet,
    number_sheets,
    record_hand_in,
)
from m4c.campaigns.operations.paper_signature import Signed, type_lines
from tests.campaigns.ladder.making import campaign_of, petition_of
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, seers

NEW = NewPetition("Build", "We ask him to build.", TODAY)


def test_it_has_a_title_and_words(cast: Cast) -> None:
    campaign = campaign_of(cast)
    for wrong in (replace(NEW, title=" "), replace(NEW, wording="")):
        with pytest.raises(PetitionRefused):
            begin_petition(campaign=campaign, new=wrong, by=cast.organiser)


def test_its_words_stay_once_a_sheet_is_signed(cast: Cast) -> None:
    petition = petition_of(cast)
    change_petition(petition=petition, new=NEW, by=cast.organiser)
    count_sheet(petition=petition, counted=Counted(1, 3), at=NOW, by=cast.organiser)
    change_petition(petition=petition, new=replace(NEW, title="Build now"), by=cast.organiser)
    with pytest.raises(PetitionRefused):
        change_petition(petition=petition, new=replace(NEW, wording="Something else"), by=cast.organiser)


def test_sheets_are_numbered_once_and_counted_again_put_right(cast: Cast) -> None:
    petition = petition_of(cast)
    number_sheets(petition=petition, number=6, by=cast.organiser)
    assert number_sheets(petition=petition, number=4, by=cast.organiser).printed == 10
    with pytest.raises(PetitionRefused):
        number_sheets(petition=petition, number=0, by=cast.organiser)
    for counted in (Counted(1, 12, 1), Counted(2, 9), Counted(2, 8)):
        count_sheet(petition=petition, counted=counted, at=NOW, by=cast.organiser)
    totals = totals_of(petition)
    assert (totals.sheets, totals.counted, totals.struck) == (2, 19, 1)
    assert vars(with_numbers(cast.organiser, petition.campaign).get())["counted"] == 19


def test_a_count_that_cannot_be_is_refused(cast: Cast) -> None:
    petition = petition_of(cast)
    for counted in (Counted(0, 3), Counted(1, -1), Counted(1, 3, 4), Counted(1, 9_999)):
        with pytest.raises(PetitionRefused):
            count_sheet(petition=petition, counted=counted, at=NOW, by=cast.organiser)
    sheet = count_sheet(petition=petition, counted=Counted(1, 2), at=NOW, by=cast.organiser)
    lines = {line: Signed(f"Somebody {line}") for line in (1, 2)}
    type_lines(sheet=sheet, lines=lines, at=NOW, by=cast.organiser)
    with pytest.raises(PetitionRefused):
        count_sheet(petition=petition, counted=Counted(1, 1), at=NOW, by=cast.organiser)


def test_it_is_handed_in_and_answered(cast: Cast) -> None:
    petition = petition_of(cast)
    for wrong in (
        NewHandIn(TODAY, " ", 19),
        NewHandIn(TODAY - timedelta(1), "Him", 19),
        NewHandIn(TODAY, "Him", 19, answer_due=TODAY - timedelta(1)),
    ):
        with pytest.raises(PetitionRefused):
            record_hand_in(petition=petition, new=wrong, at=NOW, by=cast.organiser)
    handed = record_hand_in(petition=petition, new=NewHandIn(TODAY, "Him", 19), at=NOW, by=cast.organiser)
    with pytest.raises(PetitionRefused):
        answer_hand_in(hand_in=handed, on=TODAY, answer="", by=cast.organiser)
    with pytest.raises(PetitionRefused):
        answer_hand_in(hand_in=handed, on=TODAY - timedelta(1), answer="Yes", by=cast.organiser)
    answer_hand_in(hand_in=handed, on=TODAY, answer="Yes", by=cast.organiser)
    assert (handed.answer, handed.answered_on) == ("Yes", TODAY)


def test_it_closes_after_it_began(cast: Cast) -> None:
    petition = petition_of(cast)
    with pytest.raises(PetitionRefused):
        close_petition(petition=petition, on=TODAY - timedelta(1), by=cast.organiser)
    assert close_petition(petition=petition, on=TODAY, by=cast.organiser).closed_on == TODAY


def test_who_may_and_who_sees(cast: Cast) -> None:
    petition = petition_of(cast)
    run = {"leader", "organiser", "national_organiser"}
    assert doers(lambda by: number_sheets(petition=petition, number=1, by=by), cast) == run
    count_sheet(petition=petition, counted=Counted(1, 2), at=NOW, by=cast.organiser)
    assert seers(cast, PetitionSheet.objects.get()) == run | {"data_protection", "editor"}
