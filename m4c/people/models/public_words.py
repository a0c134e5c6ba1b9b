"""What the whole site says in the movement's name: who answers for it, who pays, and the notice of the day."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.visibility import PublicQuerySet
from m4c.people.models.privacy_notice import in_language_of_reader


class DatedQuerySet(PublicQuerySet):
    """Which rows, of words that hold from a day until others follow."""

    def shown_by(self, on: date) -> Self:
        """Those that hold on a day or held before it, the newest first."""
        return self.filter(valid_from__lte=on).order_by("-valid_from", "-pk")


class Imprint(models.Model):
    """Who published the site and on whose behalf, as electoral law asks (Elections Act 2022, part 6), from a day on."""

    labels = label(
        identity="promoter_name",
        contact="promoter_address",
        operational="on_behalf_of valid_from written_by made_at",
        kept="promoter_name promoter_address",  # published on purpose, and the law asks for it
    )

    promoter_name = models.CharField(_("name of the promoter"), max_length=160)
    promoter_address = models.TextField(_("address of the promoter"), max_length=400)
    on_behalf_of = models.CharField(_("published on behalf of"), max_length=160, blank=True)
    valid_from = models.DateField(_("from"))
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["-valid_from", "-id"]

    def __str__(self) -> str:
        return f"imprint from {self.valid_from}"


class WhoPays(models.Model):
    """Where the movement's money comes from, in its own words, from a day on."""

    labels = label(operational="words_en words_cy valid_from written_by made_at")

    words_en = models.TextField(_("in English"), max_length=8_000)
    words_cy = models.TextField(_("in Welsh"), max_length=8_000)
    valid_from = models.DateField(_("from"))
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["-valid_from", "-id"]

    def __str__(self) -> str:
        return f"who pays, from {self.valid_from}"

    @property
    def words(self) -> str:
        """The text in the language in use."""
        return in_language_of_reader(self.words_en, self.words_cy)


class SiteNoticeQuerySet(PublicQuerySet):
    """Which notices."""

    def standing(self, on: date) -> Self:
        """Those that stand above every page on a day, the newest first."""
        return self.filter(from_day__lte=on, until_day__gte=on, ended_at=None).order_by("-from_day", "-pk")

    def not_over(self, on: date) -> Self:
        """Those that stand or will stand."""
        return self.filter(until_day__gte=on, ended_at=None).order_by("from_day", "pk")


class SiteNotice(Record):
    """A sentence above every public page, from a day until another."""

    class Kind(models.TextChoices):
        INFO = "info", _("to know")
        URGENT = "urgent", _("urgent")

    labels = label(operational="kind words_en words_cy from_day until_day ended_at written_by made_at")

    kind = models.CharField(_("how urgent"), max_length=8, choices=Kind, default=Kind.INFO)
    words_en = models.CharField(_("in English"), max_length=240)
    words_cy = models.CharField(_("in Welsh"), max_length=240)
    from_day = models.DateField(_("from"))
    until_day = models.DateField(_("until and with"))
    ended_at = models.DateTimeField(null=True, blank=True)  # taken down before its day
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = SiteNoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-from_day", "-id"]
        constraints = [
            models.CheckConstraint(name="a_notice_ends_after_it_begins", condition=Q(until_day__gte=F("from_day")))
        ]

    def __str__(self) -> str:
        return f"site notice {self.pk}"

    @property
    def words(self) -> str:
        """The sentence in the language in use."""
        return in_language_of_reader(self.words_en, self.words_cy)
