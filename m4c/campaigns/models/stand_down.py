"""Standing down: telling everybody called out for a step that it is off, each once, and who rings whom."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models.campaign import OfCampaignQuerySet
from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models import Account


class StandDown(Record):
    """Telling everybody called out for a step that it is off: one text, each person told once."""

    labels = label(
        content="words chat_words", operational="campaign step event truce by at gathered_at", kept="words chat_words"
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    step = models.ForeignKey("campaigns.LadderStep", on_delete=models.CASCADE, related_name="+")
    event = models.ForeignKey("events.Event", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    truce = models.ForeignKey("campaigns.Truce", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    words = models.TextField(_("what we say"), max_length=1_000)
    chat_words = models.TextField(_("the same for the group's chat"), max_length=1_000, blank=True)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    gathered_at = models.DateTimeField(null=True, blank=True)

    objects = OfCampaignQuerySet["StandDown"].as_manager()

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"stand-down {self.pk}"


class StoodDownQuerySet(models.QuerySet["StoodDown"]):
    """Who is to be told."""

    def visible_to(self, account: Account) -> Self:
        """Those of campaigns one sees, and those that one took on to ring; nobody kept safe."""
        seen = Q(stand_down__in=StandDown.objects.visible_to(account).order_by())
        if account.person_id:
            seen |= Q(teller=account.person_id)
        return self.filter(seen, account.sight.unless_protected("person"))

    def to_ring(self) -> Self:
        """Those whom no letter tells: to be rung, or told when one meets them."""
        return self.exclude(means=StoodDown.By.EMAIL, state__in=[StoodDown.State.QUEUED, StoodDown.State.TOLD])

    def untold(self) -> Self:
        """Of those the ones whom nobody reached yet."""
        return self.to_ring().exclude(state=StoodDown.State.TOLD)


class StoodDown(Record):
    """Somebody called out who is told that it is off: by which means, by whom, reached or not. Each once."""

    class By(models.TextChoices):
        EMAIL = "email", _("e-mail")
        CALL = "call", _("call")
        NONE = "none", _("in person")

    class State(models.TextChoices):
        WAITING = "waiting", _("not told yet")
        QUEUED = "queued", _("about to go")
        TOLD = "told", _("told")
        MISSED = "missed", _("not reached")
        HELD_BACK = "held_back", _("held back")
        FAILED = "failed", _("did not arrive")

    labels = label(operational="campaign stand_down person means teller state why queued_at settled_at settled_by")
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    stand_down = models.ForeignKey(StandDown, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    means = models.CharField(max_length=5, choices=By)
    teller = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    why = models.CharField(max_length=120, blank=True)  # no letter went, or it did not arrive
    queued_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = StoodDownQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["stand_down", "person"], name="stood_down_once"),
            models.CheckConstraint(name="told_at_a_time", condition=~Q(state="told") | Q(settled_at__isnull=False)),
        ]
        indexes = [models.Index(fields=["teller", "state"], name="whom_one_stands_down")]

    def __str__(self) -> str:
        return f"stood down {self.pk}"
