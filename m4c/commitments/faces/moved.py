"""Whether a commitment has moved since somebody was told: it stands otherwise, or its public history has grown."""

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from m4c.commitments.models import (
    Amendment,
    ConditionState,
    DueDate,
    Follower,
    Inheritance,
    OfficeReply,
    Progress,
    Standing,
)

# What is written of it, when that was written, the day from which everybody reads it, and what of it is not read.
WRITTEN: tuple[tuple[Any, str, str, dict[str, Any]], ...] = (
    (Amendment, "at", "on", {}),
    (ConditionState, "at", "on", {"struck_at": None}),
    (DueDate, "at", "known_on", {}),
    (Inheritance, "at", "on", {}),
    (OfficeReply, "confirmed_at", "", {}),
    (Progress, "added_at", "on", {"struck_at": None, "is_from_outside": False}),
    (Progress, "confirmed_at", "on", {"struck_at": None}),
)


def moved(followers: "QuerySet[Follower]", today: date) -> "QuerySet[Follower]":
    """Those of them whose commitment has moved, each with the `status` that it has today."""
    standing = Standing.objects.on(today).filter(commitment=OuterRef("commitment"))
    has_grown = Q()
    for model, written_at, day, read in WRITTEN:
        rows = model.objects.filter(commitment=OuterRef("commitment"), **read)
        rows = rows.filter(**{f"{written_at}__gt": OuterRef("told_at")})
        has_grown |= Q(Exists(rows.filter(**{f"{day}__lte": today}) if day else rows))
    found = followers.annotate(status=Subquery(standing.values("status")[:1])).exclude(status=None)
    return found.filter(~Q(status=F("told_status")) | has_grown)
