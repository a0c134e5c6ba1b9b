"""Open invitations: made with their secret link, followed by whoever scans it, and called back."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.permissions import PUBLIC
from m4c.people.models import Account, Group, JoinRequest, OpenInvitation, SignUp
from m4c.people.models.sign_in_link import hash_of
from m4c.people.operations.coming_in import answer_by, folded_of, takes_people
from m4c.people.operations.must_see import must_gain_sight
from m4c.people.operations.privacy_notice import notice_shown
from m4c.people.operations.sign_up import Joining, keep_sign_up, typed
from m4c.people.permissions import INVITE_BY_LINK

MOST_PLACES = 1_000


class InvitationRefused(Refused):
    """The invitation cannot be made like that, or lets nobody in."""


@dataclass(frozen=True)
class InvitationLink:
    """An invitation with the secret of its link, which is kept nowhere: whoever made it shows or prints it now."""

    invitation: OpenInvitation
    token: str

    @property
    def path(self) -> str:
        """Where the link leads, in the language in use."""
        return reverse("come-in", kwargs={"token": self.token})

    def __str__(self) -> str:
        """The link's whole address."""
        return settings.SITE_URL + self.path

    @property
    def touched(self) -> list[OpenInvitation]:
        """For the audit entry."""
        return [self.invitation]


@operation(INVITE_BY_LINK, on="group")
def invite_by_link(
    *, group: Group, purpose: str, expires_at: datetime, places: int, at: datetime, by: Account
) -> InvitationLink:
    """Make an invitation to a group of ours. Raises InvitationRefused, and Unseen outside the movement's tree."""
    must_gain_sight(INVITE_BY_LINK, by)
    if not takes_people(group):
        raise InvitationRefused(_("Nobody can come into this group."), field="group", code="group_ended")
    if not purpose.strip():
        raise InvitationRefused(_("Say what it is for."), field="purpose", code="no_purpose")
    if not at < expires_at <= at + timedelta(days=settings.OPEN_INVITATION_DAYS):
        sentence = _("It is good until a time to come, {days} days from now at the most.")
        raise InvitationRefused(
            sentence.format(days=settings.OPEN_INVITATION_DAYS), field="expires_at", code="wrong_end"
        )
    if not 1 <= places <= MOST_PLACES:
        raise InvitationRefused(_("Between one and a thousand may come in by it."), field="places", code="places")
    token = secrets.token_urlsafe(32)  # 256 bits
    invitation = OpenInvitation.objects.create(
        group=group,
        purpose=purpose.strip(),
        expires_at=expires_at,
        places=places,
        token_hash=hash_of(token),
        made_by=by,
        made_at=at,
    )
    return InvitationLink(invitation, token)


@operation(INVITE_BY_LINK, on="invitation")
def call_back_invitation(*, invitation: OpenInvitation, at: datetime, by: Account) -> OpenInvitation:
    """Let nobody in by it any more, not even who has a letter on its way. Done twice it is done once."""
    if invitation.revoked_at is None:
        change(invitation, revoked_at=at, revoked_by=by)
    return invitation


@operation(PUBLIC, on=None)
def follow_invitation(*, token: str, joining: Joining, notice: int, at: datetime, by: Account) -> SignUp | JoinRequest:
    """Somebody follows the link of an invitation: they are written to, and come in once they open the letter.

    Who gives a telephone number only cannot be written to: the group is asked, and rings them. Raises
    InvitationRefused: one sentence for expired, used up, called back and unknown.
    """
    invitation = OpenInvitation.objects.select_for_update(of=("self",)).open(at).of_token(token).first()
    if invitation is None or places_left(invitation, at, joining) < 1 or not takes_people(invitation.group):
        raise InvitationRefused(_("This invitation is no longer good."), code="no_invitation")
    if joining.email:
        return keep_sign_up(joining, notice, at, invitation=invitation)
    if not joining.phone:
        raise InvitationRefused(_("Give an e-mail address or a telephone number."), field="email", code="no_way")
    return ask_by_phone(invitation, joining, notice, at)


def places_left(invitation: OpenInvitation, at: datetime, besides: Joining | None = None) -> int:
    """How many may still come in by an invitation: those who were written to, or are to be rung, have their place.

    Whoever sends the form again (`besides`) takes the place that they have.
    """
    written = SignUp.objects.open(at).filter(invitation=invitation).values("email", "given_name").distinct()
    to_ring = JoinRequest.objects.open().filter(invitation=invitation)
    if besides:
        written = written.exclude(email=besides.email, given_name=besides.given_name.strip())
        to_ring = to_ring.exclude(folded=folded_of(besides.given_name, besides.family_name, besides.phone))
    return invitation.places - invitation.came - written.count() - to_ring.count()


def ask_by_phone(invitation: OpenInvitation, joining: Joining, notice: int, at: datetime) -> JoinRequest:
    """Put somebody whom only a telephone reaches before the group: the open request where they asked before."""
    facts: dict[str, Any] = {**typed(joining), "notice": notice_shown(notice), "invitation": invitation}
    return JoinRequest.objects.get_or_create(
        group=invitation.group,
        folded=folded_of(joining.given_name, joining.family_name, joining.phone),
        answered_at=None,
        defaults={**facts, "made_at": at, "answer_by": answer_by(at)},
    )[0]


def end_of_day(day: Any) -> datetime:
    """The last minute of a day, as an invitation that is good until then means it."""
    return timezone.make_aware(datetime.combine(day, datetime.max.time().replace(microsecond=0)))
