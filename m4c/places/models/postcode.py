"""The tables that postcodes are looked up in: shipped districts and sectors, and a full directory if one is loaded."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.visibility import PublicQuerySet
from m4c.places.models.area import Area


def area_key() -> "models.ForeignKey[Area | None, Area | None]":
    """A pointer to an area that may be unknown. Not indexed: these tables are read by postcode only."""
    return models.ForeignKey(Area, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False)


def share() -> "models.FloatField[float | None, float | None]":
    """The part, from 0 to 1, of the live postcodes that lie in the area named beside it."""
    return models.FloatField(null=True, blank=True)


class PostcodeDistrict(models.Model):
    """An outward code such as `CF3`: its middle, and the areas that hold most of its postcodes, with their share.

    `council_count` and `constituency_count` say how many of each it touches. Northern Ireland has points only.
    """

    labels = label(
        operational="district latitude longitude live_postcodes nation nation_share council council_share "
        "council_count constituency constituency_share constituency_count source"
    )

    district = models.CharField(max_length=4, unique=True)
    latitude = models.FloatField()
    longitude = models.FloatField()
    live_postcodes = models.PositiveIntegerField(null=True, blank=True)
    nation = area_key()
    nation_share = share()
    council = area_key()
    council_share = share()
    council_count = models.PositiveSmallIntegerField(null=True, blank=True)
    constituency = area_key()
    constituency_share = share()
    constituency_count = models.PositiveSmallIntegerField(null=True, blank=True)
    source = models.CharField(max_length=40)

    objects = PublicQuerySet.as_manager()

    class Meta:
        ordering = ["district"]

    def __str__(self) -> str:
        return self.district


class PostcodeSector(models.Model):
    """A sector such as `CF3 0`: its middle, and the areas that hold most of its postcodes, with their share."""

    labels = label(
        operational="sector district latitude longitude live_postcodes council council_share ward ward_share "
        "constituency constituency_share source"
    )

    sector = models.CharField(max_length=6, unique=True)
    district = models.ForeignKey(PostcodeDistrict, on_delete=models.PROTECT, related_name="+")
    latitude = models.FloatField()
    longitude = models.FloatField()
    live_postcodes = models.PositiveIntegerField()
    council = area_key()
    council_share = share()
    ward = area_key()
    ward_share = share()
    constituency = area_key()
    constituency_share = share()
    source = models.CharField(max_length=40)

    objects = PublicQuerySet.as_manager()

    class Meta:
        ordering = ["sector"]

    def __str__(self) -> str:
        return self.sector


class PostcodeDirectory(models.Model):
    """A full postcode directory that an operator loads: which file, how far it was read, and when it was done."""

    labels = label(operational="title fingerprint northern_ireland rows_read begun_at finished_at")

    title = models.CharField(_("file name"), max_length=200)
    fingerprint = models.CharField(max_length=64)  # SHA-256 of the file
    northern_ireland = models.BooleanField(default=False)
    rows_read = models.PositiveIntegerField(default=0)
    begun_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = PublicQuerySet.as_manager()

    class Meta:
        ordering = ["-begun_at"]
        verbose_name_plural = "postcode directories"
        constraints = [
            models.UniqueConstraint(fields=["fingerprint", "northern_ireland"], name="one_directory_of_a_file"),
            models.CheckConstraint(
                name="directory_ends_after_it_begins",
                condition=Q(finished_at=None) | Q(finished_at__gte=models.F("begun_at")),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class PostcodeUnit(models.Model):
    """One full postcode of a loaded directory; `ended` is the month from which it was no longer used."""

    labels = label(operational="postcode latitude longitude nation council ward constituency police ended")

    postcode = models.CharField(max_length=8, primary_key=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    nation = area_key()
    council = area_key()
    ward = area_key()
    constituency = area_key()
    police = area_key()
    ended = models.DateField(null=True, blank=True)

    objects = PublicQuerySet.as_manager()

    class Meta:
        ordering = ["postcode"]

    def __str__(self) -> str:
        return self.postcode
