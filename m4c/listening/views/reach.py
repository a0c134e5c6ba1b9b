"""A mile wide or an inch deep: reach against depth, for a group itself."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from m4c.listening.permissions import HEAR
from m4c.listening.reach.figures import reached
from m4c.listening.reach.telling import points_of, sentence_of
from m4c.people.forms.account import groups_where
from m4c.people.requests import SignedIn

YEAR = timedelta(days=365)


@require_safe
def reach(request: SignedIn, slug: str) -> HttpResponse:
    """How many a group and those below it met in a year, and with how many it went on."""
    groups: Any = groups_where(request.user, HEAR)
    group = get_object_or_404(groups.in_tree(), slug=slug)
    since = timezone.localdate() - YEAR
    rows = reached(group, request.user, since)
    own = next((row for row in rows if row.group == group), None)
    context = {
        "group": group,
        "since": since,
        "rows": rows,
        "points": points_of(rows),
        "sentence": sentence_of(own) if own else "",
    }
    return render(request, "listening/reach.html", context)
