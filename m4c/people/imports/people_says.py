"""What a row says of somebody besides who it is: objections, agreements, a death, a language, tags, a number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from m4c.people.models import Channel, Consent, Person, Purpose
from m4c.people.names import fold, words
from m4c.people.own_fields.scores import reads_like_a_score
from m4c.people.sheets.cells import Answer, parse_date, parse_yes_no, quoted
from m4c.people.sheets.columns import Columns
from m4c.people.sheets.kinds import ColumnKind

MARKETING = (Purpose.NEWS, Purpose.MONEY)
ANYTHING = (Purpose.ALL,)

# A column by which somebody objects: to which ways, and to what. Whatever its cell says but no, is taken as yes.
OBJECTING: dict[ColumnKind, tuple[tuple[Channel, ...], tuple[Purpose, ...]]] = {
    ColumnKind.OBJECTS_EMAIL: ((Channel.EMAIL,), ANYTHING),
    ColumnKind.OBJECTS_TEXT: ((Channel.TEXT,), ANYTHING),
    ColumnKind.OBJECTS_PHONE: ((Channel.PHONE,), ANYTHING),
    ColumnKind.OBJECTS_POST: ((Channel.POST,), ANYTHING),
    ColumnKind.OBJECTS_ALL: (tuple(Channel), ANYTHING),
    ColumnKind.NO_MAILINGS: ((Channel.EMAIL,), MARKETING),
}
# A column that says whether somebody is on a list. That they are is no consent; that they are off it is obeyed.
STATES = {ColumnKind.EMAIL_STATE: Channel.EMAIL, ColumnKind.TEXT_STATE: Channel.TEXT}
# A column that asks for consent, and to be reached by what.
CONSENTS = {
    ColumnKind.CONSENT_EMAIL: Channel.EMAIL,
    ColumnKind.CONSENT_TEXT: Channel.TEXT,
    ColumnKind.CONSENT_PHONE: Channel.PHONE,
    ColumnKind.CONSENT_POST: Channel.POST,
    ColumnKind.CONSENT_DOOR: Channel.DOOR,
}
ANSWERS = {Answer.YES: Consent.State.GIVEN, Answer.NO: Consent.State.REFUSED}

# What is no yes; "tps" is our own word for a number that is on the preference service, whose owner said nothing to us.
NO = {"", "0", "0.0", "no", "n", "false", "f", "none", "null", "nil", "nac ydw", "na", "tps"}
OFF = NO - {"", "none", "null", "nil", "na", "tps"} | {
    "unsubscribed", "unsubscribe", "bouncing", "bounced", "bounce", "spam complaint", "complained", "cleaned",
    "opted out", "opt out", "removed", "suppressed", "stopped", "stop", "blocked",
}  # fmt: skip
GONE = {"cleaned", "bouncing", "bounced", "bounce"}  # the address does not work: nothing at all is sent to it
YES_DIED = {"yes", "y", "true", "t", "1", "deceased", "died", "dead"}

LANGUAGES = {
    "en": Person.Language.ENGLISH,
    "eng": Person.Language.ENGLISH,
    "english": Person.Language.ENGLISH,
    "saesneg": Person.Language.ENGLISH,
    "cy": Person.Language.WELSH,
    "cym": Person.Language.WELSH,
    "welsh": Person.Language.WELSH,
    "cymraeg": Person.Language.WELSH,
}
A_CODE = re.compile(r"[a-z]{2,3}")
LONGEST_LANGUAGE = 60
BETWEEN_TAGS = re.compile(r"[,;|\n]")
NO_TAGS = {"myContacts", "starred"}  # which Google writes of everybody
LONGEST_TAG, MOST_TAGS, LONGEST_NUMBER = 60, 50, 100


@dataclass(frozen=True)
class Objects:
    """That a row's person objects: by which ways, to what, since when if it says, and in which column."""

    channels: tuple[Channel, ...]
    purposes: tuple[Purpose, ...]
    kind: ColumnKind
    day: date | None = None


@dataclass
class Says:
    """All that a row says besides who it is. `on_list` is where it stood in the files of a mailing tool."""

    objections: list[Objects] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    consents: dict[ColumnKind, Consent.State] = field(default_factory=dict)
    died: bool = False
    died_on: date | None = None
    language: str = ""
    language_name: str = ""
    on_list: str = ""
    emails: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    number: str = ""  # by which its tool knows them
    own: dict[int, str] = field(default_factory=dict)  # what stands in columns of our own fields, by their place

    @property
    def is_against(self) -> bool:
        """Whether it objects to anything."""
        return bool(self.objections)


