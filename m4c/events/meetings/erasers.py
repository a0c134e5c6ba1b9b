"""What becomes of meetings and jobs on erasure: what a group decided stays, without the name of whoever is erased."""

from django.utils.translation import gettext_lazy as _

from m4c.events.models import AgendaItem, Decision, Job, Minutes
from m4c.people.erasing import mentions, nameless


def register() -> None:
    """Tell what becomes of these rows."""
    nameless(Job, "taken_by", _("jobs that they took on"), _("What a group has to do is its own."))
    said = _("their name in what a meeting wrote down")
    mentions(Job, "what", what=said)
    mentions(AgendaItem, "title", "notes", what=said)
    mentions(Decision, "words", what=said)
    mentions(Minutes, "amendments", what=said)
