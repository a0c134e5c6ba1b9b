"""What somebody asks of the record we keep of them: how it came, its clock, and what became of it."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models.request_pause import open_pauses
from m4c.people.permissions import ANSWER_RIGHTS

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class RightsRequestQuerySet(models.QuerySet["RightsRequest"]):
    """Which requests."""

    def visible_to(self, account: "Account") -> Self:
        """Those of the groups whose requests the account answers."""
        return self.filter(account.sight.of_group("group", ANSWER_RIGHTS))

    def with_wait(self) -> Self:
        """Annotates `waits_for_them`: the clock stands still until they say more."""
        return self.annotate(waits_for_them=Exists(open_pauses()))

    def open(self) -> Self:
        """Those not closed, the soonest due first."""
        return self.filter(closed_on=None).order_by("answer_by", "pk")

    def unanswered(self) -> Self:
        """Those that still wait for their answer, the soonest due first."""
        return self.open().filter(answered_on=None)

    def waiting_for_us(self) -> Self:
        """Those that wait for their answer, and not for whoever asked."""
        return self.unanswered().exclude(Exists(open_pauses()))

    def closed(self) -> Self:
        """Those closed, the newest first."""
        return self.filter(closed_on__isnull=False).order_by("-closed_on", "-pk")


class RightsRequest(Record):
    """One request. `answer_by` is the law's last day, `aim_by` our own; operations move both when the clock stops."""

    class Kind(models.TextChoices):
        ACCESS = "access", _("a copy of what we hold")
        CORRECTION = "correction", _("to put something right")
        OBJECTION = "objection", _("to stop using it for something")
        RESTRICTION = "restriction", _("to keep it and not use it for now")
        ERASURE = "erasure", _("to erase it")

    class Way(models.TextChoices):
        OWN_DATA = "own_data", _("the page of one's own data")
        EMAIL = "email", _("e-mail")
        LETTER = "letter", _("letter")
        PHONE = "phone", _("phone")
        IN_PERSON = "in_person", _("said to one of us")
        OTHER = "other", _("another way")

    class Outcome(models.TextChoices):
        DONE = "done", _("done")
        PARTLY = "partly", _("done in part")
        REFUSED = "refused", _("refused, with the reason and whom they may turn to")

    labels = label(
        identity="name",
        contact="reached_by",
        content="words extension_reason identity_how answer",
        operational="group person kind way language received_on taken_by made_at holder identity_by identity_on "
        "extended_on extended_by answer_by aim_by outcome answered_on answered_by closed_on closed_by",
        kept="extension_reason identity_how",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")
    # Empty until it is known whose record it is about, and again once that is erased.
    person = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    kind = models.CharField(_("what they ask for"), max_length=12, choices=Kind)
    way = models.CharField(_("how it came"), max_length=12, choices=Way)
    name = models.CharField(_("who asks"), max_length=200)
    reached_by = models.CharField(_("how to answer them"), max_length=254, blank=True)
    words = models.TextField(_("in their words"), max_length=8_000, blank=True)
    language = models.CharField(max_length=8, choices=settings.LANGUAGES, default="en-gb")
    received_on = models.DateField(_("received on"))
    taken_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    holder = models.ForeignKey(
        "people.Account",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("who does it"),
    )
    identity_how = models.CharField(_("how we know it is them"), max_length=500, blank=True)
    identity_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    identity_on = models.DateField(_("checked on"), null=True, blank=True)
    extended_on = models.DateField(_("told of the longer time on"), null=True, blank=True)
    extended_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    extension_reason = models.CharField(_("why it takes longer"), max_length=500, blank=True)
    answer_by = models.DateField(db_index=True)
    aim_by = models.DateField()
    outcome = models.CharField(_("what came of it"), max_length=8, choices=Outcome, blank=True)
    answer = models.TextField(_("what they were told"), max_length=8_000, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answered_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    closed_on = models.DateField(null=True, blank=True)
    closed_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = RightsRequestQuerySet.as_manager()

    class Meta:
        ordering = ["answer_by", "id"]
        constraints = [
            models.CheckConstraint(
                name="identity_is_checked_somehow_by_somebody",
                condition=Q(identity_on=None, identity_by=None, identity_how="")
                | Q(identity_on__isnull=False, identity_by__isnull=False) & ~Q(identity_how=""),
            ),
            models.CheckConstraint(
                name="a_longer_time_is_told_with_its_reason",
                condition=Q(extended_on=None, extended_by=None, extension_reason="")
                | Q(extended_on__isnull=False, extended_by__isnull=False) & ~Q(extension_reason=""),
            ),
            models.CheckConstraint(
                name="request_is_answered_by_somebody",
                condition=Q(answered_on=None, answered_by=None, outcome="")
                | Q(answered_on__isnull=False, answered_by__isnull=False) & ~Q(outcome=""),
            ),
            models.CheckConstraint(
                name="request_is_closed_by_somebody_once_answered",
                condition=Q(closed_on=None, closed_by=None)
                | Q(closed_on__isnull=False, closed_by__isnull=False, answered_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"request {self.pk}, {self.kind}"

    def is_late(self, today: date) -> bool:
        """Whether our own day has passed without an answer."""
        return self.answered_on is None and self.aim_by < today
