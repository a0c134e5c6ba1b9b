"""The leaflet of a step: what it is about, what we ask for, when and where, who answers for it, and a code to scan."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString

from m4c.campaigns.models import Demand, LadderStep
from m4c.campaigns.press.naming import names_veiled
from m4c.events.models import Event
from m4c.people.models import Account, Imprint
from m4c.people.qr import qr_svg

SIZES = ("a5", "a4")


@dataclass(frozen=True)
class Leaflet:
    """All that the leaflet says. It names the campaign and no powerholder: whoever is named is decided elsewhere."""

    title: str
    problem: str
    demands: list[str]
    event: Event | None
    imprint: Imprint | None
    link: str
    code: SafeString | None


def leaflet_of(step: LadderStep, account: Account, on: date) -> Leaflet:
    """The leaflet of a step as it stands on a day; without an imprint it says who has to write one."""
    campaign = step.campaign
    demands = Demand.objects.visible_to(account).filter(campaign=campaign, ended_on=None)
    event = step.event if step.event and not step.event.is_called_off else None
    link, veil = public_link(step, event), names_veiled([campaign], on)[campaign.pk].veil
    return Leaflet(
        title=veil(campaign.name),
        problem=veil(campaign.public_problem or campaign.problem),
        demands=[veil(demand.words) for demand in demands],
        event=event,
        imprint=Imprint.objects.visible_to(account).shown_by(on).first(),
        link=link,
        code=qr_svg(link) if link else None,
    )


def public_link(step: LadderStep, event: Event | None) -> str:
    """The page that everybody may read of the event, else of the campaign; blank where there is none."""
    if event and event.visibility == Event.Visibility.PUBLIC:
        return settings.SITE_URL + reverse("public-event", kwargs={"uid": event.uid})
    if step.campaign.is_public:
        return settings.SITE_URL + reverse("public-campaign", kwargs={"slug": step.campaign.slug})
    return ""
