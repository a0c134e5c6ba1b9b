"""Leaving a group on one's own wish: ended with the day, and respected until one's own word."""

import secrets
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.permissions import PUBLIC, SIGNED_IN, Role
from m4c.people.desk import tasks
from m4c.people.followers import roles_changed
from m4c.people.models import (
    Account,
    AccountRole,
    Delegate,
    Group,
    Leaving,
    LeavingLink,
    Membership,
    Person,
    PersonEmail,
    Welcome,
)
from m4c.people.models.protection import not_kept_safe
from m4c.people.models.sign_in_link import hash_of
from m4c.people.operations.must_see import Unseen, must_see
from m4c.people.permissions import EDIT_PEOPLE, WRITE_LETTERS_OF_THE_DESK


class LeavingRefused(Refused):
    """There is nothing to leave, or no longer."""


@dataclass(frozen=True)
class Left:
    """A leaving, with what ended by it."""

    leaving: Leaving
    ended: list[Any]

    @property
    def touched(self) -> list[Any]:
        """For the audit entry."""
        return [self.leaving, *self.ended]


@dataclass(frozen=True)
class LeavingLetter:
    """The links by which somebody leaves each of their groups, with their secrets, which are kept nowhere."""

    email: PersonEmail
    links: list[tuple[Group, str]] = field(default_factory=list)
    touched: tuple[Any, ...] = ()


@operation(SIGNED_IN, on=None)
def leave_group(*, group: Group, at: datetime, by: Account, reason: str = "") -> Left:
    """Leave a group on one's own page: every membership there ends today. Raises LeavingRefused."""
    if by.person is None:
        raise LeavingRefused(_("Your account belongs to no record of a person."), code="nobody")
    day = timezone.localdate(at)
    return go(by.person, group, by, on=day, way=Leaving.Way.OWN_PAGE, reason=reason, at=at)


@operation(SIGNED_IN, on=None)
def say_why(*, leaving: Leaving, reason: str, by: Account) -> Leaving:
    """Say why one left, if one likes to. Raises Unseen for anybody else's leaving."""
    if by.person_id is None or leaving.person_id != by.person_id:
        raise Unseen(_("You can only name people whom you may see."))
    change(leaving, reason=reason.strip())
    return leaving


@operation(EDIT_PEOPLE, on="membership")
def record_leaving(*, membership: Membership, on: date, at: datetime, by: Account, reason: str = "") -> Left:
    """Somebody told us that they leave: on the day they said so. Raises LeavingRefused, and Unseen."""
    must_see([membership.person], by)
    return go(membership.person, membership.group, by, on=on, way=Leaving.Way.TOLD, reason=reason, at=at)


@operation(PUBLIC, on=None)
def ask_for_leaving_links(*, email: str, at: datetime, by: Account) -> None:
    """Have a letter written with a link for each group that the people of an address belong to; known or not, the same
    is answered. To somebody kept safe nothing is sent.
    """
    belonging = Membership.objects.open().values("person")
    found = PersonEmail.objects.filter(folded=email.casefold(), person__in=belonging, person__died_on=None)
    for each in found.filter(not_kept_safe("person")):
        tasks.mail_leaving_links.enqueue(each.pk)


@operation(WRITE_LETTERS_OF_THE_DESK, on=None)
def leaving_letter(*, email: PersonEmail, at: datetime, by: Account) -> LeavingLetter:
    """Make the links when the letter is written, so that no waiting task holds their secrets."""
    open_here = Membership.objects.open().filter(person=email.person_id)
    groups = list(Group.objects.filter(pk__in=open_here.values("group")))
    return LeavingLetter(email, [(group, leaving_link(email.person, group, at)) for group in groups])


@operation(PUBLIC, on=None)
def leave_by_link(*, token: str, at: datetime, by: Account, reason: str = "") -> Left:
    """Leave the group of a link in a letter. Raises LeavingRefused: one sentence for used, old and unknown."""
    found = LeavingLink.objects.select_for_update(of=("self",)).open(at).of_token(token)
    link = found.select_related("person", "group").first()
    if link is None:
        raise LeavingRefused(_("This link has been used, or is too old."), code="no_link")
    LeavingLink.objects.filter(pk=link.pk).update(spent_at=at)
    day = timezone.localdate(at)
    return go(link.person, link.group, by, on=day, way=Leaving.Way.LETTER, reason=reason, at=at)


@operation(WRITE_LETTERS_OF_THE_DESK, on=None)
def forget_leaving_links(*, at: datetime, by: Account) -> None:
    """Forget all of the links that nobody used in time."""
    LeavingLink.objects.filter(expires_at__lte=at).delete()


def go(person: Person, group: Group, by: Account, *, on: date, way: str, reason: str, at: datetime) -> Left:
    """End all that somebody is in a group, and keep that it was their wish. Raises LeavingRefused.

    A role of their account that somebody else gave stays theirs to end, but for that of a plain member; whoever
    answers for people hands them over first.
    """
    memberships = list(Membership.objects.select_for_update().open().filter(person=person, group=group))
    if not memberships:
        raise LeavingRefused(_("They do not belong to this group now."), code="does_not_belong")
    if any(each.started_on and on < each.started_on for each in memberships):
        raise LeavingRefused(_("A membership ends after it starts."), field="on", code="too_early")
    for membership in memberships:
        change(membership, ended_on=on, ended_by=by)
    left = stay_out(person, group, by, on=on, way=way, reason=reason, at=at)
    return Left(left.leaving, [*memberships, *left.ended])


def stay_out(person: Person, group: Group, by: Account, *, on: date, way: str, reason: str, at: datetime) -> Left:
    """Keep that it was their wish to belong to a group no longer, and end what comes with belonging."""
    seats = list(Delegate.objects.sitting().filter(person=person, member_body__body=group))
    for seat in seats:
        change(seat, ended_on=max(on, seat.started_on))
    roles = list(AccountRole.objects.open().filter(account__person=person, group=group, role=Role.MEMBER))
    for role in roles:
        change(role, ended_at=at)
        roles_changed(role.account)
    Welcome.objects.filter(person=person, group=group, welcomed_at=None).delete()
    facts = {"on": on, "way": way, "reason": reason.strip(), "by": by, "made_at": at}
    leaving, _new = Leaving.objects.get_or_create(person=person, group=group, back_at=None, defaults=facts)
    return Left(leaving, [*seats, *roles])


def leaving_link(person: Person, group: Group, at: datetime) -> str:
    """The whole address of a new link by which somebody leaves a group, in their language; only its hash is kept."""
    token = secrets.token_urlsafe(32)  # 256 bits
    until = at + timedelta(days=settings.LEAVING_LINK_DAYS)
    LeavingLink.objects.create(person=person, group=group, token_hash=hash_of(token), made_at=at, expires_at=until)
    with translation.override(person.written_in):
        return settings.SITE_URL + reverse("leave-by-link", kwargs={"token": token})
