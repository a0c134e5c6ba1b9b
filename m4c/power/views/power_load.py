"""The public tables that were loaded: which, as they stood when, what they changed, what they could not place."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from m4c.core.pages import page_of
from m4c.people.requests import SignedIn
from m4c.power.loading.vintage import told_of
from m4c.power.models import PowerLoad
from m4c.power.views.tabs import tabs


@require_safe
def power_loads(request: SignedIn) -> HttpResponse:
    """Every load, the latest first, with a warning on those that are old."""
    page = page_of(
        PowerLoad.objects.visible_to(request.user),
        request.GET,
        after=lambda rows, row: rows.after(row),
        before=lambda rows, row: rows.before(row),
    )
    today = timezone.localdate()
    context = {
        "rows": [told_of(load, today) for load in page.rows],
        "page": page,
        "tabs": tabs(request.user, "power-loads"),
    }
    return render(request, "power/power_loads.html", context)
