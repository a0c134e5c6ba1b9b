"""Consent: what somebody said about being reached, by channel and purpose. Rows are only ever added."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.people.models.person import Person

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class Channel(models.TextChoices):
    """The ways to reach somebody, each under rules of its own."""

    EMAIL = "email", _("e-mail")
    TEXT = "text", _("text message")
    PHONE = "phone", _("phone call")
    POST = "post", _("post")
    DOOR = "door", _("knocking at the door")


class Purpose(models.TextChoices):
    """What for. The law asks for consent to each apart; an objection may be to anything at all."""

    NEWS = "news", _("news, campaigns and events")
    MONEY = "money", _("appeals for money")
    SERVICE = "service", _("what they are down for themselves")
    ALL = "all", _("anything at all")


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Which rows."""

    def visible_to(self, account: "Account") -> Self:
        """Those of the people whom the account may see."""
        return self.filter(person__in=Person.objects.visible_to(account))


class Consent(models.Model):
    """One thing that somebody said, in which words, when, where it stands written, and who took it."""

    class State(models.TextChoices):
        GIVEN = "given", _("agreed")
        REFUSED = "refused", _("said no when asked")
        WITHDRAWN = "withdrawn", _("withdrew what they had agreed to")
        OBJECTED = "objected", _("objected")
        TAKEN_BACK = "taken_back", _("took back their objection")

        @classmethod
        def answers(cls) -> list[str]:
            """Answers to being asked: the latest counts."""
            return [cls.GIVEN, cls.REFUSED, cls.WITHDRAWN]

        @classmethod
        def objections(cls) -> list[str]:
            """Objections, which stand beside the answers until the person takes them back."""
            return [cls.OBJECTED, cls.TAKEN_BACK]

    labels = label(content="wording", special="state", operational="person channel purpose at source taken_by made_at")

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    channel = models.CharField(_("by which way"), max_length=8, choices=Channel)
    purpose = models.CharField(_("for what"), max_length=8, choices=Purpose)
    state = models.CharField(_("what they said"), max_length=12, choices=State)
    wording = models.CharField(_("in which words"), max_length=500, blank=True)
    at = models.DateTimeField(_("when"))
    source = models.CharField(_("where it is written"), max_length=200)  # "sign-in sheet, line 12"; "said on the phone"
    taken_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "channel", "purpose", "state", "at"], name="one_row_for_what_somebody_said"
            ),
            models.CheckConstraint(
                name="nobody_agrees_to_anything_at_all",
                condition=~Q(purpose="all", state__in=["given", "refused", "withdrawn"]),
            ),
        ]
        indexes = [models.Index(fields=["person", "channel", "-at", "-id"], name="consent_of_a_person")]

    def __str__(self) -> str:
        return f"{self.channel} {self.purpose} {self.state}, consent {self.pk}"
