"""A complaint with its clock: when it came, by when it must be acknowledged and answered, and what became of it."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.permissions import ANSWER_COMPLAINTS

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class ComplaintQuerySet(models.QuerySet["Complaint"]):
    """Which complaints."""

    def visible_to(self, account: "Account") -> Self:
        """Those of the groups whose complaints the account answers."""
        return self.filter(account.sight.of_group("group", ANSWER_COMPLAINTS))

    def with_state(self) -> Self:
        """Annotates `state`: that of the last step, empty while nothing has been done."""
        steps = ComplaintStep.objects.filter(complaint=OuterRef("pk")).order_by("-at", "-id")
        return self.annotate(state=Coalesce(Subquery(steps.values("state")[:1]), Value("")))

    def open(self) -> Self:
        """Those not answered, the soonest due first."""
        return self.exclude(Exists(answers())).order_by("answer_by", "pk")

    def answered(self) -> Self:
        """Those answered, the newest first."""
        return self.filter(Exists(answers()))


class Complaint(Record):
    """What somebody complains of, and the two days of its clock. Its state stands in its steps."""

    class Kind(models.TextChoices):
        DATA = "data", _("how we use information about me")
        OTHER = "other", _("something else")

    labels = label(
        identity="name",
        contact="email",
        content="words",
        operational="group kind language notice made_at acknowledge_by answer_by",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("what is it about?"), max_length=8, choices=Kind)
    name = models.CharField(_("your name"), max_length=120)
    email = models.EmailField(_("your e-mail"), max_length=254)
    words = models.TextField(_("what went wrong, and what should we put right?"), max_length=8_000)
    language = models.CharField(max_length=8, choices=settings.LANGUAGES)
    notice = models.ForeignKey("people.PrivacyNotice", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    acknowledge_by = models.DateField()
    answer_by = models.DateField()

    objects = ComplaintQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]

    def __str__(self) -> str:
        return f"complaint {self.pk}"


class ComplaintStepQuerySet(models.QuerySet["ComplaintStep"]):
    """Which steps."""

    def visible_to(self, account: "Account") -> Self:
        """Those of complaints that the account answers."""
        return self.filter(account.sight.of_group("complaint__group", ANSWER_COMPLAINTS))


class ComplaintStep(models.Model):
    """What was done with a complaint, when and by whom."""

    class State(models.TextChoices):
        ACKNOWLEDGED = "acknowledged", _("acknowledged")
        LOOKED_INTO = "looked_into", _("being looked into")
        ANSWERED = "answered", _("answered")

    labels = label(content="words", operational="complaint state by at mailed_at")
    scope = "complaint__group__path"

    complaint = models.ForeignKey(Complaint, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(_("state"), max_length=12, choices=State)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    words = models.TextField(_("what was done, or the answer"), max_length=8_000, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)  # these very words went to whoever complained

    objects = ComplaintStepQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["complaint", "state"], name="a_complaint_is_in_a_state_once"),
            models.CheckConstraint(
                name="only_the_answer_is_mailed", condition=models.Q(mailed_at=None) | models.Q(state="answered")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state}, complaint {self.complaint_id}"


def answers() -> models.QuerySet[ComplaintStep]:
    """The answer to the complaint that a query stands at."""
    return ComplaintStep.objects.filter(complaint=OuterRef("pk"), state=ComplaintStep.State.ANSWERED)
