"""Make kits out of what a group ran, mend them, show them to everybody, and write down who ran one where."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, Kit, KitRun
from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS, RUN_CAMPAIGNS
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.slugs import free_slug
from m4c.events.models import Event
from m4c.people.models import Account, Group
from m4c.places.points import points_for


class KitRefused(Refused):
    """The kit would not hold."""


@dataclass(frozen=True)
class NewKit:
    """A kit as it is written: what it is for and how it is done; what it was made of, where it grew out of another."""

    name: str
    what_for: str
    steps: str
    materials: str = ""
    texts: str = ""
    lessons: str = ""
    campaign: Campaign | None = None
    event: Event | None = None
    grew_out_of: Kit | None = None


@dataclass(frozen=True)
class NewRun:
    """A run of a kit: where and when, how many came and what came of it, as far as that is known."""

    place: str
    postcode: str = ""
    on: date | None = None
    came: int | None = None
    words: str = ""
    event: Event | None = None
    taken_from: KitRun | None = None
    is_public: bool = False


@operation(RUN_CAMPAIGNS, on="group")
def make_kit(*, group: Group, new: NewKit, by: Account) -> Kit:
    """Make a kit of a group. Raises KitRefused for a name that stands, words that are missing, or another's records."""
    check(group, new, by)
    kit = Kit(group=group, slug=free_slug(Kit, new.name, "kit"), made_by=by, **values_of(new))
    kit.save()
    return kit


@operation(RUN_CAMPAIGNS, on="kit", public=True)
def change_kit(*, kit: Kit, new: NewKit, by: Account) -> Kit:
    """Put a kit in other words; its public address stays. Raises KitRefused."""
    check(kit.group, new, by, besides=kit)
    change(kit, **values_of(new))
    return kit


@operation(PUBLISH_CAMPAIGNS, on="kit", public=True)
def publish_kit(*, kit: Kit, at: datetime, by: Account) -> Kit:
    """Let everybody read a kit and ask for it. Twice is once."""
    if not kit.published_at or kit.unpublished_at:
        change(kit, published_at=at, unpublished_at=None)
    return kit


@operation(PUBLISH_CAMPAIGNS, on="kit", public=True)
def take_down_kit(*, kit: Kit, at: datetime, by: Account) -> Kit:
    """Take a kit off the public pages; those who took it keep what they took. Twice is once."""
    if kit.published_at and not kit.unpublished_at:
        change(kit, unpublished_at=at)
    return kit


@operation(RUN_CAMPAIGNS, on="group", public=True)
def run_kit(*, group: Group, kit: Kit, new: NewRun, at: datetime, by: Account) -> KitRun:
    """Write down that a group runs a kit in its place. Raises KitRefused for a kit one may not see, or no place."""
    check_run(kit, new, by)
    if not Kit.objects.visible_to(by).filter(pk=kit.pk).exists():
        raise KitRefused(_("This kit is not one that your groups may take."), code="unseen")
    run = KitRun(group=group, kit=kit, added_by=by, added_at=at, **run_values(new))
    run.save()
    return run


@operation(RUN_CAMPAIGNS, on="run", public=True)
def change_run(*, run: KitRun, new: NewRun, by: Account) -> KitRun:
    """Say how a run went, or put it right. Raises KitRefused."""
    check_run(run.kit, new, by)
    values = run_values(new)
    if not new.postcode.strip() and values["place"] == run.place:  # no postcode is kept that could be given again
        values |= {"latitude": run.latitude, "longitude": run.longitude}
    change(run, **values)
    return run


def check(group: Group, new: NewKit, by: Account, besides: Kit | None = None) -> None:
    """Refuse what would not hold."""
    if not new.name.strip() or not new.what_for.strip() or not new.steps.strip():
        raise KitRefused(_("Say what it is called, what it is for and its steps."), code="no_words")
    others = Kit.objects.filter(group=group, name__iexact=new.name.strip())
    if (others.exclude(pk=besides.pk) if besides else others).exists():
        raise KitRefused(_("This group has a kit of that name."), field="name", code="name")
    if new.grew_out_of and new.grew_out_of == besides:
        raise KitRefused(_("A kit does not grow out of itself."), field="grew_out_of", code="itself")
    seen = {"campaign": Campaign, "event": Event, "grew_out_of": Kit}
    for name, model in seen.items():
        of: Any = getattr(new, name)
        is_kept = besides is not None and of == getattr(besides, name)
        if of and not is_kept and not model.objects.visible_to(by).filter(pk=of.pk).exists():  # type: ignore[attr-defined]
            raise KitRefused(_("That is not one that you may see."), field=name, code="unseen")


def check_run(kit: Kit, new: NewRun, by: Account) -> None:
    """Refuse what would not hold."""
    if not new.place.strip():
        raise KitRefused(_("Say where."), field="place", code="no_place")
    if new.event and not Event.objects.visible_to(by).filter(pk=new.event.pk).exists():
        raise KitRefused(_("That is not one that you may see."), field="event", code="unseen")
    if new.taken_from and new.taken_from.kit_id != kit.pk:
        raise KitRefused(_("That run was of another kit."), field="taken_from", code="another_kit")


def values_of(new: NewKit) -> dict[str, Any]:
    """The fields of a kit, without spaces around words."""
    given = {field.name: getattr(new, field.name) for field in fields(new)}
    return {name: value.strip() if isinstance(value, str) else value for name, value in given.items()}


def run_values(new: NewRun) -> dict[str, Any]:
    """The fields of a run, with its point on the map where the postcode has one."""
    point = points_for([new.postcode]).get(new.postcode)
    return {
        "place": new.place.strip(),
        "on": new.on,
        "came": new.came,
        "words": new.words.strip(),
        "event": new.event,
        "taken_from": new.taken_from,
        "is_public": new.is_public,
        "latitude": point.latitude if point else None,
        "longitude": point.longitude if point else None,
    }
