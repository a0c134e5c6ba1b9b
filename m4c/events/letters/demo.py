"""The demo's letters: Manchester's assembly thanks in its own words and reminds the day before."""

from m4c.core.demo import Story
from m4c.events.models import Event, EventLetter
from m4c.events.operations.event_letter import approve_letter, word_letter
from m4c.events.replies.demo import ASSEMBLY

Kind = EventLetter.Kind


def tell(story: Story) -> None:
    """Word the confirmation and the thanks, and let a reminder and the thanks go by the clock."""
    assembly = Event.objects.filter(title=ASSEMBLY).latest("pk")
    words = {
        Kind.CONFIRMATION: "You are coming to the assembly, thank you. There is soup from six, and a room for children."
        "\n\nBring one neighbour: a full hall is what the cabinet member will remember.",
        Kind.THANKS: "Three hundred people, three questions, three answers on the record. Thank you for being one of"
        " them.\n\nWe meet again in two weeks to see what was kept.",
    }
    for kind, said in words.items():
        word_letter(event=assembly, kind=kind, subject="", words=said, at=story.now, by=story.by)
    for kind in (Kind.REMINDER, Kind.THANKS):
        approve_letter(event=assembly, kind=kind, at=story.now, by=story.by)
