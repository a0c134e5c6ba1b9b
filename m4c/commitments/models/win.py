"""A win: a change that happened, who says so, until when it lasts, and each look at whether it still stands."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from m4c.commitments.permissions import SEE_WINS
from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models import Account


class WinQuerySet(models.QuerySet["Win"]):
    """Which wins."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups."""
        return self.filter(account.sight.of_group("group", SEE_WINS))

    def public(self) -> Self:
        """Those that strangers may read."""
        return self.filter(published_at__isnull=False, unpublished_at=None)

    def ending(self, on: date, last: date) -> Self:
        """Those that last only until one of these days."""
        return self.filter(expires_on__gte=on, expires_on__lte=last)

    def with_last_look(self) -> Self:
        """Each with `last_seen`: whether it still stood when it was looked at last; None where nobody looked yet."""
        looks = WinLook.objects.filter(win=OuterRef("pk")).order_by("-on", "-pk")
        return self.annotate(last_seen=Subquery(looks.values("stands")[:1]))


class Win(Record):
    """A change that happened: full, partial, for a time, or in how people are treated; and who says so."""

    class Kind(models.TextChoices):
        FULL = "full", _("full")
        PARTIAL = "partial", _("partial")
        EXPIRING = "expiring", _("for a time")
        QUALITATIVE = "quality", _("in how people treat each other")

    labels = label(
        content="name change_words for_whom missing says_who source rule scope_words",
        operational="group campaign commitment kind on expires_on rule_body rule_from source_url look_again_on "
        "published_at unpublished_at made_by made_at",
        kept="name change_words for_whom missing says_who source rule scope_words",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    campaign = models.ForeignKey(
        "campaigns.Campaign", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    commitment = models.ForeignKey(
        "commitments.Commitment", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    name = models.CharField(_("what was won"), max_length=160)
    change_words = models.TextField(_("what changed"), max_length=2_000)
    for_whom = models.CharField(_("for whom"), max_length=200)
    missing = models.CharField(_("what is still missing"), max_length=300, blank=True)
    on = models.DateField(_("since"))
    expires_on = models.DateField(_("lasts until"), null=True, blank=True)
    says_who = models.CharField(_("who says so"), max_length=160)
    source = models.CharField(_("source"), max_length=200, blank=True)
    source_url = models.URLField(_("its address"), max_length=300, blank=True)
    # A change of rule: which body, which rule, for what, from when.
    rule_body = models.ForeignKey(
        "power.Institution", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("body")
    )
    rule = models.CharField(_("the rule"), max_length=300, blank=True)
    scope_words = models.CharField(_("what it covers"), max_length=200, blank=True)
    rule_from = models.DateField(_("in force from"), null=True, blank=True)
    look_again_on = models.DateField(_("look again on"), null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    unpublished_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    last_seen: str | None  # of with_last_look()

    objects = WinQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-id"]
        constraints = [
            models.CheckConstraint(
                name="a_win_for_a_time_has_its_end", condition=~Q(kind="expiring") | Q(expires_on__isnull=False)
            ),
            models.CheckConstraint(
                name="a_win_of_a_rule_names_it",
                condition=Q(rule_body=None, rule="") | (Q(rule_body__isnull=False) & ~Q(rule="")),
            ),
        ]
        indexes = [models.Index(fields=["group", "-on"], name="wins_of_a_group")]

    def __str__(self) -> str:
        return self.name


class WinLookQuerySet(models.QuerySet["WinLook"]):
    """Which looks."""

    def visible_to(self, account: Account) -> Self:
        """Those of wins one may see."""
        return self.filter(account.sight.of_group("win__group", SEE_WINS))


class WinLook(Record):
    """Looking again at a win: whether it still stands, in words, who looked and when."""

    class Stands(models.TextChoices):
        YES = "yes", _("still stands")
        PARTLY = "partly", _("stands in part")
        NO = "no", _("no longer stands")

    labels = label(content="words", operational="win on stands by at", kept="words")
    scope = "win__group__path"

    win = models.ForeignKey(Win, on_delete=models.CASCADE, related_name="+")
    on = models.DateField(_("looked on"))
    stands = models.CharField(_("does it stand"), max_length=6, choices=Stands)
    words = models.CharField(_("what we saw"), max_length=400)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = WinLookQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return f"look {self.on}"
