"""One cell of a sheet of concerns to one value: how strongly something hurts, and where it was said."""

import re

from django.utils.translation import gettext as _

from m4c.people.names import words
from m4c.people.sheets.cells import DASHES, DIGITS, Parsed, quoted
from m4c.places.postcodes import normalise

STRONGEST = 3
MARKS = re.compile(r"([+*!\u2605\u2b50\u25cf]\ufe0f?\s*){1,3}")
OF_SO_MANY = re.compile(r"(\d{1,2})\s*(?:/|of|out of|allan o)\s*(\d{1,2})", re.IGNORECASE)
BEGINS = re.compile(r"([1-3])\s*[-\u2013=:.)(]\s*\D+")

# What people write, as `names.words` folds it, with "very" and the like before it.
SAYINGS = {
    1: "mentioned|mention|mild|mildly|low|lowest|weak|weakly|(?:a )?(?:little|bit)|slight|slightly|minor|small|light"
    "|some|somewhat|(?:in )?passing|not (?:very |so |that )?(?:much|strong|strongly|important|high|deeply)|niggle"
    "|crybwyll|crybwyllwyd|soniwyd|isel|gwan|ysgafn|ychydig|tipyn|bach",
    2: "(?:it )?matters?(?: to them)?|mattered|medium|med|mid|middle|middling|moderate|moderately|average|normal|fair"
    "|fairly|(?:quite|fairly|rather|pretty)(?: (?:strong|strongly|important|high|a lot))?|important|significant|so so"
    "|canolig|canol|cymedrol|pwysig|yn bwysig|o bwys|eithaf|(?:eithaf|go) (?:cryf|gryf|pwysig|bwysig)",
    3: "burns?|burning|(?:very |really |so |most )?(?:strong|strongly|strongest|high|highest|deep|deeply|important|much"
    "|serious|angry|upset|worried|urgent|hot|bad|intense)|intensely|very|(?:a )?lot|lots|severe|severely|extreme"
    "|extremely|passionate|passionately|major|huge|critical|desperate|on fire|red hot"
    "|llosgi|yn llosgi|(?:yn )?(?:cryf|gryf|uchel|dwys|difrifol|ddifrifol)(?: iawn)?|(?:pwysig|yn bwysig) iawn|iawn",
}
WHOLE = [(strength, re.compile(pattern)) for strength, pattern in SAYINGS.items()]


def parse_strength(text: str) -> Parsed[int | None]:
    """How strongly: 1 to 3, `2/3`, `4 out of 5`, `***`, `burns`, `canolig`. A blank says nothing.

    What is not understood is a problem, and no strength.
    """
    text = text.strip()
    if DASHES.fullmatch(text):
        return Parsed(None, blank=True)
    if MARKS.fullmatch(text):
        return Parsed(len(re.findall(r"[+*!\u2605\u2b50\u25cf]", text)))
    if (digits := DIGITS.fullmatch(text)) and 1 <= int(digits[1].replace(",", "")[:6]) <= STRONGEST:
        return Parsed(int(digits[1]))
    if (share := OF_SO_MANY.fullmatch(text)) and 1 <= int(share[1]) <= int(share[2]):
        return Parsed(-(-STRONGEST * int(share[1]) // int(share[2])))
    if begins := BEGINS.fullmatch(text):
        return Parsed(int(begins[1]))
    said = " ".join(words(text))
    for strength, pattern in WHOLE:
        if pattern.fullmatch(said):
            return Parsed(strength)
    sentence = _("%(text)s is no strength that is understood: write 1, 2 or 3.")
    return Parsed(None, sentence % {"text": quoted(text)})


def parse_place(text: str) -> tuple[str, str]:
    """The place and the postcode in what somebody wrote, either of them empty: `Splott, CF24 2AB`, `CF24`, `Ely`."""
    text = " ".join(text.split())
    if DASHES.fullmatch(text):
        return "", ""
    if not any(map(str.isdigit, text)):
        return text, ""
    if whole := normalise(text):
        return "", str(whole)
    parts = text.split()
    for length in (2, 1):
        found = normalise(" ".join(parts[-length:])) if len(parts) > length else None
        if found and found.is_full:
            return " ".join(parts[:-length]).rstrip(" ,;("), str(found)
    return text, ""
