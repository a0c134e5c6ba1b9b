"""The list of covenants: which of them, and how many bodies stand by each."""

from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from m4c.commitments.models import Covenant, CovenantParty


def public_covenants() -> "QuerySet[Covenant]":
    """Those that strangers may read."""
    return Covenant.objects.public().select_related("group", "campaign")


def with_numbers(found: "QuerySet[Covenant]") -> "QuerySet[Any]":
    """Each with `signed`: how many bodies stand by it."""
    signed = CovenantParty.objects.filter(covenant=OuterRef("pk"), ended_on=None, signed_on__isnull=False)
    numbered = signed.order_by().values("covenant").annotate(number=Count("pk")).values("number")
    return found.annotate(signed=Coalesce(Subquery(numbered), 0))


def after(found: "QuerySet[Covenant]", row: Covenant) -> "QuerySet[Covenant]":
    """Those that come after this one in the list."""
    return found.filter(Q(name__gt=row.name) | Q(name=row.name, pk__gt=row.pk))


def before(found: "QuerySet[Covenant]", row: Covenant) -> "QuerySet[Covenant]":
    """Those that come before this one in the list."""
    return found.filter(Q(name__lt=row.name) | Q(name=row.name, pk__lt=row.pk))
