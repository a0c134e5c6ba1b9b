"""A ballot: what a group puts to its own, the options, and the result with its rounds."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.pages import beyond
from m4c.listening.permissions import SEE_LISTENING
from m4c.people.models import Account


class BallotQuerySet(models.QuerySet["Ballot"]):
    """Which ballots."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups, and those in which one has a vote."""
        seen = account.sight.of_group("group", SEE_LISTENING)
        if account.person_id:
            from m4c.listening.models.vote import Voter  # a vote belongs to a ballot

            seen |= Q(pk__in=Voter.objects.filter(person=account.person_id).values("ballot"))
        return self.filter(seen)

    def after(self, ballot: "Ballot") -> Self:
        """Those that come after this one where the latest stands first."""
        return self.filter(beyond(ballot, "-made_at"))

    def before(self, ballot: "Ballot") -> Self:
        """Those that come before this one there."""
        return self.filter(beyond(ballot, "made_at"))


class Ballot(Record):
    """A question with options, and how it is decided. Once closed, `result` is what was counted, round by round."""

    class Method(models.TextChoices):
        HANDS = "hands", _("show of hands")
        DOTS = "dots", _("dots")
        RANKED = "ranked", _("ranked, by instant run-off")

    labels = label(
        content="title about decided",
        operational="group campaign event method is_secret dots quorum scores_shown_at opened_at closed_at closed_by "
        "result decision made_by made_at",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    campaign = models.ForeignKey(
        "listening.ListeningCampaign", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    event = models.ForeignKey(
        "events.Event",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("at which meeting"),
    )
    title = models.CharField(_("what is decided"), max_length=160)
    about = models.TextField(_("what to know first"), max_length=2_000, blank=True)
    method = models.CharField(_("how"), max_length=8, choices=Method)
    is_secret = models.BooleanField(_("secret"), default=True)
    dots = models.PositiveSmallIntegerField(_("dots for each"), default=3)
    quorum = models.PositiveIntegerField(_("how many must vote for it to hold"), default=0)
    scores_shown_at = models.DateTimeField(null=True, blank=True)  # of its candidate issues; none are taken any more
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    result = models.JSONField(null=True, blank=True)
    decided = models.TextField(_("what was decided, as minuted"), max_length=1_000, blank=True)
    decision = models.ForeignKey("events.Decision", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = BallotQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="a_ballot_closes_after_it_opens", condition=Q(closed_at=None) | Q(opened_at__isnull=False)
            ),
            models.CheckConstraint(
                name="a_closed_ballot_has_its_result",
                condition=Q(closed_at=None, result=None) | Q(closed_at__isnull=False, result__isnull=False),
            ),
            models.CheckConstraint(name="a_ballot_gives_some_dots", condition=Q(dots__gte=1)),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Whether votes are taken."""
        return self.opened_at is not None and self.closed_at is None

    @property
    def takes_scores(self) -> bool:
        """Whether those present may score its candidate issues: until that is shown, before the vote or during it."""
        return self.scores_shown_at is None and self.closed_at is None

    @property
    def shows_scores(self) -> bool:
        """Whether scores that bear no name may be read: not while each of them changes them."""
        return not self.takes_scores


class BallotOptionQuerySet(models.QuerySet["BallotOption"]):
    """Which options."""

    def visible_to(self, account: Account) -> Self:
        """Those of the ballots that one sees."""
        return self.filter(ballot__in=Ballot.objects.visible_to(account))


class BallotOption(Record):
    """One thing that may be voted for: words, and the theme or the candidate issue they stand for."""

    labels = label(content="words", special="scores", operational="ballot position theme candidate", kept="scores")
    scope = "ballot__group__path"

    ballot = models.ForeignKey("listening.Ballot", on_delete=models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()
    words = models.CharField(_("option"), max_length=200)
    theme = models.ForeignKey("listening.Theme", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    candidate = models.ForeignKey(
        "listening.CandidateIssue", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    scores = models.JSONField(default=dict, blank=True)  # of a candidate, by those whose scores bear no name: counts

    objects = BallotOptionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["ballot", "words"], name="one_option_of_these_words")]

    def __str__(self) -> str:
        return self.words
