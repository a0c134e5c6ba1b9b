"""What this movement adds to a person: fields of its own, and what stands in them. Never a score of support."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, F, FilteredRelation, OuterRef, Q
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.visibility import EVERYWHERE
from m4c.people.models.person import Person
from m4c.people.permissions import KEEP_OWN_FIELDS, SEE_OWN_FIELDS
from m4c.people.sight import EVERYTHING, NOTHING, belonging_to

if TYPE_CHECKING:
    from m4c.people.models.account import Account

LONGEST = 500  # characters of what stands in a field


class OwnFieldQuerySet(models.QuerySet["OwnField"]):
    """Which fields."""

    def visible_to(self, account: "Account") -> Self:
        """What is asked: all for those who say which fields there are, for others those they may read somewhere."""
        return self if account.may(KEEP_OWN_FIELDS, EVERYWHERE) else self.readable_by(account)

    def readable_by(self, account: "Account") -> Self:
        """Those in which the account may read what stands there: of the whole movement, or of a group."""
        groups = account.sight.groups(SEE_OWN_FIELDS)
        if groups is None:
            return self
        return self.filter(tier=OwnField.Tier.GROUP) if groups else self.none()

    def open(self) -> Self:
        """Those that have not ended."""
        return self.filter(ended_at=None)

    def filled_for(self, account: "Account", person: int) -> Self:
        """Those that the account may see of this person, by their id; one statement for fields, values and sight.

        There is a row for each value as `said`, and one where there is none. An ended field comes along where something
        stands in it.
        """
        groups = account.sight.groups(SEE_OWN_FIELDS)
        fields = self.readable_by(account)
        if groups:
            fields = fields.filter(Exists(Person.objects.filter(belonging_to(groups), pk=person)))
        return fields.with_values_of(person)

    def with_values_of(self, person: int) -> Self:
        """All with what stands in them for this person, as `filled_for` gives it, whoever asks."""
        found = self.annotate(of_person=FilteredRelation("value_row", condition=Q(value_row__person=person)))
        found = found.annotate(said=F("of_person__value"), said_at=F("of_person__set_at"))
        return found.filter(Q(ended_at=None) | Q(said__isnull=False)).order_by("position", "pk", "of_person__pk")


class OwnField(Record):
    """A field of this movement's own: what is asked, for whose eyes, and which kind of data it is."""

    class Kind(models.TextChoices):
        TEXT = "text", _("a few words")
        CHOICE = "choice", _("a choice of several")
        YES_NO = "yes_no", _("yes or no")
        DATE = "date", _("a day")
        NUMBER = "number", _("a number")

    class Tier(models.TextChoices):
        GROUP = "group", _("organisers of the person's groups")
        WHOLE = "whole", _("those who answer for the whole movement")

    class Holds(models.TextChoices):
        CONTACT = "contact", _("how to reach somebody")
        SPECIAL = "special", _("special category: belief, health, politics, origin, sexuality, union")
        CONTENT = "content", _("something they told us")
        OPERATIONAL = "operational", _("something we need for the work")

    labels = label(
        operational=(
            "kind name name_cy folded help help_cy choices tier holds position made_by made_at ended_at ended_by "
            "allowed_by allowed_at"
        ),
        content="allowed_because",
        kept="allowed_because",
    )

    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    name = models.CharField(_("in English"), max_length=60)
    name_cy = models.CharField(_("in Welsh"), max_length=60, blank=True)
    folded = models.CharField(max_length=70, editable=False)
    help = models.CharField(_("help in English"), max_length=200, blank=True)
    help_cy = models.CharField(_("help in Welsh"), max_length=200, blank=True)
    choices = models.JSONField(default=list, blank=True)  # [["Weekday mornings", "Boreau'r wythnos"], ...]
    tier = models.CharField(_("who sees and fills it in"), max_length=8, choices=Tier, default=Tier.GROUP)
    holds = models.CharField(_("what it tells of somebody"), max_length=12, choices=Holds)
    position = models.PositiveSmallIntegerField(default=0)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("since"))
    ended_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(_("until"), null=True, blank=True)
    # Where it reads like a score of support: why it is kept all the same, by whose decision, and since when.
    allowed_because = models.CharField(_("why it is kept all the same"), max_length=500, blank=True)
    allowed_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    allowed_at = models.DateTimeField(null=True, blank=True)

    objects = OwnFieldQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["folded"], condition=Q(ended_at=None), name="one_own_field_of_a_name"),
            models.CheckConstraint(
                name="own_field_ended_by_somebody",
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
            models.CheckConstraint(
                name="own_field_allowed_by_somebody",
                condition=Q(allowed_because="", allowed_by=None, allowed_at=None)
                | (~Q(allowed_because="") & Q(allowed_by__isnull=False, allowed_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def is_welsh(self) -> bool:
        """Whether its words are read in Welsh now."""
        return (get_language() or "").startswith("cy")

    @property
    def is_for_groups(self) -> bool:
        """Whether organisers of a person's groups read it, and not those of the whole movement alone."""
        return self.tier == self.Tier.GROUP

    @property
    def label(self) -> str:
        """What it is called, in the language in force."""
        return (self.is_welsh and self.name_cy) or self.name

    @property
    def hint(self) -> str:
        """Its help, in the language in force."""
        return (self.is_welsh and self.help_cy) or self.help

    @property
    def options(self) -> list[tuple[str, str]]:
        """What may be chosen: the value that is kept, and its words in the language in force."""
        return [(english, (self.is_welsh and welsh) or english) for english, welsh in self.choices]

    def in_words(self, value: str) -> str:
        """A value as people read it."""
        if self.kind == self.Kind.YES_NO:
            return str(_("yes")) if value == "yes" else str(_("no"))
        if self.kind == self.Kind.DATE:
            return date_format(date.fromisoformat(value), "j F Y")
        if self.kind == self.Kind.NUMBER:
            return number_format(Decimal(value), force_grouping=True)
        return dict(self.options).get(value, value)


class OwnValueQuerySet(models.QuerySet["OwnValue"]):
    """Which values."""

    def visible_to(self, account: "Account") -> Self:
        """Those of one's own groups' people where their field is for organisers, all for the whole movement.

        Never of somebody kept safe, but for her own contact.
        """
        groups = account.sight.groups(SEE_OWN_FIELDS)
        if groups is None:
            seen = EVERYTHING
        elif groups:
            people = Person.objects.filter(belonging_to(groups), pk=OuterRef("person"))
            seen = Q(Exists(people)) & Q(field__tier=OwnField.Tier.GROUP)
        else:
            seen = NOTHING
        return self.filter(seen, account.sight.unless_protected("person"))


class OwnValue(models.Model):
    """What stands in a field of our own for somebody; two of one field where two records were made one."""

    labels = label(special="value", operational="person field set_by set_at")

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    field = models.ForeignKey(OwnField, on_delete=models.PROTECT, related_name="+", related_query_name="value_row")
    value = models.CharField(max_length=LONGEST)  # a day as 2026-11-22, a number as 12.5, a choice in English
    set_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    objects = OwnValueQuerySet.as_manager()

    class Meta:
        ordering = ["person", "field", "id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "field", "value"], name="one_own_value_said_once"),
            models.CheckConstraint(name="own_value_says_something", condition=~Q(value="")),
        ]

    def __str__(self) -> str:
        return f"own value {self.pk}"
