"""Handing over: a leader or organiser leaves, and their people come to know somebody else, one by one."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.permissions import HAND_OVER_FOR_OTHERS

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class HandingOverQuerySet(models.QuerySet["HandingOver"]):
    """Which handings over."""

    def visible_to(self, account: "Account") -> Self:
        """One's own, and those of the groups one answers for; never of somebody kept safe."""
        seen = account.sight.of_group("group", HAND_OVER_FOR_OTHERS)
        if account.person_id:
            seen |= Q(person=account.person_id)
        return self.filter(seen, account.sight.unless_protected("person"))

    def open(self) -> Self:
        """Those under way."""
        return self.filter(ended_at=None, called_off_at=None)


class HandingOver(Record):
    """Somebody leaves their work in a group. It is under way until it ends, or is called off because they stay."""

    labels = label(
        operational="person group introducer begun_by begun_at ended_at ended_by called_off_at",
    )
    scope = "group__path"

    person = models.ForeignKey(
        "people.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("who is leaving")
    )
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    # Who owes the introductions: whoever leaves, or an organiser where they are gone already.
    introducer = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    begun_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    called_off_at = models.DateTimeField(null=True, blank=True)

    objects = HandingOverQuerySet.as_manager()

    class Meta:
        ordering = ["-begun_at", "-id"]
        verbose_name_plural = "handings over"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "group"],
                condition=Q(ended_at=None, called_off_at=None),
                name="one_handing_over_under_way",
            ),
            models.CheckConstraint(
                name="handing_over_ended_by_somebody",
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
            models.CheckConstraint(
                name="handing_over_ends_in_one_way", condition=Q(ended_at=None) | Q(called_off_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"handing over {self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether it is under way."""
        return self.ended_at is None and self.called_off_at is None

    @property
    def is_without_them(self) -> bool:
        """Whether somebody else makes the introductions, because they are gone already."""
        return self.introducer_id != self.person_id


class HandedOverQuerySet(models.QuerySet["HandedOver"]):
    """Which people were handed over."""

    def visible_to(self, account: "Account") -> Self:
        """Those of handings over that the account may see, and itself; of nobody kept safe."""
        seen = Q(handing_over__in=HandingOver.objects.visible_to(account))
        if account.person_id:
            seen |= Q(person=account.person_id)
        sight = account.sight
        return self.filter(seen, sight.unless_protected("person"), sight.unless_protected("next_contact"))

    def waiting(self) -> Self:
        """Those of whom the word is awaited on the private notes about them."""
        return self.filter(notes_wait_until__isnull=False, notes_fate="")


class HandedOver(Record):
    """One of their people: who is the next contact, or nobody; the introduction owed; and the private notes' fate.

    The notes go to the next contact only where the person says so; nobody reads them meanwhile.
    """

    class Fate(models.TextChoices):
        PASSED_ON = "passed_on", _("passed on, as they wished")
        DESTROYED = "destroyed", _("destroyed, as they wished")
        UNANSWERED = "unanswered", _("destroyed, as nobody said otherwise in time")

    labels = label(
        operational="handing_over person next_contact introduction decided_by decided_at"
        " notes_wait_until notes_fate notes_settled_by notes_settled_at",
    )
    scope = "handing_over__group__path"

    handing_over = models.ForeignKey(HandingOver, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    next_contact = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    introduction = models.OneToOneField(
        "people.NextStep", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    notes_wait_until = models.DateField(null=True, blank=True)
    notes_fate = models.CharField(max_length=10, choices=Fate, blank=True)
    notes_settled_by = models.ForeignKey(
        "people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    notes_settled_at = models.DateTimeField(null=True, blank=True)

    objects = HandedOverQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "handed over"
        constraints = [
            models.UniqueConstraint(fields=["handing_over", "person"], name="each_is_handed_over_once"),
            models.CheckConstraint(
                name="notes_are_settled_by_somebody",
                condition=Q(notes_fate="", notes_settled_by=None, notes_settled_at=None)
                | (
                    ~Q(notes_fate="")
                    & Q(notes_wait_until__isnull=False, notes_settled_by__isnull=False, notes_settled_at__isnull=False)
                ),
            ),
        ]
        indexes = [
            models.Index(
                fields=["notes_wait_until"],
                condition=Q(notes_fate="", notes_wait_until__isnull=False),
                name="notes_that_wait",
            )
        ]

    def __str__(self) -> str:
        return f"handed over {self.pk}"

    @property
    def is_awaited(self) -> bool:
        """Whether the person's word on the private notes is awaited."""
        return self.notes_wait_until is not None and not self.notes_fate
