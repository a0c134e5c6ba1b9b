"""Whether words read like a score of somebody's support, in English and Welsh: this movement keeps no such thing."""

import re
from collections.abc import Iterable
from functools import lru_cache

from m4c.core.search import plain_of

SCORES = re.compile(
    r"""
    ^\d{1,3}$ | ^\d\s\d{1,2}$ | ^[a-e]\d?$          # a figure or a grade alone, "3/5", "A1"
    | \b(score|scored|scores|scoring|rating|rated|ranking|likelihood|propensity)\b
    | \b(support|supporter|supporters|commitment|persuasion|turnout|voter)\s(level|grade|band|id|scale|strength|rank)\b
    | \b(level|scale|degree|strength)\sof\s(support|commitment|agreement|loyalty)\b
    | \b(level|grade|tier)\s\d\b
    | \b(strong|soft|lean|leaning|weak|firm)\s(yes|no|maybe|support|supporter|oppose|against)\b
    | \b(definite|probable|possible)\s(yes|no|support|supporter|against)\b
    | \b(strongly|mildly)\s(for|against|support|supports|oppose|opposes)\b
    | \b(persuadable|unpersuadable)\b
    | \b(sgor|sgorau|sgorio|sgoriau|tebygolrwydd)\b  # and in Welsh, accents folded
    | \b(lefel|gradd|graddfa|cryfder|maint)\s(eu\s|y\s)?(cefnogaeth|gefnogaeth|cefnogi|ymrwymiad|hymrwymiad)\b
    | \b(lefel|gradd)\s\d\b
    | \b(cefnogwr|cefnogwraig|cefnogaeth)\s(cryf|gref|gwan|pendant|posibl|tebygol)\b
    | \b(cryf|gryf|pendant|bendant)\s(o\sblaid|yn\serbyn)\b
    """,
    re.VERBOSE,
)
# A figure or a step of a ladder under one of these words is a score too, whatever it is called.
OF_SUPPORT = re.compile(r"\b(supports?|supportive|likely|loyal\w*|enthusias\w*|persua\w*|\w?efnog\w*|\w?ebygol)\b")
STEPS = re.compile(
    r"\b(high|low|strong|weak|very|fairly|hardly|hot|warm|cold|uchel|isel|cryf|gwan|iawn|eithaf|\d{1,3})\b"
    r"|\b\d{1,2}\s(to|i)\s\d{1,3}\b|\b(out\sof|mas\so|allan\so)\s\d"
)


@lru_cache(maxsize=1024)  # a list has few tags, each on many rows
def reads_like_a_score(words: str) -> bool:
    """Whether this is a figure or grade, or names a level of support."""
    return bool(SCORES.search(plainly(words)))


def field_reads_like_a_score(names: Iterable[str], hints: Iterable[str], choices: Iterable[str], counts: bool) -> bool:
    """Whether a field keeps a score: by its names, its help, what may be chosen, or because it `counts` support."""
    named, told = [plainly(name) for name in names if name], [plainly(hint) for hint in hints if hint]
    offered = [plainly(choice) for choice in choices if choice]
    if any(SCORES.search(words) for words in [*named, *told, *offered]):
        return True
    if not any(OF_SUPPORT.search(words) for words in [*named, *told]):
        return False
    return counts or any(STEPS.search(words) for words in [*named, *told, *offered])


def plainly(words: str) -> str:
    """Words as they are compared: small letters, no accents, one space for whatever parts them."""
    plain = "".join(plain_of(sign) if sign.isalnum() else " " for sign in words.casefold())
    return " ".join(plain.split())
