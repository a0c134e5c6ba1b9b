"""What the page of a campaign told to everybody draws: what happened, the latest so many, with the room between."""

from typing import Any

from m4c.campaigns.press.moments import drawn
from m4c.campaigns.press.told import CampaignTold

MOST = 60  # things that happened, on one page


def context_of(told: CampaignTold) -> dict[str, Any]:
    """What the templates read."""
    shown = told.moments[-MOST:]
    return {"told": told, "drawn": drawn(shown), "earlier": len(told.moments) - len(shown)}
