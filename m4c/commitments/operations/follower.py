"""Follow one commitment by e-mail: asked for, confirmed from the letter, told once of each move, and stopped."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.commitments.faces import tasks
from m4c.commitments.faces.moved import moved
from m4c.commitments.faces.secrets import token_of
from m4c.commitments.models import Commitment, Follower, Standing
from m4c.commitments.permissions import ANSWER_FOR_COMMITMENTS, SEND_COMMITMENT_WORD
from m4c.core.errors import Refused
from m4c.core.models.record import new_uid
from m4c.core.operations import change, operation
from m4c.people.models import Account
from m4c.people.models.sign_in_link import hash_of

AT_A_TIME = 100
Before = tuple[str, datetime | None]  # how it stood when somebody was told last, and when that was
TAKEN_DOWN_DAYS = 30  # then those who followed what was taken down are forgotten


class FollowRefused(Refused):
    """The link opens nothing, or there is nothing to follow."""


@dataclass(frozen=True)
class Told:
    """Those whom nobody else tells from now on, each with how it stood when they were told last."""

    followers: dict[Follower, Before]

    @property
    def touched(self) -> list[Follower]:
        """For the audit entry."""
        return list(self.followers)


@operation(ANSWER_FOR_COMMITMENTS, on=None)
def follow_commitment(*, commitment: Commitment, email: str, language: str, at: datetime, by: Account) -> Follower:
    """Keep that an address wants to follow it, and have the link sent that makes it true. Raises FollowRefused.

    Whoever follows already gets their link again: no answer tells anybody else of it.
    """
    if not commitment.is_public:
        raise FollowRefused(_("There is nothing to follow here."), code="not_public")
    uid = new_uid()
    follower, _made = Follower.objects.get_or_create(
        commitment=commitment,
        email=email,
        ended_at=None,
        defaults={
            "uid": uid,
            "language": language[:2],
            "asked_at": at,
            "secret_hash": hash_of(token_of(str(uid))),
        },
    )
    tasks.mail_follow_link.enqueue(follower.pk)
    return follower


@operation(ANSWER_FOR_COMMITMENTS, on=None)
def confirm_following(*, token: str, at: datetime, by: Account) -> Follower:
    """Make it true, from the letter: they are told of each move from now on. Twice is once. Raises FollowRefused."""
    follower = follower_of(token)
    if follower.confirmed_at is None:
        today = timezone.localdate(at)
        standing = Standing.objects.on(today).filter(commitment=follower.commitment_id).first()
        change(follower, confirmed_at=at, told_at=at, told_status=standing.status if standing else "")
    return follower


@operation(ANSWER_FOR_COMMITMENTS, on=None)
def stop_following(*, token: str, at: datetime, by: Account) -> Follower:
    """Stop, from any letter, and empty the address. Raises FollowRefused."""
    follower = follower_of(token)
    change(follower, ended_at=at, email="")
    return follower


@operation(SEND_COMMITMENT_WORD, on=None)
def claim_followers(*, at: datetime, by: Account) -> Told:
    """Take the next who are to be told that their commitment moved, so that each hears of a move once at most.

    It moves when it stands otherwise, be it by the calendar alone, and with each entry that everybody may read.
    """
    before = {}
    found = moved(Follower.objects.following(), timezone.localdate(at)).order_by("pk")
    for follower in found.select_for_update(of=("self",))[:AT_A_TIME]:
        before[follower] = (follower.told_status, follower.told_at)
        change(follower, told_status=follower.status, told_at=at)  # type: ignore[attr-defined]
    return Told(before)


@operation(SEND_COMMITMENT_WORD, on=None)
def tell_followers_later(*, before: dict[Follower, Before], by: Account) -> list[Follower]:
    """Put back those whose letter did not leave, as no mail server took it: they are told the next time."""
    for follower, (status, at) in before.items():
        change(follower, told_status=status, told_at=at)
    return list(before)


@operation(SEND_COMMITMENT_WORD, on=None)
def forget_followers(*, at: datetime, by: Account) -> None:
    """Let go of those who never confirmed, who stopped, and who followed what was taken down long ago."""
    week, month = at - timedelta(days=settings.SIGN_UP_LINK_DAYS), at - timedelta(days=TAKEN_DOWN_DAYS)
    Follower.objects.filter(confirmed_at=None, asked_at__lte=week).delete()
    Follower.objects.filter(ended_at__lte=week).delete()
    Follower.objects.filter(commitment__unpublished_at__lte=month).delete()


def follower_of(token: str) -> Follower:
    """Whom a secret opens. Raises FollowRefused."""
    found = Follower.objects.select_for_update(of=("self",)).of_token(token).select_related("commitment").first()
    if found is None:
        raise FollowRefused(_("This link has been used, or is too old."), code="no_link")
    return found
