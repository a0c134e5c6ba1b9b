"""What became of a commitment, entry by entry, with evidence and who says so; the link by which others add to it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models.seen import OfCommitmentQuerySet
from m4c.core.labels import label
from m4c.core.models import Record


class ProgressQuerySet(OfCommitmentQuerySet["Progress"]):
    """Which entries."""

    def standing(self) -> Self:
        """Those that count: confirmed where they came from outside, and not struck."""
        return self.filter(Q(is_from_outside=False) | Q(confirmed_at__isnull=False), struck_at=None, refused_at=None)

    def held(self) -> Self:
        """Those from outside that a keeper has still to look at."""
        return self.filter(is_from_outside=True, confirmed_at=None, refused_at=None, struck_at=None)


class Progress(Record):
    """One dated entry on a commitment.

    A count adds `amount` up; an amount or a percentage is the level that was reached; done is done. `lapse` says that
    an ongoing one was not held to on that day.
    """

    class Kind(models.TextChoices):
        STEP = "step", _("a step on the way")
        REACHED = "reached", _("so far reached")
        DONE = "done", _("done")
        LAPSE = "lapse", _("not held to")

    labels = label(
        content="words evidence says_who from_words file_name refused_because struck_because",
        contact="from_email",
        operational="commitment kind on amount evidence_url is_from_outside link confirmed_by confirmed_at refused_at "
        "struck_at added_by added_at file_uid file_type file_size file_shown_at file_shown_by",
        kept="words evidence says_who refused_because struck_because",
    )
    scope = "commitment__group__path"

    commitment = models.ForeignKey("commitments.Commitment", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("kind"), max_length=7, choices=Kind, default=Kind.STEP)
    on = models.DateField(_("when"))
    amount = models.DecimalField(_("how much"), max_digits=14, decimal_places=2, null=True, blank=True)
    words = models.CharField(_("what happened"), max_length=400, blank=True)
    evidence = models.CharField(_("evidence"), max_length=300, blank=True)
    evidence_url = models.URLField(_("its address"), max_length=300, blank=True)
    says_who = models.CharField(_("who says so"), max_length=160, blank=True)  # blank: somebody whom it concerns
    # Brought by those affected, by their link: held until a keeper confirms it.
    is_from_outside = models.BooleanField(default=False)
    link = models.ForeignKey(
        "commitments.EvidenceLink", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    from_words = models.CharField(_("their name, if they want to give it"), max_length=120, blank=True)
    from_email = models.EmailField(_("where we may ask back"), blank=True)
    confirmed_by = models.ForeignKey(
        "people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
    refused_because = models.CharField(max_length=200, blank=True)
    # Its file, if it has one, lies with the documents under this uid (people/documents/files.py).
    file_uid = models.UUIDField(null=True, blank=True, unique=True)
    file_name = models.CharField(_("file"), max_length=200, blank=True)
    file_type = models.CharField(max_length=4, blank=True)
    file_size = models.PositiveIntegerField(null=True, blank=True)
    file_shown_at = models.DateTimeField(null=True, blank=True)  # when somebody chose that everybody may open it
    file_shown_by = models.ForeignKey(
        "people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    struck_at = models.DateTimeField(null=True, blank=True)
    struck_because = models.CharField(max_length=200, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = ProgressQuerySet.as_manager()

    class Meta:
        ordering = ["on", "id"]
        verbose_name_plural = "progress"
        constraints = [
            models.CheckConstraint(
                name="progress_is_confirmed_or_refused", condition=Q(confirmed_at=None) | Q(refused_at=None)
            ),
            models.CheckConstraint(
                name="so_far_reached_has_its_amount", condition=~Q(kind="reached") | Q(amount__isnull=False)
            ),
            models.CheckConstraint(
                name="progress_says_who_says_so", condition=~Q(says_who="") | Q(is_from_outside=True)
            ),
            models.CheckConstraint(
                name="a_file_is_shown_once_confirmed",
                condition=Q(file_shown_at=None, file_shown_by=None)
                | Q(file_uid__isnull=False, file_shown_at__isnull=False, file_shown_by__isnull=False)
                & (Q(is_from_outside=False) | Q(confirmed_at__isnull=False)),
            ),
        ]
        indexes = [models.Index(fields=["commitment", "on"], name="progress_of_a_commitment")]

    def __str__(self) -> str:
        return f"{self.kind} on {self.on}"

    @property
    def who_says(self) -> str:
        """Who says so, as it is read: of what came from outside no name stands, and each reader is told in theirs."""
        return self.says_who or gettext("Somebody whom it concerns")


class EvidenceLink(Record):
    """A secret link by which those affected add evidence to one commitment, until a day."""

    labels = label(content="for_whom", operational="commitment secret_hash ends_on ended_at made_by made_at")
    scope = "commitment__group__path"

    commitment = models.ForeignKey("commitments.Commitment", on_delete=models.CASCADE, related_name="+")
    for_whom = models.CharField(_("for whom"), max_length=120)
    secret_hash = models.CharField(max_length=64, unique=True)
    ends_on = models.DateField(_("until"))
    ended_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects = OfCommitmentQuerySet["EvidenceLink"].as_manager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"evidence link {self.pk}"
