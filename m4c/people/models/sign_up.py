"""A sign-up on its way: what somebody typed, kept apart from every record until they open the letter sent to them."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from m4c.core.labels import label
from m4c.core.visibility import Sighted
from m4c.people.models.sign_in_link import hash_of


class SignUpQuerySet(models.QuerySet["SignUp"]):
    """Which sign-ups."""

    def visible_to(self, account: Sighted) -> Self:
        """None: nobody is a person of ours by having been typed into a form."""
        return self.none()

    def open(self, now: datetime) -> Self:
        """Those whose link still opens something."""
        return self.filter(expires_at__gt=now)

    def of_token(self, token: str) -> Self:
        """The one sign-up of this secret, or none."""
        return self.filter(token_hash=hash_of(token))


class SignUp(models.Model):
    """Who wants to join, what they agree to and in which words, and the hash of the link that confirms it.

    `agreed` is the wording shown for each channel that was ticked. The row goes when it is confirmed, or after a week.
    With a `group` they ask that very group, which answers, with `words` of their own; with an `invitation` they follow
    its link, and come into its group at once.
    """

    labels = label(
        identity="given_name family_name",
        contact="email phone postcode",
        special="agreed group",
        content="words",
        operational="language notice token_hash made_at expires_at invitation",
    )

    given_name = models.CharField(max_length=100)
    family_name = models.CharField(max_length=100, blank=True)
    email = models.EmailField(max_length=254)
    phone = models.CharField(max_length=16, blank=True)  # in E.164
    postcode = models.CharField(max_length=8, blank=True)
    agreed = models.JSONField(default=dict)
    language = models.CharField(max_length=8, choices=settings.LANGUAGES)
    notice = models.ForeignKey("people.PrivacyNotice", on_delete=models.PROTECT, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)  # made when the letter is written
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    group = models.ForeignKey("people.Group", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    words = models.CharField(max_length=500, blank=True)
    invitation = models.ForeignKey(
        "people.OpenInvitation", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )

    objects = SignUpQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_sign_up_asks_a_group_or_follows_an_invitation",
                condition=Q(group=None) | Q(invitation=None),
            )
        ]

    def __str__(self) -> str:
        return f"sign-up {self.pk}"

    @classmethod
    def waiting(cls, token: str, now: datetime) -> "SignUp | None":
        """The sign-up that this secret would confirm now, with the group that it asks."""
        return cls.objects.open(now).of_token(token).select_related("group").first()
