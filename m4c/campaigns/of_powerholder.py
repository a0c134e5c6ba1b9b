"""What campaigns tell of a powerholder: target here and backer there, which is normal; what was asked; their copy."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Approach, Backer, Placement, Target
from m4c.campaigns.permissions import SEE_CAMPAIGNS
from m4c.core.panels import Panel
from m4c.core.visibility import Rows
from m4c.people.models import Account
from m4c.power.models import Powerholder
from m4c.power.powerholder_panels import COPY_PARTS, POWERHOLDER_PANELS, CopyPart
from m4c.power.record.copying import Row, rows_of, told

LATEST = 8


def aimed_or_backing(account: Account, powerholder: Powerholder) -> dict[str, Any] | None:
    """The campaigns in which they are a target, and those that they back; None where one may see neither."""
    today = timezone.localdate()
    still = Q(until=None) | Q(until__gt=today)
    targets = Target.objects.visible_to(account).filter(still, powerholder=powerholder).select_related("campaign")
    backed = Backer.objects.visible_to(account).filter(still, powerholder=powerholder).select_related("campaign")
    context: dict[str, Any] = {"targets": list(targets), "backed": list(backed)}
    return context if any(context.values()) else None


def asked(account: Account, powerholder: Powerholder) -> dict[str, Any] | None:
    """The latest approaches to them in campaigns and of groups that one may see; None where there is none."""
    found = Approach.objects.visible_to(account).filter(powerholder=powerholder, struck_at=None)
    rows = list(found.select_related("campaign", "group")[:LATEST])
    return {"approaches": rows} if rows else None


def there(powerholder: Powerholder) -> Rows:
    """Any approach at all."""
    return Rows(Approach, Q(powerholder=powerholder, struck_at=None))


def targets_told(powerholder: Powerholder) -> Sequence[Row]:
    """In which campaigns they are or were aimed at."""
    rows = Target.objects.filter(powerholder=powerholder).select_related("campaign")
    return [[(gettext("Campaign"), str(row.campaign)), *told(row, "kind", "why", "since", "until")] for row in rows]


def approaches_told(powerholder: Powerholder) -> Sequence[Row]:
    """What was asked of them, when, and what they said; by whom of ours is not told."""
    rows = Approach.objects.filter(powerholder=powerholder)
    return rows_of(rows, "on", "channel", "asked", "answer_due", "outcome", "answered_on", "words")


def placements_told(powerholder: Powerholder) -> Sequence[Row]:
    """Where groups put them on a power map, and by which evidence."""
    return rows_of(Placement.objects.filter(powerholder=powerholder), "on", "power", "position", "evidence")


def backing_told(powerholder: Powerholder) -> Sequence[Row]:
    """What they gave to campaigns."""
    return rows_of(Backer.objects.filter(powerholder=powerholder), "gave", "since", "until", "signed_on")


def register() -> None:
    """Put it on their page and into their copy."""
    campaigns = Panel(_("In campaigns"), "campaigns/powerholder_campaigns.html", aimed_or_backing, SEE_CAMPAIGNS, 20)
    POWERHOLDER_PANELS.add("campaigns", campaigns)
    silence = Panel(_("What was asked of them"), "campaigns/powerholder_asked.html", asked, SEE_CAMPAIGNS, 30, there)
    POWERHOLDER_PANELS.add("asked", silence)
    COPY_PARTS.add("targets", CopyPart(_("Campaigns that turn to you"), targets_told, 90))
    COPY_PARTS.add("backing", CopyPart(_("Campaigns that you back"), backing_told, 92))
    COPY_PARTS.add("approaches", CopyPart(_("What was asked of you, and what you answered"), approaches_told, 94))
    COPY_PARTS.add("placements", CopyPart(_("Where groups see you stand"), placements_told, 96))
