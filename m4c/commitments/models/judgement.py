"""What people judged of a commitment, on which evidence, and what the office that made it replied."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models.seen import OfCommitmentQuerySet
from m4c.core.labels import label
from m4c.core.models import Record


class JudgementQuerySet(OfCommitmentQuerySet["Judgement"]):
    """Which judgements."""

    def standing(self) -> Self:
        """Those that nobody took back."""
        return self.filter(withdrawn_on=None)


class Judgement(Record):
    """What somebody judged, with reasons and evidence. "Broken" counts once two judged it and notice has run out.

    A commitment's speaker is told ten days before, with the page as it would read, and their reply stands beside it.
    """

    class Verdict(models.TextChoices):
        BROKEN = "broken", _("broken")
        PARTLY = "partly", _("partly kept")
        UNVERIFIABLE = "unverifiable", _("cannot be verified")
        DISPUTED = "disputed", _("disputed")

    labels = label(
        content="reasons evidence missing page_words how_told withdrawn_because",
        operational="commitment verdict on evidence_url rests_on judged_by judged_at confirmed_by confirmed_on "
        "notice_on told_on counts_from reply_hash withdrawn_on withdrawn_by",
        kept="reasons evidence missing page_words how_told withdrawn_because",
    )
    scope = "commitment__group__path"

    commitment = models.ForeignKey("commitments.Commitment", on_delete=models.CASCADE, related_name="+")
    verdict = models.CharField(_("verdict"), max_length=12, choices=Verdict)
    on = models.DateField(_("judged on"))
    reasons = models.TextField(_("why"), max_length=2_000)
    evidence = models.CharField(_("on which evidence"), max_length=300)
    evidence_url = models.URLField(_("its address"), max_length=300, blank=True)
    rests_on = models.ForeignKey(  # struck, it takes the verdict back with it
        "commitments.Progress", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    missing = models.CharField(_("what is missing"), max_length=300, blank=True)
    judged_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    judged_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        "people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_on = models.DateField(null=True, blank=True)
    notice_on = models.DateField(null=True, blank=True)  # the first day there was a page for them to read
    told_on = models.DateField(_("told them on"), null=True, blank=True)
    how_told = models.CharField(_("how they were told"), max_length=160, blank=True)
    page_words = models.TextField(_("as the page would read"), max_length=4_000, blank=True)
    counts_from = models.DateField(null=True, blank=True)  # the first day on which it is the status; empty: not yet
    reply_hash = models.CharField(max_length=64, blank=True)  # of the link by which their office replies
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        "people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_because = models.CharField(max_length=300, blank=True)

    objects = JudgementQuerySet.as_manager()

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            models.CheckConstraint(name="no_verdict_without_evidence", condition=~Q(evidence="") & ~Q(reasons="")),
            models.CheckConstraint(
                name="a_verdict_is_confirmed_by_another",
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("judged_by")),
            ),
            models.CheckConstraint(
                name="broken_needs_two_and_notice",
                condition=~Q(verdict="broken")
                | Q(counts_from=None)
                | Q(confirmed_by__isnull=False, confirmed_on__isnull=False, told_on__isnull=False),
            ),
            models.CheckConstraint(
                name="they_are_told_once_there_is_a_notice",
                condition=Q(told_on=None) | Q(notice_on__isnull=False, told_on__gte=F("notice_on")),
            ),
            models.CheckConstraint(
                name="partly_kept_says_what_is_missing", condition=~Q(verdict="partly") | ~Q(missing="")
            ),
            models.UniqueConstraint(
                fields=["commitment", "verdict"], condition=Q(withdrawn_on=None), name="one_standing_verdict_of_a_kind"
            ),
            models.UniqueConstraint(
                fields=["reply_hash"], condition=~Q(reply_hash=""), name="one_verdict_of_a_reply_link"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verdict} on {self.on}"


class OfficeReply(Record):
    """What the speaker's office says itself: its writer and their role, shown once a keeper knows it came from them."""

    labels = label(
        content="words writer role confirmed_how refused_because",
        contact="email",
        operational="commitment judgement language secret_hash received_at address_shown_at confirmed_by confirmed_at "
        "refused_at",
        kept="words writer role confirmed_how refused_because",
    )
    scope = "commitment__group__path"

    commitment = models.ForeignKey("commitments.Commitment", on_delete=models.CASCADE, related_name="+")
    judgement = models.ForeignKey(Judgement, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    words = models.TextField(_("their reply"), max_length=4_000)
    writer = models.CharField(_("who writes"), max_length=120)
    role = models.CharField(_("in which role"), max_length=120)
    email = models.EmailField(_("from the office's address"))
    language = models.CharField(max_length=2, default="en")
    secret_hash = models.CharField(max_length=64, blank=True)  # of the link that we sent to that address
    received_at = models.DateTimeField()
    address_shown_at = models.DateTimeField(null=True, blank=True)  # when whoever reads that address opened the link
    confirmed_by = models.ForeignKey(
        "people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_how = models.CharField(_("how you made sure"), max_length=200, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
    refused_because = models.CharField(max_length=200, blank=True)

    objects = OfCommitmentQuerySet["OfficeReply"].as_manager()

    class Meta:
        ordering = ["received_at", "id"]
        verbose_name_plural = "office replies"
        constraints = [
            models.CheckConstraint(
                name="a_reply_is_confirmed_or_refused", condition=Q(confirmed_at=None) | Q(refused_at=None)
            )
        ]

    def __str__(self) -> str:
        return f"reply {self.pk}"
