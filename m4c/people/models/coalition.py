"""Bodies beside bodies: which belong to a coalition, how many seats each has, and who sits for it over which term."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models.group import Group

if TYPE_CHECKING:
    from m4c.people.models.account import Account

MOST_SEATS = 50


class MemberBodyQuerySet(models.QuerySet["MemberBody"]):
    """Which member bodies."""

    def visible_to(self, account: "Account") -> Self:
        """All of them: which bodies stand together is told in public; who belongs to them is not."""
        return self

    def standing(self) -> Self:
        """Those that belong now."""
        return self.filter(left_on=None)

    def with_taken(self) -> Self:
        """Each with `taken`: how many sit for it, whoever they are."""
        sitting = Delegate.objects.sitting().order_by().filter(member_body=OuterRef("pk")).values("member_body")
        number = Subquery(sitting.annotate(number=Count("pk")).values("number"))
        return self.annotate(taken=Coalesce(number, 0))


class MemberBody(Record):
    """A body of a coalition: a group of ours, a partner on record, or another by its name alone, with its seats."""

    labels = label(operational="coalition body name seats joined_on left_on said_by made_at")

    coalition = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(
        "people.Group", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("group")
    )
    name = models.CharField(_("name"), max_length=120, blank=True)
    seats = models.PositiveSmallIntegerField(
        _("seats"), default=1, validators=[MinValueValidator(1), MaxValueValidator(MOST_SEATS)]
    )
    joined_on = models.DateField(_("since"), null=True, blank=True)
    left_on = models.DateField(_("until"), null=True, blank=True)
    said_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = MemberBodyQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "member bodies"
        constraints = [
            models.CheckConstraint(
                name="a_body_is_a_group_or_a_name",
                condition=Q(body__isnull=False, name="") | (Q(body=None) & ~Q(name="")),
            ),
            models.CheckConstraint(name="a_coalition_is_no_body_of_itself", condition=~Q(body=F("coalition"))),
            models.UniqueConstraint(
                fields=["coalition", "body"], condition=Q(left_on=None), name="a_body_belongs_once"
            ),
            models.UniqueConstraint(
                fields=["coalition", "name"], condition=Q(left_on=None) & ~Q(name=""), name="a_named_body_belongs_once"
            ),
            models.CheckConstraint(name="a_body_has_a_seat", condition=Q(seats__gte=1, seats__lte=MOST_SEATS)),
        ]

    def __str__(self) -> str:
        return self.body.name if self.body else self.name

    @staticmethod
    def scope(ids: list[int]) -> list[tuple[int, str]]:
        """The coalition's own path and the body's: whoever answers for either speaks for its seats."""
        rows = MemberBody.objects.filter(pk__in=ids).values_list("pk", "coalition__path", "body__path")
        return [(pk, path) for pk, *paths in rows for path in paths if path]


class DelegateQuerySet(models.QuerySet["Delegate"]):
    """Which delegates."""

    def visible_to(self, account: "Account") -> Self:
        """Those whom one sees anyway, oneself, and of a coalition that one works in those who agreed to be named.

        To sit side by side gives sight of nothing else: who agreed is told by name, and their record stays shut.
        """
        from m4c.people.models.person import Person

        held = Q(member_body__coalition__in=tables_of(account))
        among_us = held & Q(agreed_on__isnull=False)
        seen = Q(person__in=Person.objects.visible_to(account).values("pk"))
        return self.filter(among_us | seen, account.sight.unless_protected("person"))

    def sitting(self) -> Self:
        """Those whose term has not ended."""
        return self.filter(ended_on=None)


class Delegate(Record):
    """A person who sits for a body over a term. Without `agreed_on` the other bodies are not told who it is."""

    labels = label(
        special="member_body words",
        operational="person started_on due_to_end_on ended_on agreed_on said_by made_at",
        kept="member_body",
    )

    member_body = models.ForeignKey(MemberBody, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    words = models.CharField(_("what they do there"), max_length=60, blank=True)
    started_on = models.DateField(_("since"))
    due_to_end_on = models.DateField(_("term ends"), null=True, blank=True)
    ended_on = models.DateField(_("until"), null=True, blank=True)
    agreed_on = models.DateField(_("agreed to be named"), null=True, blank=True)
    said_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = DelegateQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["member_body", "person"], condition=Q(ended_on=None), name="one_seat_of_a_body_for_a_person"
            ),
            models.CheckConstraint(
                name="a_term_ends_after_it_starts",
                condition=(Q(ended_on=None) | Q(ended_on__gte=F("started_on")))
                & (Q(due_to_end_on=None) | Q(due_to_end_on__gte=F("started_on"))),
            ),
        ]

    def __str__(self) -> str:
        return f"delegate {self.pk}"

    @staticmethod
    def scope(ids: list[int]) -> list[tuple[int, str]]:
        """As of the body they sit for."""
        bodies = dict(Delegate.objects.filter(pk__in=ids).values_list("pk", "member_body"))
        paths = MemberBody.scope(list(bodies.values()))
        return [(pk, path) for pk, body in bodies.items() for of, path in paths if of == body]

    def is_over_term(self, on: date) -> bool:
        """Whether the term is over and nobody has said what comes next."""
        return self.ended_on is None and self.due_to_end_on is not None and self.due_to_end_on < on


def tables_of(account: "Account") -> "models.QuerySet[Group]":
    """The coalitions at whose table an account sits: by a role there, by one in a body of it, or as a delegate."""
    if not account.is_active:
        return Group.objects.none()
    held = [group.pk for _role, group in account.held]
    of_bodies = MemberBody.objects.standing().filter(body__in=held).values("coalition")
    mine = Delegate.objects.sitting().filter(person=account.person_id, member_body__left_on=None)
    own = mine.values("member_body__coalition") if account.person_id else Group.objects.none().values("pk")
    return Group.objects.filter(Q(pk__in=held, kind=Group.Kind.COALITION) | Q(pk__in=of_bodies) | Q(pk__in=own))
