"""The same questions to many: a grid of people by asks."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models.seen import OfGroupQuerySet
from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models import Account


class AskGridQuerySet(OfGroupQuerySet["AskGrid"]):
    """Which grids."""

    def public(self) -> Self:
        """Those that strangers may read."""
        return self.filter(published_at__isnull=False, unpublished_at=None)


class AskGrid(Record):
    """The same questions to many: a grid of people by asks, to print and to publish."""

    labels = label(
        content="name slug",
        operational="group campaign asked_on answers_by published_at unpublished_at made_by made_at",
        kept="name slug",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    campaign = models.ForeignKey(
        "campaigns.Campaign", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(max_length=140, unique=True)
    asked_on = models.DateField(_("asked on"))
    answers_by = models.DateField(_("answers expected by"), null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    unpublished_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects = AskGridQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_on", "-id"]

    def __str__(self) -> str:
        return self.name


class GridQuestionQuerySet(models.QuerySet["GridQuestion"]):
    """Which questions."""

    def visible_to(self, account: Account) -> Self:
        """Those of grids of one's groups."""
        return self.filter(account.sight.of_group("grid__group", SEE_COMMITMENTS))


class GridQuestion(Record):
    """One question of a grid: a column."""

    labels = label(content="words short", operational="grid position", kept="words short")
    scope = "grid__group__path"

    grid = models.ForeignKey(AskGrid, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()
    words = models.CharField(_("the question"), max_length=300)
    short = models.CharField(_("above its column"), max_length=40)

    objects = GridQuestionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["grid", "position"], name="one_question_of_a_place")]

    def __str__(self) -> str:
        return self.words
