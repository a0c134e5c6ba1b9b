"""One cell of a turnout sheet to one value: where somebody stands with an event, and whom they bring along."""

import re
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.people.names import words
from m4c.people.sheets.cells import CROSS, DASHES, TICK, Parsed, parse_count, quoted


class TurnoutState(TextChoices):
    """Where somebody stands with an event."""

    LISTED = "listed", gettext_lazy("listed")
    ASKED = "asked", gettext_lazy("asked")
    YES = "yes", gettext_lazy("yes")
    MAYBE = "maybe", gettext_lazy("maybe")
    NO = "no", gettext_lazy("no")
    CONFIRMED = "confirmed", gettext_lazy("confirmed")
    CAME = "came", gettext_lazy("came")
    DID_NOT_COME = "did_not_come", gettext_lazy("didn't come")
    WALK_IN = "walk_in", gettext_lazy("walk-in")


MOST_GUESTS = 99  # that one person brings: more is a slip
VAGUE = re.compile(r"lots|some|several|many|(?:a )?few|loads|various|family|friends?|yes|y|maybe|tbc|guests?|others?")
STRAY = re.compile(r"^\W+|\W+$")

OTHERS = "guests?|others?|more|extra|people|friends?|adults?|kids?|child(?:ren)?|x"
AROUND_A_NUMBER = re.compile(
    rf"^(?:\+|x(?=\s*\d)|(?:plus|and|with|bring(?:s|ing)?)\b)\s*|\s*(?:{OTHERS})$", re.IGNORECASE
)
SO_MANY = re.compile(rf"(\d{{1,2}})(?:\s*(?:x\s*)?(?:{OTHERS}))?", re.IGNORECASE)
BETWEEN_GUESTS = re.compile(r"[,;&/+()\n:]|\b(?:and|plus|with)\b|\ba\b(?= [A-Z])")
ASIDE = re.compile(  # `Tom (8)` is a child, and no eight; `Ann (vegan)` is one person
    rf"\b(?!(?i:{OTHERS}|family|several|some)\b)([A-Z]\w+)\s*"
    r"\((?:\s*\d{1,2}\s*(?i:y(?:ea)?rs?(?: old)?|yo)?\s*|(?!and\b|with\b|plus\b)[a-z][^)]*)\)"
)
NAMED_WITHIN = re.compile(rf"\+?\s*\d{{1,2}}\s*(?:{OTHERS})?\s*[(:]", re.IGNORECASE)  # `2 (Tom, Ann)`

# What people write, as `names.words` folds it. The first line that fits a cell decides: the later event is above.
SAYINGS = [
    (
        TurnoutState.LISTED,
        r"not (?:yet )?(?:been )?(?:asked|called|contacted|invited)(?: yet)?|unasked yet|uncontacted",
    ),
    (
        TurnoutState.WALK_IN,
        r"walk(?:ed)? ?(?:in|up|on)s?|drop(?:ped)? ?in|came unasked|turned up unasked|un(?:asked|expected|announced)|wi"
        r"|on the (?:door|day|night)|(?:at the )?door|not on (?:the )?list|galw heibio",
    ),
    (
        TurnoutState.DID_NOT_COME,
        r"no ?shows?|ns"
        r"|(?:did|do|does|has|have) ?no?t (?:come|attend|show|turn up|make it|appear|arrive)(?: .*)?|didnt|did not"
        r"|not (?:there|present|seen|attended|shown)|never (?:came|showed|turned up|arrived|appeared)|absent"
        r"|missed(?: it)?"
        r"|missing|dna|dnc|dns|stayed away|failed to (?:come|attend|show)|ddim wedi dod|ni ddaeth|heb ddod",
    ),
    (
        TurnoutState.NO,
        r"(?:can ?not|cant|could ?no?t|will not|wont|is not|isnt) (?:come|coming|attend|make|be)(?: .*)?|cant"
        r"|cannot|wont"
        r"|(?:not|isnt|arent) (?:coming|attending|able|available|interested|going|free|this time)(?: .*)?"
        r"|unable(?: to .*)?"
        r"|decline[ds]?|refused|apologies|apology|apols?|sent (?:apologies|apols)|unavailable|busy|away"
        r"|cancell?ed|regrets"
        r"|(?:rsvp ?d?|sa(?:id|ys)|replied) no|no thanks?|(?:off )?(?:sick|ill)|poorly|unwell"
        r"|ddim (?:yn )?(?:gallu )?dod"
        r"|dropped out|pulled out|withdrawn|withdrew|nope|na|nac ydw|nage|ymddiheuriadau",
    ),
    (
        TurnoutState.CAME,
        r"came|come|attended|present|here|there|was there|were there|turned up|showed(?: up)?|show|arrived|been"
        r"|(?:checked|signed|ticked) ?in|checkedin|in the room|left early|daeth|yno|wedi dod|yn bresennol|att",
    ),
    (
        TurnoutState.MAYBE,
        r"maybe|may be|perhaps|poss|possibl[ey]|probabl[ey]|prob|might(?: come)?|not sure|unsure|undecided"
        r"|tentative|tent"
        r"|interested|hopefully|hopes to(?: come)?|will try|trying|thinking(?: about it)?|soft yes|leaning"
        r"|50 50|depends|tbc"
        r"|to be confirmed|not (?:yet )?confirmed|unconfirmed|efallai|ella|m",
    ),
    (
        TurnoutState.CONFIRMED,
        r"(?:re ?)?confirm(?:ed|s)?|confd?|definite(?:ly)?|certain|sure|locked in|firm(?: yes)?|hard yes"
        r"|cadarnhau|cadarnhawyd"
        r"|(?:call|ring) ?(?:1|2|one|two)(?: yes)?|day before(?: yes)?",
    ),
    (
        TurnoutState.YES,
        r"y|yes|yep|yeah|yup|yes please|(?:is )?coming|will come|attending|will attend|will be there|going|in"
        r"|sa(?:id|ys) yes"
        r"|accept(?:ed|s)?|agreed|rsvp|rsvpd|rsvp yes|registered|signed up|sign up|booked|ok|okay|pledged"
        r"|committed|expected"
        r"|ydw|ie|yn dod|dod|true",
    ),
    (
        TurnoutState.ASKED,
        r"asked|invited?(?: sent)?|invitation sent|contacted|called|rang|rung|phoned|messaged|e ?mailed|texted|written"
        r"|left (?:a )?(?:message|msg|voicemail|vm)|lm|vm|voicemail|no (?:answer|reply|response)"
        r"|not (?:answered|replied)|awaiting(?: .*)?|waiting(?: .*)?"
        r"|pending|needs action|approached|spoken to|chased|chasing|gofynnwyd|gwahoddwyd",
    ),
    (
        TurnoutState.LISTED,
        r"listed|list|on (?:the )?list|to (?:ask|call|contact|invite|ring|phone|do)|not yet|target|prospect"
        r"|new|potential"
        r"|rhestr|ar y rhestr",
    ),
    (TurnoutState.NO, r"no|n|false"),
]
ALONE = {"?": TurnoutState.MAYBE, "1": TurnoutState.YES, "0": TurnoutState.NO, "door": TurnoutState.WALK_IN}
WHOLE = [(state, re.compile(pattern)) for state, pattern in SAYINGS]
WITHIN = [(state, re.compile(rf"\b(?:{pattern})\b")) for state, pattern in SAYINGS]


