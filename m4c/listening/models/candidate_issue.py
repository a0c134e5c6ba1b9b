"""Candidate issues: what might be won of a problem, and how those present scored each."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.listening.permissions import SEE_LISTENING
from m4c.people.models import Account


class CandidateIssueQuerySet(models.QuerySet["CandidateIssue"]):
    """Which candidates."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups."""
        return self.filter(account.sight.of_group("group", SEE_LISTENING))


class CandidateIssue(Record):
    """A specific change that might be won, who can grant it and by when; cut from a theme."""

    labels = label(content="change who_can_grant", operational="group theme by_when made_by made_at withdrawn_at")
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    theme = models.ForeignKey("listening.Theme", on_delete=models.PROTECT, related_name="+", verbose_name=_("theme"))
    change = models.CharField(_("the change, exactly"), max_length=200)
    who_can_grant = models.CharField(_("who can grant it"), max_length=160)
    by_when = models.DateField(_("by when"), null=True, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = CandidateIssueQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "id"]

    def __str__(self) -> str:
        return self.change


class IssueScore(models.Model):
    """How one of those present scored a candidate on one line of the checklist (domain.md, A1)."""

    labels = label(special="score", operational="candidate scorer slip criterion at", kept="score")

    candidate = models.ForeignKey("listening.CandidateIssue", on_delete=models.CASCADE, related_name="+")
    scorer = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    slip = models.PositiveIntegerField(null=True, blank=True)  # the number of a paper that bears no name
    criterion = models.CharField(max_length=20)
    score = models.PositiveSmallIntegerField()  # 0 no, 1 partly, 2 yes
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["candidate", "scorer", "criterion"],
                condition=Q(scorer__isnull=False),
                name="one_score_of_somebody",
            ),
            models.UniqueConstraint(
                fields=["candidate", "slip", "criterion"], condition=Q(slip__isnull=False), name="one_score_of_a_slip"
            ),
            models.CheckConstraint(name="a_score_of_0_to_2", condition=Q(score__lte=2)),
            models.CheckConstraint(
                name="a_score_is_somebodys",
                condition=Q(scorer=None, slip__isnull=False) | Q(scorer__isnull=False, slip=None),
            ),
        ]

    def __str__(self) -> str:
        return f"score {self.pk}"
