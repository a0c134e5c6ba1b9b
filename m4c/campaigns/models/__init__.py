"""The tables of campaigns."""

from m4c.campaigns.models.approach import Approach, ApproachPaper
from m4c.campaigns.models.authorisation import Authorisation
from m4c.campaigns.models.backer import Backer, LetterSignatory, OpenLetter
from m4c.campaigns.models.campaign import Campaign
from m4c.campaigns.models.campaign_job import CampaignJob
from m4c.campaigns.models.campaign_parts import CampaignLead, CampaignOrigin, Demand, Target
from m4c.campaigns.models.case import Evidence, Gift
from m4c.campaigns.models.kit import Kit, KitRun
from m4c.campaigns.models.kit_wish import KitIntroduction, KitWish
from m4c.campaigns.models.ladder import LadderStep
from m4c.campaigns.models.letter_drive import LetterDrive, SupporterLetter
from m4c.campaigns.models.naming import NamingDecision
from m4c.campaigns.models.paper_petition import HandIn, PaperPetition, PetitionSheet
from m4c.campaigns.models.paper_signature import PaperSignature
from m4c.campaigns.models.placement import Placement
from m4c.campaigns.models.press import PressItem, PressNote, PressQuote
from m4c.campaigns.models.silence import ClockPause, SilenceNotice
from m4c.campaigns.models.source_document import Citation, Clause, ClauseInEdition, Edition, SourceDocument
from m4c.campaigns.models.stand_down import StandDown, StoodDown
from m4c.campaigns.models.status_change import StatusChange
from m4c.campaigns.models.strategy import ChartEntry, ChartVersion
from m4c.campaigns.models.truce import Truce

__all__ = [
    "Approach",
    "ApproachPaper",
    "Authorisation",
    "Backer",
    "Campaign",
    "CampaignJob",
    "CampaignLead",
    "CampaignOrigin",
    "ChartEntry",
    "ChartVersion",
    "Citation",
    "Clause",
    "ClauseInEdition",
    "ClockPause",
    "Demand",
    "Edition",
    "Evidence",
    "Gift",
    "HandIn",
    "Kit",
    "KitIntroduction",
    "KitRun",
    "KitWish",
    "LadderStep",
    "LetterDrive",
    "LetterSignatory",
    "NamingDecision",
    "OpenLetter",
    "PaperPetition",
    "PaperSignature",
    "PetitionSheet",
    "Placement",
    "PressItem",
    "PressNote",
    "PressQuote",
    "SilenceNotice",
    "SourceDocument",
    "StandDown",
    "StatusChange",
    "StoodDown",
    "SupporterLetter",
    "Target",
    "Truce",
]
