"""Codes that open one vote: short enough to be typed from a slip, and kept as their digest alone."""

import re
import secrets

from m4c.people.models.sign_in_link import hash_of

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is mistaken for another
LENGTH = 16  # 78 bits: far beyond guessing, by the page or from a copy of the database
BETWEEN = 4


def new_code() -> str:
    """A code, in fours: it is shown once, and kept nowhere."""
    code = "".join(secrets.choice(LETTERS) for _place in range(LENGTH))
    return "-".join(code[at : at + BETWEEN] for at in range(0, LENGTH, BETWEEN))


def digest_of(code: str) -> str:
    """What is kept of a code, however it was typed."""
    return hash_of(re.sub(r"[^0-9A-Z]", "", code.upper()))
