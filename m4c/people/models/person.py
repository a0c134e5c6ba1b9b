"""A person: anyone we have met and told that we keep a record."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import connection, models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models.engagement import Engagement
from m4c.people.models.membership import rights_over
from m4c.people.models.tag import Tag, Tagging
from m4c.people.sight import belonging_to
from m4c.people.written import COLUMN, by_sql

if TYPE_CHECKING:
    from m4c.people.models.account import Account
    from m4c.people.models.group import Group

LAST = "\U0010ffff"  # comes after every letter where text is compared byte by byte


class PersonQuerySet(models.QuerySet["Person"]):
    """Which people."""

    def visible_to(self, account: "Account") -> Self:
        """Those in the account's groups, those a leader met, brought or leads, and oneself; never the protected.

        A protected person is seen by herself and her own contact, by name, and by nobody else in a list; nobody who
        was erased is seen.
        """
        return self.filter(account.sight.of_people(), account.sight.unless_protected("pk"), erased_at=None)

    def contactable(self) -> Self:
        """Those who may be reached at all: living, and not moved away."""
        return self.filter(died_on=None, moved_away_on=None)

    def in_group(self, group: "Group") -> Self:
        """Those with a membership in the group or below it, open or ended."""
        return self.filter(belonging_to([group]))

    def tagged(self, tag: Tag) -> Self:
        """Those who have this tag."""
        return self.filter(Exists(Tagging.objects.filter(person=OuterRef("pk"), tag=tag)))

    def after(self, person: "Person") -> Self:
        """Those who come after this one in the order of lists."""
        later = Q(sort_name__gt=person.sort_name) | Q(sort_name=person.sort_name, pk__gt=person.pk)
        return self.filter(later, sort_name__gte=person.sort_name)

    def before(self, person: "Person") -> Self:
        """Those who come before this one in the order of lists."""
        earlier = Q(sort_name__lt=person.sort_name) | Q(sort_name=person.sort_name, pk__lt=person.pk)
        return self.filter(earlier, sort_name__lte=person.sort_name)

    def known_to(self, leader: "Person") -> Self:
        """Those whom this leader asked, hosted, brought or leads, by the ledger."""
        return self.filter(Exists(Engagement.objects.filter(person=OuterRef("pk"), leader=leader)))


class Person(Record):
    """Somebody we have met. Name, language and home; how to reach them stands in rows of its own."""

    class Language(models.TextChoices):
        ENGLISH = "en", _("English")
        WELSH = "cy", _("Cymraeg")
        OTHER = "other", _("another language")

    labels = label(
        identity="title given_name family_name known_as folded_name sort_name folded_known_as language_name",
        contact="address household",
        special="died_on",
        operational="language moved_away_on met_on met_by source made_at erased_at",
    )
    scope = staticmethod(rights_over)

    title = models.CharField(_("title"), max_length=40, blank=True)
    given_name = models.CharField(_("first name"), max_length=100, blank=True)
    family_name = models.CharField(_("last name"), max_length=100, blank=True)
    known_as = models.CharField(_("known as"), max_length=100, blank=True)
    # Given and family name without accents, case and punctuation: written by operations, read by matching.
    folded_name = models.CharField(max_length=210, blank=True, db_index=True, editable=False)
    # Family name first, folded likewise: the order of lists, the same in every database and for every accent.
    sort_name = models.CharField(max_length=210, blank=True, editable=False)
    folded_known_as = models.CharField(max_length=110, blank=True, db_index=True, editable=False)
    language = models.CharField(_("language"), max_length=8, choices=Language, default=Language.ENGLISH)
    language_name = models.CharField(_("which language"), max_length=60, blank=True)
    address = models.ForeignKey(
        "people.Address", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("address")
    )
    household = models.ForeignKey(
        "people.Household", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    died_on = models.DateField(_("died on"), null=True, blank=True)
    moved_away_on = models.DateField(_("moved away on"), null=True, blank=True)
    met_on = models.DateField(_("first met on"), null=True, blank=True)
    met_by = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("first met by")
    )
    source = models.CharField(_("how we met"), max_length=200, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    # The record says nothing of them any more: it is left so that what was counted stays counted.
    erased_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["sort_name", "id"]
        verbose_name_plural = "people"
        indexes = [models.Index(fields=["sort_name", "id"], name="people_by_name")]
        constraints = [
            models.CheckConstraint(
                name="person_has_some_name",
                condition=~Q(given_name="", family_name="", known_as="") | Q(erased_at__isnull=False),
            ),
            models.CheckConstraint(
                name="erased_person_has_no_name",
                condition=Q(erased_at=None) | Q(given_name="", family_name="", known_as="", title=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name to show: known-as before the given name."""
        return name_of(self.known_as or self.given_name, self.family_name)

    @property
    def short_name(self) -> str:
        """What they are called among people who know them."""
        return self.known_as or self.given_name or self.family_name

    @property
    def initials(self) -> str:
        """Up to two letters for a chip, and for feeds that must not carry a name."""
        return "".join(part[0].upper() for part in (self.known_as or self.given_name, self.family_name) if part)

    @property
    def written_in(self) -> str:
        """The code of the language in which we write to them: Welsh for who speaks it, else the site's own."""
        return self.language if self.language == Person.Language.WELSH else settings.LANGUAGE_CODE

    @property
    def is_contactable(self) -> bool:
        """Whether any contact may be made at all."""
        return may_be_contacted(self.died_on, self.moved_away_on)


def name_of(called: str, family_name: str) -> str:
    """The name to show of who is called so. Whoever has none was erased."""
    return " ".join([part for part in (called, family_name) if part]) or gettext("somebody erased")


def may_be_contacted(died_on: date | None, moved_away_on: date | None) -> bool:
    """Whether any contact may be made at all with somebody."""
    return died_on is None and moved_away_on is None


def begins(field: str, prefix: str) -> Q:
    """Rows whose text at `field` begins with these letters and digits, said so that the database's index serves."""
    if connection.vendor == "sqlite":
        return Q(**{f"{field}__gte": prefix, f"{field}__lt": prefix + LAST})
    return by_sql(field, (f"{COLUMN}::text LIKE %s", (prefix + "%",)))
