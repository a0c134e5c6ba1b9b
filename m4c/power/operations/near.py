"""Who is near a powerholder: presence at what is ours, lines of influence, and who of our own people knows them."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.events.models import Event
from m4c.people.models import Account, Group, Person
from m4c.people.operations.must_see import must_see
from m4c.power.models import Acquaintance, Influence, Institution, Powerholder, Presence, Tenure
from m4c.power.operations.powerholder import PowerRefused
from m4c.power.operations.site import whose_is
from m4c.power.permissions import RECORD_POWER

End = Powerholder | Institution


@dataclass(frozen=True)
class NewPresence:
    """A powerholder at an event or a place of ours, and what they were then."""

    powerholder: Powerholder
    on: date
    event: Event | None = None
    place: str = ""
    inviter: Person | None = None
    tenure: Tenure | None = None
    office_then: str = ""
    party: str = ""
    camp: str = ""
    said: str = ""
    source: str = ""


@dataclass(frozen=True)
class NewLine:
    """A line of influence: from whom to whom, of what kind, how strong in words, and who says so."""

    source_end: End
    target_end: End
    kind: str
    source: str
    source_on: date
    strength: str = ""
    since: date | None = None
    until: date | None = None
    source_url: str = ""


@operation(RECORD_POWER, on="group")
def record_presence(*, group: Group, new: NewPresence, at: datetime, by: Account) -> Presence:
    """Write down that a powerholder came; what they held that day is kept in words. Raises PowerRefused, Unseen."""
    must_see([new.inviter], by)
    values = {field.name: getattr(new, field.name) for field in fields(new)}
    values = {name: " ".join(value.split()) if isinstance(value, str) else value for name, value in values.items()}
    if not (new.event or values["place"]):
        raise PowerRefused(_("Say where: an event of ours, or a place."), field="place", code="nowhere")
    if new.event:
        if not (by.system or Event.objects.visible_to(by).filter(pk=new.event.pk).exists()):
            raise PowerRefused(_("There is no such event."), field="event", code="no_event")
        if Presence.objects.filter(powerholder=new.powerholder, event=new.event).exists():
            raise PowerRefused(_("They are written down for it already."), field="event", code="twice")
    tenure = new.tenure or Tenure.objects.filter(powerholder=new.powerholder).on(new.on).first()
    if tenure:
        words = f"{tenure.office.name}, {tenure.office.institution.name}"[:160]
        then = {"office_then": values["office_then"] or words, "party": values["party"] or tenure.party}
        values |= then | {"tenure": tenure}
    return Presence.objects.create(group=group, added_by=by, added_at=at, **values)


@operation(RECORD_POWER, on="presence")
def take_presence_back(*, presence: Presence, by: Account) -> Presence:
    """Take back that somebody came, where that was a mistake; the audit keeps that it was said."""
    Presence.objects.filter(pk=presence.pk).delete()
    return presence


@operation(RECORD_POWER, on="by")
def draw_line(*, new: NewLine, at: datetime, by: Account) -> Influence:
    """Draw a line of influence. Raises PowerRefused."""
    if new.kind not in Influence.Kind.values:
        raise PowerRefused(_("Say what kind of influence it is."), field="kind", code="kind")
    if new.source_end == new.target_end:
        raise PowerRefused(_("A line leads from one to another."), field="other", code="itself")
    if not new.source.strip():
        raise PowerRefused(_("Say who says so."), field="source", code="no_source")
    if new.since and new.until and new.until < new.since:
        raise PowerRefused(_("It ends after it begins."), field="until", code="ends_before")
    ends = {f"from_{name}": one for name, one in whose_is(new.source_end).items()}
    ends |= {f"to_{name}": one for name, one in whose_is(new.target_end).items()}
    told = {name: getattr(new, name) for name in ("kind", "source", "source_on", "since", "until", "source_url")}
    return Influence.objects.create(strength=" ".join(new.strength.split()), added_by=by, added_at=at, **ends, **told)


@operation(RECORD_POWER, on="by")
def end_line(*, line: Influence, on: date, by: Account) -> Influence:
    """Say until when a line of influence held. Raises PowerRefused."""
    if line.since and on < line.since:
        raise PowerRefused(_("That was before it began."), field="on", code="early")
    change(line, until=on)
    return line


@operation(RECORD_POWER, on="group")
def say_acquaintance(
    *, group: Group, person: Person, powerholder: Powerholder, how: str, at: datetime, by: Account
) -> Acquaintance:
    """Write down that one of our people knows a powerholder; said again by the same group, the newer words stand, and
    another group's are never touched. Raises PowerRefused, Unseen.
    """
    must_see([person], by)
    words: dict[str, Any] = {"how": " ".join(how.split())}
    if not words["how"]:
        raise PowerRefused(_("Say how they know them, in words."), field="how", code="no_words")
    same = Acquaintance.objects.filter(group=group, person=person, powerholder=powerholder, ended_on=None)
    if standing := same.first():
        change(standing, **words)
        return standing
    return Acquaintance.objects.create(
        group=group, person=person, powerholder=powerholder, added_by=by, added_at=at, **words
    )


@operation(RECORD_POWER, on="acquaintance")
def end_acquaintance(*, acquaintance: Acquaintance, on: date, by: Account) -> Acquaintance:
    """Say that they know each other no more, or would rather not be asked."""
    change(acquaintance, ended_on=on)
    return acquaintance
