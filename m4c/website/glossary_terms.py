"""The words of organising as this movement uses them, each with one meaning. Public pages and screens use no others."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from m4c.website.glossary_of_campaigns import OF_CAMPAIGNS
from m4c.website.glossary_term import Term

TERMS = [
    Term(
        "one-to-one",
        _("1-2-1"),
        _(
            "A conversation of two people, half an hour or longer, to learn what moves the other and whether to do "
            "something together. It is no survey and nobody is asked to sign up. It counts once, for who asked for it."
        ),
        ("followed-up", "relationship"),
    ),
    Term(
        "action",
        _("Action"),
        _("A step taken together in public, aimed at one person who decides. What counts is how they react."),
        ("demand", "evaluation"),
    ),
    Term(
        "ask",
        pgettext_lazy("what is asked of whoever decides", "Ask"),
        _("The exact question put to whoever decides, so that a plain answer is possible."),
        ("commitment", "demand"),
    ),
    Term(
        "assembly",
        _("Assembly"),
        _(
            "A large meeting that those affected run themselves, where people in office answer asks in public. There "
            "are no questions from the floor, and each group says how many it brought."
        ),
        ("ask",),
    ),
    Term(
        "backer",
        _("Backer"),
        _("A body or a well-known person who supports a campaign. A backer is not a member."),
        ("campaign",),
    ),
    Term(
        "ballot",
        _("Ballot"),
        _("A question that a group decides by voting: by hands, dots or ranks. One person has one vote."),
        ("issue",),
    ),
    Term(
        "campaign",
        _("Campaign"),
        _("Organised work on an issue, decided on by named groups, with a demand."),
        ("issue", "demand"),
    ),
    Term(
        "commitment",
        _("Commitment"),
        _(
            "A promise on record: who gave it, in which words, when and before whom, what counts as keeping it, and by "
            "when it is due."
        ),
        ("keeper", "win"),
    ),
    Term("concern", _("Concern"), _("What somebody says hurts, in their own words."), ("theme", "issue")),
    Term(
        "conversation-pledge",
        _("Conversation pledge"),
        _(
            "“I will hold five 1-2-1s and one house meeting by 30 September.” It is a word given, and never counted as "
            "something done."
        ),
        ("four-numbers", "one-to-one"),
    ),
    Term(
        "covenant",
        _("Covenant"),
        _("Promises that bodies make to each other, in one text that all of them sign."),
        ("commitment",),
    ),
    Term(
        "decision-maker",
        _("Decision-maker"),
        _("The person who can say yes. Always a person with a name, never an office or a company as such."),
        ("ask", "power-analysis"),
    ),
    Term("demand", _("Demand"), _("What a campaign wants granted."), ("ask", "campaign")),
    Term(
        "evaluation",
        _("Evaluation"),
        _("Looking back together straight after an action: feelings first, then what we learnt and who grew."),
        ("action",),
    ),
    Term("event", _("Event"), _("Any gathering at a set time, from a training to a stall."), ("action", "training")),
    Term(
        "followed-up",
        _("Followed up"),
        _("What was agreed as the next step has happened. Saying that one will do it is not enough."),
        ("four-numbers",),
    ),
    Term(
        "four-numbers",
        _("Four numbers"),
        _(
            "Pledged: somebody gave their word. Arranged: a day is fixed. Held: it took place. Followed up: what was "
            "agreed then happened. We never add one of them to another."
        ),
        ("conversation-pledge", "followed-up"),
    ),
    Term(
        "group", _("Group"), _("People of one place who act together; groups of a region stand below it."), ("member",)
    ),
    Term(
        "host",
        _("Host"),
        _("Whoever asks people to their home, out of their own friends and street."),
        ("house-meeting",),
    ),
    Term(
        "house-meeting",
        _("House meeting"),
        _(
            "Five to fifteen people in somebody's home, asked by the host, who say what concerns them. At the end "
            "somebody offers to host the next."
        ),
        ("host", "concern"),
    ),
    Term(
        "iron-rule",
        _("Iron rule"),
        _("Never do for others what they can do for themselves. Old advice of organisers, and the hardest to keep."),
        ("organiser",),
    ),
    Term(
        "issue",
        _("Issue"),
        _("A piece of a problem that can be won: it is felt widely, it is clear, and a person can say yes to it."),
        ("problem", "campaign"),
    ),
    Term(
        "job",
        _("Job"),
        _("What somebody took on, and by when. A job without a name waits for somebody."),
        ("event",),
    ),
    Term(
        "keep-safe",
        _("Keep safe"),
        _("Hide somebody who must not be found, at once and everywhere, but from the one person they trust."),
    ),
    Term(
        "keeper",
        _("Keeper"),
        _("Whoever watches over a commitment for those whom it concerns, until it is kept."),
        ("commitment",),
    ),
    Term(
        "kit",
        _("Kit"),
        _("An evening or a campaign that went well, written down so that others can run it in their place."),
        ("campaign", "host"),
    ),
    Term(
        "leader",
        _("Leader"),
        _("Somebody whom others follow. It is no title, and not the busiest of the volunteers."),
        ("organiser",),
    ),
    Term(
        "listening-campaign",
        _("Listening campaign"),
        _("Some weeks of 1-2-1s and house meetings, to hear what many share and to find who could lead."),
        ("theme", "house-meeting"),
    ),
    Term(
        "member",
        _("Member"),
        _("Somebody who joined a group and has a say in it. A supporter has yet to join."),
        ("group",),
    ),
    Term(
        "newcomer",
        _("Newcomer"),
        _("Somebody who came for the first time, signed up or joined within the last thirty days."),
        ("welcome",),
    ),
    Term(
        "organiser",
        _("Organiser"),
        _("Whoever answers for the growth of a group, paid or not, and makes leaders rather than followers."),
        ("leader", "iron-rule"),
    ),
    Term(
        "power-analysis",
        _("Power analysis"),
        _("Working out who decides, whom they listen to, and what we have that matters to them."),
        ("decision-maker",),
    ),
    Term(
        "power-map",
        _("Power map"),
        _("Who has how much say in one decision, and whether they are for it; drawn anew after every action."),
        ("power-analysis", "strategy-chart"),
    ),
    Term(
        "problem",
        _("Problem"),
        _("What hurts, broad and felt by many, such as bad housing. Nobody can say yes to it yet."),
        ("issue",),
    ),
    Term(
        "relationship",
        _("Relationship"),
        _("How two people know each other, told by what they did together. Never a score."),
        ("one-to-one",),
    ),
    Term(
        "research-meeting",
        _("Research meeting"),
        _("Meeting somebody who knows or decides, to learn and not to demand."),
        ("power-analysis",),
    ),
    Term(
        "self-interest",
        _("Self-interest"),
        _("What somebody needs or cares about among others: neither selfish nor selfless."),
        ("one-to-one",),
    ),
    Term(
        "story",
        _("Story"),
        _(
            "What somebody lived through, in the first person. It is theirs: they say who may hear it, and may take "
            "it back."
        ),
        ("concern",),
    ),
    Term("theme", _("Theme"), _("Concerns of several people under one heading."), ("concern", "listening-campaign")),
    Term(
        "strategy-chart",
        _("Strategy chart"),
        _("One page for one person who can say yes: goals, what we put in, who is with us, whom we aim at, steps."),
        ("decision-maker", "power-map"),
    ),
    Term(
        "training",
        _("Training"),
        _("An evening or a weekend in which people learn to organise. A taster is counted apart."),
        ("conversation-pledge",),
    ),
    Term(
        "turnout-pledge",
        _("Turnout pledge"),
        _("“I will bring twelve.” About half of those who say yes will come: so we ask twice as many."),
        ("conversation-pledge",),
    ),
    Term(
        "welcome",
        _("Welcome"),
        _("Whoever joins hears within a week from somebody of their group, by name."),
        ("newcomer",),
    ),
    Term(
        "win",
        _("Win"),
        _("A change that happened: wholly, partly, or for a time. A promise alone is none."),
        ("commitment",),
    ),
    *OF_CAMPAIGNS,
]
BY_KEY = {term.key: term for term in TERMS}
