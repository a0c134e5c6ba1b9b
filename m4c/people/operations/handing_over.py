"""Begin a handing over, carry it on without whoever leaves, call it off, and end it with their roles and sessions."""

from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import NotAllowed, Refused
from m4c.core.operations import change, change_many, operation
from m4c.core.visibility import scopes_of
from m4c.people.followers import roles_changed
from m4c.people.handing_over.walk import LEADING, roles_that_end, still_to_hand_over
from m4c.people.models import (
    Account,
    AccountRole,
    Group,
    HandedOver,
    HandingOver,
    Membership,
    NextStep,
    Note,
    Person,
    PersonContact,
    Protection,
    SafetyNotice,
)
from m4c.people.operations.device import end_all
from m4c.people.operations.membership import join_many
from m4c.people.operations.must_see import must_see
from m4c.people.operations.safety_notice import tell
from m4c.people.permissions import GIVE_ANY_ROLE, HAND_OVER, HAND_OVER_FOR_OTHERS, LOCAL_ROLES
from m4c.people.sight import within


class HandingOverRefused(Refused):
    """The handing over is not in a state for that, or nobody's to begin."""


@operation(HAND_OVER, on="group")
def begin_handing_over(
    *, group: Group, person: Person, at: datetime, by: Account, is_gone: bool = False
) -> HandingOver:
    """Begin to hand over the people of a leader or organiser of a group: oneself, or somebody one answers for.

    Where they are gone already the introductions are owed by whoever begins. Of people kept safe whose contact they
    are, the safeguarding lead is told, and nobody else. Raises HandingOverRefused, Unseen, and NotAllowed for others.
    """
    check_whose(person.pk, group, by)
    must_see([person], by)
    held = AccountRole.objects.open().filter(within("group__path", group), account__person=person, role__in=LEADING)
    if not group.is_in_tree or not held.exists():
        raise HandingOverRefused(_("They are neither leader nor organiser here."), field="person", code="no_leader")
    if HandingOver.objects.open().filter(person=person, group=group).exists():
        raise HandingOverRefused(_("This is under way already."), field="person", code="under_way")
    if is_gone:
        check_can_introduce(person, by)
    for protection in Protection.objects.active().filter(contact=person):
        tell(SafetyNotice.Kind.LEAVING, at, protection=protection)
    introducer = by.person if is_gone else person
    return HandingOver.objects.create(person=person, group=group, introducer=introducer, begun_by=by, begun_at=at)


@operation(HAND_OVER_FOR_OTHERS, on="handing_over")
def introduce_without_them(*, handing_over: HandingOver, by: Account) -> list[HandingOver | NextStep]:
    """They are gone: whoever says so owes the introductions from now on, those agreed before too.

    Raises HandingOverRefused.
    """
    check_open(handing_over)
    check_can_introduce(handing_over.person, by)
    change(handing_over, introducer=by.person)
    owed = HandedOver.objects.filter(handing_over=handing_over, introduction__settled_on=None).values("introduction")
    steps = list(NextStep.objects.filter(pk__in=owed))
    change_many({step: {"owner": by.person} for step in steps})
    return [handing_over, *steps]


@operation(HAND_OVER, on="handing_over")
def call_off_handing_over(*, handing_over: HandingOver, at: datetime, by: Account) -> list[HandingOver | HandedOver]:
    """They stay after all. What was handed over stays where it is, but for private notes that wait for a word, and what
    was agreed in a 1-2-1: those are theirs again. Raises HandingOverRefused, NotAllowed.
    """
    check_whose(handing_over.person_id, handing_over.group, by)
    check_open(handing_over)
    awaited = list(HandedOver.objects.select_for_update(of=("self",)).waiting().filter(handing_over=handing_over))
    Note.objects.filter(sealed_for__in=awaited).update(sealed_for=None)
    NextStep.objects.filter(sealed_for__in=awaited).update(sealed_for=None, owner=handing_over.person)
    change_many({handed: {"notes_wait_until": None} for handed in awaited})
    change(handing_over, called_off_at=at)
    return [handing_over, *awaited]


@operation(HAND_OVER_FOR_OTHERS, on="handing_over")
def end_handing_over(*, handing_over: HandingOver, at: datetime, by: Account) -> list[models.Model]:
    """Everybody is handed over: the roles of whoever leaves end, and they are signed out everywhere.

    Roles that only an admin gives stay until an admin ends them. They stay a member. Their private notes of the group
    that wait for nobody's word are destroyed. Raises HandingOverRefused while somebody is left.
    """
    check_open(handing_over)
    if still_to_hand_over(by, handing_over).exists():
        raise HandingOverRefused(_("Not everybody has been handed over yet."), code="people_left")
    change(handing_over, ended_at=at, ended_by=by)
    roles = [role for role in roles_that_end(handing_over) if may_end(role, by)]
    change_many({role: {"ended_at": at} for role in roles})
    account = Account.objects.filter(person=handing_over.person_id).first()
    if account:
        roles_changed(account)
        end_all(account)
        destroy_notes(account, handing_over)
    return [handing_over, *roles, *become_members(handing_over, at), *end_contacts(handing_over, at)]


def may_end(role: AccountRole, by: Account) -> bool:
    """Whether an account may end a role: those of leaders and organisers, and an admin all."""
    return role.role in LOCAL_ROLES or by.may(GIVE_ANY_ROLE, scopes_of(role.group))


def become_members(handing_over: HandingOver, at: datetime) -> list[Membership]:
    """End that they lead or organise the group and those below, from that day on; they belong there as members."""
    day, person = timezone.localdate(at), handing_over.person
    held = Membership.objects.open().filter(within("group__path", handing_over.group), person=person)
    ended = list(held.filter(role__in=[role.value for role in LEADING]).select_related("group"))
    change_many({one: {"ended_on": max(day, one.started_on or day)} for one in ended})
    joined = [
        member
        for group in {one.group for one in ended}
        for member in join_many(people=[person], group=group, role=Membership.Role.MEMBER, on=day, goes_on=True)
    ]
    return [*ended, *joined]


def end_contacts(handing_over: HandingOver, at: datetime) -> list[PersonContact]:
    """End that they stay in touch with whoever was handed to nobody."""
    day = timezone.localdate(at)
    held = PersonContact.objects.open().filter(within("group__path", handing_over.group), contact=handing_over.person)
    ended = list(held)
    change_many({one: {"ended_on": max(day, one.since)} for one in ended})
    return ended


def destroy_notes(account: Account, handing_over: HandingOver) -> None:
    """Destroy the private notes of the group whose author left and which wait for nobody's word, unread."""
    here = within("group__path", handing_over.group)
    Note.objects.filter(here, author=account, tier=Note.Tier.PRIVATE, sealed_for=None).delete()


def check_whose(person: int, group: Group, by: Account) -> None:
    """Raise NotAllowed where it is somebody else's and the account does not answer for the group."""
    if person != by.person_id and not by.may(HAND_OVER_FOR_OTHERS, scopes_of(group)):
        raise NotAllowed(HAND_OVER_FOR_OTHERS)


def check_open(handing_over: HandingOver) -> None:
    """Raise HandingOverRefused for one that ended or was called off."""
    if not handing_over.is_open:
        raise HandingOverRefused(_("This handing over is over."), code="over")


def check_can_introduce(leaver: Person, by: Account) -> None:
    """Raise HandingOverRefused for an account that nobody stands behind, or whoever is said to be gone."""
    if by.person_id in (None, leaver.pk):
        raise HandingOverRefused(
            _("Somebody else must make the introductions of whoever is gone."), field="is_gone", code="no_introducer"
        )
