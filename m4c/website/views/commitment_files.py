"""Public commitments for machines: a feed of what moved, and all of them as CSV and JSON.

The files take what the board is asked for, by status, place, theme and day, and go out piece by piece: they are as
long as they are, and take no more room in memory for it.
"""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, time
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from m4c.commitments.faces.files import COLUMNS, latest_moves, rows_of
from m4c.commitments.models import Status
from m4c.core.page_cache import kept
from m4c.people.sheets.writing import safe_cell
from m4c.website.commitment_board import PublicBoard
from m4c.website.frame import whole
from m4c.website.views.commitments import asked_day
from m4c.website.views.feeds import feed as atom

Rows = Iterable[dict[str, Any]]


@kept
@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """What moved last, the latest first."""
    entries = []
    for card in latest_moves(timezone.localdate()):
        link = whole(reverse("public-commitment", kwargs={"slug": card.slug}))
        noon = timezone.make_aware(datetime.combine(card.since, time(12)))
        told: dict[str, Any] = {"link": link, "pubdate": noon, "updateddate": noon}
        title = _("{speaker}: {status}").format(speaker=card.speaker, status=Status(card.status).label)
        entries.append(told | {"title": title, "description": card.words, "unique_id": f"{link}#{card.since}"})
    return atom(request, _("Commitments"), entries)


@require_safe
def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Those that the board is asked for as a spreadsheet opens them: no cell would run as a formula."""
    response = streamed(request, csv_of, "text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="commitments.csv"'
    return response


@require_safe
def as_json(request: HttpRequest) -> StreamingHttpResponse:
    """The same as plain values, with totals that add up."""
    return streamed(request, json_of, "application/json")


def streamed(request: HttpRequest, write: Callable[[PublicBoard], Iterator[str]], kind: str) -> StreamingHttpResponse:
    """A file of what the board is asked for, in the language of the address until its last line."""
    today, language = timezone.localdate(), get_language()
    board = PublicBoard(request.GET, asked_day(request) or today, today)

    def lines() -> Iterator[bytes]:
        """What goes out, in the language in which it was asked for."""
        with translation.override(language):
            yield from (line.encode() for line in write(board))

    response = StreamingHttpResponse(lines(), content_type=kind)
    response["Cache-Control"] = "public, no-cache"
    return response


def rows_with_pages(board: PublicBoard) -> Iterator[dict[str, Any]]:
    """The rows of the board, each with the whole address of its page."""
    for row in rows_of(board.narrower, board.on, board.today):
        yield row | {"page": whole(row["page"])}


class Echo:
    """What a writer of CSV writes into: it gives each line back."""

    def write(self, line: str) -> str:
        """The line."""
        return line


def csv_of(board: PublicBoard) -> Iterator[str]:
    """Line by line, with the mark by which a spreadsheet knows the letters."""
    writer = csv.writer(Echo())
    yield "\ufeff" + writer.writerow(COLUMNS)
    for row in rows_with_pages(board):
        yield writer.writerow([safe_cell("" if row[name] is None else str(row[name])) for name in COLUMNS])


def json_of(board: PublicBoard) -> Iterator[str]:
    """Row by row, and the totals of just these rows at the end."""
    totals: dict[str, int] = {}
    yield f'{{"as_at": "{board.on}", "commitments": ['
    for number, row in enumerate(rows_with_pages(board)):
        totals[row["status"]] = totals.get(row["status"], 0) + 1
        yield ("," if number else "") + json.dumps(row)
    yield f'], "totals": {json.dumps(totals)}}}'
