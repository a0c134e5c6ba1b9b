"""Supporters' letters and calls: calling for them, and what a supporter says of theirs by a link of their own."""

import secrets
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, LetterDrive, SupporterLetter
from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS, RUN_CAMPAIGNS
from m4c.campaigns.press.naming import Naming
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.permissions import PUBLIC
from m4c.core.slugs import free_slug
from m4c.people.models import Account
from m4c.people.models.sign_in_link import hash_of
from m4c.power.models import Powerholder


class LetterDriveRefused(Refused):
    """It would not hold, or the link opens nothing."""


@dataclass(frozen=True)
class NewDrive:
    """What supporters are asked to write or ring about, and to whom: somebody, or the holder of an office of theirs."""

    title: str
    ask: str
    means: str = LetterDrive.Means.LETTER
    points: str = ""
    powerholder: Powerholder | None = None
    office_name: str = ""


@dataclass(frozen=True)
class Written:
    """A letter with the secret of its writer's link, which is kept nowhere."""

    letter: SupporterLetter
    token: str

    @property
    def touched(self) -> list[SupporterLetter]:
        """For the audit entry."""
        return [self.letter]


@operation(RUN_CAMPAIGNS, on="campaign")
def make_drive(*, campaign: Campaign, new: NewDrive, by: Account) -> LetterDrive:
    """Prepare a call for letters or calls. Raises LetterDriveRefused."""
    check(new)
    drive = LetterDrive(
        campaign=campaign, slug=free_slug(LetterDrive, new.title, "write"), made_by=by, **values_of(new)
    )
    drive.save()
    return drive


@operation(RUN_CAMPAIGNS, on="drive", public=True)
def change_drive(*, drive: LetterDrive, new: NewDrive, by: Account) -> LetterDrive:
    """Put it in other words. Raises LetterDriveRefused, also for another addressee once somebody wrote."""
    check(new)
    is_another = (new.powerholder, new.office_name.strip()) != (drive.powerholder, drive.office_name)
    if is_another and SupporterLetter.objects.filter(drive=drive).exists():
        raise LetterDriveRefused(_("People have written already: begin another for somebody else."), code="written")
    if is_another and drive.is_open:
        raise LetterDriveRefused(_("It is open: begin another for somebody else."), code="open")
    change(drive, **values_of(new))
    return drive


@operation(PUBLISH_CAMPAIGNS, on="drive", public=True)
def open_drive(*, drive: LetterDrive, at: datetime, by: Account) -> LetterDrive:
    """Let supporters take part. Raises LetterDriveRefused where the campaign has no public page, and for an addressee
    without a public office whom nobody decided to name.
    """
    if not drive.campaign.is_public:
        raise LetterDriveRefused(_("Publish the campaign's page first."), code="not_public")
    to = drive.powerholder
    if to and not Naming.of(drive.campaign, [to], timezone.localdate(at)).may_name(to):
        sentence = _("They hold no public office: a second person decides first whether they may be named.")
        raise LetterDriveRefused(sentence, code="not_named")
    if not drive.is_open:
        change(drive, opened_at=at, closed_at=None)
    return drive


@operation(RUN_CAMPAIGNS, on="drive", public=True)
def close_drive(*, drive: LetterDrive, at: datetime, by: Account) -> LetterDrive:
    """Take it off the public pages; links that were given open what they opened. Twice is once."""
    if drive.is_open:
        change(drive, closed_at=at)
    return drive


@operation(PUBLIC, on=None)
def write_letter(
    *, drive: LetterDrive, powerholder: Powerholder, words: str, may_read: bool, at: datetime, by: Account
) -> Written:
    """A supporter wrote: nobody's name is kept, and the words only where the campaign may read them.

    It counts once they say that it went. Raises LetterDriveRefused for a drive that is over, and for no words.
    """
    if not drive.is_open:
        raise LetterDriveRefused(_("This call is over."), code="over")
    if not words.strip():
        sentence = _("Write a line of your own: it counts for more than ours.")
        raise LetterDriveRefused(sentence, field="words", code="no_words")
    token = secrets.token_urlsafe(32)  # 256 bits
    letter = SupporterLetter.objects.create(
        campaign=drive.campaign,
        drive=drive,
        powerholder=powerholder,
        words=words.strip() if may_read else "",
        token_hash=hash_of(token),
        made_at=at,
    )
    return Written(letter, token)


@operation(PUBLIC, on=None, public=True)
def say_sent(*, token: str, on: date, by: Account) -> SupporterLetter:
    """Its writer says that it went: now it counts, once. Raises LetterDriveRefused."""
    letter = letter_of(token)
    if letter.sent_on is None:
        change(letter, sent_on=on)
    return letter


@operation(PUBLIC, on=None, public=True)
def share_answer(*, token: str, words: str, may_show: bool, on: date, at: datetime, by: Account) -> SupporterLetter:
    """Its writer tells what they were answered, and whether it may be shown, without their name.

    Raises LetterDriveRefused for no words, and for a link that opens nothing.
    """
    letter = letter_of(token)
    if not words.strip():
        raise LetterDriveRefused(_("Copy what they answered."), field="answer", code="no_words")
    shared = at if may_show else None
    said = {"answer": words.strip(), "answered_on": on, "sent_on": letter.sent_on or on}
    # Other words are read again before everybody reads them.
    change(letter, **said, answer_may_be_shared_at=shared, shown_at=None, shown_by=None)
    return letter


@operation(PUBLISH_CAMPAIGNS, on="letter", public=True)
def show_answer(*, letter: SupporterLetter, at: datetime, by: Account) -> SupporterLetter:
    """Let everybody read an answer whose writer agreed to it, once somebody read that it tells of nobody else.

    Raises LetterDriveRefused.
    """
    if letter.answer_may_be_shared_at is None:
        raise LetterDriveRefused(_("Its writer did not say that it may be shown."), code="not_shared")
    if letter.shown_at is None:
        change(letter, shown_at=at, shown_by=by)
    return letter


@operation(PUBLISH_CAMPAIGNS, on="letter", public=True)
def hide_answer(*, letter: SupporterLetter, by: Account) -> SupporterLetter:
    """Take an answer off the public page. Twice is once."""
    change(letter, shown_at=None, shown_by=None)
    return letter


@operation(PUBLIC, on=None, public=True)
def take_letter_back(*, token: str, by: Account) -> None:
    """Forget it whole. Raises LetterDriveRefused."""
    letter_of(token).delete()


def letter_of(token: str) -> SupporterLetter:
    """The letter that a secret opens. Raises LetterDriveRefused."""
    letter = SupporterLetter.objects.select_for_update(of=("self",)).of_token(token).first()
    if letter is None:
        raise LetterDriveRefused(_("This link opens nothing."), code="no_link")
    return letter


def check(new: NewDrive) -> None:
    """Refuse what would not hold."""
    if not new.title.strip() or not new.ask.strip():
        raise LetterDriveRefused(_("Say what it is called and what to ask for."), code="no_words")
    if bool(new.powerholder) == bool(new.office_name.strip()):
        sentence = _("Name one decision-maker, or the office that each supporter's own area has.")
        raise LetterDriveRefused(sentence, field="powerholder", code="to_whom")


def values_of(new: NewDrive) -> dict[str, Any]:
    """The fields, without spaces around words."""
    given = {field.name: getattr(new, field.name) for field in fields(new)}
    return {name: value.strip() if isinstance(value, str) else value for name, value in given.items()}
