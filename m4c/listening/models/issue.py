"""An issue: the specific, winnable change that a group decided to act on, where it comes from and who decided."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.pages import beyond
from m4c.listening.permissions import SEE_LISTENING
from m4c.people.models import Account


class IssueQuerySet(models.QuerySet["Issue"]):
    """Which issues."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups."""
        return self.filter(account.sight.of_group("group", SEE_LISTENING))

    def after(self, issue: "Issue") -> Self:
        """Those that come after this one where the latest stands first."""
        return self.filter(beyond(issue, "-chosen_on"))

    def before(self, issue: "Issue") -> Self:
        """Those that come before this one there."""
        return self.filter(beyond(issue, "chosen_on"))


class Issue(Record):
    """What a group decided to act on: a specific change, who can grant it, by when, and who chose it and how."""

    class Outcome(models.TextChoices):
        TAKEN_UP = "taken_up", _("taken up by a campaign")
        WON = "won", _("won")
        LEFT = "left", _("left")

    labels = label(
        content="name problem change who_can_grant how_decided",
        operational="group campaign candidate ballot event by_when chosen_on outcome outcome_on made_by made_at",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    campaign = models.ForeignKey(
        "listening.ListeningCampaign", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    candidate = models.OneToOneField(
        "listening.CandidateIssue", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ballot = models.ForeignKey("listening.Ballot", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    event = models.ForeignKey("events.Event", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(_("name"), max_length=120)
    problem = models.CharField(_("the problem, as people said it"), max_length=400, blank=True)
    change = models.CharField(_("the change, exactly"), max_length=200)
    who_can_grant = models.CharField(_("who can grant it"), max_length=160)
    by_when = models.DateField(_("by when"), null=True, blank=True)
    chosen_on = models.DateField(_("chosen on"))
    how_decided = models.CharField(_("how it was decided"), max_length=400, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    outcome_on = models.DateField(null=True, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = IssueQuerySet.as_manager()

    class Meta:
        ordering = ["-chosen_on", "-id"]
        constraints = [
            models.CheckConstraint(
                name="an_issue_is_settled_on_a_day", condition=Q(outcome="") | Q(outcome_on__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.name


class IssueTheme(models.Model):
    """A theme that an issue comes from; with it come its concerns, meetings and people."""

    labels = label(operational="issue theme")

    issue = models.ForeignKey("listening.Issue", on_delete=models.CASCADE, related_name="+")
    theme = models.ForeignKey("listening.Theme", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["issue", "theme"], name="one_theme_of_an_issue")]

    def __str__(self) -> str:
        return f"issue {self.issue_id} from theme {self.theme_id}"


class IssueDecider(models.Model):
    """Somebody who decided on an issue, and where they stood."""

    class Stood(models.TextChoices):
        FOR = "for", _("for it")
        AGAINST = "against", _("against it")
        ABSTAINED = "abstained", _("abstained")

    labels = label(special="stood", content="words", operational="issue person")

    issue = models.ForeignKey("listening.Issue", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    stood = models.CharField(max_length=9, choices=Stood)
    words = models.CharField(_("why"), max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["issue", "person"], name="one_word_of_a_decider")]

    def __str__(self) -> str:
        return f"{self.stood} issue {self.issue_id}"
