"""Names of people: folding them for comparison, telling one person's names from another's, and taking them apart."""

import itertools
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

# Letters that do not come apart into a plain letter and an accent.
PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t"}
    | {"\N{LATIN SMALL LETTER DOTLESS I}": "i", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ɛ": "e", "ɔ": "o", "ŋ": "n", "ə": "e"}
)
ACCENTS = re.compile("[\u0300-\u036f]")
APOSTROPHES = re.compile("['\u2018\u2019`\u00b4\u02bc\u02bb\u2032]")  # all the marks that people type for one
NOT_LETTERS = re.compile(r"[\W_]+", re.ASCII)

SHORTEST_SLIP = 4  # below this, one keystroke makes another name: Jan and Ian
SHORTEST_WRONG_LETTER = 6  # Joan and John, Jamal and Jamil are brothers and sisters
# Letters whose coming or going at the end makes another name: Paul and Paula, Julia and Julian, Nicola and Nicolas.
ENDINGS = frozenset("aeiouyns")
FEMININE = re.compile("a|e|ie|n?[ni]a|i?n?ne|ett[ae]|ell[ae]|ene|essa|ann[ae]?|lynn?e?")

TITLE = re.compile(
    "mr|mrs|ms|miss|mx|dr|prof|professor|rev|revd|reverend|fr|father|sr|sister|br|brother|imam|rabbi|canon|pastor|"
    "sir|dame|lord|lady|baron|baroness|cllr|councillor|hon|rt|major|captain|capt|col|mp"
)
BEFORE_A_FAMILY_NAME = re.compile("mr|mrs|ms|miss|mx|dr|prof|professor|cllr|councillor")
LETTERS_AFTER = re.compile("jn?r|snr|esq|obe|mbe|cbe|kbe|dbe|mp|ms|am|jp|ba|bsc|ma|msc|phd|md|frsa")
PARTICLE = re.compile(
    "van|von|der|den|de|da|dos|das|del|della|di|du|la|le|st|saint|ten|ter|bin|bint|ibn|al|el|abu|ap|ab|ferch|mac|mc"
)
# First names that half a family shares, so that the second is the one in use.
SHARED = re.compile("m[ou]ham[ae]d|m[ou]hamm[ae]d|mohamud|mohd|md|abd[ue]l|abd|sye?da?|sayed|bibi|shai?e?kh")


class FullName(NamedTuple):
    """A name taken apart; parts that were not there are empty. `known_as` is what stood in brackets or quotes."""

    title: str
    given: str
    family: str
    known_as: str


@lru_cache(maxsize=8192)  # a sheet folds each name a dozen times; whose it is stands nowhere here
def fold(text: str) -> str:
    """The letters and digits of a text, for comparing: no case, accents, punctuation or spaces.

    `Siân` and `sian`, `O'Dowd` and `ODOWD`, `Dafydd-Jones` and `dafydd jones` fold to the same. Letters of other
    scripts are kept.
    """
    return "".join(words(text))


def words(text: str) -> list[str]:
    """The folded words of a text. A hyphen parts two words, an apostrophe does not."""
    if text.isascii():
        small = text.casefold()
        return [small] if small.isalnum() else NOT_LETTERS.sub(" ", APOSTROPHES.sub("", small)).split()
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", APOSTROPHES.sub("", text)).casefold())
    plain = ACCENTS.sub("", decomposed).translate(PLAIN)
    # Vowel signs of Indian scripts are marks, and part of the word.
    return "".join(sign if sign.isalnum() or unicodedata.category(sign)[0] == "M" else " " for sign in plain).split()


def same_given_name(a: str, b: str) -> bool:
    """Whether two given names may belong to one person: the same, an accent, a slip, an initial or a short form.

    When in doubt the answer is no, and the row goes to review. A blank name is the same as no other: ask first
    whether there is one.
    """
    if not fold(a) or not fold(b):
        return False
    if fold(a) == fold(b):
        return True
    a_names, b_names = _single_names(a), _single_names(b)
    if len(a_names) != len(b_names) and SHARED.fullmatch(a_names[0]):
        return False
    alone = len(a_names) == 1 or len(b_names) == 1  # Anna, beside Anna Maria
    return (alone or len(a_names) == len(b_names)) and all(map(_same_single_name, a_names, b_names))


def same_family_name(a: str, b: str) -> bool:
    """Whether two family names are one name, allowing an accent, a space, a hyphen or a slip of one keystroke.

    `Szymański` and `Szymańska`, `Davis` and `Davies`, `McDonald` and `MacDonald` are one; an initial, or one half of a
    double-barrelled name, is not.
    """
    a, b = fold(a), fold(b)
    if not a or not b:
        return False
    if a == b:
        return True
    change = _keystroke(a, b)
    return change is not None and a[0] == b[0] and _long_enough(a, b, change)


def one_slip(a: str, b: str) -> bool:
    """Whether two folded words differ by one letter missing, added or wrong, or by two swapped."""
    return a != b and _keystroke(a, b) is not None


