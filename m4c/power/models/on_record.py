"""What is on record of a powerholder: sourced, dated facts of a public role, and where they came."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models import Account
from m4c.power.models.public_role import ReferenceQuerySet, exactly_one
from m4c.power.permissions import SEE_POWER


class PowerFactQuerySet(ReferenceQuerySet["PowerFact"]):
    """Which facts."""

    def standing(self) -> Self:
        """Those that were not withdrawn."""
        return self.filter(withdrawn_at=None)


class PowerFact(Record):
    """A fact about a powerholder's or an institution's public role: its kind, its day, its source, who added it.

    No private life, no health, no family (domain.md, C5). A wrong one is withdrawn with a reason, and stays.
    """

    class Kind(models.TextChoices):
        ASSET = "asset", _("something they own or run")
        PAST = "past", _("what they did before")
        STATEMENT = "statement", _("what they said in public")
        VOTE = "vote", _("how they voted")
        INTEREST = "interest", _("a registered interest")
        ATTEMPT = "attempt", _("others who tried before us")
        DOCUMENT = "document", _("a document")

    labels = label(
        content="words source document_name withdrawn_because",
        operational="powerholder institution site kind document_type on source_url source_on group added_by added_at "
        "withdrawn_at withdrawn_by",
        kept="words source withdrawn_because",
    )

    powerholder = models.ForeignKey(
        "power.Powerholder", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    institution = models.ForeignKey(
        "power.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    site = models.ForeignKey("power.Site", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=9, choices=Kind)
    words = models.TextField(_("the fact"), max_length=2_000)
    on = models.DateField(_("when"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=200)
    source_url = models.URLField(_("its address"), max_length=300, blank=True)
    source_on = models.DateField(_("seen on"))
    # Its document, if it has one, lies with the others under its uid (people/documents/files.py).
    document_name = models.CharField(max_length=200, blank=True)
    document_type = models.CharField(max_length=4, blank=True)  # blank again once the file is gone
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")  # who gathered it
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        "people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_because = models.CharField(_("why"), max_length=300, blank=True)

    objects = PowerFactQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-id"]
        constraints = [
            models.CheckConstraint(name="a_fact_is_about_one", condition=exactly_one("powerholder", "institution")),
            models.CheckConstraint(
                name="a_fact_is_withdrawn_for_a_reason",
                condition=Q(withdrawn_at=None, withdrawn_because="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_because="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class PresenceQuerySet(models.QuerySet["Presence"]):
    """Which presences."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups: an event's title never leaves those who may see it."""
        return self.filter(account.sight.of_group("group", SEE_POWER))


class Presence(Record):
    """A powerholder at one of our events or places: when, invited by whom, in which office and camp then."""

    labels = label(
        special="party camp",
        content="place office_then said source",
        operational="powerholder event group on inviter tenure added_by added_at",
        kept="party camp place office_then said source",
    )
    scope = "group__path"

    powerholder = models.ForeignKey("power.Powerholder", on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")
    event = models.ForeignKey("events.Event", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    place = models.CharField(_("where"), max_length=160, blank=True)
    on = models.DateField(_("when"))
    inviter = models.ForeignKey(
        "people.Person",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("invited by"),
    )
    tenure = models.ForeignKey("power.Tenure", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    office_then = models.CharField(_("in which office then"), max_length=160, blank=True)
    party = models.CharField(_("of which party then"), max_length=80, blank=True)
    camp = models.CharField(_("whom they backed then"), max_length=120, blank=True)
    said = models.CharField(_("what they said or did there"), max_length=400, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = PresenceQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-id"]
        constraints = [
            models.CheckConstraint(name="a_presence_is_somewhere", condition=Q(event__isnull=False) | ~Q(place="")),
            models.UniqueConstraint(
                fields=["powerholder", "event"], condition=Q(event__isnull=False), name="present_once_at_an_event"
            ),
        ]

    def __str__(self) -> str:
        return f"presence {self.pk}"
