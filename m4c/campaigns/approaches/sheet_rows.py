"""One row of a sheet of approaches: liberal in how days, ways and outcomes are written, and plain about what is not
understood.
"""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import gettext as _

from m4c.campaigns.approaches import sheet_columns as columns
from m4c.campaigns.approaches.sheet_columns import ApproachSheet
from m4c.campaigns.models import Approach
from m4c.core.errors import Refused
from m4c.people.names import fold
from m4c.people.sheets.cells import parse_date, quoted
from m4c.people.sheets.reading import Row

Channel, Outcome = Approach.Channel, Approach.Outcome

CHANNELS = [  # the first that fits
    (Channel.PETITION, r"petition|deiseb"),
    (Channel.CALL, r"voice ?mail|\bcall|phone|\brang\b|\bring\b|\brung\b|\btel\b|galwad|ffôn"),
    (Channel.MESSAGE, r"message|messenger|\btext|\bsms\b|whats ?app|\bdm\b|\bsignal\b|telegram|form\b|neges"),
    (Channel.EMAIL, r"e-?mail|\bmail\b|e-?bost"),
    (Channel.POST, r"tweet|twitter|facebook|instagram|social|mastodon|bluesky|public post|\bblog|\bx post|online post"),
    (Channel.LETTER, r"letter|by post|^post(ed|al)?$|delivery|\bfax\b|written|llythyr"),
    (Channel.MEETING, r"meet|\bmet\b|in person|face|surgery|visit|door|spoke|cyfarfod"),
]
NOT_YET = (
    r"^(no|not|never)\s+\w*\s*(answer|repl|respon|acknow|word|heard|reaction|contact|yet)|"
    r"(\bnot\b|n'?t\b|\bnever\b).*(answer|repl|respon)|"
    r"^(none|nil|nothing.*|silen\w*|unanswered|ignored|(a)?wait\w*.*|pending|open|outstanding|dim ateb)$"
)
OUTCOMES = [
    (Outcome.NONE, NOT_YET),
    (Outcome.BANNED, r"\bbann|\bblock|barred|gwahardd"),
    (Outcome.WITHDRAWN, r"withdr|took it back|taken back|cancel|retract"),
    (Outcome.DIVERTED, r"divert|pass(ed)? (it )?(on|to|down)|forward|refer|redirect|sent on|transfer|department"),
    (Outcome.ACKNOWLEDGED, r"acknowl|holding|auto|out of office|receipt|received|cydnab"),
    (Outcome.PARTLY, r"\bpart|rhannol"),
    (Outcome.REFUSED, r"refus|declin|reject|denied|turned down|said no|gwrthod"),
    (Outcome.ANSWERED, r"answer|repl|respon|agree|accept|\bmet\b|\byes\b|granted|ateb"),
]
SO_LONG = re.compile(r"(?:in|within|after|\+)?\s*(\d{1,3})\s*(day|week|month)s?", re.IGNORECASE)
DAYS = {"day": 1, "week": 7, "month": 30}
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
OTHERS = re.compile(
    r"\b(MPs?|MS|AMs?|MSP|MEP|MLA|PCC)\b|\b(?i:cllrs?|councillors?|lord|ministers?|senators?)\b|"
    r"\b(?i:members? of (the )?(parliament|senedd)|assembly members?)"
)
LONGEST = {"asked": 400, "words": 4_000, "by": 160, "to": 120}


class RowRefused(Refused):
    """The row says too little, or contradicts itself."""


@dataclass(frozen=True)
class SaidApproach:
    """What a row says. `remarks` are what somebody should look at."""

    number: int
    on: date
    channel: str
    by: str
    to: str
    asked: str
    answer_due: date | None
    outcome: str
    answered_on: date | None
    words: str
    remarks: tuple[str, ...] = field(default=())

    @property
    def is_ours(self) -> bool:
        """Whether one of us made it: what an office-holder did is somebody else's attempt."""
        return not OTHERS.search(self.by)

    @property
    def same(self) -> tuple[date, str, str, str]:
        """What makes it one with another to the same powerholder."""
        return self.on, self.channel, fold(self.by), fold(self.asked)


