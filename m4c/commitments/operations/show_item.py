"""The run of show: timed items added, changed, moved by buttons and struck."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.commitments.assembly.cards import may_show
from m4c.commitments.models import Ask, Assembly, ShowItem
from m4c.commitments.operations.assembly import AssemblyRefused
from m4c.commitments.permissions import NEGOTIATE
from m4c.core.operations import change, operation
from m4c.listening.models import SpeakerCard
from m4c.people import ledger
from m4c.people.models import Account, Person
from m4c.people.operations.must_see import must_see
from m4c.power.models import Powerholder

LONGEST = 240  # minutes of one item


@dataclass(frozen=True)
class NewItem:
    """One timed item: what happens, for how long, who leads it, whose card, which ask, to whom, in which language."""

    kind: str
    title: str
    minutes: int = 5
    leader: Person | None = None
    card: SpeakerCard | None = None
    ask: Ask | None = None
    powerholder: Powerholder | None = None
    interpreter: str = ""
    script: str = ""

    @property
    def said(self) -> dict[str, Any]:
        """The fields of the record, without spaces round the words."""
        return {name: value.strip() if isinstance(value, str) else value for name, value in self.__dict__.items()}


@operation(NEGOTIATE, on="assembly")
def add_show_item(*, assembly: Assembly, new: NewItem, at: datetime, by: Account) -> ShowItem:
    """Put an item at the end of the run of show. Raises AssemblyRefused, Unseen."""
    must_see([new.leader], by)
    check(assembly, new, at, by, None)
    last = ShowItem.objects.filter(assembly=assembly).aggregate(last=Max("position"))["last"] or 0
    said = new.said | whom(new)
    item = ShowItem.objects.create(assembly=assembly, position=last + 1, added_by=by, added_at=at, **said)
    ledger.write([item])
    return item


@operation(NEGOTIATE, on="item")
def change_show_item(*, item: ShowItem, new: NewItem, at: datetime, by: Account) -> ShowItem:
    """Say an item of the run of show anew. Raises AssemblyRefused, Unseen."""
    if new.leader != item.leader:
        must_see([new.leader], by)
    check(item.assembly, new, at, by, item)
    change(item, **(new.said | whom(new)))
    ledger.write([item])
    return item


@operation(NEGOTIATE, on="item")
def move_show_item(*, item: ShowItem, way: str, by: Account) -> list[ShowItem]:
    """Move an item up or down; at the end it stays."""
    row = list(ShowItem.objects.filter(assembly=item.assembly_id))
    place = next(number for number, one in enumerate(row) if one.pk == item.pk)
    other = place + {"up": -1, "down": 1}.get(way, 0)
    if 0 <= other < len(row):
        row[place], row[other] = row[other], row[place]
    moved = [(one, number) for number, one in enumerate(row, 1) if one.position != number]
    for one, number in moved:
        change(one, position=number)
    return [one for one, _number in moved]


@operation(NEGOTIATE, on="item")
def strike_show_item(*, item: ShowItem, by: Account) -> Assembly:
    """Take an item off the run of show; its ask, card and people stay where they are."""
    assembly: Assembly = item.assembly
    ledger.withdraw([item])
    item.delete()
    return assembly


def check(assembly: Assembly, new: NewItem, at: datetime, by: Account, before: ShowItem | None) -> None:
    """Raise AssemblyRefused for an item without a name or a length, of another's ask, or with a card that may not be
    shown.
    """
    if new.kind not in ShowItem.Kind.values:
        raise AssemblyRefused(_("Say what kind of item it is."), field="kind", code="no_kind")
    if not new.title.strip():
        raise AssemblyRefused(_("Say what happens."), field="title", code="no_title")
    if not 1 <= new.minutes <= LONGEST:
        raise AssemblyRefused(_("Say how many minutes it takes."), field="minutes", code="minutes")
    if new.ask and (new.ask.event_id != assembly.event_id or new.ask.struck_at):
        raise AssemblyRefused(_("That ask is of another event."), field="ask", code="other_ask")
    if new.card and new.kind != ShowItem.Kind.STORY:
        raise AssemblyRefused(_("A card is for a story."), field="card", code="no_story")
    if new.card and (before is None or new.card != before.card):
        must_show(new.card, at, by)


def must_show(card: SpeakerCard, at: datetime, by: Account) -> None:
    """Raise AssemblyRefused for a card that the account does not see, or that its teller does not stand by today."""
    seen = SpeakerCard.objects.visible_to(by).filter(pk=card.pk).exists()
    if not seen or not may_show([card], timezone.localdate(at)):
        raise AssemblyRefused(
            _("That card may not be shown: ask the teller again, and make a card for a meeting."),
            field="card",
            code="no_card",
        )


def whom(new: NewItem) -> dict[str, Powerholder | None]:
    """To whom it is put: of an ask, whoever is asked."""
    return {"powerholder": new.ask.powerholder if new.ask else new.powerholder}
