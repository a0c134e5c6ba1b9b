"""Write a note to the press, hold it until an hour, release it, take it back."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, LadderStep, PressNote
from m4c.campaigns.operations.press_item import PressRefused
from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS, RUN_CAMPAIGNS
from m4c.core.operations import change, operation
from m4c.events.models import Event
from m4c.people.models import Account, Person
from m4c.people.models.use import is_out_of_use
from m4c.people.operations.must_see import must_see


@dataclass(frozen=True)
class NewNote:
    """A note: its headline and words, whom the press may ring, not before which hour, of which step or event it is."""

    headline: str
    words: str
    contact: Person | None = None
    embargo_until: datetime | None = None
    step: LadderStep | None = None
    event: Event | None = None  # a step says its own


@operation(RUN_CAMPAIGNS, on="campaign")
def write_press_note(*, campaign: Campaign, new: NewNote, at: datetime, by: Account) -> PressNote:
    """Write a note. Raises PressRefused, and Unseen for a contact one may not see."""
    check(campaign, new, at)
    must_see([new.contact], by)
    must_be_nameable(new.contact)
    if new.event and not Event.objects.visible_to(by).filter(pk=new.event.pk).exists():
        raise PressRefused(_("There is no such event among those you see."), code="unseen")
    return PressNote.objects.create(
        campaign=campaign,
        step=new.step,
        event=new.step.event if new.step else new.event,
        headline=new.headline.strip(),
        words=new.words.strip(),
        contact=new.contact,
        embargo_until=new.embargo_until,
        written_by=by,
        written_at=at,
    )


@operation(RUN_CAMPAIGNS, on="note")
def edit_press_note(*, note: PressNote, new: NewNote, at: datetime, by: Account) -> PressNote:
    """Put it right, as long as it has not gone out. Raises PressRefused, and Unseen."""
    if note.released_at or note.withdrawn_at:
        raise PressRefused(_("It has gone out: write another one that puts it right."), code="gone_out")
    check(note.campaign, new, at, kept=note.embargo_until)
    if new.contact != note.contact:
        must_see([new.contact], by)
        must_be_nameable(new.contact)
    change(
        note,
        headline=new.headline.strip(),
        words=new.words.strip(),
        contact=new.contact,
        embargo_until=new.embargo_until,
    )
    return note


@operation(PUBLISH_CAMPAIGNS, on="note")
def release_press_note(*, note: PressNote, at: datetime, by: Account) -> PressNote:
    """It goes to the press, which keeps to the hour that it says. Twice is once. Raises PressRefused."""
    if note.withdrawn_at:
        raise PressRefused(_("It was taken back."), code="withdrawn")
    if note.contact is None or is_out_of_use(note.contact.pk):
        raise PressRefused(_("Name somebody whom the press may ring."), field="contact", code="nobody")
    if note.released_at is None:
        change(note, released_at=at)
    return note


@operation(RUN_CAMPAIGNS, on="note")
def withdraw_press_note(*, note: PressNote, at: datetime, by: Account) -> PressNote:
    """Take it back; it stays on record that there was one. Twice is once."""
    if note.withdrawn_at is None:
        change(note, withdrawn_at=at)
    return note


def check(campaign: Campaign, new: NewNote, at: datetime, kept: datetime | None = None) -> None:
    """Raise PressRefused for a note without words, of another campaign's step, or held until an hour that is over."""
    for field, sentence in (("headline", _("Give it a headline.")), ("words", _("Write the note."))):
        if not getattr(new, field).strip():
            raise PressRefused(sentence, field=field, code="empty")
    if new.step and new.step.campaign_id != campaign.pk:
        raise PressRefused(_("That step is of another campaign."), code="other_campaign")
    if new.embargo_until and new.embargo_until != kept and new.embargo_until <= at:
        raise PressRefused(_("That hour is over already."), field="embargo_until", code="over")


def must_be_nameable(contact: Person | None) -> None:
    """Raise PressRefused for a contact who cannot be named."""
    if contact and is_out_of_use(contact.pk):
        raise PressRefused(_("They cannot be named for now."), field="contact", code="out_of_reach")
