"""An open invitation: a link or a code by which somebody comes into a group, until a day and so many times."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models.sign_in_link import hash_of
from m4c.people.permissions import INVITE_BY_LINK

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class OpenInvitationQuerySet(models.QuerySet["OpenInvitation"]):
    """Which invitations."""

    def visible_to(self, account: "Account") -> Self:
        """Those to the groups where one may invite."""
        return self.filter(account.sight.of_group("group", INVITE_BY_LINK))

    def open(self, now: datetime) -> Self:
        """Those that still let somebody in."""
        standing = self.filter(revoked_at=None, expires_at__gt=now, group__ended_on=None)
        return standing.filter(came__lt=F("places"))

    def of_token(self, token: str) -> Self:
        """The one invitation of this secret, or none."""
        return self.filter(token_hash=hash_of(token))


class OpenInvitation(Record):
    """What somebody invites to, in which group, until when and how many; the secret of its link is kept as a hash."""

    labels = label(
        content="purpose",
        operational="group expires_at places came token_hash made_by made_at revoked_at revoked_by",
        kept="purpose",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    purpose = models.CharField(_("what it is for"), max_length=120)
    expires_at = models.DateTimeField(_("until"))
    places = models.PositiveSmallIntegerField(
        _("how many may come in by it"), default=50, validators=[MinValueValidator(1)]
    )
    came = models.PositiveIntegerField(default=0, editable=False)  # who came in by it
    token_hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = OpenInvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="an_invitation_is_revoked_by_somebody",
                condition=Q(revoked_at=None, revoked_by=None) | Q(revoked_at__isnull=False, revoked_by__isnull=False),
            ),
            models.CheckConstraint(name="an_invitation_ends_after_it_begins", condition=Q(expires_at__gt=F("made_at"))),
        ]

    def __str__(self) -> str:
        return self.purpose

    def is_open(self, now: datetime) -> bool:
        """Whether it still lets somebody in, but for its group."""
        return self.revoked_at is None and self.expires_at > now and self.came < self.places

    @classmethod
    def waiting(cls, token: str, now: datetime) -> "OpenInvitation | None":
        """The invitation of this secret, with its group, where it still lets somebody in."""
        return cls.objects.open(now).of_token(token).select_related("group").first()
