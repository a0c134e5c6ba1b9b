"""Say whose meeting it is, where it is somebody else's: the body, its chair and panel, and who of us speaks."""

from django.utils.translation import gettext_lazy as _

from m4c.core.operations import operation
from m4c.events.models import Event, EventRole, OutsideHost
from m4c.events.operations.event_plan import EventRefused
from m4c.events.operations.part import make_part
from m4c.events.permissions import PLAN_EVENTS
from m4c.people.models import Account, Person
from m4c.people.operations.must_see import must_see


def check_host(kind: str, held_by: str, chair: str) -> None:
    """Raise EventRefused where a body or a chair is named of a meeting of our own, or a chair without a body."""
    if kind != Event.Kind.OTHERS and (held_by or chair):
        raise EventRefused(_("This meeting is our own."), field="held_by", code="our_own")
    if chair and not held_by:
        raise EventRefused(_("Say who holds it."), field="held_by")


@operation(PLAN_EVENTS, on="event", public=True)
def say_whose_meeting(
    *, event: Event, body: str, by: Account, chair: str = "", panel: str = "", speaker: Person | None = None
) -> Event:
    """Write down who holds somebody else's meeting, and who speaks there for us, beside whoever does already.

    `panel` names one a line. Raises EventRefused for a meeting of our own, or without a body.
    """
    must_see([speaker], by)
    if event.kind != Event.Kind.OTHERS:
        raise EventRefused(_("This meeting is our own."), code="our_own")
    if not body.strip():
        raise EventRefused(_("Say who holds it."), field="body")
    names = [name.strip() for name in panel.splitlines() if name.strip()]
    values = {"body": body.strip(), "chair": chair.strip(), "panel": "\n".join(names)}
    OutsideHost.objects.update_or_create(event=event, defaults=values)
    speaks = EventRole.Part.SPEAKER
    if speaker and not EventRole.objects.filter(event=event, part=speaks, person=speaker).exists():
        make_part(event, speaks, "", speaker)
    return event
