"""The tables of people: who they are, how they are reached, where they belong, what they did, and who may see it."""

from m4c.people.models.access_pack import AccessPack, PackDecision, PackOpening
from m4c.people.models.account import Account
from m4c.people.models.account_role import AccountRole
from m4c.people.models.address import Address, Household
from m4c.people.models.birth_band import BirthBand
from m4c.people.models.breach import Breach, BreachStep
from m4c.people.models.call_outcome import CallOutcome
from m4c.people.models.chart_place import ChartPlace
from m4c.people.models.coalition import Delegate, MemberBody
from m4c.people.models.complaint import Complaint, ComplaintStep
from m4c.people.models.consent import Channel, Consent, Purpose
from m4c.people.models.contact_details import PersonEmail, PersonPhone
from m4c.people.models.contact_message import ContactMessage
from m4c.people.models.correction import Correction
from m4c.people.models.device import Device
from m4c.people.models.double import DoubleSuggestion
from m4c.people.models.engagement import Engagement
from m4c.people.models.erasure import Erasure
from m4c.people.models.findable import Findable, NameWord
from m4c.people.models.group import Group
from m4c.people.models.group_birth import GroupOrigin, GroupStage, GroupSupporter
from m4c.people.models.group_document import DocumentVersion, GroupDocument
from m4c.people.models.group_merge import GroupMerge
from m4c.people.models.group_passing import GroupPassing, PassingAsking
from m4c.people.models.group_purpose import GroupPurpose
from m4c.people.models.handing_over import HandedOver, HandingOver
from m4c.people.models.invitation import Invitation
from m4c.people.models.join_request import JoinRequest
from m4c.people.models.leaving import Leaving, LeavingLink
from m4c.people.models.membership import Membership
from m4c.people.models.movement import Movement
from m4c.people.models.name_on_list import NameOnList
from m4c.people.models.next_step import NextStep
from m4c.people.models.note import Note
from m4c.people.models.open_invitation import OpenInvitation
from m4c.people.models.outside_identity import OutsideIdentity
from m4c.people.models.own_data_link import OwnDataLink
from m4c.people.models.own_field import OwnField, OwnValue
from m4c.people.models.people_change import PeopleChange
from m4c.people.models.people_export import PeopleExport
from m4c.people.models.person import Person
from m4c.people.models.person_contact import PersonContact
from m4c.people.models.person_merge import MergeTrace, PersonAlias, PersonMerge
from m4c.people.models.privacy_notice import PrivacyNotice
from m4c.people.models.private_to_give import PrivateToGive
from m4c.people.models.protection import ProtectedLook, Protection
from m4c.people.models.public_words import Imprint, SiteNotice, WhoPays
from m4c.people.models.referral import Referral, ReferralStep
from m4c.people.models.relationship import Relationship
from m4c.people.models.relationship_correction import RelationshipCorrection
from m4c.people.models.request_pause import RequestPause
from m4c.people.models.restriction import Restriction
from m4c.people.models.retention_case import RetentionCase
from m4c.people.models.rights_request import RightsRequest
from m4c.people.models.safety_notice import SafetyNotice
from m4c.people.models.saved_filter import SavedFilter
from m4c.people.models.sheet_import import ImportRow, SheetImport
from m4c.people.models.sign_in_link import SignInLink
from m4c.people.models.sign_up import SignUp
from m4c.people.models.suppression import Suppression
from m4c.people.models.tag import Tag, Tagging
from m4c.people.models.welcome import Welcome

__all__ = [
    "AccessPack",
    "Account",
    "AccountRole",
    "Address",
    "BirthBand",
    "Breach",
    "BreachStep",
    "CallOutcome",
    "Channel",
    "ChartPlace",
    "Complaint",
    "ComplaintStep",
    "Consent",
    "ContactMessage",
    "Correction",
    "Delegate",
    "Device",
    "DocumentVersion",
    "DoubleSuggestion",
    "Engagement",
    "Erasure",
    "Findable",
    "Group",
    "GroupDocument",
    "GroupMerge",
    "GroupOrigin",
    "GroupPassing",
    "GroupPurpose",
    "GroupStage",
    "GroupSupporter",
    "HandedOver",
    "HandingOver",
    "Household",
    "ImportRow",
    "Imprint",
    "Invitation",
    "JoinRequest",
    "Leaving",
    "LeavingLink",
    "MemberBody",
    "Membership",
    "MergeTrace",
    "Movement",
    "NameOnList",
    "NameWord",
    "NextStep",
    "Note",
    "OpenInvitation",
    "OutsideIdentity",
    "OwnDataLink",
    "OwnField",
    "OwnValue",
    "PackDecision",
    "PackOpening",
    "PassingAsking",
    "PeopleChange",
    "PeopleExport",
    "Person",
    "PersonAlias",
    "PersonContact",
    "PersonEmail",
    "PersonMerge",
    "PersonPhone",
    "PrivacyNotice",
    "PrivateToGive",
    "ProtectedLook",
    "Protection",
    "Purpose",
    "Referral",
    "ReferralStep",
    "Relationship",
    "RelationshipCorrection",
    "RequestPause",
    "Restriction",
    "RetentionCase",
    "RightsRequest",
    "SafetyNotice",
    "SavedFilter",
    "SheetImport",
    "SignInLink",
    "SignUp",
    "SiteNotice",
    "Suppression",
    "Tag",
    "Tagging",
    "Welcome",
    "WhoPays",
]
