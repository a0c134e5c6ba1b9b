"""Our own words of each kind of letter, used where whoever plans an event wrote none; in the language in use."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.events.models import Event, EventLetter
from m4c.people.time_zones import in_zone

Kind = EventLetter.Kind
UNTIL = "\N{EN DASH}"


def own_subject(event: Event, kind: str, *, waits: bool = False) -> str:
    """The subject. Others may see the screen, so of an event that is not open to everybody it says the time alone."""
    if not may_be_named(event):
        return _("About {when}").format(when=when_of(event))
    if waits:
        return _("You are on the waiting list: {event}").format(event=event.title)
    sentences = {
        Kind.CONFIRMATION: _("You are coming: {event}"),
        Kind.REMINDER: _("It is soon: {event}"),
        Kind.CHANGE: _("Something changed: {event}"),
        Kind.CALLED_OFF: _("Called off: {event}"),
        Kind.PLACE: _("There is a place for you: {event}"),
        Kind.THANKS: _("Thank you for coming: {event}"),
        Kind.MISSED: _("We missed you: {event}"),
    }
    return sentences[Kind(kind)].format(event=event.title)


def own_words(kind: str, *, waits: bool = False) -> str:
    """What the letter says between the greeting and the facts of the event."""
    if waits and kind == Kind.CONFIRMATION:
        return _(
            "Thank you for your reply. There is no room left just now, so you are on the waiting list. As soon as there"
            " is a place for you, we write to you."
        )
    sentences = {
        Kind.CONFIRMATION: _("Thank you for your reply: you are coming, and we look forward to it."),
        Kind.REMINDER: _("It is soon. If something came up, please say so, so that somebody else can have your place."),
        Kind.CHANGE: _("Something changed since you said that you are coming. This is how it stands now:"),
        Kind.CALLED_OFF: _("We are sorry: this was called off. You need not do anything."),
        Kind.PLACE: _("A place came free, and it is yours. If you cannot come any more, please give it back."),
        Kind.THANKS: _("Thank you for coming. It was good to have you there, and what you brought made a difference."),
        Kind.MISSED: _("We missed you, and hope that all is well. There will be another time, and you are welcome."),
    }
    return sentences[Kind(kind)]


def may_be_named(event: Event) -> bool:
    """Whether a subject may name an event: everybody may know of it. A house meeting is in somebody's home."""
    return event.visibility == Event.Visibility.PUBLIC and event.kind != Event.Kind.HOUSE_MEETING


def gives_away(event: Event, subject: str) -> bool:
    """Whether a subject names an event, or its group, of which not everybody may know: others may see the screen."""
    said = subject.casefold()
    return not may_be_named(event) and any(name.casefold() in said for name in (event.title, event.group.name))


def when_of(event: Event) -> str:
    """Its day and hour in the movement's own zone: "Thursday 26 November, 19:00"."""
    return date_format(timezone.localtime(event.starts_at), "l j F, H:i")


def time_told(event: Event, zone: str = "") -> str:
    """From when until when, for the letter itself. Of an event held online it says by which clock, GMT or BST, and when
    that is in the reader's own zone.
    """
    starts = timezone.localtime(event.starts_at)
    told = date_format(starts, "l j F Y, H:i")
    if event.ends_at:
        ends = timezone.localtime(event.ends_at)
        told += UNTIL + date_format(ends, "H:i" if ends.date() == starts.date() else "l j F, H:i")
    if not event.link:
        return told
    own = in_zone(zone, event.starts_at) if event.is_online else ""
    return f"{told} ({starts.tzname()}, {own})" if own else f"{told} ({starts.tzname()})"
