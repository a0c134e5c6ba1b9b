"""Those who follow one commitment by e-mail, and the letters that told them it moved."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.visibility import Sighted
from m4c.people.models.sign_in_link import hash_of


class FollowerQuerySet(models.QuerySet["Follower"]):
    """Which followers."""

    def visible_to(self, account: Sighted) -> Self:
        """None: who follows a commitment is told to nobody."""
        return self.none()

    def of_token(self, token: str) -> Self:
        """The one of this secret that still follows or is about to, or none."""
        return self.filter(secret_hash=hash_of(token), ended_at=None)

    def following(self) -> Self:
        """Those that said so twice, and have not stopped, of what everybody may read."""
        still = self.filter(confirmed_at__isnull=False, ended_at=None)
        return still.filter(commitment__published_at__isnull=False, commitment__unpublished_at=None)


class Follower(Record):
    """An address that wants to be told when one commitment moves, and said so twice. No Person is made of it."""

    labels = label(
        contact="email",
        operational="commitment language secret_hash asked_at confirmed_at ended_at told_at told_status",
    )
    scope = "commitment__group__path"

    commitment = models.ForeignKey("commitments.Commitment", on_delete=models.CASCADE, related_name="+")
    email = models.EmailField(_("e-mail"), blank=True)  # emptied when they stop following
    language = models.CharField(max_length=2, default="en")
    secret_hash = models.CharField(max_length=64, unique=True)  # of the link that confirms, and ends
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)  # when they were told last how it stands
    told_status = models.CharField(max_length=12, blank=True, default="")  # and how it stood then

    objects = FollowerQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["commitment", "email"], condition=Q(ended_at=None), name="one_follower_of_an_address"
            )
        ]
        indexes = [models.Index(fields=["commitment", "confirmed_at"], name="followers_of_a_commitment")]

    def __str__(self) -> str:
        return f"follower {self.pk}"


class PublicName(models.Model):
    """The address of a powerholder's or institution's public page: a name in small letters, never a number of ours."""

    labels = label(operational="slug powerholder institution")

    slug = models.SlugField(max_length=140, unique=True)
    powerholder = models.OneToOneField(
        "power.Powerholder", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    institution = models.OneToOneField(
        "power.Institution", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                name="a_public_name_is_of_one",
                condition=Q(powerholder__isnull=False, institution=None)
                | Q(powerholder=None, institution__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.slug
