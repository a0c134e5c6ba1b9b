"""The privacy notice by version: what people were told when they gave us their data."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.visibility import PublicQuerySet


class PrivacyNoticeQuerySet(PublicQuerySet):
    """Which versions."""

    def shown_by(self, on: date) -> Self:
        """Those in force on a day or before it, the newest first."""
        return self.filter(valid_from__lte=on).order_by("-valid_from", "-number")


class PrivacyNotice(models.Model):
    """One version, in both languages. It is never changed: what somebody was shown stays as they saw it."""

    labels = label(operational="number words_en words_cy valid_from written_by made_at")

    number = models.PositiveIntegerField(_("version"), unique=True)
    words_en = models.TextField(_("in English"), max_length=20_000)
    words_cy = models.TextField(_("in Welsh"), max_length=20_000)
    valid_from = models.DateField(_("in force from"))
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = PrivacyNoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"privacy notice {self.number}"

    @property
    def words(self) -> str:
        """The text in the language in use."""
        return in_language_of_reader(self.words_en, self.words_cy)


def in_language_of_reader(english: str, welsh: str) -> str:
    """The words in the language in use; the others where there are none."""
    is_welsh = (get_language() or settings.LANGUAGE_CODE).startswith("cy")
    return (welsh or english) if is_welsh else (english or welsh)
