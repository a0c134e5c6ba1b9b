"""Commitments as the public meets them: the board, and one with its whole history, as at a day."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_safe

from m4c.commitments.faces.moments import moments
from m4c.commitments.faces.reading import public_commitments
from m4c.commitments.faces.told import CommitmentTold
from m4c.commitments.models import Status
from m4c.core.page_cache import kept
from m4c.website import data
from m4c.website.commitment_board import PublicBoard
from m4c.website.share_picture import SIZE, Words, picture_of_words

SHORT = 160  # characters of a page's title and description


@kept
@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """All of them by how they stand, by place, theme and decision-maker; those of one status leaf by leaf."""
    context = {"board": PublicBoard(request.GET, timezone.localdate())}
    return render(request, "website/commitments.html", context)


@kept
@require_safe
def commitment(request: HttpRequest, slug: str) -> HttpResponse:
    """One of them, as it is or as it was on a day."""
    told = told_of(slug, asked_day(request))
    words = words_of(told)
    context: dict[str, Any] = {
        "told": told,
        "moments": moments(told),
        "title": shortened(told.words),
        "facts": data.of_commitment(told),
        "picture_version": words.version,
        "picture_size": SIZE,
    }
    return render(request, "website/commitment.html", context)


@kept
@require_safe
def picture(request: HttpRequest, slug: str) -> HttpResponse:
    """The picture that stands with its address where it is passed on."""
    return HttpResponse(picture_of_words(words_of(told_of(slug, None))), content_type="image/png")


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


def words_of(told: CommitmentTold) -> Words:
    """What is written on its picture."""
    who = ", ".join(filter(None, (told.speaker, told.office)))
    return Words(f"“{shortened(told.words)}”", who, str(Status(told.status).label))


def shortened(words: str) -> str:
    """Words as a title has room for them."""
    return words if len(words) <= SHORT else f"{words[: SHORT - 1].rstrip()}…"
