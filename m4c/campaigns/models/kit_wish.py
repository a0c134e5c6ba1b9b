"""Who wants a kit run in their place, and the introduction of three who are near each other."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.visibility import Sighted
from m4c.people.models.sign_in_link import hash_of


class KitWishQuerySet(models.QuerySet["KitWish"]):
    """Which wishes."""

    def visible_to(self, account: Sighted) -> Self:
        """None: who wants something is told to those near them alone, once each agreed."""
        return self.none()

    def of_token(self, token: str) -> Self:
        """The one wish of this secret, or none."""
        return self.filter(token_hash=hash_of(token))

    def waiting(self) -> Self:
        """Those confirmed, neither taken back nor answered by an introduction."""
        return self.filter(confirmed_at__isnull=False, ended_at=None)


class KitWish(models.Model):
    """That somebody wants a kit run in their place: kept apart from every record, until they take it back.

    Where they are is kept to about a kilometre, and their postcode not at all. Three who are near each other are asked
    whether the others may know their name. It goes after a year.
    """

    labels = label(
        identity="name",
        contact="email",
        operational="kit language latitude longitude token_hash made_at confirmed_at ended_at",
    )

    kit = models.ForeignKey("campaigns.Kit", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=100)
    email = models.EmailField(_("e-mail"), max_length=254)
    language = models.CharField(max_length=8, choices=settings.LANGUAGES)
    latitude = models.FloatField()
    longitude = models.FloatField()
    token_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)  # made when the letter is written
    made_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = KitWishQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["kit", "email"], condition=Q(ended_at=None), name="one_wish_for_a_kit")
        ]

    def __str__(self) -> str:
        return f"wish {self.pk}"


class KitIntroductionQuerySet(models.QuerySet["KitIntroduction"]):
    """Which introductions."""

    def visible_to(self, account: Sighted) -> Self:
        """None, as of wishes."""
        return self.none()

    def open(self, now: datetime) -> Self:
        """Those still to be answered, whose three may still meet."""
        return self.filter(agreed_at=None, ended_at=None, good_until__gt=now)

    def of_token(self, token: str) -> Self:
        """The one introduction of this secret, or none."""
        return self.filter(token_hash=hash_of(token))


class KitIntroduction(models.Model):
    """One of three near each other, asked whether the others may know their name; each agrees for themself."""

    labels = label(operational="circle wish asked_at good_until agreed_at ended_at introduced_at token_hash")

    circle = models.UUIDField(db_index=True)  # the same for the three
    wish = models.ForeignKey(KitWish, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()
    good_until = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)  # one of the three said no, or nothing
    introduced_at = models.DateTimeField(null=True, blank=True)
    token_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)

    objects = KitIntroductionQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["circle", "wish"], name="a_wish_once_in_a_circle"),
            models.UniqueConstraint(fields=["wish"], condition=Q(ended_at=None), name="one_circle_at_a_time"),
            models.CheckConstraint(
                name="introduced_who_agreed", condition=Q(introduced_at=None) | Q(agreed_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"introduction {self.pk}"
