"""A covenant: mutual promises between bodies, its text by versions, its parties, and each look at whether it holds."""

from typing import Self, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models.seen import OfGroupQuerySet
from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models import Account

Row = TypeVar("Row", bound=models.Model)


class CovenantQuerySet(OfGroupQuerySet["Covenant"]):
    """Which covenants."""

    def public(self) -> Self:
        """Those that strangers may read."""
        return self.filter(published_at__isnull=False, unpublished_at=None)


class Covenant(Record):
    """Mutual promises between bodies: residents and shopkeepers."""

    labels = label(
        content="name slug about",
        operational="group campaign review_on ended_on published_at unpublished_at made_by made_at",
        kept="name slug about",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    campaign = models.ForeignKey(
        "campaigns.Campaign", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(max_length=140, unique=True)
    about = models.CharField(_("in a sentence"), max_length=300, blank=True)
    review_on = models.DateField(_("look at it again on"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    unpublished_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects = CovenantQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_public(self) -> bool:
        """Whether strangers may read it."""
        return self.published_at is not None and self.unpublished_at is None


class OfCovenantQuerySet(models.QuerySet[Row]):
    """Rows of a covenant."""

    def visible_to(self, account: Account) -> Self:
        """Those of covenants of one's groups."""
        return self.filter(account.sight.of_group("covenant__group", SEE_COMMITMENTS))


class CovenantText(Record):
    """One version of a covenant's text, from a day on."""

    labels = label(
        content="words changed_because", operational="covenant number on by at", kept="words changed_because"
    )
    scope = "covenant__group__path"

    covenant = models.ForeignKey(Covenant, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()
    words = models.TextField(_("the text"), max_length=10_000)
    on = models.DateField(_("from"))
    changed_because = models.CharField(_("what changed, and why"), max_length=300, blank=True)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfCovenantQuerySet["CovenantText"].as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["covenant", "number"], name="one_text_of_a_number")]

    def __str__(self) -> str:
        return f"text {self.number}"


class CovenantParty(Record):
    """A body that is party to a covenant: who signed for it and when, what it will do, and until when."""

    labels = label(
        content="name kind_words will_do signed_by ended_because",
        operational="covenant body institution text signed_on ended_on added_by added_at",
        kept="name kind_words will_do signed_by ended_because",
    )
    scope = "covenant__group__path"

    covenant = models.ForeignKey(Covenant, on_delete=models.CASCADE, related_name="+")
    body = models.ForeignKey("people.Group", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    institution = models.ForeignKey(
        "power.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(_("body"), max_length=160)
    kind_words = models.CharField(_("what kind of body"), max_length=60, blank=True)
    will_do = models.TextField(_("what it will do"), max_length=2_000)
    text = models.ForeignKey(CovenantText, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    signed_by = models.CharField(_("who signed, and as what"), max_length=160, blank=True)
    ended_on = models.DateField(_("until"), null=True, blank=True)
    ended_because = models.CharField(_("why it ended"), max_length=200, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = OfCovenantQuerySet["CovenantParty"].as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "covenant parties"
        constraints = [
            models.UniqueConstraint(fields=["covenant", "name"], condition=Q(ended_on=None), name="a_party_once"),
            models.CheckConstraint(
                name="whoever_signed_signed_a_text",
                condition=Q(signed_on=None, text=None, signed_by="")
                | (Q(signed_on__isnull=False, text__isnull=False) & ~Q(signed_by="")),
            ),
            models.CheckConstraint(
                name="a_party_leaves_after_it_signed",
                condition=Q(ended_on=None) | Q(signed_on=None) | Q(ended_on__gte=F("signed_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.name
