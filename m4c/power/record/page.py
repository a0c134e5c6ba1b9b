"""What a powerholder's page reads: their offices and who followed, facts, presence, ties; never our own people's notes.

It asks for the record of one of our own people in one place alone, `own_person`, and takes from it no more than the
name and the address of its page, for who may see that person.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q

from m4c.events.models import Event
from m4c.people.models import Account, Person
from m4c.people.naming import doers_named, names_of
from m4c.power.models import Influence, PowerFact, Powerholder, Presence, ResearchMeeting, Site, SiteOwner, Tenure
from m4c.power.source_age import is_old
from m4c.power.succession import successors

MOST = 100  # of each kind; above it nobody reads the page
Kind = PowerFact.Kind


class Held(NamedTuple):
    """An office that somebody holds or held, and who came after."""

    tenure: Tenure
    is_now: bool
    followers: list[Tenure]
    is_old: bool


class Told(NamedTuple):
    """A fact with who wrote it down, and who withdrew it."""

    fact: PowerFact
    author: str
    withdrawer: str
    is_old: bool


class Came(NamedTuple):
    """Where they came: the event if one may see it; who invited them, blank where that may not be told."""

    presence: Presence
    event: Event | None
    host: str


def offices_of(account: Account, powerholder: Powerholder, today: date) -> list[Held]:
    """All that they hold and held, the latest first, with who followed. Two statements."""
    rows = Tenure.objects.visible_to(account).filter(powerholder=powerholder).select_related("office__institution")
    tenures = list(rows[:MOST])
    next_ones = successors(account, tenures)
    return [held(tenure, next_ones.get(tenure.pk, []), today) for tenure in tenures]


def held(tenure: Tenure, followers: list[Tenure], today: date) -> Held:
    """One of them."""
    begun = tenure.started_on is None or tenure.started_on <= today
    is_now = begun and (tenure.ended_on is None or tenure.ended_on > today)
    return Held(tenure, is_now, followers, is_now and is_old(tenure.source_on, today))


def facts_of(account: Account, about: Q, today: date) -> list[Told]:
    """The facts of somebody or of a body, the latest first, those withdrawn last. Two statements."""
    rows = PowerFact.objects.visible_to(account).filter(about).select_related("site", "added_by", "withdrawn_by")
    facts = sorted(rows[:MOST], key=lambda fact: fact.withdrawn_at is not None)
    names = doers_named(account, [doer for fact in facts for doer in (fact.added_by, fact.withdrawn_by)])
    return [
        Told(
            fact,
            names.get(fact.added_by_id, ""),
            names.get(fact.withdrawn_by_id or 0, ""),
            is_old(fact.source_on, today),
        )
        for fact in facts
    ]


def parted(told: Iterable[Told]) -> tuple[list[Told], list[Told]]:
    """Facts, and the attempts of others."""
    listed = list(told)
    return (
        [one for one in listed if one.fact.kind != Kind.ATTEMPT],
        [one for one in listed if one.fact.kind == Kind.ATTEMPT],
    )


def presence_of(account: Account, powerholder: Powerholder) -> list[Came]:
    """Where they came, the latest first: an event for those who may see it, with nobody who is kept safe. Three
    statements.
    """
    rows = list(Presence.objects.visible_to(account).filter(powerholder=powerholder).select_related("group")[:MOST])
    events = Event.objects.visible_to(account).in_bulk({row.event_id for row in rows if row.event_id})
    seen = Person.objects.visible_to(account).filter(pk__in={row.inviter_id for row in rows if row.inviter_id})
    names = names_of(account, seen.values_list("pk", flat=True))
    return [Came(row, events.get(row.event_id), names.get(row.inviter_id, "")) for row in rows]


class Line(NamedTuple):
    """A line of influence as one end sees it: who is at the other, and those who move that one in turn."""

    line: Influence
    other: Any
    route: str
    beyond: "list[Line]"


class Lines(NamedTuple):
    """Who moves somebody, with who moves those; and whom they move."""

    to_them: list[Line]
    from_them: list[Line]


def lines_of(account: Account, one: Any, today: date) -> Lines:
    """The lines from and to a powerholder or a body that hold, two steps deep towards them. Two statements."""
    field = "powerholder" if isinstance(one, Powerholder) else "institution"
    ends = ("from_powerholder", "from_institution", "to_powerholder", "to_institution")
    holding = Influence.objects.visible_to(account).filter(Q(until=None) | Q(until__gt=today)).select_related(*ends)
    rows = list(holding.filter(Q(**{f"from_{field}": one}) | Q(**{f"to_{field}": one}))[:MOST])
    inward = [row for row in rows if getattr(row, f"to_{field}_id") == one.pk]
    outward = [row for row in rows if getattr(row, f"from_{field}_id") == one.pk]
    people = {row.from_powerholder_id for row in inward if row.from_powerholder_id}
    bodies = {row.from_institution_id for row in inward if row.from_institution_id}
    further = holding.filter(Q(to_powerholder__in=people) | Q(to_institution__in=bodies))
    further = further.exclude(Q(**{f"from_{field}": one}))
    beyond = [line(row, "from") for row in (further[:MOST] if inward else ())]
    return Lines(
        [line(row, "from", [far for far in beyond if leads_to(far.line, row)]) for row in inward],
        [line(row, "to") for row in outward],
    )


def line(row: Influence, end: str, beyond: "list[Line] | None" = None) -> Line:
    """A line seen from its other end."""
    powerholder = getattr(row, f"{end}_powerholder")
    other = powerholder or getattr(row, f"{end}_institution")
    return Line(row, other, "powerholder" if powerholder else "institution", beyond or [])


def leads_to(far: Influence, near: Influence) -> bool:
    """Whether a line ends where another begins."""
    return (far.to_powerholder_id, far.to_institution_id) == (near.from_powerholder_id, near.from_institution_id)


def research_with(account: Account, powerholder: Powerholder) -> Any:
    """Research meetings with them, of one's groups."""
    return ResearchMeeting.objects.visible_to(account).filter(powerholder=powerholder).select_related("group")[:MOST]


def sites_of(account: Account, about: Q, today: date) -> Any:
    """Sites that somebody owns, with their state on that day."""
    owning = SiteOwner.objects.visible_to(account).filter(about, Q(until=None) | Q(until__gt=today))
    return Site.objects.visible_to(account).filter(pk__in=owning.values("site")).with_state(today)[:MOST]


def own_person(account: Account, powerholder: Powerholder) -> Person | None:
    """Who of our own people they are, for who may see that person; None for everybody else, as if they were nobody."""
    if powerholder.person_id is None:
        return None
    found: Person | None = Person.objects.visible_to(account).filter(pk=powerholder.person_id).first()
    return found
