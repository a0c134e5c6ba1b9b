"""What the page of an event shows of its plan, as far as the account may see it: in a constant number of statements."""

from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import QuerySet
from django.utils.translation import get_language

from m4c.core.prepared import prepared
from m4c.events.models import AccessNeed, CoHost, Event, EventRole, OutsideHost
from m4c.people.models import Account, Group
from m4c.places.models import Kind
from m4c.places.resolver import resolve

A_DAY = 24 * 60 * 60
TOLD_OF = (Kind.WARD, Kind.COUNCIL)  # enough to know where a postcode is


@dataclass(frozen=True)
class Plan:
    """Who holds an event, who does what, what it offers, where its postcode lies, and its neighbours in a series."""

    co_hosts: list[Group]
    outside_host: OutsideHost | None
    parts: list[EventRole]
    access: list[str]
    lies_in: str
    before: Event | None = None
    after: Event | None = None

    @property
    def waiting(self) -> list[EventRole]:
        """Parts that nobody has taken yet."""
        return [role for role in self.parts if role.person_id is None]

    @property
    def given(self) -> list[EventRole]:
        """Parts that somebody does."""
        return [role for role in self.parts if role.person_id is not None]


def plan_of(account: Account, event: Event) -> Plan:
    """The plan of an event that the account may see."""
    before, after = neighbours(account, event) if event.series_id else (None, None)
    return Plan(
        co_hosts=[host.group for host in hosts_of(account, event.pk)],
        outside_host=outside_host(account, event),
        parts=sorted(parts_of(account, event.pk), key=lambda role: EventRole.Part.values.index(role.part)),
        access=[str(AccessNeed(need).label) for need in event.access if need in AccessNeed.values],
        lies_in=place_names(event.postcode_told) if event.postcode_told else "",
        before=before,
        after=after,
    )


@prepared
def hosts_of(account: Account, event: int) -> QuerySet[CoHost]:
    """Whose groups hold it too."""
    return CoHost.objects.visible_to(account).filter(event=event).select_related("group")


@prepared
def parts_of(account: Account, event: int) -> QuerySet[EventRole]:
    """Its parts, and who does them."""
    return EventRole.objects.visible_to(account).filter(event=event).select_related("person")


def outside_host(account: Account, event: Event) -> OutsideHost | None:
    """Whose meeting it is, where it is somebody else's."""
    if event.kind != Event.Kind.OTHERS:
        return None
    return OutsideHost.objects.visible_to(account).filter(event=event).first()


def neighbours(account: Account, event: Event) -> tuple[Event | None, Event | None]:
    """The events of its series before and after this one that take place."""
    others = Event.objects.visible_to(account).filter(series=event.series_id, cancelled_at=None)
    after = others.later_than(event).order_by("starts_at", "pk").first()
    return others.earlier_than(event).order_by("-starts_at", "-pk").first(), after


def place_names(postcode: str) -> str:
    """The ward and the council that a postcode surely lies in, in the reader's language; kept for a day."""
    key = f"events:lies-in:{get_language()}:{postcode.replace(' ', '')}"
    kept: str | None = cache.get(key)
    if kept is None:
        found = resolve(postcode).findings
        sure = [found[kind] for kind in TOLD_OF if kind in found and found[kind].certain]
        kept = ", ".join(finding.area.name for finding in sure)
        cache.set(key, kept, A_DAY)
    return kept
