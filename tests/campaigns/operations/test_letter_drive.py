"""Calls for letters: prepared, opened, written to without a name, counted once they went, answers shared back."""

from typing import Any

import pytest

from m4c.campaigns.letters.public import open_drives, ways
from m4c.campaigns.models import LetterDrive, SupporterLetter
from m4c.campaigns.operations.letter_drive import (
    LetterDriveRefused,
    change_drive,
    close_drive,
    hide_answer,
    make_drive,
    open_drive,
    say_sent,
    share_answer,
    show_answer,
    take_letter_back,
    write_letter,
)
from m4c.core.errors import NotAllowed
from m4c.core.models import AuditEntry
from m4c.people.models.account import website
from m4c.power.models import Powerholder
from tests.campaigns.letters.calling import ASK, drive_of, new, open_one, written
from tests.campaigns.press.telling import a_councillor, an_owner, public, ready
from tests.cast import Cast
from tests.factories import NOW, TODAY


def test_a_call_is_to_one_decision_maker_or_to_an_office(cast: Cast):
    councillor = a_councillor(cast)
    campaign = ready(cast, councillor)
    for to in ({}, {"powerholder": councillor, "office_name": "Councillor"}):
        with pytest.raises(LetterDriveRefused, match="one decision-maker, or the office"):
            make_drive(campaign=campaign, new=new(**to), by=cast.organiser)
    with pytest.raises(LetterDriveRefused, match="what to ask for"):
        make_drive(campaign=campaign, new=new(ask=" ", powerholder=councillor), by=cast.organiser)


def test_it_opens_on_a_public_page_only(cast: Cast):
    with pytest.raises(LetterDriveRefused, match="Publish the campaign"):
        open_drive(drive=drive_of(cast), at=NOW, by=cast.organiser)


def test_nobody_is_sent_letters_whom_nobody_decided_to_name(cast: Cast):
    owner = an_owner(cast)
    drive = make_drive(campaign=public(cast, owner), new=new(powerholder=owner), by=cast.organiser)
    with pytest.raises(LetterDriveRefused, match="no public office"):
        open_drive(drive=drive, at=NOW, by=cast.organiser)


def test_an_open_call_goes_to_nobody_else(cast: Cast):
    drive = open_one(cast)
    with pytest.raises(LetterDriveRefused, match="begin another"):
        change_drive(drive=drive, new=new(powerholder=an_owner(cast)), by=cast.organiser)


def test_a_call_is_off_the_public_pages_once_they_may_be_named_no_more(cast: Cast):
    drive = open_one(cast)
    assert list(open_drives()) == [drive]
    assert [way.label for way in ways(drive.campaign, NOW)] == [drive.title]
    assert drive.powerholder
    Powerholder.objects.filter(pk=drive.powerholder.pk).update(is_private_owner=True)
    assert not open_drives()
    assert not list(ways(drive.campaign, NOW))


def test_words_are_kept_only_where_the_campaign_may_read_them(cast: Cast):
    drive = open_one(cast)
    assert written(drive).letter.words == ""
    assert written(drive, "Milk.", may_read=True).letter.words == "Milk."


def test_no_words_and_a_call_that_is_over_are_refused(cast: Cast):
    drive = open_one(cast)
    with pytest.raises(LetterDriveRefused, match="a line of your own"):
        written(drive, "  ")
    close_drive(drive=drive, at=NOW, by=cast.organiser)
    with pytest.raises(LetterDriveRefused, match="over"):
        written(drive)


def test_it_counts_once_its_writer_says_that_it_went(cast: Cast):
    drive = open_one(cast)
    token = written(drive).token
    assert vars(LetterDrive.objects.with_counts().get(pk=drive.pk))["went"] == 0
    say_sent(token=token, on=TODAY, by=website())
    say_sent(token=token, on=TODAY, by=website())
    assert vars(LetterDrive.objects.with_counts().get(pk=drive.pk))["went"] == 1


