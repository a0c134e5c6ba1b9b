"""Open letters and those who sign them: as they want to be named, in public only by their own consent."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, LetterSignatory, OpenLetter
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account, Person
from m4c.people.operations.must_see import must_see
from m4c.power.models import Powerholder


class LetterRefused(Refused):
    """The letter says too little or is closed, or somebody signed it already."""


@dataclass(frozen=True)
class NewLetter:
    """A letter that many sign: its title and words, to whom, and from which day."""

    title: str
    words: str
    opened_on: date
    powerholder: Powerholder | None = None
    to_whom: str = ""


@dataclass(frozen=True)
class NewSignatory:
    """Who signs: somebody of ours, or a name with a role and a body; and whether their name may stand in public."""

    signed_on: date
    name: str = ""
    role: str = ""
    body: str = ""
    person: Person | None = None
    agrees: bool = False


@operation(RUN_CAMPAIGNS, on="campaign")
def write_open_letter(*, campaign: Campaign, new: NewLetter, by: Account) -> OpenLetter:
    """Write a letter for many to sign. Raises LetterRefused."""
    if not new.title.strip() or not new.words.strip():
        raise LetterRefused(_("Give it a title, and write the letter."), field="words", code="blank")
    if new.powerholder is None and not new.to_whom.strip():
        raise LetterRefused(_("Say to whom it goes."), field="to_whom", code="nobody")
    return OpenLetter.objects.create(
        campaign=campaign,
        title=new.title.strip(),
        words=new.words.strip(),
        opened_on=new.opened_on,
        powerholder=new.powerholder,
        to_whom=new.to_whom.strip() or str(new.powerholder),
        made_by=by,
    )


@operation(RUN_CAMPAIGNS, on="letter", public=True)
def close_open_letter(*, letter: OpenLetter, on: date, by: Account) -> OpenLetter:
    """Take no more signatures from a day on. Raises LetterRefused."""
    must_be_open(letter)
    if on < letter.opened_on:
        raise LetterRefused(_("That was before it was opened."), field="on", code="early")
    change(letter, closed_on=on)
    return letter


@operation(RUN_CAMPAIGNS, on="letter", public=True)
def sign_open_letter(*, letter: OpenLetter, new: NewSignatory, at: datetime, by: Account) -> LetterSignatory:
    """Write down who signed, and whether they agreed to be named in public. Raises LetterRefused, Unseen."""
    must_be_open(letter)
    must_see([new.person], by)
    name = new.name.strip() or (new.person.name if new.person else "")
    if not name and not new.body.strip():
        raise LetterRefused(_("Say who signed."), field="name", code="nobody")
    standing = LetterSignatory.objects.filter(letter=letter, withdrawn_at=None)
    same = {"person": new.person} if new.person else {"name": name, "role": new.role.strip(), "body": new.body.strip()}
    if standing.filter(**same).exists():
        raise LetterRefused(_("They signed already."), field="name", code="twice")
    return LetterSignatory.objects.create(
        campaign=letter.campaign,
        letter=letter,
        name=name,
        role=new.role.strip(),
        body=new.body.strip(),
        person=new.person,
        signed_on=new.signed_on,
        agreed_public_at=at if new.agrees else None,
        added_by=by,
        added_at=at,
    )


@operation(RUN_CAMPAIGNS, on="signatory", public=True)
def agree_to_be_named(*, signatory: LetterSignatory, agrees: bool, at: datetime, by: Account) -> LetterSignatory:
    """Write down that somebody who signed agreed to be named in public, or agrees no more. Raises LetterRefused."""
    must_have_signed(signatory)
    change(signatory, agreed_public_at=at if agrees else None)
    return signatory


@operation(RUN_CAMPAIGNS, on="signatory", public=True)
def withdraw_signature(*, signatory: LetterSignatory, at: datetime, by: Account) -> LetterSignatory:
    """Take a signature back: they count no more, and stand nowhere in public. Raises LetterRefused."""
    must_have_signed(signatory)
    change(signatory, withdrawn_at=at, agreed_public_at=None)
    return signatory


def must_be_open(letter: OpenLetter) -> None:
    """Raise LetterRefused for one that takes no more signatures."""
    if letter.closed_on:
        raise LetterRefused(_("The letter takes no more signatures."), code="closed")


def must_have_signed(signatory: LetterSignatory) -> None:
    """Raise LetterRefused for a signature that was taken back."""
    if signatory.withdrawn_at:
        raise LetterRefused(_("That signature was taken back."), code="withdrawn")
