"""One slip of the finger: the words of names that are one letter missing, doubled, wrong or swapped away."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Length

from m4c.core.prepared import prepared
from m4c.people.finding.text import is_of_a_name
from m4c.people.models.findable import NameWord
from m4c.people.models.person import begins
from m4c.people.names import one_slip
from m4c.people.sight import any_of

SHORTEST = 4  # letters; below, every name is near every other
MOST = 12  # words that one is taken for


def near_words(terms: Iterable[str]) -> dict[str, list[str]]:
    """For each of these words the words of people's names one slip away, nearest first; those without are left out.

    A slip leaves either the first or the second half of a word as it was, unless it swaps the letters in the middle:
    so two short ranges of an index hold all that can be meant.
    """
    typed = [term for term in terms if len(term) >= SHORTEST and is_of_a_name(term)]
    if not typed:
        return {}
    words = like([parts(term) for term in typed])
    found = {term: [word for word in words if term not in word and one_slip(term, word)] for term in typed}
    return {
        term: sorted(near, key=lambda word: (word[0] != term[0], word))[:MOST] for term, near in found.items() if near
    }


def parts(term: str) -> list[Any]:
    """What a word like this one may have of it: its first half, the second backwards, or all with two letters swapped;
    and from how many letters to how many.
    """
    middle = len(term) // 2
    swapped = term[: middle - 1] + term[middle] + term[middle - 1] + term[middle + 1 :]
    return [term[:middle], term[middle:][::-1], swapped, len(term) - 1, len(term) + 1]


@prepared
def like(typed: list[list[Any]]) -> QuerySet[NameWord, str]:
    """The words of names that may be like those typed, of which the parts are given."""
    known = NameWord.objects.annotate(letters=Length("word"))
    return known.filter(any_of(could_be(*each) for each in typed)).values_list("word", flat=True)


def could_be(half: str, other_half: str, swapped: str, fewest: int, most: int) -> Q:
    """Words that are like one."""
    said = begins("word", half) | begins("backwards", other_half) | Q(word=swapped)
    return said & Q(letters__gte=fewest, letters__lte=most)
