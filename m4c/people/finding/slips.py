"""One slip of the finger: the words of names that are one letter missing, doubled, wrong or swapped away."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Q
from django.db.models.functions import Length

from m4c.people.finding.text import is_of_a_name
from m4c.people.models.findable import NameWord
from m4c.people.models.person import begins
from m4c.people.names import one_slip

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
    known = NameWord.objects.annotate(letters=Length("word")).filter(reduce(or_, map(could_be, typed)))
    words = list(known.values_list("word", flat=True))
    found = {term: [word for word in words if term not in word and one_slip(term, word)] for term in typed}
    return {
        term: sorted(near, key=lambda word: (word[0] != term[0], word))[:MOST] for term, near in found.items() if near
    }


def could_be(term: str) -> Q:
    """Words that share a half with this one and are about as long."""
    middle = len(term) // 2
    swapped = term[: middle - 1] + term[middle] + term[middle - 1] + term[middle + 1 :]
    halves = begins("word", term[:middle]) | begins("backwards", term[middle:][::-1]) | Q(word=swapped)
    return halves & Q(letters__range=(len(term) - 1, len(term) + 1))
