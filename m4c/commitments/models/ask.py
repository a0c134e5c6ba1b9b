"""The exact question put to a named person."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models.ask_grid import AskGrid, GridQuestion
from m4c.commitments.models.seen import OfGroupQuerySet
from m4c.core.labels import label
from m4c.core.models import Record


class Pin(models.TextChoices):
    """How a question is pinned: organisers disagree about it, so that each ask says which was used (domain.md, 42)."""

    HARD = "hard", _("one word, yes or no")
    SOFT = "soft", _("with room to speak")


class Ask(Record):
    """An exact question to a named person, in the office they then held: at a meeting, in a grid, or by itself."""

    labels = label(
        content="words office_words",
        operational="group campaign demand negotiation event grid question position powerholder office asked_on "
        "asked_by pin struck_at made_by made_at",
        kept="words office_words",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    campaign = models.ForeignKey(
        "campaigns.Campaign", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    demand = models.ForeignKey("campaigns.Demand", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    negotiation = models.ForeignKey(
        "commitments.Negotiation", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    event = models.ForeignKey("events.Event", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    grid = models.ForeignKey(AskGrid, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    question = models.ForeignKey(GridQuestion, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField(default=1)
    words = models.CharField(_("the exact question"), max_length=400)
    powerholder = models.ForeignKey("power.Powerholder", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey("power.Office", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    office_words = models.CharField(_("as they are called then"), max_length=120, blank=True)
    asked_on = models.DateField(_("asked on"), null=True, blank=True)  # empty: it is still to be put
    asked_by = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    pin = models.CharField(_("how it is pinned"), max_length=4, choices=Pin, default=Pin.SOFT)
    struck_at = models.DateTimeField(null=True, blank=True)  # entered in error
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects = OfGroupQuerySet["Ask"].as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                name="a_question_of_a_grid_is_in_it",
                condition=Q(grid=None, question=None) | Q(grid__isnull=False, question__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["question", "powerholder"], condition=Q(struck_at=None), name="asked_once_in_a_grid"
            ),
        ]
        indexes = [
            models.Index(fields=["group", "-asked_on"], name="asks_of_a_group"),
            models.Index(fields=["powerholder", "-asked_on"], name="asks_of_somebody"),
        ]

    def __str__(self) -> str:
        return self.words
