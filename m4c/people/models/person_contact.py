"""Who stays in touch with somebody on behalf of a group: one leader by name, since a day, until a day."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.permissions import SEE_PEOPLE

if TYPE_CHECKING:
    from m4c.people.models.account import Account

NEW_FOR = timedelta(days=14)  # so long somebody is called new for whoever stays in touch with them


class PersonContactQuerySet(models.QuerySet["PersonContact"]):
    """Which contacts."""

    def visible_to(self, account: "Account") -> Self:
        """Those of one's groups, and those whose contact one is oneself; of nobody kept safe."""
        sight = account.sight
        seen = sight.of_group("group", SEE_PEOPLE)
        if account.person_id:
            seen |= Q(contact=account.person_id)
        return self.filter(seen, sight.unless_protected("person"), sight.unless_protected("contact"))

    def open(self) -> Self:
        """Those that have not ended."""
        return self.filter(ended_on=None)

    def new_for(self, account: "Account", today: date) -> Self:
        """Those that somebody else gave to this account's person within a fortnight."""
        return self.filter(new_for(account, today))


class PersonContact(Record):
    """A leader stays in touch with a person; while it lasts they see each other's name, as those they lead."""

    labels = label(special="contact", operational="person group since given_by made_at ended_on")
    scope = "group__path"

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    contact = models.ForeignKey(
        "people.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("who stays in touch")
    )
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    since = models.DateField(_("since"))
    given_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    ended_on = models.DateField(_("until"), null=True, blank=True)

    objects = PersonContactQuerySet.as_manager()

    class Meta:
        ordering = ["-since", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "group"], condition=Q(ended_on=None), name="one_open_contact_in_a_group"
            ),
            models.CheckConstraint(name="nobody_is_their_own_contact", condition=~Q(person=F("contact"))),
            models.CheckConstraint(
                name="contact_ends_after_it_starts", condition=Q(ended_on=None) | Q(ended_on__gte=F("since"))
            ),
        ]
        indexes = [models.Index(fields=["contact", "person"], condition=Q(ended_on=None), name="people_of_a_contact")]

    def __str__(self) -> str:
        return f"contact {self.pk}"


def new_for(account: "Account", today: date) -> Q:
    """Contacts that somebody else gave to this account's person within a fortnight, and that last."""
    return Q(contact=account.person_id, ended_on=None, since__gt=today - NEW_FOR) & ~Q(given_by=account.pk)
