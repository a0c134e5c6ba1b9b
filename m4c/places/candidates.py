"""What to offer when a postcode does not decide: the areas to choose from by hand, likeliest first."""

from django.db.models import Q, QuerySet, Sum

from m4c.places.models import Area, Kind, PostcodeSector
from m4c.places.resolver import Resolution

# Councils are offered around a constituency, and all else around the councils; Senedd seats hold constituencies.
AROUND = {Kind.COUNCIL: Kind.CONSTITUENCY, Kind.SENEDD: Kind.CONSTITUENCY}


def candidates(resolution: Resolution, kind: Kind) -> list[Area]:
    """Current areas of a kind that the address may lie in, with names; empty where nothing is known of the place.

    First those that hold sectors of the same postcode district, by their number of postcodes; then the others that
    share ground with a council (or constituency) found there, by name. In Northern Ireland, those of the nation.
    """
    if resolution.postcode is None or not resolution.findings:
        return []
    sectors = PostcodeSector.objects.filter(district__district=resolution.postcode.district)
    likely = weights(sectors, kind) if kind in (Kind.COUNCIL, Kind.WARD, Kind.CONSTITUENCY) else {}
    around = AROUND.get(kind, Kind.COUNCIL)
    fallback = resolution.findings.get(around) or resolution.nation
    anchors = set(weights(sectors, around)) or ({fallback.area.pk} if fallback else set())
    near = Area.objects.overlapping(anchors).values("pk")
    areas = Area.objects.of_kind(kind).current().filter(Q(pk__in=near) | Q(pk__in=likely)).named()
    return sorted(areas, key=lambda area: (-likely.get(area.pk, 0), area.name))


def weights(sectors: "QuerySet[PostcodeSector]", kind: Kind) -> dict[int, int]:
    """How many live postcodes lie in sectors that are mostly in each area of a kind."""
    return dict(
        sectors.exclude(**{kind.value: None}).order_by().values_list(kind.value).annotate(Sum("live_postcodes"))
    )
