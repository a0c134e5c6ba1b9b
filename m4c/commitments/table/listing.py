"""Lists of negotiations, grids and assemblies: which of them, in which order."""

from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from m4c.commitments.models import Ask, AskGrid, Assembly, Negotiation
from m4c.people.models import Account, Group
from m4c.people.sight import within


def after(found: "QuerySet[Any]", row: Any) -> "QuerySet[Any]":
    """Negotiations or assemblies further down the list than a row."""
    return found.filter(Q(made_at__lt=row.made_at) | Q(made_at=row.made_at, pk__lt=row.pk))


def before(found: "QuerySet[Any]", row: Any) -> "QuerySet[Any]":
    """Those further up."""
    return found.filter(Q(made_at__gt=row.made_at) | Q(made_at=row.made_at, pk__gt=row.pk))


def negotiations_of(account: Account, group: Group | None) -> "QuerySet[Negotiation]":
    """Negotiations that the account sees, the newest first, each with how many asks it has."""
    found = Negotiation.objects.visible_to(account).select_related("group", "event")
    if group:
        found = found.filter(within("group__path", group))
    return found.annotate(asks=number_of("negotiation"))


def grids_of(account: Account, group: Group | None) -> "QuerySet[AskGrid]":
    """Grids that the account sees, the newest first, each with how many people are asked."""
    found = AskGrid.objects.visible_to(account).select_related("group")
    if group:
        found = found.filter(within("group__path", group))
    return found.annotate(people=number_of("grid", "powerholder"))


def grids_after(found: "QuerySet[AskGrid]", row: AskGrid) -> "QuerySet[AskGrid]":
    """Those further down."""
    return found.filter(Q(asked_on__lt=row.asked_on) | Q(asked_on=row.asked_on, pk__lt=row.pk))


def grids_before(found: "QuerySet[AskGrid]", row: AskGrid) -> "QuerySet[AskGrid]":
    """Those further up."""
    return found.filter(Q(asked_on__gt=row.asked_on) | Q(asked_on=row.asked_on, pk__gt=row.pk))


def number_of(field: str, what: str = "pk") -> Any:
    """How many asks stand that point at a row by this field, or how many different things they name."""
    asks = Ask.objects.filter(**{field: OuterRef("pk")}, struck_at=None).order_by().values(field)
    return Coalesce(Subquery(asks.annotate(number=Count(what, distinct=True)).values("number")), 0)


def assemblies_of(account: Account, group: Group | None) -> "QuerySet[Assembly]":
    """Assemblies that the account sees, the newest first."""
    found = Assembly.objects.visible_to(account).select_related("group", "event")
    return found.filter(within("group__path", group)) if group else found
