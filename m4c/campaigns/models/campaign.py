"""A campaign, or a community project: what it is about, whose it is, what it grew out of and where it stands."""

from typing import Self, TypeVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models.authorisation import Authorisation
from m4c.campaigns.permissions import SEE_CAMPAIGNS
from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models import Account

OfACampaign = TypeVar("OfACampaign", bound=models.Model)


class CampaignQuerySet(models.QuerySet["Campaign"]):
    """Which campaigns."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups, and those that one of one's groups authorised."""
        authorised = Authorisation.objects.filter(account.sight.of_group("group", SEE_CAMPAIGNS), ended_on=None)
        return self.filter(account.sight.of_group("group", SEE_CAMPAIGNS) | Q(pk__in=authorised.values("campaign")))

    def public(self) -> Self:
        """Those whose page strangers may read: published, no draft again, and authorised still where that is needed."""
        standing = Authorisation.objects.standing().filter(campaign=OuterRef("pk"))
        published = self.filter(published_at__isnull=False, unpublished_at=None).exclude(status="draft")
        return published.filter(Q(kind="project") | Exists(standing))

    def standing(self) -> Self:
        """Those that have not ended."""
        return self.filter(ended_on=None)


class OfCampaignQuerySet(models.QuerySet[OfACampaign]):
    """Rows of a campaign, seen by those who see the campaign."""

    def visible_to(self, account: Account) -> Self:
        """Those of campaigns that one may see."""
        return self.filter(campaign__in=Campaign.objects.visible_to(account).order_by())


class Campaign(Record):
    """An organised effort on an issue, authorised by named groups, with a demand; or a project of a community."""

    class Kind(models.TextChoices):
        CAMPAIGN = "campaign", _("campaign")
        PROJECT = "project", _("community project")

    class Setting(models.TextChoices):
        PLACE = "place", _("a place")
        WORKPLACE = "workplace", _("a workplace")

    class Status(models.TextChoices):
        DRAFT = "draft", _("being prepared")
        RUNNING = "running", _("running")
        PAUSED = "paused", _("paused")
        WON = "won", _("won")
        PARTLY = "partly", _("partly won")
        LOST = "lost", _("lost")
        CLOSED = "closed", _("ended")

    labels = label(
        content="name place workplace problem about this_week to_review public_problem",
        operational="kind setting group issue area status rolls_up_to starts_on ended_on slug published_at "
        "published_by unpublished_at contact made_by made_at",
        kept="name place workplace problem about this_week to_review public_problem",
    )
    scope = "group__path"

    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.CAMPAIGN)
    name = models.CharField(_("name"), max_length=120)
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    issue = models.ForeignKey("listening.Issue", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    setting = models.CharField(_("setting"), max_length=9, choices=Setting, default=Setting.PLACE)
    place = models.CharField(_("place"), max_length=120, blank=True)
    workplace = models.CharField(_("workplace"), max_length=120, blank=True)
    area = models.ForeignKey("places.Area", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    problem = models.TextField(_("the problem, as people say it"), max_length=1_000, blank=True)
    about = models.TextField(_("what it is about"), max_length=2_000, blank=True)
    status = models.CharField(_("where it stands"), max_length=7, choices=Status, default=Status.DRAFT)
    rolls_up_to = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("part of")
    )
    starts_on = models.DateField(_("from"))
    ended_on = models.DateField(_("until"), null=True, blank=True)
    # The public page: written from the records, with these two in the group's own words.
    slug = models.SlugField(max_length=80, unique=True)
    public_problem = models.TextField(_("the problem, for everybody to read"), max_length=1_000, blank=True)
    this_week = models.CharField(_("what you can do this week"), max_length=400, blank=True)
    contact = models.ForeignKey(
        "people.Person",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("named contact"),
    )
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        "people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    unpublished_at = models.DateTimeField(null=True, blank=True)
    to_review = models.CharField(max_length=200, blank=True)  # why somebody should look, where an import made it
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = CampaignQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.CheckConstraint(name="a_campaign_has_a_name", condition=~Q(name="")),
            models.UniqueConstraint(fields=["group", "name"], name="one_campaign_of_a_name_in_a_group"),
            models.CheckConstraint(
                name="a_campaign_ends_after_it_starts", condition=Q(ended_on=None) | Q(ended_on__gte=F("starts_on"))
            ),
            models.CheckConstraint(
                name="a_campaign_that_is_over_has_ended",
                condition=Q(status__in=["draft", "running", "paused"], ended_on=None)
                | Q(status__in=["won", "partly", "lost", "closed"], ended_on__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["group", "-starts_on"], name="campaigns_of_a_group")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_public(self) -> bool:
        """Whether strangers may read its page."""
        return self.published_at is not None and self.unpublished_at is None
