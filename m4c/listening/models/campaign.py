"""A listening campaign: for some weeks visitors hear people of a place or a body, by the same questions."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.pages import beyond
from m4c.listening.permissions import HEAR, SEE_LISTENING
from m4c.people.models import Account, Group
from m4c.people.sight import within

VISITS_EACH = 10  # domain.md, A1: each visitor does 10 visits,
NAMES_EACH = 20  # and needs 15 to 20 names for that


class ListeningCampaignQuerySet(models.QuerySet["ListeningCampaign"]):
    """Which listening campaigns."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups, and those that one visits for."""
        seen = account.sight.of_group("group", SEE_LISTENING) | account.sight.of_group("group", HEAR)
        if account.person_id:
            seen |= Q(pk__in=Visitor.objects.filter(person=account.person_id, left_on=None).values("campaign"))
        return self.filter(seen)

    def running(self, on: date) -> Self:
        """Those of whose days this is one."""
        return self.filter(starts_on__lte=on, ends_on__gte=on)

    def of_group(self, group: Group) -> Self:
        """Those of the group and of the groups below it."""
        return self.filter(within("group__path", group))

    def after(self, campaign: "ListeningCampaign") -> Self:
        """Those that come after this one where the latest stands first."""
        return self.filter(beyond(campaign, "-starts_on"))

    def before(self, campaign: "ListeningCampaign") -> Self:
        """Those that come before this one there."""
        return self.filter(beyond(campaign, "starts_on"))


class ListeningCampaign(Record):
    """When, where and of whom a group listens, by which questions, and what it looks back on half way."""

    labels = label(
        content="name place about review",
        operational="group starts_on ends_on visits_each names_each review_on reviewed_at report_back slug opened_at "
        "closed_at made_by made_at",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    name = models.CharField(_("name"), max_length=120)
    place = models.CharField(_("place or body"), max_length=120, blank=True)
    about = models.TextField(_("what it is for"), max_length=2_000, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    visits_each = models.PositiveSmallIntegerField(_("visits of each visitor"), default=VISITS_EACH)
    names_each = models.PositiveSmallIntegerField(_("names that each needs for that"), default=NAMES_EACH)
    review_on = models.DateField(_("day of the mid-point review"), null=True, blank=True)
    review = models.TextField(_("what the review said"), max_length=4_000, blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    report_back = models.ForeignKey(
        "events.Event",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("where it reports back"),
    )
    # The public page of its questions, in the address; strangers answer while it is opened and not closed.
    slug = models.SlugField(max_length=80, unique=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = ListeningCampaignQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["group", "name"], name="one_listening_campaign_of_a_name"),
            models.CheckConstraint(name="listening_ends_after_it_starts", condition=Q(ends_on__gte=F("starts_on"))),
            models.CheckConstraint(
                name="questions_close_after_they_open", condition=Q(closed_at=None) | Q(opened_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_open(self) -> bool:
        """Whether strangers may answer its questions."""
        return self.opened_at is not None and self.closed_at is None


class VisitorQuerySet(models.QuerySet["Visitor"]):
    """Which visitors."""

    def visible_to(self, account: Account) -> Self:
        """Oneself, and those of one's groups' campaigns; never somebody kept safe."""
        seen = account.sight.of_group("campaign__group", SEE_LISTENING)
        if account.person_id:
            seen |= Q(person=account.person_id)
        return self.filter(seen, account.sight.unless_protected("person"))


class Visitor(Record):
    """Somebody who goes and listens in a campaign, and how many visits they took on."""

    labels = label(operational="campaign person visits joined_on left_on")
    scope = "campaign__group__path"

    campaign = models.ForeignKey("listening.ListeningCampaign", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("visitor"))
    visits = models.PositiveSmallIntegerField(_("visits"), default=VISITS_EACH)
    joined_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)

    objects = VisitorQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["campaign", "person"], name="one_visitor_of_a_campaign")]

    def __str__(self) -> str:
        return f"visitor {self.pk}"
