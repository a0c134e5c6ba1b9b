"""How an issue moves, and that those who were heard get word of it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.listening.permissions import SEE_LISTENING
from m4c.people.models import Account


class IssueMoveQuerySet(models.QuerySet["IssueMove"]):
    """Which moves."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups' issues."""
        return self.filter(account.sight.of_group("issue__group", SEE_LISTENING))


class IssueMove(Record):
    """How an issue moved, in a sentence; those heard who agreed to it are told."""

    labels = label(content="words", operational="issue on tells by made_at")
    scope = "issue__group__path"

    issue = models.ForeignKey("listening.Issue", on_delete=models.CASCADE, related_name="+")
    on = models.DateField(_("on"))
    words = models.TextField(_("what happened"), max_length=1_000)
    tells = models.BooleanField(_("tell those who were heard"), default=True)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = IssueMoveQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return f"move {self.pk}"


class WordBackQuerySet(models.QuerySet["WordBack"]):
    """Which words back."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups' issues, and those one is to tell; of somebody kept safe their own contact's alone."""
        seen = account.sight.of_group("move__issue__group", SEE_LISTENING)
        if account.person_id:
            seen |= Q(teller=account.person_id)
        return self.filter(seen, account.sight.unless_protected("person"))


class WordBack(models.Model):
    """That one of those heard is told of a move: once, by letter or by whoever is to ring them."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waits to go out")
        SENT = "sent", _("sent")
        FAILED = "failed", _("did not go out")
        TO_RING = "to_ring", _("to be rung or met")
        TOLD = "told", _("told")

    scope = "move__issue__group__path"
    labels = label(operational="move person state claimed_at settled_at failures teller")

    move = models.ForeignKey("listening.IssueMove", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    claimed_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    teller = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    objects = WordBackQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "words back"
        constraints = [models.UniqueConstraint(fields=["move", "person"], name="one_word_back_of_a_move")]
        indexes = [models.Index(fields=["state", "id"], name="words_back_that_wait")]

    def __str__(self) -> str:
        return f"word back {self.pk}"
