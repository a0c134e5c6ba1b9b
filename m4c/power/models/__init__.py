"""The tables of power: who decides where, what is on record of them, and who is near them."""

from m4c.power.models.institution import Institution, Office
from m4c.power.models.on_record import PowerFact, Presence
from m4c.power.models.power_load import CouncilControl, PowerLoad
from m4c.power.models.powerholder import Powerholder, PowerholderId, Tenure
from m4c.power.models.research_meeting import ResearchMeeting
from m4c.power.models.site import Site, SiteOwner, SiteState
from m4c.power.models.tie import Acquaintance, Influence

__all__ = [
    "Acquaintance",
    "CouncilControl",
    "Influence",
    "Institution",
    "Office",
    "PowerFact",
    "PowerLoad",
    "Powerholder",
    "PowerholderId",
    "Presence",
    "ResearchMeeting",
    "Site",
    "SiteOwner",
    "SiteState",
    "Tenure",
]
