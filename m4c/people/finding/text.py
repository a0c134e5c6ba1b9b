"""The text that a person is found by, and the words of what somebody typed, folded alike so that they meet."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from m4c.core.search import cleaned
from m4c.people.names import fold, words

# Between words and round them: with it the first letter of a word alone is three signs, as the indexes need.
GAP = "  "
SHORTEST_PART = 3  # fewer letters are looked for at the beginning of words
MOST_TERMS = 8
OF_A_NUMBER = re.compile(r"[+(]*[0-9][0-9()./\u2010-\u2015-]*")
NO_DIGITS = re.compile("[^0-9]+")
OF_A_LINK = re.compile(r"\b(?:tel|mailto):\s*", re.IGNORECASE)  # as it is copied from a page
OUTWARD, INWARD = re.compile("[a-z]{1,2}[0-9][a-z0-9]?"), re.compile("[0-9][a-z]{0,2}")
ROUND_EMAILS = "<>()[],;:'\""  # signs that come with an e-mail copied from a letter
BRITISH = "44"
SHORTEST_BRITISH = 11  # digits, from which a number that begins with 44 is taken for one with its country


def text_of(names: Iterable[str], family_name: str, emails: Iterable[str], phones: Iterable[str], postcode: str) -> str:
    """What a person with these names, folded e-mails, phones in E.164 and this postcode is found by.

    A family name of several words stands there as one word too: `vandenberg`.
    """
    parts = [*words(" ".join(names)), fold(family_name), *emails, *map(number, phones), fold(postcode)]
    return GAP + GAP.join(dict.fromkeys(filter(None, parts))) + GAP


def name_words(text: str) -> set[str]:
    """The words of names in a text by which somebody is found."""
    return {word for word in text.split() if len(word) >= SHORTEST_PART and is_of_a_name(word)}


def is_of_a_name(word: str) -> bool:
    """Whether a folded word can be of a name: no e-mail, no number, no postcode."""
    return word.isalpha() or ("@" not in word and not any(sign.isdigit() for sign in word))


def terms_of(typed: str) -> list[str]:
    """What was typed as folded words, all of which are to be found, whatever it holds; none where nothing is left.

    Pieces of one phone number are one word, in the form in which it is kept; so are the halves of a postcode.
    """
    return list(dict.fromkeys(terms(OF_A_LINK.sub("", cleaned(typed)).split())))[:MOST_TERMS]


def terms(pieces: list[str]) -> Iterator[str]:
    """The folded words of these pieces of what was typed."""
    while pieces:
        of_number = list(takewhile(OF_A_NUMBER.fullmatch, pieces))
        first, second = fold(pieces[0]), fold(pieces[1]) if len(pieces) > 1 else ""
        taken = 1
        if of_number:
            taken = len(of_number)
            yield number(" ".join(of_number))
        elif "@" in pieces[0]:
            yield from filter(words, [pieces[0].casefold().strip(ROUND_EMAILS)])
        elif OUTWARD.fullmatch(first) and INWARD.fullmatch(second):
            taken = 2
            yield first + second
        else:
            yield from words(pieces[0])
        pieces = pieces[taken:]


def number(written: str) -> str:
    """The digits of a phone number, a British one's with their zero: one for `+44 7700`, `0044 7700` and `07700`."""
    digits = NO_DIGITS.sub("", written)
    if "+" in written or digits.startswith("00"):
        digits = digits.removeprefix("00")
    elif not (digits.startswith(BRITISH) and len(digits) >= SHORTEST_BRITISH):
        return digits
    return f"0{digits.removeprefix(BRITISH).lstrip('0')}" if digits.startswith(BRITISH) else digits
