"""Telling a group: what is said, by which means each person is told, by whom, and whether they were."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.outreach.permissions import TELL_GROUP
from m4c.people.models import Account


class TellingQuerySet(models.QuerySet["Telling"]):
    """Which tellings."""

    def visible_to(self, account: Account) -> Self:
        """Those of groups that one may tell, and those of which one took a share on."""
        seen = account.sight.of_group("group", TELL_GROUP)
        if account.person_id:
            seen |= Q(pk__in=Told.objects.filter(teller=account.person_id).values("telling"))
        return self.filter(seen)


class Telling(Record):
    """What a group tells its people once: the words of the letter, and the same for the group's own chat."""

    labels = label(
        content="subject words chat_words",
        operational="group event saved_filter made_by made_at goes_at gathered_at settled_at called_off_at",
        kept="subject words chat_words",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    event = models.ForeignKey(
        "events.Event", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("event")
    )
    saved_filter = models.ForeignKey(  # whom of the group, where not everybody
        "people.SavedFilter", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    subject = models.CharField(_("subject"), max_length=120)
    words = models.TextField(_("what we say"))
    chat_words = models.TextField(_("the same for the group's chat"), blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    goes_at = models.DateTimeField(null=True, blank=True)  # empty: still being written
    gathered_at = models.DateTimeField(null=True, blank=True)  # when it was worked out who is told how
    settled_at = models.DateTimeField(null=True, blank=True)  # when the last letter had gone
    called_off_at = models.DateTimeField(null=True, blank=True)

    objects = TellingQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        indexes = [models.Index(fields=["group", "made_at"], name="tellings_of_a_group")]

    def __str__(self) -> str:
        return self.subject


class ToldQuerySet(models.QuerySet["Told"]):
    """Which lines."""

    def visible_to(self, account: Account) -> Self:
        """Those of groups that one may tell, and one's own share; never somebody kept safe."""
        seen = account.sight.of_group("telling__group", TELL_GROUP)
        if account.person_id:
            seen |= Q(teller=account.person_id)
        return self.filter(seen, account.sight.unless_protected("person"))

    def waiting(self) -> Self:
        """Those not told yet."""
        return self.filter(state__in=[Told.State.WAITING, Told.State.QUEUED])


class Told(Record):
    """One person of a telling: by which means, told by whom, and what became of it."""

    class Means(models.TextChoices):
        EMAIL = "email", _("e-mail")
        CALL = "call", _("telephone")
        LETTER = "letter", _("printed letter")
        NONE = "none", _("in person")

    class State(models.TextChoices):
        WAITING = "waiting", _("not told yet")
        QUEUED = "queued", _("about to go")
        TOLD = "told", _("told")
        NOT_REACHED = "not_reached", _("not reached")
        HELD_BACK = "held_back", _("held back")
        FAILED = "failed", _("did not arrive")

    labels = label(
        operational="telling person means teller state why token_hash queued_at settled_at settled_by",
    )
    scope = "telling__group__path"

    telling = models.ForeignKey(Telling, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    means = models.CharField(max_length=6, choices=Means)
    teller = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("told by")
    )
    state = models.CharField(max_length=11, choices=State, default=State.WAITING)
    why = models.CharField(max_length=120, blank=True)
    token_hash = models.CharField(max_length=64, blank=True)  # of the link that ends such letters
    queued_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = ToldQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "told"
        constraints = [models.UniqueConstraint(fields=["telling", "person"], name="somebody_is_told_once")]
        indexes = [
            models.Index(fields=["teller", "state"], name="whom_somebody_tells"),
            models.Index(fields=["telling", "means", "state"], name="who_is_told_how"),
            models.Index(fields=["token_hash"], condition=~Q(token_hash=""), name="told_by_token"),
        ]

    def __str__(self) -> str:
        return f"{self.state}, told {self.pk}"
