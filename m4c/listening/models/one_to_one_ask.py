"""That somebody was asked for a 1-2-1: when, how, and what they said. The 1-2-1 that came of it is another record."""

from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.listening.permissions import SEE_CONVERSATIONS
from m4c.people.models import Account, Group
from m4c.people.sight import within


class OneToOneAskQuerySet(models.QuerySet["OneToOneAsk"]):
    """Which times that somebody was asked."""

    def visible_to(self, account: Account) -> Self:
        """One's own, and those of one's groups; never of or by somebody kept safe."""
        seen = account.sight.of_group("group", SEE_CONVERSATIONS)
        if account.person_id:
            seen |= Q(asker=account.person_id)
        return self.filter(seen, account.sight.unless_protected("asker"), account.sight.unless_protected("other"))

    def of_group(self, group: Group) -> Self:
        """Those of the group and of the groups below it."""
        return self.filter(within("group__path", group))

    def standing(self) -> Self:
        """Those that were not written down by mistake."""
        return self.filter(taken_back_at=None)

    def unanswered(self) -> Self:
        """Those asked who have not said anything yet, the longest waiting first."""
        return self.standing().filter(answer="").order_by("asked_on", "pk")

    def open(self) -> Self:
        """Those without an answer, and those who said yes or not yet, with no day found so far and not asked again
        since; the longest ago first.
        """
        said = Q(answer__in=[OneToOneAsk.Answer.YES, OneToOneAsk.Answer.NOT_YET], became=None)
        since = OneToOneAsk.objects.standing().filter(
            asker=OuterRef("asker"), other=OuterRef("other"), asked_on__gte=OuterRef("asked_on"), pk__gt=OuterRef("pk")
        )
        return self.standing().filter(Q(answer="") | said & ~Exists(since)).order_by("asked_on", "pk")


class OneToOneAsk(Record):
    """Somebody asked somebody for a 1-2-1. One at a time waits between two people; asked again, it is asked anew."""

    class Means(models.TextChoices):
        IN_PERSON = "in_person", _("face to face")
        PHONE = "phone", _("by telephone")
        MESSAGE = "message", _("by a message")
        LETTER = "letter", _("by e-mail or letter")
        OTHERS = "others", _("through somebody else")

    class Answer(models.TextChoices):
        YES = "yes", _("yes")
        NOT_YET = "not_yet", _("not yet")
        NO = "no", _("no")

    labels = label(
        special="asker other answer", operational="group asked_on means answered_on became made_at taken_back_at"
    )
    scope = "group__path"

    asker = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("who asked"))
    other = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("whom"))
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    asked_on = models.DateField(_("asked on"))
    means = models.CharField(_("how"), max_length=9, choices=Means, blank=True)
    answer = models.CharField(_("what they said"), max_length=7, choices=Answer, blank=True)
    answered_on = models.DateField(_("said on"), null=True, blank=True)
    became = models.OneToOneField(
        "listening.OneToOne", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)  # written down by mistake

    objects = OneToOneAskQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_on", "-id"]
        verbose_name = "asking for a 1-2-1"
        constraints = [
            models.CheckConstraint(name="one_asks_somebody_else", condition=~Q(asker=F("other"))),
            models.CheckConstraint(
                name="an_answer_is_of_some_day",
                condition=Q(answer="", answered_on=None, became=None)
                | Q(answer__in=["yes", "not_yet", "no"], answered_on__gte=F("asked_on")),
            ),
            models.UniqueConstraint(
                fields=["asker", "other"], condition=Q(answer="", taken_back_at=None), name="one_asking_waits"
            ),
        ]
        indexes = [
            models.Index(fields=["group", "asker", "answer"], name="askings_of_a_group"),
            models.Index(fields=["other"], name="askings_for_somebody"),
        ]

    def __str__(self) -> str:
        return f"asked {self.asked_on:%Y-%m-%d}"

    @property
    def is_waiting(self) -> bool:
        """Whether nothing was said to it yet."""
        return self.answer == ""

    @property
    def is_to_arrange(self) -> bool:
        """Whether a 1-2-1 may still come of it: it waits, or they said yes or not yet, and no day is found."""
        return self.taken_back_at is None and self.became_id is None and self.answer != self.Answer.NO
