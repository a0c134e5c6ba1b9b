"""Write down sites, what they were like from a day on, and who owned them."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.people.models import Account
from m4c.places.models import Area
from m4c.power.models import Institution, Powerholder, Site, SiteOwner, SiteState
from m4c.power.operations.institution import tidy
from m4c.power.operations.powerholder import PowerRefused
from m4c.power.permissions import RECORD_POWER


@dataclass(frozen=True)
class NewSite:
    """A place with an address."""

    name: str
    address: str
    postcode: str = ""
    area: Area | None = None
    about: str = ""


@dataclass(frozen=True)
class NewOwner:
    """Who owned a site over a period, and who says so: a powerholder or an institution."""

    owner: Powerholder | Institution
    source: str
    since: date | None = None
    until: date | None = None
    source_url: str = ""


@operation(RECORD_POWER, on="by")
def add_site(*, new: NewSite, by: Account) -> Site:
    """Write down a site. Raises PowerRefused for one that stands."""
    values = tidy(new)
    check_site(values)
    return Site.objects.create(made_by=by, **values)


@operation(RECORD_POWER, on="by")
def change_site(*, site: Site, new: NewSite, by: Account) -> Site:
    """Put a site right. Raises PowerRefused."""
    values = tidy(new)
    check_site(values, besides=site.pk)
    change(site, **values)
    return site


@operation(RECORD_POWER, on="by")
def say_state(*, site: Site, state: str, since: date, source: str, by: Account, source_url: str = "") -> SiteState:
    """Say what a site was like from a day on, and who says so; for the same day the last word stands. Raises
    PowerRefused.
    """
    words = " ".join(source.split())
    if state not in SiteState.State.values:
        raise PowerRefused(_("Say what it was like."), field="state", code="state")
    if not words:
        raise PowerRefused(_("Say who says so."), field="source", code="no_source")
    given = {"state": state, "source": words, "source_url": source_url, "added_by": by}
    told, _made = SiteState.objects.update_or_create(site=site, since=since, defaults=given)
    return told


@operation(RECORD_POWER, on="by")
def say_owner(*, site: Site, new: NewOwner, by: Account) -> SiteOwner:
    """Say who owned a site over a period. Raises PowerRefused."""
    values = {field.name: getattr(new, field.name) for field in fields(new) if field.name != "owner"}
    values["source"] = " ".join(new.source.split())
    if not values["source"]:
        raise PowerRefused(_("Say who says so."), field="source", code="no_source")
    if new.since and new.until and new.until < new.since:
        raise PowerRefused(_("It ends after it begins."), field="until", code="ends_before")
    whose: dict[str, Any] = whose_is(new.owner)
    return SiteOwner.objects.create(site=site, added_by=by, **whose, **values)


@operation(RECORD_POWER, on="by")
def end_owner(*, owner: SiteOwner, on: date, by: Account) -> SiteOwner:
    """Say until when somebody owned a site. Raises PowerRefused."""
    if owner.since and on < owner.since:
        raise PowerRefused(_("That was before it began."), field="on", code="early")
    change(owner, until=on)
    return owner


def whose_is(one: Powerholder | Institution) -> dict[str, Any]:
    """The field that names a powerholder, or an institution."""
    return {"powerholder": one} if isinstance(one, Powerholder) else {"institution": one}


def check_site(values: dict[str, Any], besides: int = 0) -> None:
    """Raise PowerRefused without an address, or for a site that stands."""
    if not values["address"]:
        raise PowerRefused(_("Where is it? Give its address."), field="address", code="no_address")
    same = Site.objects.filter(name__iexact=values["name"], address__iexact=values["address"])
    if same.exclude(pk=besides).exists():
        raise PowerRefused(_("It is on record already."), field="name", code="taken")
