"""A petition on paper: begin it, number its sheets, count what comes back, hand it in, and write down the answer."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, HandIn, PaperPetition, PaperSignature, PetitionSheet
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account
from m4c.power.models import Powerholder

MOST_SHEETS = 500
MOST_ON_A_SHEET = 2_000


class PetitionRefused(Refused):
    """The petition or a sheet of it says too little, or more than can be."""


@dataclass(frozen=True)
class NewPetition:
    """What people sign, from which day on, and to whom it goes: a powerholder, or somebody in words."""

    title: str
    wording: str
    opened_on: date
    powerholder: Powerholder | None = None
    to_whom: str = ""

    @property
    def checked(self) -> dict[str, object]:
        """As it is kept. Raises PetitionRefused."""
        if not self.title.strip():
            raise PetitionRefused(_("Give the petition a title."), field="title", code="no_title")
        if not self.wording.strip():
            raise PetitionRefused(_("Say what people sign."), field="wording", code="no_wording")
        return {
            "title": self.title.strip(),
            "wording": self.wording.strip(),
            "opened_on": self.opened_on,
            "powerholder": self.powerholder,
            "to_whom": self.to_whom.strip(),
        }


@dataclass(frozen=True)
class Counted:
    """A sheet that came back: how many signed it, how many of those do not count, and who collected it."""

    number: int
    signatures: int
    struck: int = 0
    collected_by: str = ""


@dataclass(frozen=True)
class NewHandIn:
    """A petition handed in: when, to whom, who took it, how many signatures, and by when an answer is expected."""

    on: date
    to_whom: str
    number: int
    received_by: str = ""
    answer_due: date | None = None


@operation(RUN_CAMPAIGNS, on="campaign")
def begin_petition(*, campaign: Campaign, new: NewPetition, by: Account) -> PaperPetition:
    """Begin a petition of a campaign. Raises PetitionRefused."""
    return PaperPetition.objects.create(campaign=campaign, made_by=by, **new.checked)


@operation(RUN_CAMPAIGNS, on="petition")
def change_petition(*, petition: PaperPetition, new: NewPetition, by: Account) -> PaperPetition:
    """Say it otherwise. What people have signed stays as it was. Raises PetitionRefused."""
    if new.wording.strip() != petition.wording and PetitionSheet.objects.filter(petition=petition).exists():
        raise PetitionRefused(
            _("People have signed these words. Begin another petition for other words."), field="wording", code="signed"
        )
    change(petition, **new.checked)
    return petition


@operation(RUN_CAMPAIGNS, on="petition")
def close_petition(*, petition: PaperPetition, on: date, by: Account) -> PaperPetition:
    """Say that no more names are collected. Raises PetitionRefused."""
    if on < petition.opened_on:
        raise PetitionRefused(_("That was before it began."), field="on", code="early")
    change(petition, closed_on=on)
    return petition


@operation(RUN_CAMPAIGNS, on="petition")
def number_sheets(*, petition: PaperPetition, number: int, by: Account) -> PaperPetition:
    """Take the next numbers for sheets to be printed: no two sheets of a petition have one number.

    Raises PetitionRefused.
    """
    if not 1 <= number <= MOST_SHEETS:
        raise PetitionRefused(
            _("Between 1 and {most} sheets at a time.").format(most=MOST_SHEETS), field="number", code="number"
        )
    petition = PaperPetition.objects.select_for_update(of=("self",)).get(pk=petition.pk)  # as it stands by now
    change(petition, printed=petition.printed + number)
    return petition


@operation(RUN_CAMPAIGNS, on="petition")
def count_sheet(*, petition: PaperPetition, counted: Counted, at: datetime, by: Account) -> PetitionSheet:
    """Write down how many signed a sheet; counted again it is put right. Raises PetitionRefused."""
    if counted.number < 1:
        raise PetitionRefused(_("The number stands at the foot of the sheet."), field="number", code="number")
    if not 0 <= counted.signatures <= MOST_ON_A_SHEET:
        raise PetitionRefused(_("No sheet holds that many."), field="signatures", code="many")
    if not 0 <= counted.struck <= counted.signatures:
        raise PetitionRefused(_("No more are struck than signed."), field="struck", code="struck")
    typed = PaperSignature.objects.filter(petition=petition, sheet__number=counted.number).count()
    if typed > counted.signatures:
        sentence = _("{typed} lines of this sheet are typed already.").format(typed=typed)
        raise PetitionRefused(sentence, field="signatures", code="fewer_than_typed")
    facts = asdict(counted) | {"campaign": petition.campaign, "counted_by": by, "counted_at": at}
    sheet, _made = PetitionSheet.objects.update_or_create(petition=petition, number=facts.pop("number"), defaults=facts)
    return sheet


@operation(RUN_CAMPAIGNS, on="petition")
def record_hand_in(*, petition: PaperPetition, new: NewHandIn, at: datetime, by: Account) -> HandIn:
    """Write down that a petition was handed in. Raises PetitionRefused."""
    if not new.to_whom.strip():
        raise PetitionRefused(_("Say to whom you gave it."), field="to_whom", code="nobody")
    if new.on < petition.opened_on:
        raise PetitionRefused(_("That was before it began."), field="on", code="early")
    if new.answer_due and new.answer_due < new.on:
        raise PetitionRefused(_("An answer comes after you handed it in."), field="answer_due", code="early_answer")
    facts = asdict(new) | {"to_whom": new.to_whom.strip(), "received_by": new.received_by.strip()}
    return HandIn.objects.create(campaign=petition.campaign, petition=petition, added_by=by, added_at=at, **facts)


@operation(RUN_CAMPAIGNS, on="hand_in")
def answer_hand_in(*, hand_in: HandIn, on: date, answer: str, by: Account) -> HandIn:
    """Write down what they answered to a petition, in their words. Raises PetitionRefused."""
    if not answer.strip():
        raise PetitionRefused(_("Write what they answered."), field="answer", code="blank")
    if on < hand_in.on:
        raise PetitionRefused(_("An answer comes after you handed it in."), field="answered_on", code="early_answer")
    change(hand_in, answer=answer.strip(), answered_on=on)
    return hand_in
