"""A conversation pledge: “I will hold five 1-2-1s by 30 September”. Never a result."""

from typing import Self

from django.contrib.humanize.templatetags.humanize import apnumber
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.leaders.permissions import SEE_PLEDGES
from m4c.people.models import Account, Group
from m4c.people.sight import within


class ConversationPledgeQuerySet(models.QuerySet["ConversationPledge"]):
    """Which pledges."""

    def visible_to(self, account: Account) -> Self:
        """One's own, and for an organiser those of the group's leaders; never of somebody kept safe."""
        seen = account.sight.of_group("group", SEE_PLEDGES)
        if account.person_id:
            seen |= Q(person=account.person_id)
        return self.filter(seen, account.sight.unless_protected("person"))

    def of_group(self, group: Group) -> Self:
        """Those of the group and of the groups below it."""
        return self.filter(within("group__path", group))

    def standing(self) -> Self:
        """Those that were not withdrawn."""
        return self.filter(withdrawn_on=None)


class ConversationPledge(Record):
    """How many conversations of a kind somebody pledged, by when, and the session where they said so."""

    class Kind(models.TextChoices):
        ONE_TO_ONE = "one_to_one", _("1-2-1")
        HOUSE_MEETING = "house_meeting", _("house meeting")

    labels = label(
        special="kind number",
        operational="person due_on session group made_on withdrawn_on made_at",
        kept="kind number",
    )
    scope = "group__path"

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("kind"), max_length=14, choices=Kind)
    number = models.PositiveSmallIntegerField(_("how many"))
    due_on = models.DateField(_("by when"), null=True, blank=True)
    session = models.ForeignKey(
        "leaders.TrainingSession", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")
    made_on = models.DateField(_("pledged on"))
    withdrawn_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = ConversationPledgeQuerySet.as_manager()

    class Meta:
        ordering = ["made_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "kind", "session"], name="one_pledge_of_a_kind_at_a_session"),
            models.CheckConstraint(name="pledge_of_at_least_one", condition=Q(number__gte=1)),
            models.CheckConstraint(
                name="pledge_due_after_it_is_made", condition=Q(due_on=None) | Q(due_on__gte=F("made_on"))
            ),
        ]
        indexes = [
            models.Index(  # reports read it alone
                fields=["group", "made_on", "kind", "withdrawn_on", "number", "person"], name="pledges_of_a_group"
            ),
            models.Index(fields=["made_on"], name="pledges_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.kind}, pledge {self.pk}"

    @property
    def words(self) -> str:
        """What was pledged, as one says it: “five 1-2-1s”."""
        if self.kind == ConversationPledge.Kind.ONE_TO_ONE:
            pattern = ngettext("{number} 1-2-1", "{number} 1-2-1s", self.number)
        else:
            pattern = ngettext("{number} house meeting", "{number} house meetings", self.number)
        return pattern.format(number=apnumber(self.number))
