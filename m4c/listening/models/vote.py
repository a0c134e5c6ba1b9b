"""Who may vote in a ballot and did, by which means, and what was voted."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.listening.permissions import SEE_LISTENING
from m4c.people.models import Account


class VoterQuerySet(models.QuerySet["Voter"]):
    """Which voters."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups' ballots, and oneself; never somebody kept safe."""
        seen = account.sight.of_group("ballot__group", SEE_LISTENING)
        if account.person_id:
            seen |= Q(person=account.person_id)
        return self.filter(seen, account.sight.unless_protected("person"))

    def by_name(self) -> Self:
        """Those of somebody who stands on record, in the order of lists, with whom they are of."""
        return self.filter(person__isnull=False).select_related("person").order_by("person__sort_name", "person")

    def after(self, voter: "Voter") -> Self:
        """Of one ballot's by name, those that come after this one."""
        name = voter.person.sort_name if voter.person else ""
        return self.filter(Q(person__sort_name__gt=name) | Q(person__sort_name=name, person__gt=voter.person_id))

    def before(self, voter: "Voter") -> Self:
        """Of one ballot's by name, those that come before this one."""
        name = voter.person.sort_name if voter.person else ""
        return self.filter(Q(person__sort_name__lt=name) | Q(person__sort_name=name, person__lt=voter.person_id))


class Voter(Record):
    """One vote that somebody may cast: a person's, or whoever holds a slip with its code. Says whether it was cast, and
    how, never what was voted in a secret ballot.
    """

    class Means(models.TextChoices):
        CODE = "code", _("by phone, with a code")
        LINK = "link", _("by their own link")
        ACCOUNT = "account", _("signed in, by their own account")
        PAPER = "paper", _("on paper, typed in")
        HANDS = "hands", _("by show of hands")
        BEHALF = "behalf", _("phoned, cast on their behalf")

    labels = label(content="words", operational="ballot person number code_hash scored_at voted_at means cast_by")
    scope = "ballot__group__path"

    ballot = models.ForeignKey("listening.Ballot", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    number = models.PositiveIntegerField(null=True, blank=True)  # of a slip or a paper that bears no name
    code_hash = models.CharField(max_length=64, blank=True)
    scored_at = models.DateTimeField(null=True, blank=True)  # on the checklist, where that is done once
    voted_at = models.DateTimeField(null=True, blank=True)
    means = models.CharField(max_length=8, choices=Means, blank=True)
    cast_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(_("how it was taken down"), max_length=200, blank=True)

    objects = VoterQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["ballot", "person"], condition=Q(person__isnull=False), name="one_person_one_vote"
            ),
            models.UniqueConstraint(
                fields=["ballot", "number"], condition=Q(number__isnull=False), name="one_slip_one_vote"
            ),
            models.UniqueConstraint(fields=["code_hash"], condition=~Q(code_hash=""), name="one_code_one_vote"),
            models.CheckConstraint(
                name="a_vote_is_cast_by_some_means",
                condition=Q(voted_at=None, means="") | (Q(voted_at__isnull=False) & ~Q(means="")),
            ),
        ]

    def __str__(self) -> str:
        return f"voter {self.pk}"


class Vote(models.Model):
    """What was voted: options by rank, or with their dots. In a secret ballot nothing leads from here to a voter, and
    rows are kept in no order that tells when each was cast.
    """

    labels = label(special="choices", operational="ballot voter key", kept="choices")

    ballot = models.ForeignKey("listening.Ballot", on_delete=models.CASCADE, related_name="+")
    voter = models.OneToOneField(
        "listening.Voter", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )  # in an open ballot alone
    key = models.UUIDField(unique=True)  # random: votes are read in its order
    choices = models.JSONField()  # [option id, ...] by rank, or {option id: dots}

    class Meta:
        ordering = [F("key").asc()]

    def __str__(self) -> str:
        return f"vote {self.key}"
