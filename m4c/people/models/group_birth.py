"""How a group came to be: forming, named, formal, each with its day; what it grew out of, and who supported it."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.visibility import PublicQuerySet
from m4c.people.permissions import SEE_KNOWN_PEOPLE

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class GroupStage(Record):
    """A step in a group's birth, on the day it happened, and who wrote it down."""

    class Stage(models.TextChoices):
        FORMING = "forming", _("forming: people began to meet")
        NAMED = "named", _("named: it has a name of its own")
        FORMAL = "formal", _("formal: it has officers and rules")

    labels = label(operational="group stage on by at")
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.CASCADE, related_name="+")
    stage = models.CharField(_("step"), max_length=8, choices=Stage)
    on = models.DateField(_("on which day"))
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = PublicQuerySet.as_manager()

    class Meta:
        ordering = ["on", "id"]
        constraints = [models.UniqueConstraint(fields=["group", "stage"], name="a_group_is_in_a_stage_once")]

    def __str__(self) -> str:
        return f"{self.stage}, group {self.group_id}"

    @property
    def word(self) -> str:
        """The step in one word: forming, named, formal."""
        return str(self.get_stage_display()).partition(":")[0]


class GroupOrigin(Record):
    """What a group grew out of: another group, a gathering on record, or what nobody recorded, in words."""

    labels = label(content="words", operational="group earlier source_type source_id by at", kept="words")
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.CASCADE, related_name="+")
    words = models.CharField(_("in words"), max_length=300, blank=True)
    earlier = models.ForeignKey("people.Group", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    source_type = models.CharField(max_length=60, blank=True)  # "events.event"
    source_id = models.BigIntegerField(null=True, blank=True)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = PublicQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="an_origin_has_a_whole_source",
                condition=Q(source_type="", source_id=None) | (~Q(source_type="") & Q(source_id__isnull=False)),
            ),
            models.CheckConstraint(
                name="an_origin_says_something",
                condition=~Q(words="") | Q(earlier__isnull=False) | Q(source_id__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"origin {self.pk}"


class GroupSupporterQuerySet(models.QuerySet["GroupSupporter"]):
    """Which supporters."""

    def visible_to(self, account: "Account") -> Self:
        """Groups and bodies, as everybody may know them; people for those of the group, and nobody kept safe."""
        sight = account.sight
        seen = Q(person=None) | sight.of_group("group", SEE_KNOWN_PEOPLE)
        if account.person_id:
            seen |= Q(person=account.person_id)
        return self.filter(seen, sight.unless_protected("person"))


class GroupSupporter(Record):
    """Who helped a group into life: one of our people, or another group or body; and how, in words."""

    labels = label(special="person", content="words", operational="group body by at")
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    body = models.ForeignKey("people.Group", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    words = models.CharField(_("how they helped"), max_length=200, blank=True)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = GroupSupporterQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="a_supporter_is_a_person_or_a_body",
                condition=Q(person__isnull=False, body=None) | Q(person=None, body__isnull=False),
            ),
            models.UniqueConstraint(fields=["group", "person"], name="a_person_supports_a_group_once"),
            models.UniqueConstraint(fields=["group", "body"], name="a_body_supports_a_group_once"),
        ]

    def __str__(self) -> str:
        return f"supporter {self.pk}"
