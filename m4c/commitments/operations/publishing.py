"""Decide that everybody may read a commitment, and take it down; the public names of those whom its page names."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.commitments.faces.naming import IN_PUBLIC, naming_their_speaker
from m4c.commitments.faces.told import CommitmentTold
from m4c.commitments.models import Commitment, PublicName
from m4c.commitments.permissions import PUBLISH_COMMITMENTS, SEND_COMMITMENT_WORD
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.slugs import free_slug
from m4c.people.models import Account
from m4c.power.models import Institution, Powerholder


class PublishingRefused(Refused):
    """The commitment is not fit for everybody to read."""


@operation(PUBLISH_COMMITMENTS, on="commitment", public=True)
def publish_commitment(*, commitment: Commitment, at: datetime, by: Account) -> list[models.Model]:
    """Let everybody read it, with its whole history. Twice is once. Raises PublishingRefused."""
    if commitment.is_public:
        return [commitment]
    check(commitment, timezone.localdate(at))
    change(commitment, published_at=at, unpublished_at=None)
    return [commitment, *give_names([commitment.pk], timezone.localdate(at))]


@operation(PUBLISH_COMMITMENTS, on="commitment", public=True)
def take_down_commitment(*, commitment: Commitment, at: datetime, by: Account) -> Commitment:
    """Take it off the public pages at once; those who follow it hear nothing more. Twice is once."""
    if commitment.is_public:
        change(commitment, unpublished_at=at)
    return commitment


@operation(SEND_COMMITMENT_WORD, on=None, public=True)
def name_public_pages(*, at: datetime, by: Account) -> list[PublicName]:
    """Give a page to those who may be named by now: it was decided, or they took an office, since it was published."""
    public = Commitment.objects.public().values_list("pk", flat=True)
    return give_names(public, timezone.localdate(at))


def give_names(commitments: Iterable[int], on: date) -> list[PublicName]:
    """A public name for each speaker who is named, and each body in whose office something was promised."""
    found = Commitment.objects.filter(pk__in=commitments)
    speakers = naming_their_speaker(found, on).order_by().values("powerholder")
    named = PublicName.objects.values("powerholder").filter(powerholder__isnull=False)
    bodies = found.filter(office__institution__kind__in=IN_PUBLIC).order_by().values("office__institution")
    known = PublicName.objects.values("institution").filter(institution__isnull=False)
    given = [
        PublicName.objects.create(slug=free_slug(PublicName, holder.name, "decision-maker"), powerholder=holder)
        for holder in Powerholder.objects.filter(pk__in=speakers).exclude(pk__in=named).order_by("pk")
    ]
    return given + [
        PublicName.objects.create(slug=free_slug(PublicName, body.name, "body"), institution=body)
        for body in Institution.objects.filter(pk__in=bodies).exclude(pk__in=known).order_by("pk")
    ]


def check(commitment: Commitment, on: date) -> None:
    """Raise PublishingRefused for one that nobody looked over, or whose address says a name that may not be told."""
    if commitment.to_review:
        raise PublishingRefused(
            _("It came by a file and nobody has looked at it: look it over first."), code="to_review"
        )
    naming = CommitmentTold(commitment, on, on).names.of(commitment)
    if naming.tells(f"{commitment.slug.replace('-', ' ')} {commitment.reference.replace('-', ' ')}"):
        raise PublishingRefused(
            _("Its reference says who somebody is that may not be named. Give it another."), code="named"
        )
