"""What sixty conversations of one campaign said, and what a report has to count of it: worked out here by hand of the
very lines that are typed and brought in, so that nothing of the software stands behind both sides.
"""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

CAMPAIGN = "What Splott would change"
DAMP, BUSES, YOUNG, LIGHTS = "Damp homes", "Buses after six", "Places for the young", "Dark streets"
SIGNS = {DAMP: "damp", BUSES: "bus", YOUNG: "young", LIGHTS: "lamp"}  # the word by which each is known on the board
HEADERS = ("date", "who", "email", "place", "words", "strength", "may we quote")


@dataclass(frozen=True)
class Line:
    """One concern: under which theme it belongs ("" for none), how strongly, where, and who said it ("" for nobody)."""

    words: str
    theme: str = ""
    strength: int | None = None
    place: str = ""
    who: str = ""
    may_quote: bool = False


@dataclass(frozen=True)
class Talk:
    """A 1-2-1: with whom, and what hurts."""

    other: str
    phone: str
    line: Line


@dataclass(frozen=True)
class Meeting:
    """A house meeting: how many came, and what was said there by people whom nobody named."""

    came: int
    lines: tuple[Line, ...]


TALKS = (
    Talk("Marged Ellis-Rowe", "07700 900811", Line("It is damp behind every bed", DAMP)),
    Talk("Tomos Adeyemi", "07700 900812", Line("The bus goes by when it is full", BUSES)),
    Talk("Rhian Osei", "07700 900813", Line("The young ones sit in the stairwell", YOUNG)),
)
MEETINGS = (
    Meeting(
        7,
        (
            Line("The agent says that damp is my cooking", DAMP, 3),
            Line("Two buses to see my mother", BUSES, 2),
            Line("My daughter coughs from the damp", DAMP, 3, may_quote=True),
        ),
    ),
    Meeting(
        5,
        (
            Line("The last bus left before my shift ended", BUSES, 3),
            Line("They shut the club for the young", YOUNG, 2),
            Line("Who do we even ring?", strength=1),
        ),
    ),
)
SAYINGS = {  # theme: how many said it in the street, and what
    DAMP: (20, "The damp comes back each winter, wall {number}"),
    BUSES: (16, "No bus home on day {number} of the week's shifts"),
    YOUNG: (12, "Nothing for the young but bench {number}"),
    LIGHTS: (4, "Lamp {number} has been out since spring"),
    "": (3, "Nobody answers telephone {number}"),
}
STRENGTHS = (3, 2, None, 3, 1)
PLACES = ("Splott", "CF24 2AB", "Splott", "CF3 0LN", "Splott", "CF24 2AB", "Splott")
NAMED = {0: "Ceri", 7: "Dafydd", 21: "Ceri", 40: "Ewa"}  # whose row it is; Ceri spoke twice and is one person


def street() -> list[Line]:
    """Fifty-five conversations in the street, a line each."""
    said = [(theme, words.format(number=each + 1)) for theme, (how, words) in SAYINGS.items() for each in range(how)]
    return [
        Line(words, theme, STRENGTHS[row % 5], "Ely" if row > 52 else PLACES[row % 7], NAMED.get(row, ""), row % 3 == 0)
        for row, (theme, words) in enumerate(said)
    ]


def sheet(today: date) -> str:
    """The same as a file."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADERS)
    for row, line in enumerate(street()):
        day = today - timedelta(days=1 + row % 9)
        email = f"{line.who.lower()}.street@example.org" if line.who else ""
        who = f"{line.who} Street" if line.who else ""
        quoted = "yes" if line.may_quote else "no"
        writer.writerow([f"{day:%d/%m/%Y}", who, email, line.place, line.words, line.strength or "", quoted])
    return text.getvalue()


def told() -> list[tuple[str, Line]]:
    """Every concern with whose voice it is: somebody's by name, or one by itself."""
    found = [(talk.other, talk.line) for talk in TALKS]
    found += [(line.words, line) for meeting in MEETINGS for line in meeting.lines]
    return found + [(line.who or line.words, line) for line in street()]


def heard() -> dict[str, int]:
    """Everybody once: who talked, who came, and who spoke in the street."""
    in_street = {line.who or line.words for line in street()}
    people = len(TALKS) + sum(meeting.came for meeting in MEETINGS) + len(in_street)
    return {"people": people, "one_to_ones": len(TALKS), "house_meetings": len(MEETINGS), "questionnaires": 0}


def themes() -> list[dict[str, Any]]:
    """What each theme counts, most people first."""
    rows = [figures(theme, [each for each in told() if each[1].theme == theme]) for theme in SIGNS]
    return sorted(rows, key=lambda row: (-row["people"], row["theme"]))


def figures(theme: str, said: Iterable[tuple[str, Line]]) -> dict[str, Any]:
    """What one theme counts."""
    said = list(said)
    people = len({voice for voice, _line in said})
    strengths = [line.strength for _voice, line in said if line.strength]
    return {
        "theme": theme,
        "people": people,
        "breadth": round(people / heard()["people"], 4),
        "depth": round(sum(strengths) / len(strengths), 4),
        "concerns": len(said),
    }


def coverage() -> dict[str, Any]:
    """Where they were heard, for those who run it: all of it."""
    places = people_by(lambda line: line.place.split(" ")[0])
    return {
        "places": [{"place": name, "people": people} for name, people in places],
        "groups": [{"group": "Cardiff", "people": len({voice for voice, _line in told()})}],
        "places_left_out": 0,
        "groups_left_out": 0,
    }


def people_by(name_of: Callable[[Line], str]) -> list[tuple[str, int]]:
    """How many voices there are for each name, most first; what has no name is left out."""
    found: dict[str, set[str]] = {}
    for voice, line in told():
        if name := name_of(line):
            found.setdefault(name, set()).add(voice)
    return sorted(((name, len(voices)) for name, voices in found.items()), key=lambda row: (-row[1], row[0].casefold()))
