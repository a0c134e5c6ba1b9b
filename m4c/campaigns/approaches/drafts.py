"""Ready texts for what fits next, in the group's words: the demand, what was asked, and when. Never sent from here."""

from dataclasses import dataclass
from urllib.parse import quote

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.campaigns.approaches.next_step import NextStep
from m4c.campaigns.approaches.reading import Clocked
from m4c.campaigns.models import Approach
from m4c.power.models import Powerholder

DAYS_LEFT = 14


@dataclass(frozen=True)
class Draft:
    """A text to copy, or to open in one's own mail program."""

    step: NextStep
    subject: str
    body: str
    to: str

    @property
    def mailto(self) -> str:
        """The address that opens it in a mail program, with nobody to send it to where no e-mail was looked at."""
        return f"mailto:{quote(self.to)}?subject={quote(self.subject)}&body={quote(self.body)}"


def draft_of(clocked: Clocked, demand: str, group: str) -> Draft | None:
    """The text of what fits next; None where there is nothing to write."""
    approach, step = clocked.approach, clocked.step
    if step is None or step not in TEXTS or clocked.clock is None:
        return None
    facts = {
        "name": approach.powerholder.name,
        "day": date_format(approach.on, "j F Y"),
        "asked": approach.asked.rstrip("."),
        "days": clocked.clock.days,
        "number": len(clocked.before),
        "left": DAYS_LEFT,
        "diverted": approach.diverted_to,
        "channel": approach.get_channel_display(),
    }
    subject, opening, rest = TEXTS[step]()
    wish = _("What we ask for: {demand}") if demand else ""
    parts = [_("Dear {name},"), opening, what_came(approach), wish, rest, _("Yours,") + "\n{group}"]
    facts |= {"demand": demand, "group": group}
    body = "\n\n".join(part.format(**facts) for part in parts if part)
    return Draft(step, subject.format(**facts), body, email_of(approach.powerholder))


def what_came(approach: Approach) -> str:
    """A sentence about what came instead of an answer."""
    if approach.outcome == Approach.Outcome.DIVERTED:
        return _("Our letter was sent on to {diverted}. The decision is yours, so we come back to you.")
    if approach.outcome == Approach.Outcome.ACKNOWLEDGED:
        return _("We were told that it had arrived. We have had no answer to what we asked.")
    if approach.outcome == Approach.Outcome.PARTLY:
        return _("Thank you for the part that you answered. What we asked is not answered yet.")
    return ""


def email_of(powerholder: Powerholder) -> str:
    """The e-mail of the office, once somebody has looked at it: what a table brought may be a home's."""
    return powerholder.email if powerholder.contact_checked_on else ""


def letter() -> tuple[str, str, str]:
    """A first letter, after calls and messages."""
    return (
        _("We would like to meet you"),
        _("We have tried to reach you {number} times, last on {day} by {channel}, to ask: {asked}."),
        _("Please tell us within {left} days when we can meet."),
    )


def second_letter() -> tuple[str, str, str]:
    """A second letter."""
    return (
        _("Our letter of {day}"),
        _("On {day} we asked you: {asked}. In {days} days we have had no answer."),
        _("We would much rather talk than write. Please tell us within {left} days when we can meet."),
    )


def deadline_letter() -> tuple[str, str, str]:
    """A letter that sets a day."""
    return (
        _("Please answer within {left} days"),
        _("On {day} we asked you: {asked}. We have waited for an answer for {days} days."),
        _("Meet us within {left} days. If we hear nothing, we take the next step, in public and together."),
    )


def complaint() -> tuple[str, str, str]:
    """A complaint by the body's own procedure."""
    return (
        _("Complaint: no answer since {day}"),
        _("Please take this as a formal complaint. On {day} we asked: {asked}. In {days} days nobody has answered."),
        _("Please tell us who deals with this complaint, by when, and whom we turn to after that."),
    )


def information_request() -> tuple[str, str, str]:
    """A request under the Freedom of Information Act."""
    return (
        _("Request for information"),
        _("Under the Freedom of Information Act 2000 please send us what you hold about this: {asked}."),
        _(
            "Please include letters, e-mails, minutes and reports since {day}, and who decided that we get no answer. "
            "The Act gives you twenty working days."
        ),
    )


TEXTS = {
    NextStep.LETTER: letter,
    NextStep.SECOND_LETTER: second_letter,
    NextStep.DEADLINE_LETTER: deadline_letter,
    NextStep.COMPLAINT: complaint,
    NextStep.INFORMATION_REQUEST: information_request,
}
