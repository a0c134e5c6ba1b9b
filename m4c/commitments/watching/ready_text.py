"""The keeper's ready text: what was promised, by when, and what we know, in the group's words. Sent by a person."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.campaigns.approaches.drafts import email_of
from m4c.commitments.models import Commitment, Measure, Progress
from m4c.commitments.watching.notices import Letter, told


def ready_text(commitment: Commitment, latest: Progress | None, on: date) -> Letter:
    """A letter that asks how it stands, on a day. `latest` is the last entry that counts."""
    parts = [
        _("Dear {name},"),
        _("On {day} you promised: “{words}”").format(**told(commitment)),
        due_words(commitment, on),
        what_we_know(commitment, latest),
        _("Please tell us how it stands and what comes next. We would like to report that you kept it."),
        _("Yours,") + "\n" + commitment.group.name,
    ]
    body = "\n\n".join(part.replace("{name}", commitment.powerholder.name) for part in parts if part)
    return Letter(_("What you promised on {day}").format(**told(commitment)), body, email_of(commitment.powerholder))


def due_words(commitment: Commitment, on: date) -> str:
    """By when it is due, in a sentence; blank where nobody knows."""
    due = commitment.due_on or (None if commitment.measure == Measure.ONGOING else commitment.expires_on)
    if due is None:
        return _("It is due: {words}.").format(words=commitment.due_words) if commitment.due_words else ""
    day = date_format(due, "j F Y")
    return (_("It was due on {day}.") if due < on else _("It is due on {day}.")).format(day=day)


def what_we_know(commitment: Commitment, latest: Progress | None) -> str:
    """What was written down last, in a sentence."""
    if latest is None:
        return _("So far we have seen nothing of it.")
    words = latest.words or latest.evidence or str(latest.get_kind_display())
    return _("What we know last is of {day}: {words}").format(day=date_format(latest.on, "j F Y"), words=words)
