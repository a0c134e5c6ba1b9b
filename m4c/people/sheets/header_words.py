"""Headers and types in plain words: the many ways to write 1-2-1, house meeting, e-mail or surname come to one each."""

import re

from m4c.people.names import words

ONE_TO_ONE = "onetoone"
HOUSE_MEETING = "housemeeting"
ADDRESS_LINE = "addressline"  # the second line of an address, or a further one
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
POSSESSIVE = re.compile("['\u2019]s\\b")

MERGES = [
    (re.compile(pattern), word)
    for pattern, word in [
        (
            r"\b(?:1 ?2 ?1|1 ?(?:to|on|2) ?1|1 1|one ?(?:to|2|on) ?one|un i un|2001 02 01|01 02 2001)(?: ?s|au)?\b",
            ONE_TO_ONE,
        ),
        (r"\b(?:house|home|ty) ?(?:meeting|mtg|mtng|meet)s?\b|\bhms?\b|\bcyfarfod(?:ydd)? ty\b", HOUSE_MEETING),
        (r"\be ?mails?\b|\be ?b[oy]st(?:io)?\b", "email"),
        (r"\bpost(?:al)? ?codes?\b|\bp ?code\b|\bzip(?: ?code)?\b|\bcod ?post\b", "postcode"),
        (r"\b(?:sur|last|family|second) ?names?\b|\bl ?name\b|\bsname\b|\bcyfenw\b", "familyname"),
        (r"\b(?:fore|first|given|christian) ?names?\b|\bf ?name\b|\benw cynta[fr]?\b", "givenname"),
        (r"\bnick ?names?\b|\bllysenw\b", "nickname"),
        (r"\baddress(?: ?line)? ?[2-4]\b", ADDRESS_LINE),
        (r"\bopt(?:ed)? ?out\b", "optout"),
        (r"\bfull ?names?\b|\benw llawn\b", "fullname"),
        (r"\b(?:tele)?phones?\b|\btel\b|\bffon\b|\brhif ffon\b", "phone"),
        (r"\bmob(?:ile)?s?\b|\bcell ?(?:phone)?\b|\bffon symudol\b|\bsymudol\b", "mobile"),
        (r"\bnext ?steps?\b|\bcam nesaf\b", "nextstep"),
        (r"\bwhats ?app\b", "whatsapp"),
    ]
]


def merged(text: str) -> list[str]:
    """The folded words of a header or cell, with the common terms brought to one word each."""
    parted = CAMEL.sub(" ", POSSESSIVE.sub("", text))
    said = " ".join(words(parted))
    for pattern, word in MERGES:
        said = pattern.sub(word, said)
    return said.split()
