"""Press in the demo: what was written about the derelict site, a note that is held, and the page everybody can read."""

from datetime import date, timedelta

from m4c.campaigns.models import Campaign
from m4c.campaigns.operations.naming_decision import ask_to_name
from m4c.campaigns.operations.press_item import NewItem, NewQuote, log_press, quote_in_note, quote_in_press
from m4c.campaigns.operations.press_note import NewNote, release_press_note, write_press_note
from m4c.campaigns.operations.public_page import PageWords, publish_campaign, word_public_page
from m4c.campaigns.press.filled_in import note_of
from m4c.core.demo import Story
from m4c.people.models import Account, Person

PROBLEM = (
    "Eight years I have walked past that wreck. Nowhere to buy bread and milk, and the rats come at dusk. My girl"
    " started school and finished it beside a fence."
)
THIS_WEEK = "Bring one neighbour to the meeting, and one photograph of the site from your own window."
ITEMS = (  # kind, title, outlet, days after the picket, author, their roles, ours
    ("article", "Ten minutes of leaflets end eight years of silence", "Cardiff East Observer", 3, "", "", False),
    ("broadcast", "Residents meet the owner of a derelict site", "Radio Rhymney", 5, "", "", False),
    (
        "blog",
        "What a picket is for, and what it is not",
        "A vicar's notebook",
        6,
        "The vicar of the parish",
        "Vicar, and one of our members",
        True,
    ),
)
SAID = "I brought my knitting, because I thought it would take all day."
AGREED = "On the telephone, after the words were read to her"
WHY_NAMED = "He alone decides, and speaks to the papers about it himself."


def tell(story: Story) -> None:
    """All of it, where the campaign is on the shelf."""
    campaign: Campaign | None = story.shelf.get("campaign")
    if campaign is None:
        return
    cast: dict[str, Person] = story.shelf["cast"]
    by = Account.objects.get(person=cast["Siân"])
    log(story, campaign, by)
    note(story, campaign, by, cast["Bethan"])
    words = PageWords(PROBLEM, THIS_WEEK, cast["Bethan"])
    word_public_page(campaign=campaign, words=words, by=by)
    if owner := story.shelf.get("powerholder"):
        ask_to_name(campaign=campaign, powerholder=owner, why=WHY_NAMED, at=story.now, by=by)
    publish_campaign(campaign=campaign, at=story.now, by=by)


def log(story: Story, campaign: Campaign, by: Account) -> None:
    """What was published after the picket, with a neighbour's words."""
    saturday = picket_on(story)
    for kind, title, outlet, days, author, roles, is_ours in ITEMS:
        on = min(saturday + timedelta(days=days), story.today)
        new = NewItem(kind, title, outlet, on, author, roles, is_ours)
        item = log_press(campaign=campaign, new=new, at=story.now, by=by)
        if kind == "article":
            said = NewQuote(SAID, "A neighbour, 71", on, AGREED)
            quote_in_press(item=item, new=said, at=story.now, by=by)


def note(story: Story, campaign: Campaign, by: Account, contact: Person) -> None:
    """One note that went out before the picket, and one that is held until the plans are shown."""
    step = story.shelf.get("step")
    sent = note_of(campaign, step, story.now)
    first = NewNote(sent["headline"], sent["words"], contact, step=step)
    gone = write_press_note(campaign=campaign, new=first, at=story.now - timedelta(days=16), by=by)
    release_press_note(note=gone, at=story.now - timedelta(days=15), by=by)
    told = note_of(campaign, None, story.now)
    hour = (story.now + timedelta(days=3)).replace(hour=6, minute=0, second=0, microsecond=0)
    held = NewNote("Plans for St Mellons: residents see them first", told["words"], contact, hour)
    written = write_press_note(campaign=campaign, new=held, at=story.now, by=by)
    quote_in_note(note=written, new=NewQuote(SAID, "A neighbour, 71", story.today, AGREED), at=story.now, by=by)


def picket_on(story: Story) -> date:
    """The Saturday of the picket."""
    known: date | None = story.shelf.get("picket_on")
    return known or story.today - timedelta(days=(story.today.weekday() - 5) % 7 + 7)
