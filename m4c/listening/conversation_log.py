"""Logs of conversations: the 1-2-1s and house meetings that are written of their rows."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.events.models import Event, HeadCount
from m4c.listening.conversation_rows import Conversation, leaders_named, read_conversation
from m4c.listening.models import HouseMeeting, OneToOne
from m4c.listening.named_leaders import Leaders, Named
from m4c.listening.operations.house_meeting import NewHouseMeeting, house_meeting_many
from m4c.listening.operations.one_to_one import NewOneToOne, one_to_one_many
from m4c.people.imports.kinds import IMPORT_KINDS, ImportKind, Line, NextStep, Sitting, Written
from m4c.people.imports.traces import changed, made
from m4c.people.matching import Known
from m4c.people.models import BirthBand, Group, ImportRow, SheetImport
from m4c.people.sheets.cells import ConversationType, quoted
from m4c.people.sheets.columns import Columns
from m4c.people.sheets.kinds import ColumnKind, SheetKind
from m4c.people.sheets.reading import Row
from m4c.people.young import NOT_ALONE, bands_of, is_alone_with_a_child

ASKED = gettext_lazy("Write it in a column of its own, headed “Alongside”, and bring the row in again.")
GETS_FURTHER = ["held_on", "followed_up_on", "next_step", "next_step_by", "called_off_on"]
EVENT_FOLLOWS = ["starts_at", "ends_at", "cancelled_at"]


class ConversationSitting(Sitting):
    """A chunk of a conversation log."""

    stands_once = False  # the same person on another row is another conversation
    joins_all = False  # to be talked with is not to join

    def __init__(self, sheet_import: SheetImport) -> None:
        super().__init__(sheet_import)
        self.source = _("Conversation log")
        self.met: set[tuple[Hashable, Hashable]] = set()  # leader and other
        self.held: set[tuple[Hashable, Hashable, date]] = set()  # leader, other (themselves, as host) and day
        self.leaders: set[int] = set()
        self.bands: dict[int, BirthBand] = {}  # of those whom one sees
        self.rows: dict[Hashable, int] = {}  # on which row a conversation stands first

    def describe(self, lines: Sequence[Line]) -> None:
        """Find the leaders; who is new comes in by the leader's own group."""
        group = self.sheet_import.group if self.sheet_import.group_id else None
        leaders = Leaders(set(leaders_named(lines)), group, self.sheet_import.by)
        for line in lines:
            if line.reason:
                continue
            found = leaders.find(line.said.named)
            if len(found) != 1:
                line.reason = unknown(line.said.named, several=bool(found))
                continue
            line.said.leader, line.group = found[0], found[0].group
            self.leaders.add(found[0].person.pk)
            if line.said.type is ConversationType.HOUSE_MEETING:
                line.known = found[0].known

    def meet(self, people: Collection[Known]) -> None:
        """Who of these has had a 1-2-1 with whom."""
        ids = [known.person_id for known in people if known.person_id]
        self.met.update(OneToOne.objects.filter(other__in=ids).values_list("asker_id", "other_id"))
        self.bands.update(bands_of([known.person_id for known in people if known.is_seen] + list(self.leaders)))

    def acquainted(self, line: Line, people: Collection[Known]) -> Collection[Known]:
        """Those with whom the leader has talked before."""
        return [known for known in people if (line.said.leader.person.pk, known.key) in self.met]

    def judge(self, line: Line) -> None:
        """Nobody has a 1-2-1 with themselves, and no adult one alone with somebody under 18."""
        one_to_one = line.said.type is ConversationType.ONE_TO_ONE
        if one_to_one and line.known and line.known.key == line.said.leader.person.pk:
            line.reason = _("A 1-2-1 is between two people: this one is the leader's with themselves.")
        elif one_to_one and not line.said.alongside and self.is_alone_with_a_child(line):
            line.reason = f"{NOT_ALONE} {ASKED}"

    def is_alone_with_a_child(self, line: Line) -> bool:
        """Whether the leader would be alone with somebody under 18; of whom they may mean too, and whom they see."""
        leader, day = line.said.leader.person.pk, line.said.day
        meant = [known for known in (line.known, line.candidate) if known and known.is_seen]
        return any(is_alone_with_a_child(self.bands, leader, known.person_id, day) for known in meant)

    def note(self, line: Line) -> None:
        """Remember who talked with whom, and tell of a conversation that stands twice."""
        assert line.known is not None
        self.met.add((line.said.leader.person.pk, line.known.key))
        first = self.rows.setdefault((line.said.leader.person.pk, line.known.key, line.said.day), line.number)
        if first != line.number:
            line.tell(_("The same conversation as on row {row}.").format(row=first))

    def foretell(self, lines: Sequence[Line]) -> Mapping[str, int]:
        """How many conversations would be new."""
        asked = {(line.said.leader.person.pk, line.said.day) for line in lines}
        leaders, days = {pk for pk, _day in asked}, {day for _pk, day in asked}
        known = OneToOne.objects.filter(asker__in=leaders, day__in=days)
        self.held.update(known.values_list("asker_id", "other_id", "day"))
        meetings = HouseMeeting.objects.filter(host__in=leaders, day__in=days)
        self.held.update((host, host, day) for host, day in meetings.values_list("host_id", "day"))
        counts = {"one_to_ones": 0, "house_meetings": 0}
        for line in lines:
            assert line.known is not None
            conversation = (line.said.leader.person.pk, line.known.key, line.said.day)
            if conversation not in self.held:
                self.held.add(conversation)
                counts["one_to_ones" if line.said.type is ConversationType.ONE_TO_ONE else "house_meetings"] += 1
        return counts

    def write(self, lines: Sequence[Line]) -> Written:
        """1-2-1s and house meetings; those that are known only get further."""
        by_type: dict[ConversationType, list[Line]] = defaultdict(list)
        for line in lines:
            by_type[line.said.type].append(line)
        one_to_ones = write_one_to_ones(by_type[ConversationType.ONE_TO_ONE])
        meetings = write_house_meetings(by_type[ConversationType.HOUSE_MEETING])
        return Written({"one_to_ones": one_to_ones, "house_meetings": meetings})


