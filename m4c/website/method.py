"""How a movement moves, as the page of method tells it: the steps of the round, in the order in which they happen."""

from dataclasses import dataclass
from math import cos, pi, sin

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from m4c.website.glossary import beside
from m4c.website.glossary_term import Term


@dataclass(frozen=True)
class Step:
    """One step: what it is called, what happens, what we write down of it, and the words of the glossary it uses."""

    title: "str | Promise"
    what: "str | Promise"
    counted: "str | Promise"
    keys: tuple[str, ...]

    @property
    def terms(self) -> list[Term]:
        """The words of the glossary that it uses."""
        return beside(self.keys)


@dataclass(frozen=True)
class Lamp:
    """A step's lamp in the drawing of the round: its number, its place, and its size."""

    number: int
    x: float
    y: float
    radius: float


def lamps(steps: int) -> list[Lamp]:
    """Lamps on a circle of 120 about (160, 160), from the top on, each a little larger than the one before."""
    turns = [2 * pi * number / steps for number in range(steps)]
    return [
        Lamp(number, round(160 + 120 * sin(turn), 1), round(160 - 120 * cos(turn), 1), 13 + number)
        for number, turn in enumerate(turns, start=1)
    ]


STEPS = [
    Step(
        _("People are trained"),
        _(
            "In an evening or over a weekend people learn to listen, to tell why they care, and to see who holds "
            "power. Before they go home they say how many conversations they will hold, and by when."
        ),
        _("We count who came to the whole training and who had a taste of it, apart. A pledge is counted as a pledge."),
        ("training", "conversation-pledge"),
    ),
    Step(
        _("They talk, two at a time"),
        _(
            "A 1-2-1 takes half an hour or more and has no form to fill in. Two people learn what moves the other, and "
            "agree what comes next. Nobody is asked for money, and nobody is sold anything."
        ),
        _(
            "A 1-2-1 counts once, for whoever asked for it, and when it was held. What was said stays between "
            "those two."
        ),
        ("one-to-one", "followed-up", "self-interest"),
    ),
    Step(
        _("They meet in a front room"),
        _(
            "Somebody asks ten neighbours round, from their own friends and their own street. They say what hurts, in "
            "their own words, and somebody offers to be the next host."
        ),
        _("We count the meetings that were held and who came to them."),
        ("house-meeting", "host", "concern"),
    ),
    Step(
        _("They hear what many share"),
        _(
            "In six to eight weeks of listening the same things come up again. What many say is gathered into themes: "
            "how widely something is felt and how deeply are two different things, and we show both."
        ),
        _("A theme that fewer than five people named is not published, so that nobody can be told from it."),
        ("listening-campaign", "theme", "story"),
    ),
    Step(
        _("They choose an issue"),
        _(
            "A problem is broad: there is no work. An issue is a piece of it that can be won, that many feel, and that "
            "a person with a name can say yes to. Those whom it concerns choose it, by vote."
        ),
        _("We write down who chose, and against what other issues."),
        ("problem", "issue"),
    ),
    Step(
        _("They find out who decides"),
        _(
            "Who can say yes? Whom do they listen to, and what do they need? Those who will act ask this of the record "
            "and of people who know, before anybody demands anything."
        ),
        _("Every fact about somebody in office has a source and a day. Families and health are nobody's business."),
        ("decision-maker", "research-meeting", "power-analysis"),
    ),
    Step(
        _("They act together"),
        _(
            "First they ask to meet. Where that is refused or met with silence, they take a bigger step, in public and "
            "with enough people, until whoever decides sits down at the table."
        ),
        _("We say how many came and who counted. Where counts differ they stand beside each other."),
        ("campaign", "demand", "action", "turnout-pledge"),
    ),
    Step(
        _("They agree on exact words"),
        _(
            "Those affected put an exact question and wait for the answer: yes, yes if, partly, no, or none. “I will "
            "look into it” is not a yes."
        ),
        _("A commitment has its speaker, its words, its day, its witnesses, what counts as kept, and by when."),
        ("ask", "commitment", "assembly"),
    ),
    Step(
        _("They keep watch"),
        _(
            "Somebody who is affected keeps each commitment in sight until it is kept, and says so in public either "
            "way. Whoever gave it can say where they see it differently, and that stands too."
        ),
        _("Kept, partly kept, broken and open are counted apart. Nothing is called kept without evidence and its day."),
        ("keeper", "win"),
    ),
    Step(
        _("They look back, and go on"),
        _(
            "Straight after each action those who were there sit down: how do we feel, what have we learnt, who has "
            "grown? Out of that grows what they do next, with more leaders than before."
        ),
        _("A leader is somebody whom others follow. We look at who came because of whom, and we rank nobody."),
        ("evaluation", "leader", "iron-rule"),
    ),
]
