"""What the search box finds: as a page, and as the list below the box while one types."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from m4c.core.htmx import page_or_part
from m4c.core.search import FEWEST_LETTERS, cleaned, search

IN_THE_BOX, ON_THE_PAGE = 5, 20
BOX = "search-hits"


@never_cache
@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """People, groups, events and what else apps look through: `?q=` what was typed."""
    words = cleaned(request.GET.get("q", ""))
    in_the_box = request.htmx and request.htmx.target == BOX  # type: ignore[attr-defined]
    context = {
        "words": words,
        "is_short": len(words) < FEWEST_LETTERS,
        "found": search(request.user, words, IN_THE_BOX if in_the_box else ON_THE_PAGE),
    }
    return page_or_part(request, "core/search.html", context, part=BOX if in_the_box else "search-found")
