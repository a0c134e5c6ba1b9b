"""An assembly: made on an event of that kind, its roll call by body, the meeting after it, and its end."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign
from m4c.commitments.models import Assembly, RollCall, ShowItem
from m4c.commitments.operations.named import must_see_campaign
from m4c.commitments.operations.negotiation import event_of, next_meeting, whom_to_ask
from m4c.commitments.permissions import NEGOTIATE
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.events.models import Event
from m4c.events.operations.event import NewEvent
from m4c.people import ledger
from m4c.people.models import Account, Group
from m4c.people.operations.must_see import must_see

MOST = 30_000  # who could come from one body


class AssemblyRefused(Refused):
    """The assembly cannot be set up, or held, like that."""


@dataclass(frozen=True)
class NewAssembly:
    """An assembly: its event, which is there or is made with it, and what it is called on the sheets."""

    event: Event | NewEvent
    name: str
    campaign: Campaign | None = None
    uid: UUID | None = None


@operation(NEGOTIATE, on="group")
def make_assembly(*, group: Group, new: NewAssembly, at: datetime, by: Account) -> Assembly:
    """Set up an assembly on an event of that kind; the same uid twice is one. Raises AssemblyRefused."""
    if new.uid and (known := Assembly.objects.filter(uid=new.uid).first()):
        if known.group_id != group.pk or known.name != new.name.strip():
            raise AssemblyRefused(_("That cannot be written down."), code="other_content")
        return known
    must_see_campaign(new.campaign, by)
    if not new.name.strip():
        raise AssemblyRefused(_("Say what it is called."), field="name", code="no_name")
    must_see([whom_to_ask(new.event)], by)
    event = event_of(group, new.event, Event.Kind.ASSEMBLY, by)
    if Assembly.objects.filter(event=event).exists():
        raise AssemblyRefused(_("That event has its run of show already."), field="event", code="twice")
    assembly = Assembly(
        group=group,
        event=event,
        campaign=new.campaign,
        name=new.name.strip(),
        made_by=by,
        made_at=at,
        **({"uid": new.uid} if new.uid else {}),
    )
    assembly.save(force_insert=True)
    return assembly


@operation(NEGOTIATE, on="assembly")
def word_assembly(*, assembly: Assembly, name: str, campaign: Campaign | None, at: datetime, by: Account) -> Assembly:
    """Say anew what it is called, and of which campaign it is. Raises AssemblyRefused."""
    if not name.strip():
        raise AssemblyRefused(_("Say what it is called."), field="name", code="no_name")
    if campaign != assembly.campaign:
        must_see_campaign(campaign, by)
    change(assembly, name=name.strip(), campaign=campaign)
    return assembly


@operation(NEGOTIATE, on="assembly")
def call_roll(
    *,
    assembly: Assembly,
    body: Group | None = None,
    words: str = "",
    number: int | None = None,
    says_who: str = "",
    at: datetime,
    by: Account,
) -> RollCall:
    """Write down that a body answered the roll call, and how many of it were there; said anew, it is put right.
    Raises AssemblyRefused.
    """
    called = words.strip() or (body.name if body else "")
    if not called:
        raise AssemblyRefused(_("Say which body."), field="words", code="no_body")
    if body and not Group.objects.visible_to(by).filter(pk=body.pk).exists():
        raise AssemblyRefused(_("There is no such group among those you see."), field="body", code="unseen")
    if number is not None and not 0 <= number <= MOST:
        raise AssemblyRefused(_("So many did not come."), field="number", code="number")
    given = {"body": body, "number": number, "says_who": says_who.strip(), "by": by, "at": at}
    row, is_new = RollCall.objects.get_or_create(assembly=assembly, body_words=called, defaults=given)
    if not is_new:
        change(row, **given)
    return row


@operation(NEGOTIATE, on="assembly")
def strike_roll_call(*, assembly: Assembly, row: RollCall, by: Account) -> Assembly:
    """Take a body off the roll that was called in error. Raises AssemblyRefused."""
    if row.assembly_id != assembly.pk:
        raise AssemblyRefused(_("That roll is of another assembly."), code="other")
    row.delete()
    return assembly


@operation(NEGOTIATE, on="assembly")
def fix_meeting_after(*, assembly: Assembly, new: NewEvent, at: datetime, by: Account) -> Assembly:
    """Fix the meeting that follows while everybody is in the room. Raises NegotiationRefused, EventRefused."""
    must_see([new.contact], by)
    change(assembly, follow_up=next_meeting(assembly.group, assembly.event, new, by))
    return assembly


@operation(NEGOTIATE, on="assembly")
def close_assembly(*, assembly: Assembly, at: datetime, by: Account) -> Assembly:
    """Say that it was held: who led something of it stands in the ledger. Twice is once. Raises AssemblyRefused."""
    if assembly.event.starts_at > at:
        raise AssemblyRefused(_("It is still to come."), code="to_come")
    if assembly.closed_at is None:
        change(assembly, closed_at=at)
        ledger.write(ShowItem.objects.filter(assembly=assembly))
    return assembly
