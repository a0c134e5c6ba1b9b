"""A theme: concerns gathered under one heading, and the history of the gathering."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.listening.permissions import SEE_LISTENING
from m4c.people.models import Account

FEWEST_PUBLISHED = 5  # domain.md, C5: no theme of fewer people is published


class ThemeQuerySet(models.QuerySet["Theme"]):
    """Which themes."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups."""
        return self.filter(account.sight.of_group("group", SEE_LISTENING))

    def standing(self) -> Self:
        """Those that were neither merged into another nor taken away."""
        return self.filter(ended_at=None)


class Theme(Record):
    """A heading that a group gave to concerns of one campaign, or of its listening outside any."""

    labels = label(content="name about", operational="group campaign merged_into made_by made_at ended_at")
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    campaign = models.ForeignKey(
        "listening.ListeningCampaign", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(_("name"), max_length=80)
    about = models.CharField(_("in a sentence"), max_length=300, blank=True)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ThemeQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(name="a_theme_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="a_merged_theme_has_ended", condition=Q(merged_into=None) | Q(ended_at__isnull=False)
            ),
            models.UniqueConstraint(
                fields=["campaign", "name"], condition=Q(ended_at=None), name="one_standing_theme_of_a_name"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ThemeStepQuerySet(models.QuerySet["ThemeStep"]):
    """Which steps."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups' themes."""
        return self.filter(account.sight.of_group("theme__group", SEE_LISTENING))


class ThemeStep(Record):
    """What somebody did on the coding board, with what stood before, so that it can be told and undone."""

    class Kind(models.TextChoices):
        MADE = "made", _("made")
        RENAMED = "renamed", _("renamed")
        MOVED = "moved", _("moved concerns")
        TAKEN_OUT = "taken", _("took concerns out")
        SPLIT = "split", _("split")
        MERGED = "merged", _("merged")
        ENDED = "ended", _("took away")

    labels = label(content="words", operational="theme other kind concerns before by at undone_at")
    scope = "theme__group__path"

    theme = models.ForeignKey("listening.Theme", on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey("listening.Theme", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind)
    words = models.CharField(max_length=200, blank=True)  # the name that stood before
    concerns = models.JSONField(default=list, blank=True)  # ids of the concerns that moved
    before = models.JSONField(default=list, blank=True)  # the theme under which each stood, or null
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = ThemeStepQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["theme", "-at"], name="history_of_a_theme")]

    def __str__(self) -> str:
        return f"{self.kind} {self.theme_id}"
