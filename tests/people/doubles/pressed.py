"""What somebody who is on record twice said to the press, and which notes named them."""

from m4c.campaigns.models import Campaign
from m4c.campaigns.operations.press_item import NewItem, NewQuote, log_press, quote_in_press
from m4c.campaigns.operations.press_note import NewNote, write_press_note
from m4c.people.models import Person
from tests.cast import Cast
from tests.commitments.winning import a_campaign
from tests.factories import NOW, TODAY


def speak(cast: Cast, person: Person, number: int) -> None:
    """Each record's words in an article, and a note to ring them about."""
    name = "Spoken of by two who are one"
    campaign = Campaign.objects.filter(name=name).first() or a_campaign(cast, name)
    item = log_press(
        campaign=campaign, new=NewItem("article", f"Piece {number}", "The Echo", TODAY), at=NOW, by=cast.operator
    )
    said = NewQuote(f"At last {number}", "A neighbour", TODAY, "In writing", person)
    quote_in_press(item=item, new=said, at=NOW, by=cast.operator)
    write_press_note(campaign=campaign, new=NewNote(f"Note {number}", "They rang.", person), at=NOW, by=cast.operator)
