"""How many people were heard on a board: in 1-2-1s and house meetings, by questionnaires and concerns, each once."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Count, QuerySet

from m4c.events.models import Attendance
from m4c.listening.models import Concern, HouseMeeting, OneToOne, Questionnaire
from m4c.listening.themes.board import Board
from m4c.listening.themes.voices import NOBODY, Shown, concerns_on


@dataclass(frozen=True)
class Heard:
    """Distinct people heard, and by what: 1-2-1s and house meetings held, and questionnaires taken."""

    people: int
    one_to_ones: int
    house_meetings: int
    questionnaires: int


def heard_on(board: Board, shown: Shown) -> Heard:
    """Whom a board heard, as far as figures may count them. A constant number of statements."""
    hearing = Hearing(board, shown)
    return Heard(
        people=len(hearing.named) + hearing.nameless,
        one_to_ones=hearing.one_to_ones.count(),
        house_meetings=len(hearing.meetings),
        questionnaires=len(hearing.sheets),
    )


class Hearing:
    """Where a board heard people. Ids of people are held in memory: of a campaign, some ten thousands at most."""

    def __init__(self, board: Board, shown: Shown) -> None:
        self.board, self.shown = board, shown

    @property
    def one_to_ones(self) -> "QuerySet[OneToOne]":
        """The 1-2-1s held."""
        return OneToOne.objects.held().filter(self.board.covers(), self.shown("asker", "other")).order_by()

    @property
    def concerns(self) -> "QuerySet[Concern]":
        """What was said, with its speaker."""
        return concerns_on(self.board, self.shown)

    @cached_property
    def sheets(self) -> dict[int, int | None]:
        """Questionnaires, each with who filled it in, or None."""
        if self.board.campaign is None:
            return {}
        found = Questionnaire.objects.filter(self.shown("person"), campaign=self.board.campaign).order_by()
        return dict(found.values_list("pk", "person"))

    @cached_property
    def meetings(self) -> dict[int, tuple[int, int | None]]:
        """House meetings held, each with its event and how many came, where that was counted."""
        found = HouseMeeting.objects.held().filter(self.board.covers(), self.shown("host")).order_by()
        return {pk: (event, came) for pk, event, came in found.values_list("pk", "event", "people_attending")}

    @cached_property
    def speakers(self) -> list[tuple[int, int | None, int | None]]:
        """Named people who voiced a concern, each with its questionnaire and its house meeting."""
        concerns: Any = self.concerns.exclude(NOBODY)
        rows = concerns.values_list("speaker", "questionnaire", "house_meeting")
        return list(rows)

    @cached_property
    def came(self) -> list[tuple[int, int, bool]]:
        """A house meeting, somebody who is down as having been there, and whether figures may count them."""
        meeting_of = {event: pk for pk, (event, _came) in self.meetings.items()}
        rows = Attendance.objects.filter(event__in=meeting_of, state__in=Attendance.State.present()).order_by()
        counted = set(rows.filter(self.shown("person")).values_list("pk", flat=True))
        found = rows.values_list("pk", "event", "person")
        return [(meeting_of[event], person, pk in counted) for pk, event, person in found]

    @property
    def named(self) -> set[int]:
        """Everybody known by name who was heard, once, whatever they were heard by."""
        people = set(self.one_to_ones.values_list("other", flat=True))
        people |= {speaker for speaker, _sheet, _meeting in self.speakers}
        people |= {person for person in self.sheets.values() if person}
        return people | {person for _meeting, person, counts in self.came if counts}

    @property
    def nameless(self) -> int:
        """How many were heard whom nobody named.

        A questionnaire is one person; a concern of no questionnaire and no house meeting is one; at a house meeting
        they are as many as came beside those known by name, or as many as there are concerns of nobody there,
        whichever is more, since each of those counts as a voice of its theme.
        """
        spoken_for = {sheet for _speaker, sheet, _meeting in self.speakers}
        sheets = sum(person is None and pk not in spoken_for for pk, person in self.sheets.items())
        of_nobody = self.concerns.filter(NOBODY, questionnaire=None)
        silent: Any = dict(of_nobody.values_list("house_meeting").annotate(number=Count("pk")))
        known = self.known_at()
        beside = {pk: (came or 0) - len(known[pk]) for pk, (_event, came) in self.meetings.items()}
        meetings = (beside.keys() | silent.keys()) - {None}
        return sheets + silent.get(None, 0) + sum(max(beside.get(pk, 0), silent.get(pk, 0), 0) for pk in meetings)

    def known_at(self) -> dict[int, set[int]]:
        """Who is known to have been at each house meeting, hidden or not: whoever is hidden then counts nowhere."""
        known: dict[int, set[int]] = defaultdict(set)
        for meeting, person in self.by_name():
            known[meeting].add(person)
        return known

    def by_name(self) -> Iterator[tuple[int, int]]:
        """A house meeting, and somebody who came or spoke there."""
        yield from ((meeting, person) for meeting, person, _counts in self.came)
        yield from ((meeting, speaker) for speaker, _sheet, meeting in self.speakers if meeting)
