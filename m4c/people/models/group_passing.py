"""A group that closes or passes to another, and each of its people who is asked, not moved: what they answered."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.visibility import PublicQuerySet
from m4c.people.permissions import SEE_PEOPLE

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class GroupPassingQuerySet(PublicQuerySet):
    """Which closings."""

    def standing(self) -> Self:
        """Those that were not called off."""
        return self.filter(called_off_at=None)


class GroupPassing(Record):
    """A group is to close on a day, and may pass to another. The group itself ends by an operation of its own."""

    labels = label(
        content="why", operational="group into closes_on begun_by begun_at called_off_by called_off_at", kept="why"
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.CASCADE, related_name="+")
    into = models.ForeignKey("people.Group", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    closes_on = models.DateField(_("on which day it closes"))
    why = models.CharField(_("why, in words its people may read"), max_length=500)
    begun_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    called_off_by = models.ForeignKey(
        "people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    called_off_at = models.DateTimeField(null=True, blank=True)

    objects = GroupPassingQuerySet.as_manager()

    class Meta:
        ordering = ["-begun_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["group"], condition=Q(called_off_at=None), name="one_standing_passing_of_a_group"
            ),
            models.CheckConstraint(name="a_group_passes_to_another", condition=~Q(into=F("group"))),
            models.CheckConstraint(
                name="passing_called_off_by_somebody",
                condition=Q(called_off_at=None, called_off_by=None)
                | Q(called_off_at__isnull=False, called_off_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.group)


class PassingAskingQuerySet(models.QuerySet["PassingAsking"]):
    """Which askings."""

    def visible_to(self, account: "Account") -> Self:
        """One's own answer to give, those one is to ask, and those of groups whose people one sees; of nobody kept
        safe.
        """
        sight = account.sight
        seen = sight.of_group("passing__group", SEE_PEOPLE) | Q(asker=account.pk)
        if account.person_id:
            seen |= Q(person=account.person_id)
        return self.filter(seen, sight.unless_protected("person"))

    def open(self) -> Self:
        """Those nobody has answered, of closings that stand and people who can be asked."""
        asked = self.filter(answer="", passing__called_off_at=None)
        return asked.filter(person__died_on=None, person__moved_away_on=None)


class PassingAsking(Record):
    """One of a closing group's people: who asks them, and what they want. Nothing moves before they answer."""

    class Answer(models.TextChoices):
        ALONG = "along", _("goes along to the other group")
        MOVEMENT = "movement", _("stays with the movement only")
        LEAVE = "leave", _("leaves")

    labels = label(special="answer", content="words", operational="passing person asker answered_at recorded_by")
    scope = "passing__group__path"

    passing = models.ForeignKey(GroupPassing, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    asker = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    answer = models.CharField(_("answer"), max_length=8, choices=Answer, blank=True)
    words = models.CharField(_("in their words"), max_length=300, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = PassingAskingQuerySet.as_manager()

    class Meta:
        ordering = ["person__sort_name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["passing", "person"], name="a_person_is_asked_once_of_a_passing"),
            models.CheckConstraint(
                name="an_answer_was_recorded_by_somebody",
                condition=Q(answer="", answered_at=None, recorded_by=None)
                | (~Q(answer="") & Q(answered_at__isnull=False, recorded_by__isnull=False)),
            ),
        ]
        indexes = [models.Index(fields=["person"], condition=Q(answer=""), name="askings_of_somebody")]

    def __str__(self) -> str:
        return f"asking {self.pk}"
