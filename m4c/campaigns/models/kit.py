"""Kits: an event or campaign that others take and run in their place, and its runs."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.permissions import SEE_CAMPAIGNS
from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models import Account


class KitQuerySet(models.QuerySet["Kit"]):
    """Which kits."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups, and all that are public."""
        public = Q(published_at__isnull=False, unpublished_at=None)
        return self.filter(account.sight.of_group("group", SEE_CAMPAIGNS) | public)

    def after(self, kit: "Kit") -> Self:
        """Those that come after this one by name."""
        return self.filter(Q(name__gt=kit.name) | Q(name=kit.name, pk__gt=kit.pk))

    def before(self, kit: "Kit") -> Self:
        """Those that come before this one there."""
        return self.filter(Q(name__lt=kit.name) | Q(name=kit.name, pk__lt=kit.pk))

    def public(self) -> Self:
        """Those that everybody may take."""
        return self.filter(published_at__isnull=False, unpublished_at=None)


class Kit(Record):
    """What others need to run an event or a campaign of ours in their place."""

    labels = label(
        content="name what_for steps materials texts lessons",
        operational="group campaign event grew_out_of slug published_at unpublished_at made_by made_at",
        kept="name what_for steps materials texts lessons",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    name = models.CharField(_("name"), max_length=120)
    campaign = models.ForeignKey(
        "campaigns.Campaign", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    event = models.ForeignKey("events.Event", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    grew_out_of = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    what_for = models.TextField(_("what it is for"), max_length=1_000)
    steps = models.TextField(_("steps"), max_length=6_000)
    materials = models.TextField(_("materials"), max_length=2_000, blank=True)
    texts = models.TextField(_("texts to use"), max_length=6_000, blank=True)
    lessons = models.TextField(_("what we learnt"), max_length=2_000, blank=True)
    slug = models.SlugField(max_length=80, unique=True)
    published_at = models.DateTimeField(null=True, blank=True)
    unpublished_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = KitQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["group", "name"], name="one_kit_of_a_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_public(self) -> bool:
        """Whether everybody may take it."""
        return self.published_at is not None and self.unpublished_at is None


class KitRunQuerySet(models.QuerySet["KitRun"]):
    """Which runs."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups, and those of public kits that say so in public."""
        return self.filter(account.sight.of_group("group", SEE_CAMPAIGNS) | Q(is_public=True))


class KitRun(Record):
    """A kit run by a group in its place: when, where, and how many came, as it is said there."""

    labels = label(
        content="place words",
        operational="kit group event campaign on came latitude longitude is_public taken_from added_by added_at",
        kept="place words",
    )
    scope = "group__path"

    kit = models.ForeignKey(Kit, on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")
    event = models.ForeignKey("events.Event", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    campaign = models.ForeignKey(
        "campaigns.Campaign", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    taken_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    place = models.CharField(_("place"), max_length=120)
    on = models.DateField(_("when"), null=True, blank=True)
    came = models.PositiveIntegerField(_("how many came"), null=True, blank=True)
    words = models.CharField(_("what came of it"), max_length=400, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    is_public = models.BooleanField(_("may stand on the kit's public page"), default=False)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = KitRunQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return self.place