def unknown(named: Named, *, several: bool) -> str:
    """Why a leader was not found, in the words of the row alone."""
    if several:
        return _("More than one leader may be meant by {named}.").format(named=quoted(named.email or named.name))
    if named.email:
        return _("No leader is known by the e-mail {named}.").format(named=quoted(named.email))
    return _("No leader is known by the full name {named}: an e-mail would tell.").format(named=quoted(named.name))


def write_one_to_ones(lines: Sequence[Line]) -> int:
    """Write the 1-2-1s of these lines and leave traces; how many are new."""
    rows = []
    for line in lines:
        said: Conversation = line.said
        assert said.leader is not None
        assert line.person is not None
        rows.append(
            NewOneToOne(
                asker=said.leader.person,
                other=line.person,
                day=said.day,
                held_on=said.held_on,
                followed_up_on=said.followed_up_on,
                next_step=said.next_step,
                next_step_by=said.next_step_by,
                alongside=said.alongside,
            )
        )
    known = OneToOne.objects.filter(asker__in={row.asker.pk for row in rows}, day__in={row.day for row in rows})
    before = {row.pop("pk"): row for row in known.values("pk", *GETS_FURTHER)}
    new = 0
    told: set[int] = set()
    for line, record in zip(lines, one_to_one_many(group_of=groups_of(lines), rows=rows), strict=True):
        if record.pk in told:
            continue
        told.add(record.pk)
        new += record.pk not in before
        line.traces += changed(record, before[record.pk]) if record.pk in before else [made(record)]
    return new


