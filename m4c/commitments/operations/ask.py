"""Asks: the exact question, to whom, in which order, put by whom and when; and struck where entered in error."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, Demand
from m4c.commitments.models import Ask, Negotiation, Pin
from m4c.commitments.operations.named import must_see_campaign, must_see_event
from m4c.commitments.permissions import NEGOTIATE
from m4c.commitments.table.offices import in_words, office_held
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.events.models import Event
from m4c.people import ledger
from m4c.people.models import Account, Group, Person
from m4c.people.operations.must_see import must_see
from m4c.power.models import Office, Powerholder


class AskRefused(Refused):
    """The ask says too little, or its days do not follow each other."""


@dataclass(frozen=True)
class NewAsk:
    """An exact question: its words, to whom, at which table or event, of which demand; put already, if on a day."""

    words: str
    powerholder: Powerholder
    negotiation: Negotiation | None = None
    event: Event | None = None
    campaign: Campaign | None = None
    demand: Demand | None = None
    office: Office | None = None
    office_words: str = ""
    asked_on: date | None = None
    asked_by: Person | None = None
    pin: str = Pin.SOFT
    uid: UUID | None = None


@operation(NEGOTIATE, on="group")
def write_ask(*, group: Group, new: NewAsk, at: datetime, by: Account) -> Ask:
    """Write an ask down, at the end of those of its table or event; the same uid twice is one. Raises AskRefused."""
    if new.uid and (known := Ask.objects.filter(uid=new.uid).first()):
        return same(known, group, new)
    check(new.words, new.pin, new.asked_on, timezone.localdate(at))
    must_see([new.asked_by], by)
    must_fit(group, new, by)
    event = new.negotiation.event if new.negotiation else new.event
    day = new.asked_on or (timezone.localdate(event.starts_at) if event else timezone.localdate(at))
    office = new.office or office_held(new.powerholder, day)
    ask = Ask(
        group=group,
        campaign=new.campaign or (new.negotiation.campaign if new.negotiation else None),
        demand=new.demand,
        negotiation=new.negotiation,
        event=event,
        position=next_place(event),
        words=new.words.strip(),
        powerholder=new.powerholder,
        office=office,
        office_words=new.office_words.strip() or in_words(office),
        asked_on=new.asked_on,
        asked_by=new.asked_by,
        pin=new.pin,
        made_by=by,
        made_at=at,
        **({"uid": new.uid} if new.uid else {}),
    )
    ask.save(force_insert=True)
    ledger.write([ask])
    return ask


@operation(NEGOTIATE, on="ask")
def word_ask(*, ask: Ask, words: str, pin: str, asked_by: Person | None, at: datetime, by: Account) -> Ask:
    """Word an ask anew before it was put, and say who puts it: what was asked once stays as it was asked. Raises
    AskRefused.
    """
    must_stand(ask)
    check(words, pin, None, timezone.localdate(at))
    if asked_by and asked_by.pk != ask.asked_by_id:
        must_see([asked_by], by)
    if ask.asked_on and words.strip() != ask.words:
        raise AskRefused(_("It was put in these words. Strike it, and write another."), field="words", code="put")
    change(ask, words=words.strip(), pin=pin, asked_by=asked_by)
    ledger.write([ask])
    return ask


@operation(NEGOTIATE, on="ask", public=True)
def put_ask(*, ask: Ask, on: date, asked_by: Person | None = None, at: datetime, by: Account) -> Ask:
    """Write down on which day it was put, and by whom of ours. Raises AskRefused, Unseen."""
    must_stand(ask)
    must_see([asked_by], by)
    if on > timezone.localdate(at):
        raise AskRefused(_("That day is still to come."), field="on", code="ahead")
    set_put(ask, on, asked_by)
    return ask


@operation(NEGOTIATE, on="ask")
def move_ask(*, ask: Ask, way: str, by: Account) -> list[Ask]:
    """Move an ask up or down among those of its table or event; at the end it stays."""
    row = list(Ask.objects.filter(event=ask.event_id, struck_at=None)) if ask.event_id else [ask]
    place = next((number for number, one in enumerate(row) if one.pk == ask.pk), 0)
    other = place + {"up": -1, "down": 1}.get(way, 0)
    if 0 <= other < len(row):
        row[place], row[other] = row[other], row[place]
    return set_places(row)


@operation(NEGOTIATE, on="ask", public=True)
def strike_ask(*, ask: Ask, at: datetime, by: Account) -> Ask:
    """Strike an ask that was entered in error; it stays on record as struck. Twice is once."""
    if ask.struck_at is None:
        change(ask, struck_at=at)
        ledger.write([ask])
    return ask


def set_put(ask: Ask, on: date, asked_by: Person | None = None) -> None:
    """Write the day, and whoever put it where that is said."""
    change(ask, asked_on=on, asked_by=asked_by or ask.asked_by)
    ledger.write([ask])


def set_places(row: list[Ask]) -> list[Ask]:
    """Number asks in this order; those that changed their place."""
    moved = []
    for number, one in enumerate(row, 1):
        if one.position != number:
            change(one, position=number)
            moved.append(one)
    return moved


def next_place(event: Event | None) -> int:
    """The place after the last ask of an event."""
    if event is None:
        return 1
    last = Ask.objects.filter(event=event).aggregate(last=Max("position"))["last"] or 0
    return int(last) + 1


def check(words: str, pin: str, asked_on: date | None, today: date) -> None:
    """Raise AskRefused for a question without words, or put on a day still to come."""
    if not words.strip():
        raise AskRefused(_("Write the exact question."), field="words", code="empty")
    if pin not in Pin.values:
        raise AskRefused(_("Say how it is pinned."), field="pin", code="no_pin")
    if asked_on and asked_on > today:
        raise AskRefused(_("That day is still to come."), field="asked_on", code="ahead")


def must_fit(group: Group, new: NewAsk, by: Account) -> None:
    """Raise AskRefused where the ask's table, event or demand is another's; Unnamed."""
    must_see_campaign(new.campaign, by)
    must_see_event(new.event, by)
    if new.negotiation and new.negotiation.group_id != group.pk:
        raise AskRefused(_("That table is another group's."), code="other_group")
    if new.event and new.event.group_id != group.pk:
        raise AskRefused(_("That event is another group's."), code="other_group")
    if new.demand and not Demand.objects.visible_to(by).filter(pk=new.demand.pk).exists():
        raise AskRefused(_("There is no such demand among those you see."), field="demand", code="unseen")
    if new.demand and new.campaign and new.demand.campaign_id != new.campaign.pk:
        raise AskRefused(_("That demand is of another campaign."), field="demand", code="other_campaign")


def must_stand(ask: Ask) -> None:
    """Raise AskRefused for one that was struck."""
    if ask.struck_at:
        raise AskRefused(_("It was struck."), code="struck")


def same(known: Ask, group: Group, new: NewAsk) -> Ask:
    """The ask of this uid, if it says the very same. Raises AskRefused otherwise, telling nothing."""
    if (known.group_id, known.words, known.powerholder_id) != (group.pk, new.words.strip(), new.powerholder.pk):
        raise AskRefused(_("That cannot be written down."), code="other_content")
    return known
