"""A note about somebody, for its author alone or for the very group where it was written. It never rises."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.permissions import READ_TEAM_NOTES, WRITE_NOTES

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class NoteQuerySet(models.QuerySet["Note"]):
    """Which notes."""

    def visible_to(self, account: "Account") -> Self:
        """One's own, and by tier those of the very groups where one has a role, about people whom one may see.

        Roles in the groups above give no sight of them, nobody reads another's private notes, and a group's notes
        about oneself are asked for, not read here. A note about somebody kept safe is her contact's to read, and one
        whose author left is nobody's until the person has said who may have it.
        """
        sight = account.sight
        shared = sight.of_exact_group("group", WRITE_NOTES) & Q(tier=Note.Tier.GROUP)
        shared |= sight.of_exact_group("group", READ_TEAM_NOTES) & Q(tier=Note.Tier.TEAM)
        shared &= sight.of_people("person") & Q(person__erased_at=None)
        if account.person_id:
            shared &= ~Q(person=account.person_id)
        return self.filter(
            Q(author=account.pk) | shared, sight.unless_protected("person"), withdrawn_at=None, sealed_for=None
        )


class Note(Record):
    """Words about a person, in three parts, so that a copy can be given to them without others' confidences."""

    class Tier(models.TextChoices):
        PRIVATE = "private", _("only me")
        TEAM = "team", _("the organisers of this group")
        GROUP = "group", _("the leaders and organisers of this group")

    labels = label(
        content="about_them about_others reflection",
        operational="person author tier group at made_at withdrawn_at sealed_for",
    )
    scope = "group__path"

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    author = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    tier = models.CharField(_("who may read it"), max_length=8, choices=Tier, default=Tier.PRIVATE)
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    about_them = models.TextField(_("about them"), max_length=4_000, blank=True)
    about_others = models.TextField(_("about other people"), max_length=4_000, blank=True)
    reflection = models.TextField(_("my own thoughts"), max_length=4_000, blank=True)
    at = models.DateTimeField(_("when"))
    made_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    # Its author left: nobody reads it until the person it is about has said whether the next contact may.
    sealed_for = models.ForeignKey(
        "people.HandedOver", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["person", "-at"], name="notes_about_a_person")]
        constraints = [
            models.CheckConstraint(
                name="note_says_something", condition=~Q(about_them="", about_others="", reflection="")
            )
        ]

    def __str__(self) -> str:
        return f"note {self.pk}"
