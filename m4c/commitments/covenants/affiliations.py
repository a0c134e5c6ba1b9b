"""Which affiliations to list, and where each stands."""

from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from m4c.commitments.models import Affiliation, AffiliationStep

State = AffiliationStep.State
BADGES: dict[str, str] = {
    State.SOUGHT: "made",
    State.CONDITIONAL: "wait",
    State.GRANTED: "kept",
    State.REFUSED: "broken",
    State.ENDED: "void",
}


def with_last_step(found: "QuerySet[Affiliation]") -> "QuerySet[Any]":
    """Each with `state`, `since` and `hangs_on`, as its last step says."""
    steps = AffiliationStep.objects.filter(affiliation=OuterRef("pk")).order_by("-on", "-pk")
    told = {name: Subquery(steps.values(field)[:1]) for name, field in (("state", "state"), ("since", "on"))}
    return found.annotate(**told, hangs_on=Subquery(steps.values("hangs_on")[:1]))


def after(found: "QuerySet[Affiliation]", row: Affiliation) -> "QuerySet[Affiliation]":
    """Those that come after this one in the list."""
    return found.filter(Q(body_words__gt=row.body_words) | Q(body_words=row.body_words, pk__gt=row.pk))


def before(found: "QuerySet[Affiliation]", row: Affiliation) -> "QuerySet[Affiliation]":
    """Those that come before this one in the list."""
    return found.filter(Q(body_words__lt=row.body_words) | Q(body_words=row.body_words, pk__lt=row.pk))
