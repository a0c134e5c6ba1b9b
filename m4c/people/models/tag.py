"""A tag: a word of a group or of the movement that people are gathered under, and who put it on whom. Never a score."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.permissions import SEE_KNOWN_PEOPLE

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class TagQuerySet(models.QuerySet["Tag"]):
    """Which tags."""

    def visible_to(self, account: "Account") -> Self:
        """Those of the account's groups, of those below them, and of those above up to the movement's own."""
        above = {path for group in account.sight.groups(SEE_KNOWN_PEOPLE) or [] for path in group.ancestor_paths}
        return self.filter(account.sight.of_group("group", SEE_KNOWN_PEOPLE) | Q(group__path__in=above))


class Tag(Record):
    """A word, once in a group whatever its case and accents."""

    labels = label(operational="name folded group made_by made_at")
    scope = "group__path"

    name = models.CharField(_("tag"), max_length=60)
    folded = models.CharField(max_length=70, editable=False)
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = TagQuerySet.as_manager()

    class Meta:
        ordering = ["folded", "id"]
        constraints = [models.UniqueConstraint(fields=["group", "folded"], name="one_tag_of_a_name_in_a_group")]

    def __str__(self) -> str:
        return self.name


class TaggingQuerySet(models.QuerySet["Tagging"]):
    """Which tags on whom."""

    def visible_to(self, account: "Account") -> Self:
        """Tags that the account may see, on people whom it may see."""
        sight, tags = account.sight, Tag.objects.visible_to(account)
        return self.filter(
            sight.of_people("person"), sight.unless_protected("person"), person__erased_at=None, tag__in=tags
        )


class Tagging(models.Model):
    """A tag on a person: who put it there, and when."""

    labels = label(special="tag", operational="person by at")
    scope = "tag__group__path"

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    tag = models.ForeignKey(Tag, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = TaggingQuerySet.as_manager()

    class Meta:
        ordering = ["tag__folded", "id"]
        constraints = [models.UniqueConstraint(fields=["person", "tag"], name="a_tag_once_on_a_person")]
        indexes = [models.Index(fields=["tag", "person"], name="people_of_a_tag")]

    def __str__(self) -> str:
        return f"tagging {self.pk}"