def write_house_meetings(lines: Sequence[Line]) -> int:
    """Write the house meetings of these lines and leave traces, also of their events and figures; how many are new."""
    rows = []
    for line in lines:
        said: Conversation = line.said
        assert said.leader is not None
        rows.append(
            NewHouseMeeting(
                host=said.leader.person,
                day=said.day,
                held_on=said.held_on,
                people_attending=said.people_there,
                followed_up_on=said.followed_up_on,
                next_step=said.next_step,
                next_step_by=said.next_step_by,
            )
        )
    known = HouseMeeting.objects.filter(host__in={row.host.pk for row in rows}, day__in={row.day for row in rows})
    before = {row.pop("pk"): row for row in known.values("pk", "people_attending", *GETS_FURTHER)}
    events = Event.objects.filter(pk__in=known.values("event"))
    events_before = {row.pop("pk"): row for row in events.values("pk", *EVENT_FOLLOWS)}
    counted = set(HeadCount.objects.filter(event__in=events_before).values_list("pk", flat=True))
    first: dict[int, tuple[Line, HouseMeeting]] = {}
    for line, record in zip(lines, house_meeting_many(group_of=groups_of(lines), rows=rows), strict=True):
        first.setdefault(record.event_id, (line, record))
    for line, record in first.values():
        if record.pk in before:
            line.traces += changed(record, before[record.pk])
            line.traces += changed(record.event, events_before[record.event_id])
        else:
            line.traces += [made(record.event), made(record)]
    for count in HeadCount.objects.filter(event__in=first).exclude(pk__in=counted):
        first[count.event_id][0].traces.append(made(count))
    return sum(record.pk not in before for _line, record in first.values())


def groups_of(lines: Sequence[Line]) -> dict[int, Group]:
    """The group of each leader's conversations, by the leader's id."""
    return {line.said.leader.person.pk: line.said.leader.group for line in lines}


class ConversationLog(ImportKind):
    """A log of 1-2-1s and house meetings."""

    name = "conversations"
    title = gettext_lazy("Conversation logs")
    lede = gettext_lazy("1-2-1s and house meetings: who asked or hosted, with whom, when, and how far they got.")
    order = 20
    sheet = SheetKind.CONVERSATIONS
    sitting = ConversationSitting
    questions = forms.Form

    counted = {
        "one_to_ones": (gettext_lazy("new 1-2-1s"), gettext_lazy("Each counted once, for the one who asked for it.")),
        "house_meetings": (gettext_lazy("new house meetings"), gettext_lazy("Arranged ones among them.")),
    }
    unread = (ColumnKind.NOTES,)

    def read(self, row: Row, columns: Columns) -> Line:
        """A conversation; refused where leader, person, day, type or status is unclear."""
        return read_conversation(row, columns)

    def headline(self, cells: Sequence[str], columns: Columns) -> str:
        """Leader, type, other person and day."""
        kinds = [
            (ColumnKind.LEADER_NAME, ColumnKind.LEADER_EMAIL),
            (ColumnKind.CONVERSATION_TYPE,),
            (ColumnKind.WITH_NAME, ColumnKind.WITH_EMAIL),
            (ColumnKind.DATE,),
        ]
        parts = [next(filter(None, (columns.cell(cells, kind) for kind in each)), "") for each in kinds]
        return ", ".join(filter(None, parts))

    def missing(self, columns: Columns) -> str:
        """A conversation is somebody's, on a day, and got so far."""
        if not {ColumnKind.LEADER_EMAIL, ColumnKind.LEADER_NAME} & set(columns.kinds):
            return _("No column says which leader asked or hosted.")
        if ColumnKind.DATE not in columns.kinds:
            return _("No column holds the dates.")
        if ColumnKind.STATUS not in columns.kinds:
            return _("No column says whether they were arranged, held or followed up.")
        return ""

    def in_words(self, details: Mapping[str, Any]) -> str:
        """A log has no questions."""
        return ""

    def next_steps(self, sheet_import: SheetImport) -> list[NextStep]:
        """The conversations themselves, and the report."""
        group = {"period": "all", "group": sheet_import.group.slug}
        return [
            NextStep(_("All 1-2-1s"), reverse("all-one-to-ones")),
            NextStep(_("All house meetings"), reverse("all-house-meetings")),
            NextStep(_("The Movement So Far"), f"{reverse('so-far')}?{urlencode(group)}"),
        ]

    def answers(self, counts: Mapping[str, int], source: str) -> dict[str, Any]:
        """How many conversations are new. A log pledges nothing, and says so as a sign-in sheet does."""
        return {"pledges": {"one_to_ones": 0, "house_meetings": 0}, **counts}

    def finish(self, sheet_import: SheetImport, rows: Sequence[ImportRow]) -> None:
        """Nothing of a log is left open."""


def register() -> None:
    """Offer conversation logs wherever files are brought in."""
    IMPORT_KINDS.add(ConversationLog.name, ConversationLog())
