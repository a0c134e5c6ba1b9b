"""The case of the derelict site in the demo: evidence, a strategy that promised it three times, backers, a letter."""

import io
from datetime import date, timedelta
from typing import Any

from m4c.campaigns.models import Campaign
from m4c.campaigns.operations.backer import NewBacker, add_backer, name_backer
from m4c.campaigns.operations.evidence import NewEvidence, add_evidence, publish_evidence
from m4c.campaigns.operations.open_letter import NewLetter, NewSignatory, sign_open_letter, write_open_letter
from m4c.campaigns.operations.source_document import (
    NewClause,
    NewDocument,
    add_clause,
    add_document,
    add_edition,
    cite_clause,
    repeat_clause,
)
from m4c.core.demo import Story
from m4c.people.documents.files import take_file
from m4c.people.models import Account

PRICES = "What,Here (petrol station),Rumney (supermarket)\nBread,1.75,1.05\nMilk,1.60,1.10\nNappies,9.50,5.80\n"
EVIDENCE = (  # kind, what it shows, in words, source, so many days ago, may be public
    (
        "survey",
        "A loaf costs 70 pence more here than in Rumney",
        "Twelve things that every home needs, priced in one morning by six of us: 43 per cent dearer.",
        "Our own price survey",
        140,
        True,
    ),
    (
        "foi",
        "The council was called to the site 61 times in five years",
        "Rats 22, fires 9, fly-tipping 30. No notice was ever served.",
        "Answer of Cardiff Council to our information request",
        110,
        True,
    ),
    (
        "photos",
        "The back wall leans over the path to the school",
        "Taken each Monday for ten weeks.",
        "Parents of the primary school",
        75,
        False,
    ),
)
BACKERS = (  # name, kind, what they gave, so many days ago, signed so many days ago, in public
    ("St Mellons parish church", "faith", "The hall for every meeting, and 200 chairs", 300, 180, True),
    ("Cardiff Trades Council", "union", "1,000 leaflets, printed", 210, 180, True),
    (
        "Beacon housing co-operative",
        "service",
        "A sketch of 24 homes above a shop, drawn for nothing",
        160,
        None,
        False,
    ),
    ("The corner café", "business", "Tea at the Saturday stall", 120, 95, True),
    ("The Assembly Member for the area", "politician", "Wrote to the owner, and came to two meetings", 280, None, True),
)
LETTER = (
    "Dear Mr Kapadia,\n\nYou own the old supermarket on Crickhowell Road. We live, work, teach and pray beside it. "
    "For eight years it has brought us rats, fires and a walk of forty minutes for a pint of milk.\n\n"
    "Sit down with us. We want homes there, and a shop, and we want to agree them with you."
)
SIGNED = (  # name, what they are, for which body, in public
    ("Carys Penhallow", "Head teacher", "the primary school", True),
    ("Dr Imtiaz Rahim-Lloyd", "Doctor", "the surgery on the square", True),
    ("", "", "St Mellons parish church", True),
    ("Eirlys Bowen-Carter", "Lives opposite", "", False),
)


def make_case(story: Story, homes: Campaign, by: Account) -> None:
    """All of it, each on its day."""
    gather(story, homes, by)
    cite(story, homes, by)
    back(story, homes, by)


def gather(story: Story, homes: Campaign, by: Account) -> None:
    """Evidence; the survey comes with its table."""
    for kind, title, words, source, ago, is_public in EVIDENCE:
        file = take_file(io.BytesIO(PRICES.encode()), "prices.csv") if kind == "survey" else None
        who = story.shelf["cast"]["Bethan"] if kind == "survey" else None
        new = NewEvidence(kind, title, day(story, ago), source, words, gathered_by=who)
        row = add_evidence(campaign=homes, new=new, given=file, at=story.now - timedelta(days=ago), by=by)
        if is_public:
            publish_evidence(evidence=row, is_public=True, by=by)


def cite(story: Story, homes: Campaign, by: Account) -> None:
    """The council's strategy of 1998, whose fourth objective two more editions repeat."""
    body = story.shelf.get("council")
    given: dict[str, Any] = {"campaign": homes, "by": by}
    at = story.now - timedelta(days=100)
    new = NewDocument("Strategy for empty property", body, "" if body else "Cardiff Council")
    strategy = add_document(new=new, **given)
    first, second, third = (add_edition(document=strategy, year=year, at=at, **given) for year in (1998, 2003, 2008))
    words = (
        "Bring every building that stands empty for more than two years back into use, or serve notice on its owner."
    )
    objective = add_clause(new=NewClause("4", words, first, "objective"), at=at, **given)
    repeat_clause(clause=objective, edition=second, **given)
    repeat_clause(clause=objective, edition=third, number_there="6", **given)
    cite_clause(clause=objective, words="They promised it three times. We ask for it once.", at=at, **given)


def back(story: Story, homes: Campaign, by: Account) -> None:
    """Who stands behind it, and the open letter."""
    for name, kind, gave, ago, signed, is_public in BACKERS:
        signed_on = day(story, signed) if signed else None
        new = NewBacker(name, kind, day(story, ago), gave, signed_on)
        row = add_backer(campaign=homes, new=new, at=story.now - timedelta(days=ago), by=by)
        if is_public:
            name_backer(backer=row, is_public=True, by=by)
    title, opened_on = "Sit down with us", day(story, 80)
    whom = story.shelf.get("powerholder")
    written = NewLetter(title, LETTER, opened_on, whom, to_whom="Mr Anand Kapadia")
    letter = write_open_letter(campaign=homes, new=written, by=by)
    for number, (name, role, body, agrees) in enumerate(SIGNED):
        signatory = NewSignatory(opened_on + timedelta(days=number), name, role, body, agrees=agrees)
        sign_open_letter(letter=letter, new=signatory, at=story.now - timedelta(days=70), by=by)


def day(story: Story, ago: int) -> date:
    """So many days ago."""
    return story.today - timedelta(days=ago)
