"""What is on record of power as tests write it: the owner of a derelict site, and the council around it."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from m4c.power.models import (
    Acquaintance,
    Influence,
    Institution,
    Office,
    PowerFact,
    Powerholder,
    Presence,
    ResearchMeeting,
    Site,
    Tenure,
)
from m4c.power.operations.fact import NewFact, add_fact
from m4c.power.operations.institution import NewInstitution, NewOffice, add_institution, add_office
from m4c.power.operations.near import (
    NewLine,
    NewPresence,
    draw_line,
    record_presence,
    say_acquaintance,
)
from m4c.power.operations.powerholder import NewPowerholder, add_powerholder
from m4c.power.operations.research_meeting import WrittenResearch, write_up_research
from m4c.power.operations.site import NewOwner, NewSite, add_site, say_owner, say_state
from m4c.power.operations.tenure import NewTenure, begin_tenure
from tests.cast import Cast
from tests.factories import NOW, TODAY

OWNER = "Anand Kapadia"


def owner_of(cast: Cast, name: str = OWNER, **more: Any) -> Powerholder:
    """A private owner."""
    told = {"is_private_owner": True, "source": "Land register", "source_on": TODAY}
    return add_powerholder(new=NewPowerholder(name=name, **{**told, **more}), by=cast.leader)


def council_of(cast: Cast, name: str = "Cardiff Council", **more: Any) -> Institution:
    """A council."""
    return add_institution(new=NewInstitution(name=name, kind=more.pop("kind", "council"), **more), by=cast.leader)


def office_of(
    cast: Cast, body: Institution | None = None, name: str = "Cabinet member for planning", **more: Any
) -> Office:
    """An office in a council."""
    body = body or Institution.objects.filter(name="Cardiff Council").first() or council_of(cast)
    return add_office(institution=body, new=NewOffice(name=name, **more), by=cast.leader)


def tenure_of(cast: Cast, powerholder: Powerholder, office: Office, **more: Any) -> Tenure:
    """Somebody in an office, since a year ago."""
    told = {"started_on": TODAY - timedelta(days=365), "source": "Council website", "source_on": TODAY}
    return begin_tenure(new=NewTenure(powerholder=powerholder, office=office, **{**told, **more}), by=cast.leader)


def councillor_of(cast: Cast, name: str = "Councillor for Trowbridge", **more: Any) -> Powerholder:
    """Somebody who holds an office."""
    somebody = owner_of(cast, name, is_private_owner=False)
    tenure_of(cast, somebody, office_of(cast, name=more.pop("office", "Cabinet member for planning")), **more)
    return somebody


def site_of(cast: Cast, name: str = "The old supermarket", **more: Any) -> Site:
    """A site that has been derelict for eight years."""
    site = add_site(new=NewSite(name=name, address="Crickhowell Road, St Mellons", **more), by=cast.leader)
    since = timezone.localdate().replace(day=1)
    since = since.replace(year=since.year - 8)  # pages count from the day on which they are looked at
    say_state(site=site, state="derelict", since=since, source="Local newspaper", by=cast.leader)
    return site


def owned_by(cast: Cast, site: Site, owner: Powerholder) -> Any:
    """That it is somebody's."""
    return say_owner(site=site, new=NewOwner(owner=owner, source="Land register"), by=cast.leader)


def new_fact(about: Any, **more: Any) -> NewFact:
    """A fact as it comes from a form."""
    told = {"kind": "asset", "words": "Owns a second shop", "source": "Companies House", "source_on": TODAY}
    return NewFact(about=about, **{"is_public_role": True, **told, **more})


def fact_of(cast: Cast, about: Any, **more: Any) -> PowerFact:
    """A fact that Cardiff gathered."""
    return add_fact(group=cast.cardiff, new=new_fact(about, **more), at=NOW, by=cast.leader)


def presence_of(cast: Cast, powerholder: Powerholder, **more: Any) -> Presence:
    """That somebody came to the church hall, or to an event."""
    where = {} if "event" in more else {"place": "The church hall"}
    new = NewPresence(powerholder=powerholder, on=TODAY, **{**where, **more})
    return record_presence(group=cast.cardiff, new=new, at=NOW, by=cast.organiser)


def line_of(cast: Cast, one: Any, other: Any, **more: Any) -> Influence:
    """A line of influence."""
    told = {"kind": "funds", "strength": "Paid for his election", "source": "Electoral register", "source_on": TODAY}
    return draw_line(new=NewLine(one, other, **{**told, **more}), at=NOW, by=cast.leader)


def known_by(cast: Cast, powerholder: Powerholder, person: Any, how: str = "Their landlord") -> Acquaintance:
    """That one of our people knows somebody."""
    given = {"group": cast.cardiff, "person": person, "powerholder": powerholder, "how": how}
    return say_acquaintance(**given, at=NOW, by=cast.organiser)


def research_of(cast: Cast, powerholder: Powerholder | None = None, **more: Any) -> ResearchMeeting:
    """A research meeting of Cardiff's."""
    told = {"held_on": TODAY, "learnt": "He decides alone", "whom": "" if powerholder else "A planning officer"}
    new = WrittenResearch(powerholder=powerholder, **{**told, **more})
    return write_up_research(group=cast.cardiff, new=new, at=NOW, by=cast.organiser)
