"""A membership: a person in a group over a period, in a role."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Which memberships."""

    def visible_to(self, account: "Account") -> Self:
        """Those in the account's groups, ended ones too, one's own, and those of people whom a leader knows there."""
        return self.filter(account.sight.of_memberships(), account.sight.unless_protected("person"))

    def open(self) -> Self:
        """Those that have not ended."""
        return self.filter(ended_on=None)


class Membership(Record):
    """A person in a group, as supporter where nothing more was said."""

    class Role(models.TextChoices):
        SUPPORTER = "supporter", _("supporter")
        MEMBER = "member", _("member")
        COMMITTEE = "committee", _("committee")
        CHAIR = "chair", _("chair")
        SECRETARY = "secretary", _("secretary")
        TREASURER = "treasurer", _("treasurer")
        LEADER = "leader", _("leader")
        ORGANISER = "organiser", _("organiser")

    labels = label(special="group role", operational="person started_on ended_on made_at", kept="group role")
    scope = "group__path"

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="memberships")
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("role"), max_length=12, choices=Role, default=Role.SUPPORTER)
    started_on = models.DateField(_("since"), null=True, blank=True)
    ended_on = models.DateField(_("until"), null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "group", "role"], condition=Q(ended_on=None), name="one_open_membership_in_a_role"
            ),
            models.CheckConstraint(
                name="membership_ends_after_it_starts",
                condition=Q(ended_on=None) | Q(started_on=None) | Q(ended_on__gte=F("started_on")),
            ),
        ]
        indexes = [models.Index(fields=["group", "person"], name="members_of_a_group")]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, membership {self.pk}"

    @property
    def is_former(self) -> bool:
        """Whether it has ended."""
        return self.ended_on is not None
