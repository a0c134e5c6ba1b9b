"""The run of show of an assembly: timed items that join who speaks, what is asked, and the bodies that are there."""

from typing import Self, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models.seen import OfGroupQuerySet
from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models import Account

Row = TypeVar("Row", bound=models.Model)


class Assembly(Record):
    """An event of kind assembly with its run of show. Its asks point to the event, its answers to them."""

    labels = label(content="name", operational="group campaign event follow_up closed_at made_by made_at", kept="name")
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    campaign = models.ForeignKey(
        "campaigns.Campaign", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    event = models.OneToOneField("events.Event", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("what it is called on the sheets"), max_length=120)
    follow_up = models.ForeignKey("events.Event", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects = OfGroupQuerySet["Assembly"].as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        verbose_name_plural = "assemblies"

    def __str__(self) -> str:
        return self.name


class OfAssemblyQuerySet(models.QuerySet[Row]):
    """Rows of an assembly."""

    def visible_to(self, account: Account) -> Self:
        """Those of assemblies of one's groups."""
        return self.filter(account.sight.of_group("assembly__group", SEE_COMMITMENTS))


class ShowItem(Record):
    """One timed item of a run of show. A story-teller shows by the speaker's card alone."""

    class Kind(models.TextChoices):
        WELCOME = "welcome", _("welcome")
        ROLL_CALL = "roll_call", _("roll call")
        STORY = "story", _("story")
        ASK = "ask", _("ask and answer")
        SPEECH = "speech", _("words from")
        BREAK = "break", _("break")
        CLOSE = "close", _("close")

    labels = label(
        content="title script",
        operational="assembly position kind minutes leader card ask powerholder interpreter added_by added_at",
        kept="title",
    )
    scope = "assembly__group__path"

    assembly = models.ForeignKey(Assembly, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(_("kind"), max_length=9, choices=Kind)
    title = models.CharField(_("what happens"), max_length=160)
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=5)
    leader = models.ForeignKey(
        "people.Person",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("who leads it"),
    )
    card = models.ForeignKey(
        "listening.SpeakerCard", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    ask = models.ForeignKey("commitments.Ask", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    powerholder = models.ForeignKey(
        "power.Powerholder", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    interpreter = models.CharField(_("interpreter: which language"), max_length=60, blank=True)
    script = models.TextField(_("script"), max_length=4_000, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = OfAssemblyQuerySet["ShowItem"].as_manager()

    class Meta:
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["assembly", "position"], name="run_of_show")]

    def __str__(self) -> str:
        return self.title


class RollCall(Record):
    """One body that answered the roll call, and how many of it were there."""

    labels = label(content="body_words says_who", operational="assembly body number at by", kept="body_words says_who")
    scope = "assembly__group__path"

    assembly = models.ForeignKey(Assembly, on_delete=models.CASCADE, related_name="+")
    body = models.ForeignKey("people.Group", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    body_words = models.CharField(_("body"), max_length=120)
    number = models.PositiveSmallIntegerField(_("how many came"), null=True, blank=True)
    says_who = models.CharField(_("who called it out"), max_length=120, blank=True)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfAssemblyQuerySet["RollCall"].as_manager()

    class Meta:
        ordering = ["body_words", "id"]
        constraints = [models.UniqueConstraint(fields=["assembly", "body_words"], name="a_body_answers_once")]

    def __str__(self) -> str:
        return self.body_words
