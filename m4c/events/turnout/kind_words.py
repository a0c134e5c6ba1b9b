"""Which kind of event somebody means: by our own names for it, by what people call it, in English or Welsh."""

import re

from django.utils.translation import gettext as _

from m4c.core.errors import Refused
from m4c.events.models import Event
from m4c.people.names import words

Kind = Event.Kind

SAYINGS = {  # as `names.words` folds them, without the word `meeting` at the end
    Kind.TRAINING: "training|train|trainings|workshop|course|session|taster|hyfforddiant",
    Kind.HOUSE_MEETING: "house|home|house mtg|hm|cyfarfod ty",
    Kind.PUBLIC_MEETING: "public|open|community|town hall|rally|hustings|forum|general|cyfarfod cyhoeddus",
    Kind.COMMITTEE: "committee|exec|executive|board|steering|steering group|business|branch|pwyllgor",
    Kind.PLANNING: "planning|team|strategy|organising|organizing|core team|cynllunio",
    Kind.ANNUAL: "annual|agm|annual general|yearly|cyfarfod blynyddol",
    Kind.RESEARCH: "research|research action|listening|ymchwil",
    Kind.PUBLIC_ACTION: "public action|action|demo|demonstration|protest|march|picket|vigil|lobby|flashmob|gweithred",
    Kind.ASSEMBLY: "assembly|accountability assembly|delegates assembly|national assembly|accountability|cynulliad",
    Kind.SOCIAL: "social|party|picnic|bbq|barbecue|meal|dinner|lunch|supper|coffee|coffee morning|tea|iftar|quiz"
    "|meet up|meetup|get together|fundraiser|fete|celebration|film night|cymdeithasol",
    Kind.STALL: "stall|street stall|market stall|tabling|info stall|stondin",
    Kind.DOOR_ROUND: "door round|door knock|door knocking|doorknocking|canvass|canvassing|canvas|leafleting|doors",
    Kind.NEGOTIATION: "negotiation|negotiating|talks|cyd drafod",
    Kind.OTHERS: "others|someone elses|someone else|somebody elses|external|outside|partner|other",
}
MEETING = re.compile(r" (?:meetings?|mtgs?|events?)$")


class KindRefused(Refused):
    """The words name no kind of event, or more than one."""

    code = "kind"


def kind_of(text: str) -> Event.Kind:
    """The kind that somebody means: `public meeting`, `public_meeting`, `AGM`, `social`. Raises KindRefused."""
    said = " ".join(words(text))
    called = {" ".join(words(name)): kind for kind in Kind for name in (kind.value, str(kind.label))}
    sayings = {saying: kind for kind, these in SAYINGS.items() for saying in these.split("|")}
    bare = MEETING.sub("", said)
    found = called.get(said) or sayings.get(said) or sayings.get(bare) or sayings.get(bare.removesuffix("s"))
    if found is None:
        sentence = _("“{text}” is no kind of event that is known. It may be: {kinds}.")
        kinds = ", ".join(str(kind.label) for kind in Kind)
        raise KindRefused(sentence.format(text=text.strip(), kinds=kinds), field="kind")
    return found
