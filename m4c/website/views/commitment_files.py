"""Public commitments for machines: a feed of what moved, and all of them as CSV and JSON."""

import csv
import io
from datetime import datetime, time
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from m4c.commitments.faces.files import COLUMNS, latest_moves, rows_of
from m4c.commitments.models import Status
from m4c.core.page_cache import kept
from m4c.people.sheets.writing import safe_cell
from m4c.website.frame import whole
from m4c.website.views.feeds import feed as atom


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


@kept
@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """All of them as a spreadsheet opens them: no cell would run as a formula."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    for row in rows_of(timezone.localdate()):
        told = {name: "" if value is None else str(value) for name, value in row.items()}
        writer.writerow({name: safe_cell(value) for name, value in (told | {"page": whole(told["page"])}).items()})
    response = HttpResponse(text.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="commitments.csv"'
    return response


@kept
@require_safe
def as_json(request: HttpRequest) -> HttpResponse:
    """All of them as plain values, with totals that add up."""
    rows = [row | {"page": whole(row["page"])} for row in rows_of(timezone.localdate())]
    totals: dict[str, int] = {}
    for row in rows:
        totals[row["status"]] = totals.get(row["status"], 0) + 1
    return JsonResponse({"as_at": f"{timezone.localdate()}", "commitments": rows, "totals": totals})
