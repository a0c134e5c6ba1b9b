"""What sets off a step of a ladder: that a commitment to its campaign, by its target, counts as broken."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from m4c.campaigns.ladder.broken import BROKEN_PROMISES
from m4c.commitments.models import Standing, Status


def broken_since(campaign: Any, powerholder: Any, on: date) -> "QuerySet[Standing]":
    """Where such promises stand as broken on a day."""
    broken = Standing.objects.on(on).filter(status=Status.BROKEN)
    return broken.filter(commitment__campaign=campaign, commitment__powerholder=powerholder)


def register() -> None:
    """Tell campaigns of it."""
    BROKEN_PROMISES.add("commitments", broken_since)
