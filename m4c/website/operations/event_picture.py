"""Pictures of an event: added, who is in each and agreed, an agreement taken back, and taken off the event."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.base import File
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.events.models import Event
from m4c.people.models import Account, Person
from m4c.people.names import fold
from m4c.people.operations.must_see import must_see
from m4c.website.models import Picture, Recognised
from m4c.website.operations.editors import collection_of
from m4c.website.operations.picture import Face, RecognisedRefused, agrees_anew, settle
from m4c.website.permissions import PICTURE_EVENTS


@dataclass(frozen=True)
class Agreement:
    """That somebody agreed to stand on the site with a picture; of somebody under 18, how a parent agreed besides."""

    agreed_on: date | None = None
    how: str = ""
    parent_agreed: str = ""


@operation(PICTURE_EVENTS, on="event", public=True)
def add_event_picture(
    *, event: Event, file: File[Any], description: str, shows: str, by: Account, credit: str = ""
) -> Picture:
    """Add a picture to an event, among its group's own. Where people can be recognised it waits until each agreed.

    Whatever the camera wrote into it goes before it is stored. Raises RecognisedRefused.
    """
    if not description.strip():
        raise RecognisedRefused(_("Say what one sees, for whoever cannot."), field="description")
    picture = Picture(
        event=event,
        title=event.title,
        description=description.strip(),
        credit=credit.strip(),
        shows=shows,
        file=file,
        collection=collection_of(event.group),
    )
    picture.save()
    settle(picture)
    return picture


@operation(PICTURE_EVENTS, on="picture", public=True)
def name_in_picture(
    *, picture: Picture, agreement: Agreement, by: Account, person: Person | None = None, name: str = ""
) -> Picture:
    """Write down that somebody can be recognised in a picture: a person on record, or a name alone.

    Until they agreed it stands on no page. Raises RecognisedRefused, and Unseen for somebody whom one may not see.
    """
    must_see([person], by)
    called = person.name if person else name.strip()
    if not called:
        raise RecognisedRefused(_("Say who it is."), field="person")
    same = Recognised.objects.filter(picture=picture, withdrawn_on=None)
    if same.filter(person=person).exists() if person else same.filter(person=None, folded=fold(called)).exists():
        raise RecognisedRefused(_("They are named already."), field="person", code="twice")
    check_agreement(agreement)
    row = Recognised(picture=picture, person=person, name=called, folded=fold(called))
    agree(row, agreement)
    change(picture, shows=Picture.Shows.PEOPLE)
    settle(picture)
    return picture


@operation(PICTURE_EVENTS, on="picture", public=True)
def say_agreed(*, picture: Picture, row: Recognised, agreement: Agreement, by: Account) -> Picture:
    """Write down that and how somebody in a picture agreed. Who took it back does so anew, on a later day.

    Raises RecognisedRefused.
    """
    check_agreement(agreement)
    if row.withdrawn_on and not agrees_anew(row, Face(row.name, agreed_on=agreement.agreed_on)):
        words = _("They took their agreement back: only a new one, of a later day, brings the picture back.")
        raise RecognisedRefused(words, field="agreed_on", code="withdrawn")
    row.withdrawn_on = None
    agree(row, agreement)
    settle(picture)
    return picture


@operation(PICTURE_EVENTS, on="picture", public=True)
def take_agreement_back(*, picture: Picture, row: Recognised, on: date, by: Account) -> Picture:
    """Write down that somebody no longer agrees: the picture leaves every page at once."""
    row.withdrawn_on = max(on, row.agreed_on or on)
    row.save(update_fields=["withdrawn_on"])
    settle(picture)
    return picture


@operation(PICTURE_EVENTS, on="picture", public=True)
def take_off_event(*, picture: Picture, by: Account) -> Picture:
    """Let a picture be none of its event's; it stays among those of the group, for its editors to delete."""
    change(picture, event=None)
    return picture


def agree(row: Recognised, agreement: Agreement) -> None:
    """Keep an agreement, or that there is none yet."""
    row.agreed_on, row.how = agreement.agreed_on, agreement.how.strip()
    row.parent_agreed = agreement.parent_agreed.strip()
    row.save()


def check_agreement(agreement: Agreement) -> None:
    """Raise RecognisedRefused for an agreement without its way, or of a day to come."""
    if agreement.agreed_on and not agreement.how.strip():
        raise RecognisedRefused(_("Write down how they agreed."), field="how")
    if agreement.agreed_on and agreement.agreed_on > timezone.localdate():
        raise RecognisedRefused(_("That day is still to come."), field="agreed_on")
