"""Which column of a sheet of papers is what: the paper's number, a place in a ranking, an option, or of no interest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from m4c.people.names import words

NUMBER_WORDS = {
    *("paper", "paper no", "paper number", "no", "number", "ballot", "ballot no", "ballot number", "ballot paper"),
    *("ballot id", "paper id", "id", "nr", "slip", "slip no", "slip number", "voting paper", "papur", "rhif"),
    *("rhif papur", "rhif y papur", "papur pleidleisio"),
}
OTHER_WORDS = {
    *("name", "voter", "voter name", "person", "group", "time", "timestamp", "date", "notes", "note", "comments"),
    *("comment", "signature", "total", "spoilt", "spoiled", "typed by", "enw", "grwp", "dyddiad", "nodiadau"),
}
ORDINALS = {
    word: place
    for place, said in enumerate(
        (
            ("first", "1af", "cyntaf", "top"),
            ("second", "2il", "2ail", "ail"),
            ("third", "3ydd", "trydydd", "trydedd"),
            ("fourth", "4ydd", "pedwerydd", "pedwaredd"),
            ("fifth", "5ed", "pumed"),
            ("sixth", "6ed", "chweched"),
            ("seventh", "7fed", "seithfed"),
            ("eighth", "8fed", "wythfed"),
            ("ninth", "9fed", "nawfed"),
            ("tenth", "10fed", "degfed"),
        ),
        1,
    )
    for word in said
}
FILLING = {"choice", "choices", "preference", "pref", "rank", "dewis", "ddewis", "vote", "dot", "dots", "place", "the"}
FILLING |= {"y", "option", "priority", "blaenoriaeth", "dotyn", "my", "your"}
NUMBERED = re.compile(r"#?(\d{1,2})(?:st|nd|rd|th|af|il|ydd|ed|fed)?")


@dataclass(frozen=True)
class PaperColumns:
    """Where things stand, by the places of columns: the number if any, and ranks or options, never both."""

    number: int | None
    ranks: dict[int, int]  # column: which choice
    options: dict[int, str]  # column: the option


def columns_of(headers: Sequence[str], known: Sequence[str] = ()) -> PaperColumns:
    """What the columns are. `known` are options that stand already: a header that names one is that option."""
    names = {plain(option) for option in known}
    asked = names | ({"no"} if "yes" in map(plain, headers) else set())  # of "Paper, Yes, No" the last is an option
    number = next((at for at, header in enumerate(headers) if is_number(header) and plain(header) not in asked), None)
    rest = {at: header for at, header in enumerate(headers) if at != number and header}
    ranks = {at: place for at, header in rest.items() if (place := choice_of(header)) and plain(header) not in names}
    if len(set(ranks.values())) == len(ranks) and 1 in ranks.values():
        return PaperColumns(number, ranks, {})
    options = {at: header for at, header in rest.items() if plain(header) in names or plain(header) not in OTHER_WORDS}
    return PaperColumns(number, {}, options)


def is_number(header: str) -> bool:
    """Whether a column holds papers' numbers."""
    return header.strip() == "#" or plain(header) in NUMBER_WORDS


def choice_of(header: str) -> int:
    """Which choice a column holds: 1 for "1st", "Dewis 1af" and "First choice"; 0 for what is no rank."""
    telling = [word for word in plain(header).split() if word not in FILLING]
    if len(telling) != 1:
        return 0
    found = NUMBERED.fullmatch(telling[0])
    return int(found[1]) if found else ORDINALS.get(telling[0], 0)


def plain(text: str) -> str:
    """A text without marks, case or double spaces: as two that mean the same are compared."""
    return " ".join(words(text))
