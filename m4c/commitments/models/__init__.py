"""The tables of asks, answers, commitments, wins and covenants."""

from m4c.commitments.models.answer import Answer, Witness
from m4c.commitments.models.ask import Ask, Pin
from m4c.commitments.models.ask_grid import AskGrid, GridQuestion
from m4c.commitments.models.assembly import Assembly, RollCall, ShowItem
from m4c.commitments.models.changed_terms import Amendment, Inheritance
from m4c.commitments.models.commitment import Commitment, Every, Measure
from m4c.commitments.models.covenant import Covenant, CovenantParty, CovenantText
from m4c.commitments.models.covenant_review import Affiliation, AffiliationStep, CovenantReview
from m4c.commitments.models.following import Follower, PublicName
from m4c.commitments.models.judgement import Judgement, OfficeReply
from m4c.commitments.models.minute import Minute, MinuteCorrection
from m4c.commitments.models.negotiation import Negotiation, NegotiationPart, OtherSide
from m4c.commitments.models.negotiation_paper import TeamPaper
from m4c.commitments.models.progress import EvidenceLink, Progress
from m4c.commitments.models.standing import Standing, Status
from m4c.commitments.models.terms import Condition, ConditionState, DueDate, Milestone
from m4c.commitments.models.win import Win, WinLook

__all__ = [
    "Affiliation",
    "AffiliationStep",
    "Amendment",
    "Answer",
    "Ask",
    "AskGrid",
    "Assembly",
    "Commitment",
    "Condition",
    "ConditionState",
    "Covenant",
    "CovenantParty",
    "CovenantReview",
    "CovenantText",
    "DueDate",
    "Every",
    "EvidenceLink",
    "Follower",
    "GridQuestion",
    "Inheritance",
    "Judgement",
    "Measure",
    "Milestone",
    "Minute",
    "MinuteCorrection",
    "Negotiation",
    "NegotiationPart",
    "OfficeReply",
    "OtherSide",
    "Pin",
    "Progress",
    "PublicName",
    "RollCall",
    "ShowItem",
    "Standing",
    "Status",
    "TeamPaper",
    "Win",
    "WinLook",
    "Witness",
]
