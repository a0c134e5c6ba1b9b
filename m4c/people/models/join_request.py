"""A join request: who asks to come into a group, by when the group answers, and what it said."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.permissions import ANSWER_JOIN_REQUESTS

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class JoinRequestQuerySet(models.QuerySet["JoinRequest"]):
    """Which requests."""

    def visible_to(self, account: "Account") -> Self:
        """Those to the groups for which one answers, not of somebody kept safe; and one's own."""
        seen = account.sight.of_group("group", ANSWER_JOIN_REQUESTS) & account.sight.unless_protected("person")
        return self.filter(seen | Q(asked_by=account.pk)) if account.pk else self.none()

    def open(self) -> Self:
        """Those that wait for an answer, the earliest due first."""
        return self.filter(answered_at=None).order_by("answer_by", "pk")

    def answered(self) -> Self:
        """Those answered, the latest first."""
        return self.exclude(answered_at=None).order_by("-answered_at", "-pk")


class JoinRequest(Record):
    """What somebody typed who asks for a group, or the account that asks; kept apart until the group has answered.

    `person` says whom the records know by the letter that was opened: it is shown to nobody, and hides the request of
    somebody kept safe. Once the answer has gone out, what was typed goes too.
    """

    class Answer(models.TextChoices):
        YES = "yes", _("yes")
        NO = "no", _("no")
        LAPSED = "lapsed", _("nobody answered in time")

    labels = label(
        identity="given_name family_name folded",
        contact="email phone postcode",
        special="agreed group",
        content="words answer_words",
        operational=(
            "person asked_by language notice made_at answer_by answered_at answered_by answer invitation came_in"
        ),
        kept="group",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    asked_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    given_name = models.CharField(max_length=100, blank=True)
    family_name = models.CharField(max_length=100, blank=True)
    folded = models.CharField(max_length=400, blank=True)  # name and way to reach them: who asks twice asks once
    email = models.EmailField(max_length=254, blank=True)
    phone = models.CharField(max_length=16, blank=True)  # in E.164
    postcode = models.CharField(max_length=8, blank=True)
    agreed = models.JSONField(default=dict)
    words = models.CharField(max_length=500, blank=True)
    language = models.CharField(max_length=8, choices=settings.LANGUAGES)
    notice = models.ForeignKey("people.PrivacyNotice", on_delete=models.PROTECT, related_name="+")
    # Whose link they followed who gave a telephone number only: no letter can prove it, so somebody rings.
    invitation = models.ForeignKey(
        "people.OpenInvitation", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField()
    answer_by = models.DateField(_("answer by"))
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(_("answer"), max_length=6, choices=Answer, blank=True)
    answer_words = models.CharField(_("a sentence with it"), max_length=500, blank=True)
    came_in = models.ForeignKey("people.Membership", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    objects = JoinRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "person"], condition=Q(answered_at=None), name="one_open_request_of_a_person"
            ),
            models.UniqueConstraint(
                fields=["group", "folded"],
                condition=Q(answered_at=None) & ~Q(folded=""),
                name="one_open_request_in_the_same_words",
            ),
            models.CheckConstraint(
                name="a_request_is_answered_by_somebody",
                condition=Q(answered_at=None, answered_by=None, answer="")
                | (Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
            ),
        ]

    def __str__(self) -> str:
        return f"join request {self.pk}"

    @property
    def name(self) -> str:
        """What they are called, in their own words; blank once it is forgotten."""
        if self.asked_by_id and self.person:
            return self.person.name
        return f"{self.given_name} {self.family_name}".strip()
