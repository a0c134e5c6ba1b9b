"""A relationship: how two people know each other, in evidence and words. It is a sentence, never a score."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models.person import Person
from m4c.people.models.use import may_be_used
from m4c.people.permissions import SEE_RELATIONSHIPS

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class RelationshipQuerySet(models.QuerySet["Relationship"]):
    """Which relationships."""

    def visible_to(self, account: "Account") -> Self:
        """Those written in groups where the account may see them, of two people whom it may both see.

        Of somebody kept safe nobody reads whom she knows, her own contact included: it would tell where to find her.
        """
        sight = account.sight
        both = sight.of_people("person") & sight.of_people("other") & may_be_used("person") & may_be_used("other")
        return self.filter(sight.of_group("group", SEE_RELATIONSHIPS), both)

    def of_person(self, person: int) -> Self:
        """Those of one person, by id, from whichever side they were told."""
        return self.filter(Q(person=person) | Q(other=person))

    def open(self) -> Self:
        """Those that have not ended."""
        return self.filter(ended_on=None)


class Relationship(Record):
    """One person and another, read from the first to the second where the direction matters."""

    class Kind(models.TextChoices):
        NEIGHBOUR = "neighbour", _("neighbours")
        FRIEND = "friend", _("friends")
        COLLEAGUE = "colleague", _("colleagues")
        BODY = "body", _("same group or body")
        UNION = "union", _("same union")
        FAMILY = "family", _("family")
        RECRUITED = "recruited", _("one recruited the other")
        COACHES = "coaches", _("one coaches the other")
        BROUGHT = "brought", _("one brought the other")

        @classmethod
        def directed(cls) -> list[str]:
            """Kinds that say something else from the other side."""
            return [cls.RECRUITED, cls.COACHES, cls.BROUGHT]

    labels = label(
        special="person other kind", content="evidence", operational="group since ended_on recorded_by made_at"
    )
    scope = "group__path"

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("who"))
    kind = models.CharField(_("how they know each other"), max_length=10, choices=Kind)
    evidence = models.CharField(_("how do we know?"), max_length=500)
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    since = models.DateField(_("since"), null=True, blank=True)
    ended_on = models.DateField(_("until"), null=True, blank=True)
    recorded_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = RelationshipQuerySet.as_manager()

    class Meta:
        ordering = [F("ended_on").desc(nulls_first=True), "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "other", "kind", "group"],
                condition=Q(ended_on=None),
                name="one_open_relationship_of_a_kind",
            ),
            models.CheckConstraint(name="relationship_of_two_people", condition=~Q(person=F("other"))),
            models.CheckConstraint(
                name="relationship_ends_after_it_starts",
                condition=Q(ended_on=None) | Q(since=None) | Q(ended_on__gte=F("since")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}, relationship {self.pk}"

    @property
    def is_former(self) -> bool:
        """Whether it has ended."""
        return self.ended_on is not None

    def other_side(self, person: Person) -> Person:
        """The one of the two who is not this person."""
        return self.other if person.pk == self.person_id else self.person

    def words_of(self, person: Person) -> str:
        """What this person is to the other, with the other's name."""
        return sentence(self.kind, self.other_side(person).name, is_turned=person.pk != self.person_id)


# Each kind in words about the first of the two, and about the second.
SENTENCES = {
    Relationship.Kind.NEIGHBOUR: (_("neighbour of {name}"),) * 2,
    Relationship.Kind.FRIEND: (_("friend of {name}"),) * 2,
    Relationship.Kind.COLLEAGUE: (_("works with {name}"),) * 2,
    Relationship.Kind.BODY: (_("in the same group or body as {name}"),) * 2,
    Relationship.Kind.UNION: (_("in the same union as {name}"),) * 2,
    Relationship.Kind.FAMILY: (_("family of {name}"),) * 2,
    Relationship.Kind.RECRUITED: (_("recruited {name}"), _("recruited by {name}")),
    Relationship.Kind.COACHES: (_("coaches {name}"), _("coached by {name}")),
    Relationship.Kind.BROUGHT: (_("brought {name} to us"), _("brought to us by {name}")),
}


def sentence(kind: str, name: str, *, is_turned: bool = False) -> str:
    """What somebody is to the one of this name; turned, where they are the second of the two."""
    forward, backward = SENTENCES[Relationship.Kind(kind)]
    return str(backward if is_turned else forward).format(name=name)
