"""A suggestion that two people may be one, and what somebody said of it."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.pages import beyond
from m4c.core.permissions import Permission
from m4c.people.models.group import Group
from m4c.people.models.membership import Membership
from m4c.people.models.person import Person
from m4c.people.permissions import MERGE_PEOPLE
from m4c.people.sight import EVERYTHING, NOTHING, any_of, within

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class DoubleSuggestionQuerySet(models.QuerySet["DoubleSuggestion"]):
    """Which suggestions."""

    def visible_to(self, account: "Account") -> Self:
        """Those of two people whom the account sees, with the right to make them one in all groups of both."""
        sight = account.sight
        both = rights_in_all_groups(account, MERGE_PEOPLE, "first") & rights_in_all_groups(
            account, MERGE_PEOPLE, "second"
        )
        return self.filter(both, sight.unless_protected("first"), sight.unless_protected("second"))

    def open(self) -> Self:
        """Those that nobody has answered."""
        return self.filter(settled_at=None)

    def of_person(self, person: int) -> Self:
        """Those that one person, by id, is in."""
        return self.filter(Q(first=person) | Q(second=person))

    def with_somebody_seen(self, person: int, account: "Account") -> Self:
        """Those of one person, by id, with somebody whom the account sees, whoever may answer them."""
        people = Person.objects.visible_to(account)
        return self.filter(Q(first=person, second__in=people) | Q(second=person, first__in=people))

    def after(self, suggestion: "DoubleSuggestion") -> Self:
        """Those that come after this one in the order of the list."""
        return self.filter(beyond(suggestion, "-found_at"))

    def before(self, suggestion: "DoubleSuggestion") -> Self:
        """Those that come before this one in the order of the list."""
        return self.filter(beyond(suggestion, "found_at"))


class DoubleSuggestion(Record):
    """Two people who may be one: why, since when, and who said that they are not.

    Each pair stands once, the older record first. One that is answered stays, so that it is not suggested again; made
    one, the two leave a `PersonMerge` in its place.
    """

    class Reason(models.TextChoices):
        # From the surest to the least sure.
        EMAIL = "email", _("the same e-mail, and names that agree")
        PHONE = "phone", _("the same phone, and names that agree")
        NAME_AND_HOME = "name_and_home", _("the same name and postcode")
        LIKE_NAME_AND_HOME = "like_name", _("names alike, and the same postcode")
        HOME_OTHER_EMAIL = "other_email", _("the same name and postcode, but another e-mail")
        NAME_AND_GROUP = "name_and_group", _("the same name in the same group, and nothing that tells them apart")
        BY_HAND = "by_hand", _("somebody who looked at both thinks so")

    labels = label(operational="first second reason found_at settled_at settled_by")

    first = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(_("why"), max_length=16, choices=Reason)
    found_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)  # that they are two
    settled_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = DoubleSuggestionQuerySet.as_manager()

    class Meta:
        ordering = ["-found_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="one_suggestion_of_a_pair"),
            models.CheckConstraint(name="older_record_first", condition=Q(first__lt=F("second"))),
            models.CheckConstraint(
                name="suggestion_settled_by_somebody",
                condition=Q(settled_at=None, settled_by=None) | Q(settled_at__isnull=False, settled_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["-found_at", "-id"], condition=Q(settled_at=None), name="doubles_to_look_at"),
        ]

    def __str__(self) -> str:
        return f"double {self.pk}"


def rights_in_all_groups(account: "Account", permission: Permission, field: str) -> Q:
    """Rows of a person, at `field`, in all of whose groups the account holds a right: those where they belong now.

    Of somebody who belongs to none any more it must be held in all that they ever belonged to.
    """
    groups = account.sight.groups(permission)
    if groups is None:
        return EVERYTHING
    if not groups:
        return NOTHING
    here = any_of(within("group__path", group) for group in groups)
    all_of = Membership.objects.filter(person=OuterRef(field), group__kind__in=Group.Kind.inside())
    now = all_of.open()
    belongs = Q(Exists(now.filter(here))) & ~Q(Exists(now.exclude(here)))
    belonged = ~Q(Exists(now)) & Q(Exists(all_of.filter(here))) & ~Q(Exists(all_of.exclude(here)))
    return belongs | belonged
