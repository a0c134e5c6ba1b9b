"""Commitments as the public meets them: the board, and one with its whole history, as at a day."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_safe

from m4c.commitments.faces.reading import public_commitments
from m4c.commitments.faces.told import CommitmentTold
from m4c.commitments.record.moments import moments
from m4c.core.page_cache import kept
from m4c.website import commitment_words, data
from m4c.website.commitment_board import PublicBoard


@kept
@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """All of them by how they stand, by place, theme and decision-maker, as at a day; of one status leaf by leaf."""
    today = timezone.localdate()
    board = PublicBoard(request.GET, asked_day(request) or today, today)
    words = commitment_words.words_of_all(board.tally)
    context = {"board": board, "shared": commitment_words.shared("public-commitments-picture", words)}
    return render(request, "website/commitments.html", context)


@kept
@require_safe
def commitment(request: HttpRequest, slug: str) -> HttpResponse:
    """One of them, as it is or as it was on a day."""
    told = told_of(slug, asked_day(request))
    words = commitment_words.words_of(told)
    context: dict[str, Any] = {
        "told": told,
        "moments": moments(told),
        "title": commitment_words.shortened(told.words),
        "facts": data.of_commitment(told),
        "shared": commitment_words.shared("public-commitment-picture", words, slug=slug),
    }
    return render(request, "website/commitment.html", context)


def told_of(slug: str, on: date | None) -> CommitmentTold:
    """A public commitment, told as at a day, today where none is asked for; 404 for any other."""
    today = timezone.localdate()
    found = public_commitments(today).select_related("ask", "answer", "superseded_by", "made_by")
    return CommitmentTold(get_object_or_404(found, slug=slug), on or today, today)


def asked_day(request: HttpRequest) -> date | None:
    """The day of the address, if it is one."""
    try:
        return parse_date(request.GET.get("on", ""))
    except ValueError:
        return None
