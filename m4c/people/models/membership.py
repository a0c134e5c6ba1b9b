"""A membership: a person in a group over a period, in a role."""

from collections.abc import Collection, Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.prepared import prepared
from m4c.people.models.group import Group
from m4c.people.permissions import SEE_GROUPS
from m4c.people.written import by_sql, one_of

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

    def offices_told_to(self, account: "Account") -> Self:
        """Who held which office, in the groups that one belongs to or works in: no secret from their own people."""
        sight = account.sight
        here = sight.of_group("group", SEE_GROUPS)
        if account.person_id:
            own = Membership.objects.open().filter(person=account.person_id)
            here |= Q(group__in=own.values("group"))
        return self.filter(here | sight.of_memberships(), sight.unless_protected("person"), role__in=OFFICES)


class Membership(Record):
    """A person in a group, as supporter where nothing more was said.

    An office is a membership too: from when to when, and who said so. It says who answers for what and gives no right
    here: those come with the roles of an account. Of `other`, `words` is what the group itself calls it.
    """

    class Role(models.TextChoices):
        SUPPORTER = "supporter", _("supporter")
        MEMBER = "member", _("member")
        COMMITTEE = "committee", _("committee")
        WELCOMER = "welcomer", _("welcomer")
        COACH = "coach", _("coach")
        OTHER = "other", _("an office of its own name")
        CHAIR = "chair", _("chair")
        SECRETARY = "secretary", _("secretary")
        TREASURER = "treasurer", _("treasurer")
        LEADER = "leader", _("leader")
        ORGANISER = "organiser", _("organiser")

    labels = label(
        special="group role words",
        content="unit",
        operational="person started_on ended_on made_at said_by ended_by came_by",
        kept="group role words",
    )
    scope = "group__path"

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="memberships")
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", db_index=False)
    role = models.CharField(_("role"), max_length=12, choices=Role, default=Role.SUPPORTER)
    started_on = models.DateField(_("since"), null=True, blank=True)
    ended_on = models.DateField(_("until"), null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    # Where in it they are, typed: a block, a shop, a ward of the hospital, a shift.
    unit = models.CharField(_("workplace or unit"), max_length=80, blank=True)
    words = models.CharField(_("what the group calls it"), max_length=60, blank=True)
    said_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    ended_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    # The invitation whose link they followed, by which whoever made it is known to have brought them.
    came_by = models.ForeignKey(
        "people.OpenInvitation", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        # A column with which one of these begins has no index of its own.
        constraints = [
            models.UniqueConstraint(
                fields=["person", "group", "role", "words"],
                condition=Q(ended_on=None),
                name="one_open_membership_in_a_role",
            ),
            models.CheckConstraint(
                name="only_an_own_office_has_words",
                condition=(Q(role="other") & ~Q(words="")) | (~Q(role="other") & Q(words="")),
            ),
            models.CheckConstraint(
                name="membership_ends_after_it_starts",
                condition=Q(ended_on=None) | Q(started_on=None) | Q(ended_on__gte=F("started_on")),
            ),
        ]
        indexes = [models.Index(fields=["group", "person"], name="members_of_a_group")]

    def __str__(self) -> str:
        return f"{self.role_in_words}, membership {self.pk}"

    @property
    def role_in_words(self) -> str:
        """What they are in the group, as the group calls it."""
        return self.words or self.get_role_display()

    @property
    def is_former(self) -> bool:
        """Whether it has ended."""
        return self.ended_on is not None


OFFICES = [role for role in Membership.Role if role not in (Membership.Role.SUPPORTER, Membership.Role.MEMBER)]


def rights_over(people: Collection[int]) -> Iterator[tuple[int, str]]:
    """The groups in which rights over these people are held: (person id, path of a group).

    Those of the movement's tree where they belong now; where they belong to none, the one that they left last, so that
    somebody can still mend their record. Bodies outside the tree give no right over anybody.
    """
    for person, memberships in groupby(belonging_in_tree(list(people)), key=lambda row: row[0]):
        listed = list(memberships)
        belongs_now = [path for _person, path, ended_on in listed if ended_on is None]
        yield from ((person, path) for path in belongs_now or [listed[0][1]])


@prepared
def belonging_in_tree(people: list[int]) -> "models.QuerySet[Membership, tuple[int, str, date | None]]":
    """Where these people belong or belonged in the movement's tree: person, path of the group, until when."""
    rows = Membership.objects.filter(by_sql("person", one_of(people)), group__kind__in=Group.Kind.inside())
    told = rows.order_by("person", F("ended_on").desc(nulls_first=True), "-pk")
    return told.values_list("person", "group__path", "ended_on")
