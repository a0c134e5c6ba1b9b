"""Whether a word reads like a score of somebody's support: this movement keeps no such thing of anybody."""

import re

from m4c.core.search import plain_of

SCORES = re.compile(
    r"""
    ^\d{1,3}$ | ^\d\s\d{1,2}$ | ^[a-e]\d?$          # a figure or a grade alone, "3/5", "A1"
    | \b(score|scored|rating|rated|ranking)\b
    | \b(support|supporter|supporters|commitment|persuasion|turnout|voter)\s(level|grade|band|id|likelihood)\b
    | \b(level|grade|tier)\s\d\b
    | \b(strong|soft|lean|leaning|weak|firm)\s(yes|no|maybe|support|supporter|oppose|against)\b
    | \b(definite|probable|possible)\s(yes|no|support|supporter|against)\b
    | \b(strongly|mildly)\s(for|against|support|supports|oppose|opposes)\b
    | \b(persuadable|unpersuadable)\b
    """,
    re.VERBOSE,
)


def reads_like_a_score(words: str) -> bool:
    """Whether this is a figure or grade, or names a level of support."""
    plain = "".join(plain_of(sign) if sign.isalnum() else " " for sign in words.casefold())
    return bool(SCORES.search(" ".join(plain.split())))
