"""The run of show with the times worked out, and what each part of it reads on its sheet."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from m4c.commitments.assembly.cards import may_show
from m4c.commitments.models import Assembly, ShowItem
from m4c.commitments.table.page import people_named
from m4c.listening.models import SpeakerCard
from m4c.people.models import Account

Kind = ShowItem.Kind


@dataclass(frozen=True)
class Shown:
    """One item with its time, who leads it as far as that may be told, and the card as far as it stands today."""

    item: ShowItem
    starts_at: datetime
    leader: str
    card: SpeakerCard | None
    number: int
    after: str = ""  # what comes before it: the cue of whoever waits for their part

    @property
    def ends_at(self) -> datetime:
        """When the next begins."""
        return self.starts_at + timedelta(minutes=self.item.minutes)

    @property
    def is_without_card(self) -> bool:
        """Whether a story stands there that may not be told: its card was withdrawn, or nobody chose one yet."""
        return self.item.kind == Kind.STORY and self.card is None


@dataclass(frozen=True)
class Sheet:
    """What one role reads: which items are theirs, and whether they read the scripts."""

    name: "str | Promise"
    is_theirs: Callable[[Shown], bool]
    has_scripts: bool = True
    is_handed_out: bool = False  # to those who are not of ours: it names nobody of us
    is_part: bool = True  # else every item stands in it, and none needs its cue


def of_kinds(*kinds: str) -> Callable[[Shown], bool]:
    """Items of these kinds."""
    return lambda shown: shown.item.kind in kinds


def put_to_them(shown: Shown) -> bool:
    """Whether somebody who decides is asked, or speaks."""
    return shown.item.powerholder_id is not None and shown.item.kind != Kind.STORY


SHEETS = {
    "whole": Sheet(_("The whole run of show"), lambda shown: True, is_part=False),
    "chair": Sheet(_("For the chair"), of_kinds(Kind.WELCOME, Kind.ROLL_CALL, Kind.SPEECH, Kind.BREAK, Kind.CLOSE)),
    "story-tellers": Sheet(_("For the story-tellers"), of_kinds(Kind.STORY)),
    "asker": Sheet(_("For the asker"), of_kinds(Kind.ASK)),
    "time": Sheet(_("For the time keeper"), lambda shown: True, has_scripts=False, is_part=False),
    "asked": Sheet(_("For those who are asked"), put_to_them, has_scripts=False, is_handed_out=True),
    "interpreter": Sheet(_("For the interpreter"), lambda shown: bool(shown.item.interpreter)),
}


def show_of(account: Account, assembly: Assembly) -> list[Shown]:
    """The run of show as it stands today, consent to each story asked again. Five statements, however long it is."""
    items = ShowItem.objects.visible_to(account).filter(assembly=assembly)
    rows = list(items.select_related("card", "ask__powerholder", "powerholder"))
    cards = may_show((row.card for row in rows), timezone.localdate())
    names = people_named(account, (row.leader_id for row in rows))
    shown, at = [], assembly.event.starts_at
    for number, row in enumerate(rows, 1):
        card = cards.get(row.card_id) if row.card_id else None
        after = rows[number - 2].title if number > 1 else ""
        shown.append(Shown(row, at, names.get(row.leader_id, ""), card, number, after))
        at += timedelta(minutes=row.minutes)
    return shown


def sheet_of(name: str, shown: Iterable[Shown]) -> list[Shown]:
    """The items that one role reads."""
    return [one for one in shown if SHEETS[name].is_theirs(one)]
