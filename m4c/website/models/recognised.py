"""Who can be recognised in a picture, and that they agreed to stand on the site with it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.people.models import Account, Person
from m4c.people.names_out_of_use import names_of
from m4c.website.models.picture import Picture


class RecognisedQuerySet(models.QuerySet["Recognised"]):
    """Which rows."""

    def visible_to(self, account: Account) -> Self:
        """Rows of people whom the account may see, and those who are no more than a name."""
        return self.filter(Q(person=None) | Q(person__in=Person.objects.visible_to(account)))

    def of(self, person: Person) -> Self:
        """Rows of one person: tied to her, or no more than a name that is hers. A namesake's are among them."""
        return self.filter(naming(person))

    def standing(self) -> Self:
        """Those who agreed, and have not taken it back."""
        return self.filter(agreed_on__isnull=False, withdrawn_on=None)


class Recognised(models.Model):
    """Somebody whose face is in a picture: since when and how they agreed, and since when no more."""

    labels = label(
        identity="name folded", content="how parent_agreed", operational="picture person agreed_on withdrawn_on"
    )

    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(_("name"), max_length=120)
    folded = models.CharField(max_length=120, editable=False, db_index=True)
    agreed_on = models.DateField(_("agreed on"), null=True, blank=True)
    how = models.CharField(_("how they agreed"), max_length=200, blank=True)
    # Of somebody under 18: how a parent or guardian agreed besides.
    parent_agreed = models.CharField(_("how a parent agreed"), max_length=200, blank=True)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)

    objects = RecognisedQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="withdrawn_no_earlier_than_agreed",
                condition=Q(withdrawn_on=None) | Q(agreed_on=None) | Q(withdrawn_on__gte=models.F("agreed_on")),
            )
        ]

    def __str__(self) -> str:
        return f"recognised {self.pk} in picture {self.picture_id}"


def naming(person: Person) -> Q:
    """Rows tied to somebody, or no more than a name that is theirs."""
    return named(person.pk, sorted(names_of(person)))


def named(person: int, names: list[str]) -> Q:
    """Rows tied to somebody by id, or no more than one of these folded names."""
    return Q(person=person) | Q(person=None, folded__in=names)
