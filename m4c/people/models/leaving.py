"""A leaving: somebody went on their own wish, which nobody undoes but themselves; and its link in a letter."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models.group import Group
from m4c.people.models.sign_in_link import hash_of

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class LeavingQuerySet(models.QuerySet["Leaving"]):
    """Which leavings."""

    def visible_to(self, account: "Account") -> Self:
        """Those from the groups whose people one sees, and one's own; of nobody kept safe."""
        own = Q(person=account.person_id) if account.person_id else Q(pk__in=[])
        return self.filter(own | account.sight.of_group("group"), account.sight.unless_protected("person"))

    def standing(self) -> Self:
        """Those that nobody has taken back in their own word."""
        return self.filter(back_at=None)

    def on_the_way_to(self, group: Group) -> Self:
        """Those from a group, from one above it or from one below it: whoever left one of them stays out of all."""
        above = Q(group__path__in=group.ancestor_paths)
        return self.filter(above | Q(group__path__gte=group.path, group__path__lt=group.path_end))


class Leaving(Record):
    """Who left which group on their own wish, when, and how they said so. It stands until their own word."""

    class Way(models.TextChoices):
        OWN_PAGE = "own_page", _("on their own page")
        LETTER = "letter", _("by the link in a letter")
        TOLD = "told", _("told somebody of the group")

    labels = label(
        special="group", content="reason", operational="person on way by made_at back_at back_by", kept="group"
    )
    scope = "group__path"

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")
    on = models.DateField(_("on"))
    way = models.CharField(max_length=8, choices=Way)
    reason = models.CharField(_("why, if they like to say"), max_length=500, blank=True)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    back_at = models.DateTimeField(null=True, blank=True)
    back_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = LeavingQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "group"], condition=Q(back_at=None), name="one_standing_leaving_of_a_group"
            ),
            models.CheckConstraint(
                name="who_is_back_was_let_in_by_somebody",
                condition=Q(back_at=None, back_by=None) | Q(back_at__isnull=False, back_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"leaving {self.pk}"


class LeavingLinkQuerySet(models.QuerySet["LeavingLink"]):
    """Which links."""

    def visible_to(self, account: "Account") -> Self:
        """None: whoever holds the letter holds the link."""
        return self.none()

    def open(self, now: datetime) -> Self:
        """Those that still open something."""
        return self.filter(spent_at=None, expires_at__gt=now)

    def of_token(self, token: str) -> Self:
        """The one link of this secret, or none."""
        return self.filter(token_hash=hash_of(token))


class LeavingLink(models.Model):
    """A link in a letter by which somebody leaves a group with one press, once."""

    labels = label(special="group", operational="person token_hash made_at expires_at spent_at", kept="group")

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey("people.Group", on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    spent_at = models.DateTimeField(null=True, blank=True)

    objects = LeavingLinkQuerySet.as_manager()

    def __str__(self) -> str:
        return f"leaving link {self.pk}"

    @classmethod
    def waiting(cls, token: str, now: datetime) -> "LeavingLink | None":
        """The link of this secret, with its group, where it still opens something."""
        return cls.objects.open(now).of_token(token).select_related("group").first()
