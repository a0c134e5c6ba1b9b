"""What strangers can come to for a campaign: its public steps ahead, and the next meetings of its group."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.campaigns.models import Campaign, LadderStep, Truce
from m4c.campaigns.press.public_campaigns import group_named
from m4c.campaigns.press.ways import WAYS, Way
from m4c.events.public import coming_events

MOST = 3


def steps_ahead(campaign: Campaign, now: datetime) -> Iterator[Way]:
    """The campaign's own gatherings ahead, without those that a truce holds, then its group's. Two statements."""
    held = Truce.objects.holding().filter(campaign=campaign).values("step")
    steps = LadderStep.objects.standing().filter(campaign=campaign)
    own = coming_events(now).filter(pk__in=steps.exclude(pk__in=held).values("event"))
    others = (
        coming_events(now)
        .filter(group=campaign.group)
        .exclude(pk__in=steps.filter(event__isnull=False).values("event"))
    )
    found = list(own[:MOST])
    if group_named(campaign.group):
        found += list(others[: MOST - len(found)])
    for event in found:
        moment = date_format(timezone.localtime(event.starts_at), "l j F, H:i")
        where = f", {event.place_for_all}" if event.place_for_all else ""
        url = reverse("public-event", kwargs={"uid": event.uid})
        yield Way(_("Come along: {title}").format(title=event.title), url, f"{moment}{where}")


def register() -> None:
    """Put them on the page."""
    WAYS.add("campaigns.coming", steps_ahead)
