"""Keep safe: a person hidden everywhere at one press, who confirmed it, and who has looked since."""

from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.permissions import SEE_AUDIT
from m4c.core.visibility import EVERYWHERE
from m4c.people.permissions import SEE_PROTECTED
from m4c.people.written import Sql, by_sql, found_in_none

if TYPE_CHECKING:
    from m4c.people.models.account import Account

CONFIRM_WITHIN = timedelta(days=2)
SLIP = timedelta(minutes=10)  # docs/decisions: how long whoever pressed by mistake may take it back


class ProtectionQuerySet(models.QuerySet["Protection"]):
    """Which protections."""

    def active(self) -> Self:
        """Those in force, confirmed or still waiting."""
        return self.filter(lifted_at=None)

    def visible_to(self, account: "Account") -> Self:
        """Those a safeguarding lead answers for, those whose contact the account is, and those it placed itself."""
        return self.filter(account.sight.of_protected())

    def in_charge_of(self, account: "Account") -> Self:
        """Those that the account answers for as safeguarding lead."""
        return self.filter(account.sight.of_group("group", SEE_PROTECTED))

    def unconfirmed(self) -> Self:
        """Those still waiting to be confirmed or lifted."""
        return self.active().filter(confirmed_at=None)


def not_kept_safe(person: str) -> Q:
    """Rows whose person, at this field, is not kept safe: for what is told to nobody, not even to her own contact."""
    return by_sql(person, nobody_kept_safe())


@cache
def nobody_kept_safe() -> Sql:
    """That a column holds nobody who is kept safe."""
    return found_in_none(Protection.objects.active())


def is_kept_safe(*people: int | None) -> bool:
    """Whether any of these people, by id, is kept safe: for rules, since it says so whoever may know."""
    return Protection.objects.active().filter(person__in=people).exists()


def kept_safe_since(when: str) -> Q:
    """Whether anybody was kept safe since the time in this field of a row: what was made then might still name them.

    So was whoever was made one since then with somebody kept safe before.
    """
    from m4c.people.models.person_merge import PersonMerge  # which asks who is kept safe

    kept_safe = Protection.objects.active().values("person")
    merged = PersonMerge.objects.standing().filter(at__gte=OuterRef(when), kept__in=kept_safe)
    return Q(Exists(Protection.objects.filter(placed_at__gte=OuterRef(when)))) | Q(Exists(merged))


class Protection(Record):
    """A person kept safe. Hidden from the moment it is placed; a named person confirms it within two days."""

    labels = label(
        contact="safe_email",
        content="safe_contact_note",
        special="contact",
        operational="person group placed_by placed_at confirm_by confirmed_by confirmed_at lifted_by lifted_at",
    )
    scope = "group__path"

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    safe_contact_note = models.CharField(_("how to reach them safely"), max_length=500, blank=True)
    # The one address that only they read: nothing of theirs is ever written to another.
    safe_email = models.EmailField(_("an e-mail address that only they read"), max_length=254, blank=True)
    placed_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    placed_at = models.DateTimeField()
    confirm_by = models.DateTimeField(db_index=True)
    confirmed_by = models.ForeignKey(
        "people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)

    objects = ProtectionQuerySet.as_manager()

    class Meta:
        ordering = ["confirm_by", "id"]
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(lifted_at=None), name="one_protection_of_a_person"),
            models.CheckConstraint(
                name="protection_confirmed_by_somebody",
                condition=Q(confirmed_at=None, confirmed_by=None)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="protection_lifted_by_somebody",
                condition=Q(lifted_at=None, lifted_by=None) | Q(lifted_at__isnull=False, lifted_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"protection {self.pk}"

    def is_overdue(self, at: datetime) -> bool:
        """Whether nobody has confirmed or lifted it in time."""
        return self.confirmed_at is None and self.lifted_at is None and at > self.confirm_by

    def may_be_a_slip(self, account: "Account", at: datetime) -> bool:
        """Whether the one who placed it may still take it back: within minutes, and before anybody confirmed it."""
        mine = self.placed_by_id == account.pk and self.confirmed_at is None and self.lifted_at is None
        return mine and at - self.placed_at <= SLIP


class ProtectedLookQuerySet(models.QuerySet["ProtectedLook"]):
    """Which looks."""

    def visible_to(self, account: "Account") -> Self:
        """Those at the records that a safeguarding lead answers for; all, for whoever sees the audit."""
        if account.may(SEE_AUDIT, EVERYWHERE):
            return self
        return self.filter(account.sight.of_group("protection__group", SEE_PROTECTED))


class ProtectedLook(models.Model):
    """Somebody opened a protected person's record: who, when, by which door, and why where the door asks."""

    labels = label(content="reason", operational="protection by at door", kept="reason")
    scope = "protection__group__path"

    protection = models.ForeignKey(Protection, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    door = models.CharField(max_length=60)
    reason = models.CharField(_("why they looked"), max_length=300, blank=True)

    objects = ProtectedLookQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"look {self.pk} at protection {self.protection_id}"
