"""Calls for letters, for tests."""

from typing import Any

from m4c.campaigns.models import LetterDrive
from m4c.campaigns.operations.letter_drive import NewDrive, Written, make_drive, open_drive, write_letter
from m4c.people.models.account import website
from tests.campaigns.press.telling import a_councillor, public, ready
from tests.cast import Cast
from tests.factories import NOW

ASK = "Vote for homes and a shop on the plot."


def new(**given: Any) -> NewDrive:
    """What supporters are asked."""
    return NewDrive(**({"title": "Write to the cabinet", "ask": ASK} | given))


def drive_of(cast: Cast, **given: Any) -> LetterDrive:
    """A call of Cardiff, being prepared, to a councillor."""
    councillor = a_councillor(cast)
    return make_drive(campaign=ready(cast, councillor), new=new(powerholder=councillor, **given), by=cast.organiser)


def open_one(cast: Cast, **given: Any) -> LetterDrive:
    """One that supporters may take part in."""
    councillor = a_councillor(cast)
    to: dict[str, Any] = {"powerholder": councillor} if "office_name" not in given else {}
    drive = make_drive(campaign=public(cast, councillor), new=new(**to, **given), by=cast.organiser)
    return open_drive(drive=drive, at=NOW, by=cast.organiser)


def written(drive: LetterDrive, words: str = "My mum walks two miles for milk.", *, may_read: bool = False) -> Written:
    """A supporter wrote."""
    assert drive.powerholder
    to = drive.powerholder
    return write_letter(drive=drive, powerholder=to, words=words, may_read=may_read, at=NOW, by=website())