@dataclass(frozen=True)
class Guests:
    """Whom somebody brings along: how many in all, and those of them who are named."""

    number: int = 0
    names: tuple[str, ...] = ()


def parse_turnout_state(text: str) -> Parsed[TurnoutState | None]:
    """Where somebody stands: `rsvp'd`, `conf.`, `no-show`, `Apols`, a tick for yes. A blank says nothing.

    Of several, the last that happened counts: `yes (came)` is came. What is not understood is a problem, and no state.
    """
    text = text.strip()
    if DASHES.fullmatch(text) or text.casefold() == "n/a":
        return Parsed(None, blank=True)
    if text.casefold() in ALONE:
        return Parsed(ALONE[text.casefold()])
    if TICK.fullmatch(text):
        return Parsed(TurnoutState.YES)
    if CROSS.fullmatch(text):
        return Parsed(TurnoutState.NO)
    if whole := whole_state(text):
        return Parsed(whole)
    said = folded(text)
    found = [state for state, pattern in WITHIN if len(said) < 60 and pattern.search(said)]
    if found:
        return Parsed(found[0])
    sentence = _(
        "%(text)s is no state that is understood: write asked, yes, maybe, no, confirmed, came or didn't come."
    )
    return Parsed(None, sentence % {"text": quoted(text)})


def whole_state(text: str) -> TurnoutState | None:
    """Where somebody stands, if these words say that and nothing else."""
    said = folded(text)
    return next((state for state, pattern in WHOLE if pattern.fullmatch(said)), None)


def folded(text: str) -> str:
    """What somebody wrote of a state, as the patterns read it."""
    return " ".join(words(text.replace("+", " ")))


def parse_guests(text: str) -> Parsed[Guests]:
    """How many somebody brings, or who: `2`, `+1`, `Tom and Ann`, `2 (Tom, Ann)`, `Tom + 2 others`."""
    text = text.strip()
    if DASHES.fullmatch(text):
        return Parsed(Guests(), blank=True)
    counted = parse_count(AROUND_A_NUMBER.sub("", text))
    if not counted.problem:
        if counted.value > MOST_GUESTS:
            return Parsed(Guests(), _("%(text)s is more than can be right.") % {"text": quoted(text)})
        return Parsed(Guests(counted.value))
    number, names = 0, []
    for part in BETWEEN_GUESTS.split(ASIDE.sub(r"\1", text)):
        said = STRAY.sub("", part)
        if not said:
            continue
        digits = SO_MANY.fullmatch(said)
        if digits:
            number += int(digits[1])
        elif (
            not VAGUE.fullmatch(said.casefold())
            and any(sign.isalpha() for sign in said)
            and not any(sign.isdigit() for sign in said)
        ):
            names.append(" ".join(said.split())[:120])
        else:
            sentence = _("%(text)s is neither a number of guests nor their names.")
            return Parsed(Guests(), sentence % {"text": quoted(text)})
    whole = max(number, len(names)) if NAMED_WITHIN.match(text) else number + len(names)
    if whole > MOST_GUESTS:
        return Parsed(Guests(), _("%(text)s is more than can be right.") % {"text": quoted(text)})
    return Parsed(Guests(whole, tuple(names)))
