"""Somebody quoted for the press, named to it, and named in what was won: her words and her name go."""

from m4c.campaigns.operations.naming_decision import ask_to_name, decide_to_name
from m4c.campaigns.operations.press_item import NewItem, NewQuote, log_press, quote_in_note, quote_in_press
from m4c.campaigns.operations.press_note import NewNote, write_press_note
from m4c.commitments.operations.win import look_at_win, record_win
from m4c.listening.models.story import Level, Use
from m4c.people.models import Person
from tests.campaigns.press.telling import an_owner, ready
from tests.cast import Cast
from tests.commitments.winning import new_win
from tests.factories import NOW, TODAY
from tests.listening.stories import agreed


def pressed(cast: Cast, person: Person, friend: Person, name: str) -> None:
    """An article with her words and those of her story, a note that names her, and a decision that mentions her."""
    owner, by = an_owner(cast, "The owner of the plot"), cast.organiser
    campaign = ready(cast, owner)
    item = log_press(
        campaign=campaign,
        new=NewItem("article", f"{name} speaks", f"The Echo of {name}", TODAY, name, f"Friend of {name}"),
        at=NOW,
        by=by,
    )
    said = NewQuote(f"I am {name}", name, TODAY, f"{name} wrote", person=person)
    quote_in_press(item=item, new=said, at=NOW, by=by)
    words = f"I am {name} and I stay."
    story = agreed(cast, {Use.PRESS: Level.PRESS}, teller=person, title=f"{name}", words=words)
    quote_in_press(item=item, new=NewQuote(words, name, TODAY, story=story), at=NOW, by=by)
    note = write_press_note(campaign=campaign, new=NewNote(f"{name} asks", f"Ring {name}", person), at=NOW, by=by)
    quote_in_note(
        note=note, new=NewQuote(f"Ask {name}", f"A friend of {name}", TODAY, "Said so", friend), at=NOW, by=by
    )
    asked = ask_to_name(campaign=campaign, powerholder=owner, why=f"{name} knows him", at=NOW, by=by)[0]
    decide_to_name(decision=asked, agreed=False, answer=f"Not before {name} agrees", at=NOW, by=cast.editor)


def won(cast: Cast, person: Person, friend: Person, name: str) -> None:
    """A win whose words name her, and a look at it."""
    words = {"name": f"A ramp for {name}", "change_words": f"{name} gets in", "for_whom": name, "says_who": name}
    more = {"kind": "partial", "missing": f"{name}'s bell", "source": f"{name}'s picture"}
    win = record_win(group=cast.cardiff, new=new_win(**(words | more)), at=NOW, by=cast.organiser)
    look_at_win(win=win, stands="yes", words=f"{name} went in", on=TODAY, at=NOW, by=cast.organiser)
