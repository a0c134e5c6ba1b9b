"""How people's own records come along when a group becomes part of another."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.people.groups.merging import Step, end, follows, register_step, stays
from m4c.people.models import (
    AccountRole,
    Breach,
    CallOutcome,
    ChartPlace,
    Complaint,
    ContactMessage,
    Engagement,
    Erasure,
    Group,
    GroupDocument,
    GroupMerge,
    GroupOrigin,
    GroupPassing,
    GroupPurpose,
    GroupStage,
    GroupSupporter,
    HandingOver,
    Invitation,
    Membership,
    Movement,
    NextStep,
    Note,
    PersonContact,
    Protection,
    Referral,
    Relationship,
    RetentionCase,
    RightsRequest,
    SavedFilter,
    SheetImport,
    SignUp,
    Tag,
    Welcome,
)
from m4c.people.operations import group_joining as joining

OPEN = Q(ended_on=None)


def register() -> None:
    """Tell what of people's own moves, and what stays."""
    register_step(Step(Group, "parent", joining.groups_below, _("groups below it")))
    register_step(Step(Membership, "group", joining.memberships, _("memberships")))
    register_step(Step(AccountRole, "group", joining.account_roles))
    register_step(Step(Invitation, "group", joining.invitations))
    follows(Note, title=_("notes"))
    follows(Relationship, key=("person_id", "other_id", "kind"), among=OPEN, unite=end, title=_("relationships"))
    follows(NextStep, title=_("next steps"))
    follows(CallOutcome)
    follows(Tag, key=("folded",), unite=joining.unite_tags, title=_("tags"))
    follows(Welcome, key=("person_id",), among=Q(welcomed_at=None), unite=joining.unite_welcomes, title=_("welcomes"))
    follows(GroupDocument, title=_("documents"))
    follows(Engagement)
    follows(Protection)
    follows(Referral)
    follows(ContactMessage, title=_("messages"))
    follows(Complaint, title=_("complaints"))
    follows(SheetImport, title=_("sheets brought in"))
    follows(SignUp)
    register_step(Step(GroupPassing, "into", joining.passings))
    of_keeping_in_touch()
    of_what_the_law_asks()
    for own in (GroupPurpose, GroupStage, GroupOrigin, GroupSupporter, GroupPassing, Movement):
        stays(own)  # how it came to be and how it ended is its own; the movement itself becomes part of nothing
    for model, field in (
        (GroupOrigin, "earlier"),
        (GroupSupporter, "body"),
        (GroupMerge, "gone"),
        (GroupMerge, "kept"),
    ):
        stays(model, field)


def of_keeping_in_touch() -> None:
    """Who stays in touch with whom, who is handed over, the chart, and saved filters."""
    follows(PersonContact, key=("person_id",), among=OPEN)
    follows(HandingOver, key=("person_id",), among=Q(called_off_at=None, ended_at=None), title=_("people handed over"))
    on_chart = Q(taken_off_at=None)
    follows(ChartPlace, key=("folded_row", "folded_name", "kind"), among=on_chart, title=_("places on the chart"))
    follows(SavedFilter, title=_("saved filters"))


def of_what_the_law_asks() -> None:
    """Requests, erasures, cases of keeping, and breaches."""
    for model in (Breach, Erasure, RetentionCase, RightsRequest):
        follows(model)