def read_row(sheet: ApproachSheet, row: Row, today: date) -> SaidApproach:
    """What a row says. Raises RowRefused with the reason."""
    told = {name: " ".join(sheet.cell(row, name).split()) for name in columns.HEADERS}
    remarks: list[str] = []
    on = day_of(told[columns.DATE])
    if on is None:
        raise RowRefused(_("It does not say when it was."))
    if on > today:
        raise RowRefused(_("{day} is still to come.").format(day=quoted(told[columns.DATE])))
    if not fold(told[columns.TO]):
        raise RowRefused(_("It does not say whom it was to."))
    due = due_on(told[columns.DUE], on)
    answered = day_of(told[columns.ANSWERED])
    if due and due < on:
        raise RowRefused(_("The answer was due before it was asked for."))
    if answered and answered < on:
        raise RowRefused(_("The answer came before the approach."))
    if answered and answered > today:
        raise RowRefused(_("{day} is still to come.").format(day=quoted(told[columns.ANSWERED])))
    outcome = outcome_of(told[columns.OUTCOME], answered, told[columns.WORDS], remarks)
    if not told[columns.ASKED]:
        remarks.append(_("It does not say what was asked."))
    return SaidApproach(
        number=row.number,
        on=on,
        channel=channel_of(told[columns.CHANNEL], remarks),
        by=told[columns.BY][: LONGEST["by"]],
        to=told[columns.TO][: LONGEST["to"]],
        asked=told[columns.ASKED][: LONGEST["asked"]],
        answer_due=due,
        outcome=outcome,
        answered_on=None if outcome == Outcome.WITHDRAWN else answered,
        words=sheet.cell(row, columns.WORDS)[: LONGEST["words"]],
        remarks=tuple(remarks),
    )


def day_of(text: str) -> date | None:
    """A day, however written; None for a blank. Raises RowRefused for what is none."""
    compact = COMPACT.fullmatch(text)
    found = parse_date("-".join(compact.groups()) if compact else text)
    if found.problem:
        raise RowRefused(found.problem)
    return found.value


def due_on(text: str, on: date) -> date | None:
    """The day an answer is due: a day, or so long after the approach. Raises RowRefused."""
    if so_long := SO_LONG.fullmatch(text):
        return on + timedelta(days=int(so_long[1]) * DAYS[so_long[2].casefold()])
    return day_of(text)


def channel_of(text: str, remarks: list[str]) -> str:
    """The way somebody was approached; what is not known is another way, with a remark."""
    said = text.casefold()
    for channel, pattern in CHANNELS:
        if said == channel.value or re.search(pattern, said):
            return channel
    if said not in ("", "other"):
        remarks.append(_("How it was made stands there as {text}.").format(text=quoted(text)))
    return Channel.OTHER


def outcome_of(text: str, answered: date | None, words: str, remarks: list[str]) -> str:
    """What became of it. Raises RowRefused where that is not clear, or contradicts the day of an answer."""
    said = text.casefold().strip(" .!-\u2013\u2014?")
    if not said:
        if answered:
            return Outcome.ANSWERED
        if words:
            remarks.append(_("Words of theirs stand there, and not what became of it."))
        return Outcome.NONE
    outcome = next((outcome for outcome, pattern in OUTCOMES if re.search(pattern, said)), None)
    if outcome is None:
        raise RowRefused(_("What became of it is not clear: {text}.").format(text=quoted(text)))
    if outcome == Outcome.NONE and answered:
        raise RowRefused(_("It says that nobody answered, and on which day they did."))
    if outcome not in (Outcome.NONE, Outcome.WITHDRAWN) and answered is None:
        remarks.append(_("It does not say when they answered."))
    return outcome