def test_an_answer_is_for_the_campaign_unless_it_may_be_shown(cast: Cast):
    drive = open_one(cast)
    given: dict[str, Any] = {"token": written(drive).token, "on": TODAY, "at": NOW, "by": website()}
    letter = share_answer(words=" I will look into it. ", may_show=False, **given)
    assert (letter.answer, letter.answer_may_be_shared_at, letter.sent_on) == ("I will look into it.", None, TODAY)
    assert share_answer(words="I will.", may_show=True, **given).answer_may_be_shared_at == NOW
    assert share_answer(words="I will.", may_show=False, **given).answer_may_be_shared_at is None
    with pytest.raises(LetterDriveRefused, match="Copy what"):
        share_answer(words=" ", may_show=True, **given)


def test_an_answer_is_shown_once_somebody_read_it_and_other_words_are_read_again(cast: Cast):
    given: dict[str, Any] = {"token": written(open_one(cast)).token, "on": TODAY, "at": NOW, "by": website()}
    kept = share_answer(words="I will.", may_show=False, **given)
    with pytest.raises(LetterDriveRefused, match="did not say"):
        show_answer(letter=kept, at=NOW, by=cast.editor)
    letter = share_answer(words="I will.", may_show=True, **given)
    assert show_answer(letter=letter, at=NOW, by=cast.editor).shown_at == NOW
    assert share_answer(words="I will not.", may_show=True, **given).shown_at is None
    assert hide_answer(letter=show_answer(letter=letter, at=NOW, by=cast.editor), by=cast.editor).shown_at is None
    with pytest.raises(NotAllowed):
        show_answer(letter=letter, at=NOW, by=cast.leader)


def test_taken_back_it_is_gone_and_its_link_opens_nothing(cast: Cast):
    token = written(open_one(cast), may_read=True).token
    take_letter_back(token=token, by=website())
    assert not SupporterLetter.objects.exists()
    with pytest.raises(LetterDriveRefused, match="opens nothing"):
        say_sent(token=token, on=TODAY, by=website())


def test_the_addressee_stays_once_somebody_wrote(cast: Cast):
    drive = open_one(cast)
    change_drive(drive=drive, new=new(title="Write today", powerholder=drive.powerholder), by=cast.organiser)
    written(drive)
    with pytest.raises(LetterDriveRefused, match="written already"):
        change_drive(drive=drive, new=new(office_name="Councillor"), by=cast.organiser)


def test_the_audit_has_no_words(cast: Cast):
    token = written(open_one(cast), "My mum.", may_read=True).token
    share_answer(token=token, words="Dear mum", may_show=True, on=TODAY, at=NOW, by=website())
    told = "".join(str(each.changes) for each in AuditEntry.objects.all())
    assert "mum" not in told


def test_others_neither_open_nor_write_calls(cast: Cast):
    drive = drive_of(cast)
    for by in (cast.member, cast.organiser_elsewhere):
        with pytest.raises(NotAllowed):
            open_drive(drive=drive, at=NOW, by=by)
        with pytest.raises(NotAllowed):
            make_drive(campaign=drive.campaign, new=new(powerholder=drive.powerholder), by=by)
    with pytest.raises(NotAllowed):
        close_drive(drive=drive, at=NOW, by=cast.member)


def test_two_of_one_title_have_addresses_of_their_own(cast: Cast):
    first = drive_of(cast)
    second = make_drive(campaign=first.campaign, new=new(powerholder=first.powerholder), by=cast.organiser)
    assert (first.slug, second.slug, first.ask) == ("write-to-the-cabinet", "write-to-the-cabinet-2", ASK)


def test_writing_needs_no_right_but_an_open_call(cast: Cast):
    drive = drive_of(cast)
    assert drive.powerholder
    given: dict[str, Any] = {"drive": drive, "powerholder": drive.powerholder, "words": "x", "may_read": False}
    with pytest.raises(LetterDriveRefused, match="over"):
        write_letter(**given, at=NOW, by=website())
