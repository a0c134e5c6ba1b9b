"""What others read of evaluations: panels, what is held on a person, what moves with them and what becomes of it."""

from django.utils.translation import gettext_lazy as _

from m4c.events.afterwards import panels
from m4c.events.models import Evaluation
from m4c.people.access.sources import Table, hold
from m4c.people.erasing import goes, mentions
from m4c.people.merging import joined, move
from m4c.people.operations.merging.journal import Journal

QUESTIONS = ("learnt", "grew", "next")
MOST = 20_000  # characters: two long answers have room beside each other


def register() -> None:
    """Register it all."""
    panels.register()
    # Who grew is told of others: it is looked through before it is given.
    always = _("It may tell of others.")
    hold("evaluations", _("What you said of events"), Table(Evaluation, always=always))
    move(Evaluation, "person", key=lambda row: row.event_id, unite=unite)
    goes(Evaluation, "person", _("what they said of events"))
    mentions(Evaluation, "feelings", *QUESTIONS, what=_("their name in what others said of events"))


def unite(journal: Journal, kept: Evaluation, gone: Evaluation) -> bool:
    """Who said twice how an event was, said all of it."""
    most = Evaluation._meta.get_field("feelings").max_length or 0
    feelings = joined(kept.feelings, gone.feelings, most, str(_("how they felt")))
    rest = {name: joined(getattr(kept, name), getattr(gone, name), MOST, str(_("an evaluation"))) for name in QUESTIONS}
    journal.change(kept, feelings=feelings, **rest)
    return True
