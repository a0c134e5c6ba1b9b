"""Where public commitments, decision-makers, bodies and covenants are, for menus and for machines."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Exists

from m4c.commitments.faces.naming import IN_PUBLIC, naming_their_speaker
from m4c.commitments.faces.reading import named_with_numbers
from m4c.commitments.models import Commitment, Covenant, PublicName


def any_commitment() -> Exists:
    """Whether there is one that everybody may read, to be asked along with something else."""
    return Exists(Commitment.objects.public())


def commitment_addresses(on: date) -> Iterator[tuple[str, dict[str, Any]]]:
    """The route and words of each page that is there."""
    slugs = list(Commitment.objects.public().filter(made_on__lte=on).order_by("pk").values_list("slug", flat=True))
    if slugs:
        yield "public-commitments", {}
        yield "public-decision-makers", {}
    for slug in slugs:
        yield "public-commitment", {"slug": slug}
    for slug in named_with_numbers(on).values_list("slug", flat=True):
        yield "public-decision-maker", {"slug": slug}
    public = naming_their_speaker(Commitment.objects.public().filter(made_on__lte=on), on)
    bodies = public.filter(office__institution__kind__in=IN_PUBLIC).order_by().values("office__institution")
    for slug in PublicName.objects.filter(institution__in=bodies).order_by("pk").values_list("slug", flat=True):
        yield "public-institution", {"slug": slug}
    for slug in Covenant.objects.public().order_by("pk").values_list("slug", flat=True):
        yield "public-covenant", {"slug": slug}
