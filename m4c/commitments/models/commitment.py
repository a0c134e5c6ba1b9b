"""A commitment: who promised what to whom, in which words, what counts as kept, and by when."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models import Account


class Measure(models.TextChoices):
    """How it is told whether a commitment is kept."""

    DONE = "done", _("done or not")
    COUNT = "count", _("so many times")
    AMOUNT = "amount", _("an amount")
    PERCENTAGE = "percentage", _("a share in per cent")
    RECURRING = "recurring", _("again and again")
    ONGOING = "ongoing", _("how they go about it")


class Every(models.TextChoices):
    """The period of a commitment that is kept again and again; its target is how often in each."""

    WEEK = "week", _("each week")
    MONTH = "month", _("each month")
    QUARTER = "quarter", _("each quarter of a year")
    HALF = "half", _("each half year")
    YEAR = "year", _("each year")


class CommitmentQuerySet(models.QuerySet["Commitment"]):
    """Which commitments."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups, and those that one keeps."""
        seen = account.sight.of_group("group", SEE_COMMITMENTS)
        return self.filter(seen | Q(keeper=account.person_id) if account.person_id else seen)

    def public(self) -> Self:
        """Those that strangers may read."""
        return self.filter(published_at__isnull=False, unpublished_at=None)

    def to_review(self) -> Self:
        """Those that an import made and somebody has still to look at."""
        return self.exclude(to_review="")


class Commitment(Record):
    """A recorded promise. It stays with whoever made it, in the office they then held; its status is computed."""

    labels = label(
        content="reference slug office_words made_to occasion words counts_as_kept evidence_needed unit due_words "
        "source to_review",
        operational="group campaign theme area ask answer powerholder office event made_on in_writing clause measure "
        "target every due_on expires_on superseded_by superseded_on keeper next_contact_on source_url published_at "
        "unpublished_at made_by made_at",
        kept="reference slug office_words made_to occasion words counts_as_kept evidence_needed unit due_words source "
        "to_review",
    )
    scope = "group__path"

    reference = models.CharField(_("reference"), max_length=40, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    campaign = models.ForeignKey(
        "campaigns.Campaign", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    theme = models.ForeignKey("listening.Theme", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    area = models.ForeignKey("places.Area", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ask = models.ForeignKey("commitments.Ask", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    answer = models.ForeignKey("commitments.Answer", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    powerholder = models.ForeignKey(
        "power.Powerholder", on_delete=models.PROTECT, related_name="+", verbose_name=_("who promised")
    )
    office = models.ForeignKey("power.Office", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    office_words = models.CharField(_("the office they then held"), max_length=120, blank=True)
    made_to = models.CharField(_("to whom"), max_length=160, blank=True)
    occasion = models.CharField(_("on what occasion"), max_length=160, blank=True)
    event = models.ForeignKey("events.Event", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    made_on = models.DateField(_("made on"))
    in_writing = models.BooleanField(_("made in writing"), default=False)
    clause = models.ForeignKey("campaigns.Clause", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    words = models.TextField(_("in their exact words"), max_length=2_000)
    counts_as_kept = models.CharField(_("what counts as kept"), max_length=300, blank=True)
    evidence_needed = models.CharField(_("what would show it"), max_length=300, blank=True)
    measure = models.CharField(_("how it is measured"), max_length=10, choices=Measure, default=Measure.DONE)
    target = models.DecimalField(_("how much"), max_digits=14, decimal_places=2, null=True, blank=True)
    unit = models.CharField(_("of what"), max_length=40, blank=True)
    every = models.CharField(_("in each"), max_length=7, choices=Every, blank=True, default="")
    due_on = models.DateField(_("due on"), null=True, blank=True)  # as known now; DueDate keeps what was known before
    due_words = models.CharField(_("due, in their words"), max_length=120, blank=True)
    expires_on = models.DateField(_("lasts until"), null=True, blank=True, db_index=True)  # the last day
    superseded_by = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    superseded_on = models.DateField(null=True, blank=True)
    keeper = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("keeper")
    )
    next_contact_on = models.DateField(_("next contact on"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    source_url = models.URLField(_("its address"), max_length=300, blank=True)
    to_review = models.CharField(max_length=200, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    unpublished_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        ordering = ["-made_on", "-id"]
        constraints = [
            models.CheckConstraint(
                name="a_number_has_its_target",
                condition=~Q(measure__in=["count", "amount", "percentage", "recurring"]) | Q(target__gt=0),
            ),
            models.CheckConstraint(
                name="again_and_again_has_its_period",
                condition=(Q(measure="recurring") & ~Q(every="")) | (~Q(measure="recurring") & Q(every="")),
            ),
            models.CheckConstraint(
                name="a_commitment_is_due_after_it_is_made", condition=Q(due_on=None) | Q(due_on__gte=F("made_on"))
            ),
            models.CheckConstraint(
                name="a_commitment_lasts_from_when_it_is_made",
                condition=Q(expires_on=None) | Q(expires_on__gte=F("made_on")),
            ),
            models.CheckConstraint(
                name="nothing_supersedes_itself", condition=Q(superseded_by=None) | ~Q(superseded_by=F("id"))
            ),
        ]
        indexes = [
            models.Index(fields=["group", "-made_on"], name="commitments_of_a_group"),
            models.Index(fields=["powerholder", "-made_on"], name="commitments_of_somebody"),
            models.Index(fields=["campaign", "-made_on"], name="commitments_of_a_campaign"),
            models.Index(fields=["keeper", "next_contact_on"], name="commitments_of_a_keeper"),
            models.Index(fields=["-made_on", "-id"], name="commitments_by_day"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_public(self) -> bool:
        """Whether strangers may read it."""
        return self.published_at is not None and self.unpublished_at is None
