"""What strangers can come to for a campaign: its public steps ahead, and the next meetings of its group."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Exists, OuterRef, Q
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
    """The campaign's own gatherings ahead, without those that a truce holds, then its group's. One statement."""
    steps = LadderStep.objects.filter(campaign=campaign, event=OuterRef("pk"))
    held = Truce.objects.holding().filter(step__in=steps.values("pk"))
    off = steps.exclude(cancelled_at=None)
    whose = Q(is_own=True) | Q(group=campaign.group) if group_named(campaign.group) else Q(is_own=True)
    coming = coming_events(now).annotate(is_own=Exists(steps.standing()), is_held=Exists(held), is_off=Exists(off))
    found = coming.filter(whose, is_held=False, is_off=False).order_by("-is_own", "starts_at", "pk")[:MOST]
    for event in found:
        moment = date_format(timezone.localtime(event.starts_at), "l j F, H:i")
        where = f", {event.place_for_all}" if event.place_for_all else ""
        url = reverse("public-event", kwargs={"uid": event.uid})
        yield Way(_("Come along: {title}").format(title=event.title), url, f"{moment}{where}")


def register() -> None:
    """Put them on the page."""
    WAYS.add("campaigns.coming", steps_ahead)
