"""Two records made one: who did it and when, what it moved, for as long as it can be undone, and the name that went."""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self, TypeVar
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models.membership import rights_over
from m4c.people.models.person import Person

if TYPE_CHECKING:
    from m4c.people.models.account import Account


Row = TypeVar("Row", bound=models.Model)


class PersonMergeQuerySet(models.QuerySet["PersonMerge"]):
    """Which merges."""

    def visible_to(self, account: "Account") -> Self:
        """Those of people whom the account sees."""
        return self.filter(kept__in=Person.objects.visible_to(account))

    def standing(self) -> Self:
        """Those that were not undone."""
        return self.filter(undone_at=None)


def rights_over_kept(merges: Collection[int]) -> Iterator[tuple[int, str]]:
    """The groups in which rights over merges are held: those of the person that stayed, as (merge id, path)."""
    kept = dict(PersonMerge.objects.filter(pk__in=merges).values_list("pk", "kept"))
    paths = list(rights_over(set(kept.values())))
    yield from ((merge, path) for merge, person in kept.items() for whose, path in paths if whose == person)


class PersonMerge(Record):
    """One record that went into another. It can be undone until `expires_at`; its traces go then, or when undone."""

    labels = label(identity="name", operational="kept other_uid by at expires_at undone_by undone_at")
    scope = staticmethod(rights_over_kept)

    kept = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    other_uid = models.UUIDField()
    name = models.CharField(max_length=210, blank=True)  # of the record that went; blank once it is expired
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("when"))
    expires_at = models.DateTimeField(db_index=True)
    undone_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = PersonMergeQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="merge_undone_by_somebody",
                condition=Q(undone_at=None, undone_by=None) | Q(undone_at__isnull=False, undone_by__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"merge {self.pk}"

    def can_be_undone(self, at: datetime) -> bool:
        """Whether its traces are still kept."""
        return self.undone_at is None and at < self.expires_at


class MergeTrace(models.Model):
    """What a merge did to some rows of one table: `before` None says that it made them, `after` None that they went.

    Values go by column names, as JSON holds them; rows that merely came to point elsewhere share one trace.
    """

    labels = label(content="before after", operational="merge position table ids")

    merge = models.ForeignKey(PersonMerge, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveIntegerField()
    table = models.CharField(max_length=80)  # "events.attendance"
    ids = models.JSONField(default=list)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        ordering = ["merge", "position"]
        constraints = [models.UniqueConstraint(fields=["merge", "position"], name="one_trace_at_a_position")]

    def __str__(self) -> str:
        return f"trace {self.position} of merge {self.merge_id}"


class PersonAlias(models.Model):
    """A uid that once named a record of its own, and answers with the person it was made one with."""

    labels = label(operational="person answers_to")

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    answers_to = models.UUIDField(unique=True)

    def __str__(self) -> str:
        return f"alias {self.pk}"


def any_named_by(uids: Collection[UUID] | Collection[str]) -> Q:
    """People whom one of these uids names, their own or one of a record that was made one with theirs."""
    return Q(uid__in=uids) | Q(pk__in=PersonAlias.objects.filter(answers_to__in=uids).values("person"))


def named_by(uid: UUID, rows: "models.QuerySet[Row]", at: str = "") -> Row | None:
    """The one of these rows whose person, at `at` or the row itself, a uid names; None where there is none.

    Where it is nobody's own any more it is asked, in a second query, of those who were made one with another.
    """
    own = rows.filter(**{f"{at}__uid" if at else "uid": uid}).first()
    return own or rows.filter(**{f"{at or 'pk'}__in": made_one_with(uid)}).first()


def made_one_with(uid: UUID) -> "models.QuerySet[PersonAlias, Any]":
    """The id of the person with whom the one of this uid was made one, as rows with a `person`."""
    return PersonAlias.objects.filter(answers_to=uid).values("person")
