"""When somebody broke what they had promised a campaign: told by the app that keeps promises, which comes after ours.

A source is given the campaign and the powerholder, each as a reference into the steps that ask, and a day; it answers
with rows whose `since` is the first day on which a promise of theirs was broken.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from m4c.campaigns.models.ladder import LadderStepQuerySet
from m4c.core.register import Register

Source = Callable[[Any, Any, date], "QuerySet[Any]"]
BROKEN_PROMISES: Register[Source] = Register("When somebody broke what they had promised a campaign.")


def with_broken(steps: LadderStepQuerySet, on: date) -> LadderStepQuerySet:
    """Each step with `broken_on`: since when a promise of its target's is broken; no statement of its own."""
    sources = [source(OuterRef("campaign"), OuterRef("target__powerholder"), on) for source in BROKEN_PROMISES.all()]
    known = [Subquery(rows.order_by("since").values("since")[:1]) for rows in sources]
    if not known:
        return steps
    return steps.annotate(broken_on=Coalesce(*known) if len(known) > 1 else known[0])  # type: ignore[no-redef]