def split_full_name(text: str) -> FullName:
    """Take a name in one piece apart: `Dr Siân ap Rhys`, `Rhys, Siân`, `RHYS Siân`, `Robert (Bob) Smith`.

    A single word is a given name. Never fails; nonsense comes back as the given name.
    """
    text = " ".join(text.split())
    known_as = ""
    if aside := re.search(r"""[(\["“](.{1,40}?)[)\]"”]""", text):
        known_as = aside[1].strip()
        text = f"{text[: aside.start()]} {text[aside.end() :]}"
    before, comma, after = text.partition(",")
    if comma and words(before) and words(after) and not LETTERS_AFTER.fullmatch(fold(after)):
        title, family_parts = _without_title(before.split())
        title_after, given_parts = _without_title(after.replace(",", " ").split())
        return FullName(title or title_after, " ".join(given_parts), " ".join(family_parts), known_as)
    title, parts = _without_title(text.replace(",", " ").split())
    while len(parts) > 2 and LETTERS_AFTER.fullmatch(fold(parts[-1])):
        parts.pop()
    if len(parts) == 1 and BEFORE_A_FAMILY_NAME.fullmatch(fold(title)):
        return FullName(title, "", parts[0], known_as)
    if _shouted_first(parts):
        return FullName(title, " ".join(parts[1:]), parts[0], known_as)
    cut = _where_family_name_begins(parts)
    return FullName(title, " ".join(parts[:cut]), " ".join(parts[cut:]), known_as)


def _lines(name_of_table: str) -> Iterator[list[str]]:
    for line in (Path(__file__).parent / "data" / name_of_table).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split()


# The first name of a line goes with all others; of these only two that begin alike go together: not Molly and Polly.
SHORT = frozenset(
    frozenset((a, b))
    for names in _lines("short_names.txt")
    for a, b in itertools.combinations(names, 2)
    if a == names[0] or a[0] == b[0]
)
UNLIKE = frozenset(frozenset(pair) for names in _lines("unlike_names.txt") for pair in itertools.combinations(names, 2))


def forms_of(given_name: str) -> set[str]:
    """The folded names by which somebody of this one given name may go besides: `Bill`, `Will` for William."""
    name = fold(given_name)
    return {other for pair in SHORT if name in pair for other in pair - {name}}


def _single_names(text: str) -> list[str]:
    """The folded names of a given name, a hyphenated one kept together: `jean-paul`."""
    return [name for part in text.split() if (name := "-".join(words(part)))]


def _same_single_name(a: str, b: str) -> bool:
    pair = frozenset((a, b))
    if a == b or pair in SHORT:
        return True
    if pair in UNLIKE:
        return False
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return _begins(a, b) or _begins(b, a) or _slip(a, b)


def _begins(short: str, long: str) -> bool:
    """Whether the short name is the long one cut off: `Harp` for Harpreet, not Karl for Karla or Jean for Jean-Paul."""
    ending = long.removeprefix(short)
    return (
        long.startswith(short)
        and len(short) >= 3
        and len(ending) >= 2
        and not short.endswith("a")
        and not ending.startswith("-")
        and not FEMININE.fullmatch(ending)
    )


def _slip(a: str, b: str) -> bool:
    """Whether one wrong keystroke turns one given name into the other without making another person's name."""
    change = _keystroke(a, b)
    if change is None or a[0] != b[0]:
        return False  # Molly and Polly, Manjit and Ranjit
    before, left, right = change
    longer = max(a, b, key=len)
    at_end = before + max(len(left), len(right)) == len(longer)
    harmless = len(left) != len(right) and (_doubles(longer, before) or (at_end and longer.endswith("h")))
    if at_end and not harmless and ENDINGS & set(left + right):
        return len(left) == 2 and len(longer) >= 7  # Karolian, but not Marian and Marina
    return _long_enough(a, b, change)  # Karolna; Alan and Allan, Sara and Sarah


def _long_enough(a: str, b: str, change: tuple[int, str, str]) -> bool:
    _, left, right = change
    return min(len(a), len(b)) >= (SHORTEST_WRONG_LETTER if len(left) == len(right) == 1 else SHORTEST_SLIP)


def _doubles(longer: str, place: int) -> bool:
    return longer[place] in (longer[place - 1], longer[place + 1 : place + 2])


def _keystroke(a: str, b: str) -> tuple[int, str, str] | None:
    """Where and how two words differ by one letter missing, added, wrong, or two swapped; None if by more.

    Answers the number of letters before the difference and what stands there in each word.
    """
    before = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest = min(len(a), len(b)) - before
    after = next((i for i in range(rest) if a[-1 - i] != b[-1 - i]), rest)
    left, right = a[before : len(a) - after], b[before : len(b) - after]
    one_letter = len(left) <= 1 >= len(right)
    swapped = len(left) == 2 and left == right[::-1]
    return (before, left, right) if one_letter or swapped else None


def _without_title(parts: list[str]) -> tuple[str, list[str]]:
    """The titles that a name begins with, and the rest; a name that is nothing but a title keeps it as a name."""
    count = 0
    while count < len(parts) - 1 and TITLE.fullmatch(fold(parts[count])):
        count += 1
    return " ".join(parts[:count]), parts[count:]


def _where_family_name_begins(parts: list[str]) -> int:
    """The family name is the last word and the small words before it: `van der Berg`, `ap Rhys`."""
    cut = max(len(parts) - 1, 1)
    while cut > 1 and PARTICLE.fullmatch(fold(parts[cut - 1])):
        cut -= 1
    return cut


def _shouted_first(parts: list[str]) -> bool:
    """Whether the first word alone is in capitals, as lists do that put the family name first: `RHYS Siân`."""
    return (
        len(parts) > 1
        and len(fold(parts[0])) > 2
        and parts[0].isupper()
        and not any(part.isupper() and len(part) > 2 for part in parts[1:])
    )