def read_says(cells: Sequence[str], columns: Columns) -> Says:
    """What the cells say of consent, objection, death and language."""
    says = Says()
    for kind, (channels, purposes) in OBJECTING.items():
        if any(folded(text) not in NO for text in columns.said(cells, kind)):
            says.objections.append(Objects(channels, purposes, kind))
    for text in columns.said(cells, ColumnKind.LEFT_LIST_ON):  # before the state, which has no day
        if folded(text) not in NO:
            says.objections.append(
                Objects((Channel.EMAIL,), MARKETING, ColumnKind.LEFT_LIST_ON, parse_date(text).value)
            )
    for kind, channel in STATES.items():
        read_state(columns.cell(cells, kind), kind, channel, says)
    says.consents, problems = read_consents(cells, columns)
    says.problems += problems
    read_death(columns.said(cells, ColumnKind.DIED), says)
    read_language(columns.cell(cells, ColumnKind.LANGUAGE), says)
    read_tags(columns.said(cells, ColumnKind.TAGS), says)
    read_number(columns.cell(cells, ColumnKind.OUTSIDE_ID), says)
    places = columns.places.get(ColumnKind.OWN_FIELD, ())
    says.own = {place: cells[place] for place in places if place < len(cells) and cells[place].strip()}
    return says


def read_consents(cells: Sequence[str], columns: Columns) -> tuple[dict[ColumnKind, Consent.State], list[str]]:
    """What the cells answer where a column asks for consent, and a sentence for each that is not understood."""
    consents: dict[ColumnKind, Consent.State] = {}
    problems = []
    for kind in CONSENTS:
        if text := columns.cell(cells, kind):
            answer = parse_yes_no(text)
            problems.append(answer.problem)
            if answer.value in ANSWERS:
                consents[kind] = ANSWERS[answer.value]
    return consents, problems


def read_state(text: str, kind: ColumnKind, channel: Channel, says: Says) -> None:
    """Whether somebody is off a list."""
    state = folded(text)
    if kind is ColumnKind.EMAIL_STATE:
        says.on_list = state
    if state in OFF:
        says.objections.append(Objects((channel,), ANYTHING if state in GONE else MARKETING, kind))


def read_death(texts: Sequence[str], says: Says) -> None:
    """That somebody died: a yes, or the day."""
    for text in texts:
        if folded(text) in NO:
            continue
        found = parse_date(text)
        if found.value:
            says.died, says.died_on = True, found.value
        elif folded(text) in YES_DIED:
            says.died = True
        else:
            says.problems.append(_("{text} does not say whether they died.").format(text=quoted(text)))


def read_language(text: str, says: Says) -> None:
    """The language somebody speaks with us, by its name or its code: `Cymraeg`, `cy_GB`, `Welsh (United Kingdom)`."""
    said = words(text)
    if not said:
        return
    language = LANGUAGES.get(said[0])
    if language:
        says.language = language
    elif not A_CODE.fullmatch(said[0]):
        says.language, says.language_name = Person.Language.OTHER, text[:LONGEST_LANGUAGE]


def read_tags(texts: Sequence[str], says: Says) -> None:
    """The tags of a row, each once; what reads like a score of support is told of and left out."""
    found: dict[str, str] = {}
    for written in (part for text in texts for part in BETWEEN_TAGS.split(text)):
        tag = " ".join(written.strip(" \"'*").split())
        if not fold(tag) or tag in NO_TAGS:
            continue
        if len(tag) > LONGEST_TAG:
            says.problems.append(_("{text} is too long for a tag.").format(text=quoted(tag)))
        elif reads_like_a_score(tag):
            says.problems.append(
                _("{text} reads like a score of support, which is kept of nobody here.").format(text=quoted(tag))
            )
        else:
            found.setdefault(fold(tag), tag)
    says.tags = tuple(found.values())[:MOST_TAGS]
    if len(found) > MOST_TAGS:
        says.problems.append(_("More than {number} tags: the first are kept.").format(number=MOST_TAGS))


def read_number(text: str, says: Says) -> None:
    """The number by which a tool knows somebody."""
    number = text.strip()
    if len(number) > LONGEST_NUMBER or len(number.split()) > 1:
        says.problems.append(_("{text} is no number of theirs in that tool.").format(text=quoted(number)))
    else:
        says.number = number


def folded(text: str) -> str:
    """A cell as it is compared."""
    return " ".join(words(text)) if text else ""
