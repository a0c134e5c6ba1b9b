"""Who wants a kit run in their place, and the introduction of three who are near each other."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models import Account


class KitWishQuerySet(models.QuerySet["KitWish"]):
    """Which wishes."""

    def visible_to(self, account: Account) -> Self:
        """Those for kits that one's groups run, and one's own; nobody kept safe."""
        seen = account.sight.of_group("kit__group", RUN_CAMPAIGNS)
        if account.person_id:
            seen |= Q(person=account.person_id)
        return self.filter(seen, account.sight.unless_protected("person"))


class KitWish(Record):
    """That somebody wants a kit run in their place. Three who are near each other are offered an introduction."""

    labels = label(
        contact="postcode",
        operational="kit person latitude longitude at ended_at",
    )
    scope = "kit__group__path"

    kit = models.ForeignKey("campaigns.Kit", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    postcode = models.CharField(_("postcode"), max_length=8)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = KitWishQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["kit", "person"], condition=Q(ended_at=None), name="one_wish_for_a_kit")
        ]

    def __str__(self) -> str:
        return f"wish {self.pk}"


class KitIntroductionQuerySet(models.QuerySet["KitIntroduction"]):
    """Which introductions."""

    def visible_to(self, account: Account) -> Self:
        """Those of wishes one may see."""
        return self.filter(wish__in=KitWish.objects.visible_to(account).order_by())


class KitIntroduction(Record):
    """One of three near each other, asked whether the others may know their name; each agrees for themself."""

    labels = label(operational="circle wish asked_at agreed_at declined_at introduced_at token_hash")
    scope = "wish__kit__group__path"

    circle = models.UUIDField()  # the same for the three
    wish = models.ForeignKey(KitWish, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    introduced_at = models.DateTimeField(null=True, blank=True)
    token_hash = models.CharField(max_length=64, unique=True)

    objects = KitIntroductionQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["circle", "wish"], name="a_wish_once_in_a_circle"),
            models.CheckConstraint(
                name="introduced_who_agreed", condition=Q(introduced_at=None) | Q(agreed_at__isnull=False)
            ),
        ]
        indexes = [models.Index(fields=["circle"], name="the_three_of_a_circle")]

    def __str__(self) -> str:
        return f"introduction {self.pk}"
