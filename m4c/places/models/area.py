"""Areas known by code, their names over time and language, and how they overlap."""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.visibility import PublicQuerySet


class Kind(models.TextChoices):
    """What sort of area a code stands for."""

    NATION = "nation", _("nation")
    REGION = "region", _("region")
    COMBINED = "combined", _("combined authority")
    COUNTY = "county", _("county council")
    COUNCIL = "council", _("council")
    WARD = "ward", _("ward")
    CONSTITUENCY = "constituency", _("constituency")
    SENEDD = "senedd", _("Senedd constituency")
    POLICE = "police", _("police area")


def letters_of(language: str | None) -> str:
    """The two letters by which names of areas know a language; English for none."""
    return (language or "en")[:2]


class AreaQuerySet(PublicQuerySet):
    """Which areas."""

    def of_kind(self, kind: Kind) -> Self:
        """Those of one kind."""
        return self.filter(kind=kind)

    def current(self) -> Self:
        """Those whose code has not been replaced by another."""
        return self.filter(ended=None)

    def overlapping(self, areas: "Iterable[Area | int]") -> Self:
        """Those that share ground with any of these, smaller or larger."""
        listed = list(areas)
        inner = AreaOverlap.objects.filter(other__in=listed).values("area")
        outer = AreaOverlap.objects.filter(area__in=listed).values("other")
        return self.filter(Q(pk__in=inner) | Q(pk__in=outer))

    def named(self, language: str | None = None) -> Self:
        """With the newest name of each, in that language where it has one (None: the language now in use)."""
        return self.with_names(letters_of(language or get_language()))

    def with_names(self, wanted: str) -> Self:
        """The same, by the two letters of a language."""
        names = AreaName.objects.filter(area=OuterRef("pk")).order_by(
            Case(When(language=wanted, then=Value(0)), When(language="en", then=Value(1)), default=Value(2)),
            F("start").desc(nulls_last=True),
        )
        return self.annotate(current_name=Coalesce(Subquery(names.values("name")[:1]), F("code")))


class Area(models.Model):
    """An area by code, kind, vintage and source. Never known by its name, which may change or be shared.

    A code stands for one set of boundaries, so a later list that repeats a code is about the same area. Where no
    official code exists, the code is our own and starts with `x-`.
    """

    labels = label(operational="kind code vintage source ended latitude longitude")

    kind = models.CharField(max_length=12, choices=Kind)
    code = models.CharField(max_length=12)
    vintage = models.CharField(max_length=7, blank=True)  # when the list that has it was in force: 2024-07, or 2026
    source = models.CharField(max_length=40)
    ended = models.DateField(null=True, blank=True)  # from when another code stands in its place
    latitude = models.FloatField(null=True, blank=True)  # of the middle of its addresses, WGS84
    longitude = models.FloatField(null=True, blank=True)

    objects = AreaQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "code", "vintage"]
        constraints = [
            models.UniqueConstraint(fields=["code", "kind", "vintage"], name="area_once_by_code_kind_vintage"),
            models.CheckConstraint(name="area_has_a_code", condition=~Q(code="")),
            models.CheckConstraint(
                name="area_has_a_whole_point",
                condition=Q(latitude=None, longitude=None) | Q(latitude__isnull=False, longitude__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.code}"

    @property
    def name(self) -> str:
        """The name to show. Raises KeyError where the rows were not loaded with `named()`."""
        return str(self.__dict__["current_name"])


class AreaName(models.Model):
    """What an area is called in one language over a period; no start: as far back as we know, no end: still."""

    labels = label(operational="area language name start end")

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=2, choices=[("en", _("English")), ("cy", _("Cymraeg"))])
    name = models.CharField(max_length=100)
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)

    objects = PublicQuerySet.as_manager()

    class Meta:
        ordering = ["area", "language", "start"]
        constraints = [
            models.UniqueConstraint(fields=["area", "language", "start"], name="one_name_from_a_day"),
            models.UniqueConstraint(
                fields=["area", "language"], condition=Q(start=None), name="one_name_from_the_beginning"
            ),
            models.CheckConstraint(
                name="name_ends_after_its_start", condition=Q(end=None) | Q(start=None) | Q(end__gt=F("start"))
            ),
        ]

    def __str__(self) -> str:
        return self.name


class AreaOverlap(models.Model):
    """How much of one area lies in another of a wider or different kind, from 0 to 1.

    Wards lie in councils and constituencies; councils in police areas, constituencies, regions, counties and
    combined authorities; constituencies in Senedd seats. `source` says what the share was counted in.
    """

    labels = label(operational="area other share source")

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    share = models.FloatField()
    source = models.CharField(max_length=40)

    objects = PublicQuerySet.as_manager()

    class Meta:
        ordering = ["area", "-share", "other"]
        constraints = [
            models.UniqueConstraint(fields=["area", "other"], name="one_overlap_of_two_areas"),
            models.CheckConstraint(name="overlap_share_is_a_share", condition=Q(share__gte=0, share__lte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.share:.0%} of {self.area_id} in {self.other_id}"
