"""What was answered, by each account of it, and who heard it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models.ask import Ask, Pin
from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models import Account


class AnswerQuerySet(models.QuerySet["Answer"]):
    """Which answers."""

    def visible_to(self, account: Account) -> Self:
        """Those to asks of one's groups."""
        return self.filter(account.sight.of_group("ask__group", SEE_COMMITMENTS))

    def standing(self) -> Self:
        """Those that a second person confirmed where that is needed, and nobody struck."""
        return self.filter(Q(needs_second=False) | Q(confirmed_at__isnull=False), struck_at=None)


class Answer(Record):
    """What was answered, by one account of it: others may say otherwise, and stand beside it."""

    class Kind(models.TextChoices):
        YES = "yes", _("yes")
        YES_IF = "yes_if", _("yes, if")
        PARTLY = "partly", _("partly")
        MORE = "more", _("more than asked")
        NO = "no", _("no")
        NONE = "none", _("no answer")
        UNRECORDED = "unrecorded", _("not recorded")

    labels = label(
        content="words says_who source witness_words struck_because",
        operational="ask kind pin on source_url needs_second typed_by typed_at confirmed_by confirmed_at struck_at",
        kept="words says_who source witness_words struck_because",
    )
    scope = "ask__group__path"

    ask = models.ForeignKey(Ask, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("the answer"), max_length=10, choices=Kind)
    words = models.TextField(_("in their exact words"), max_length=2_000, blank=True)
    pin = models.CharField(_("how it was pinned"), max_length=4, choices=Pin, default=Pin.SOFT)
    on = models.DateField(_("answered on"))
    says_who = models.CharField(_("who says so"), max_length=160)
    source = models.CharField(_("recording or source"), max_length=200, blank=True)
    source_url = models.URLField(_("its address"), max_length=300, blank=True)
    witness_words = models.CharField(_("witnesses who are not our people"), max_length=200, blank=True)
    # Typed in on the day by one person, and read again by a second: an answer on a stage is easily misheard.
    needs_second = models.BooleanField(default=False)
    typed_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    typed_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        "people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    struck_at = models.DateTimeField(null=True, blank=True)
    struck_because = models.CharField(max_length=200, blank=True)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            models.CheckConstraint(
                name="an_answer_is_confirmed_by_another",
                condition=Q(confirmed_by=None, confirmed_at=None)
                | (Q(confirmed_by__isnull=False, confirmed_at__isnull=False) & ~Q(confirmed_by=models.F("typed_by"))),
            ),
            models.CheckConstraint(name="an_answer_says_who_says_so", condition=~Q(says_who="")),
        ]
        indexes = [models.Index(fields=["ask", "on"], name="answers_to_an_ask")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class WitnessQuerySet(models.QuerySet["Witness"]):
    """Which witnesses."""

    def visible_to(self, account: Account) -> Self:
        """Those of answers one may see; nobody kept safe."""
        seen = account.sight.of_group("answer__ask__group", SEE_COMMITMENTS)
        return self.filter(seen, account.sight.unless_protected("person"))


class Witness(Record):
    """One of our people who heard an answer."""

    labels = label(operational="answer person")
    scope = "answer__ask__group__path"

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("who"))

    objects = WitnessQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["answer", "person"], name="witness_of_an_answer_once")]

    def __str__(self) -> str:
        return f"witness {self.pk}"
