"""Covenants as everybody may read them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from m4c.commitments.covenants.listing import public_covenants
from m4c.commitments.covenants.told import CovenantTold
from m4c.core.page_cache import kept
from m4c.website.commitment_words import shared, words_of_covenant


@kept
@require_safe
def covenant(request: HttpRequest, slug: str) -> HttpResponse:
    """One of them."""
    told = told_of(slug)
    words = shared("public-covenant-picture", words_of_covenant(told), slug=slug)
    return render(
        request, "commitments/public_covenant.html", {"told": told, "covenant": told.covenant, "shared": words}
    )


def told_of(slug: str) -> CovenantTold:
    """One that everybody may read, told today; 404 for any other."""
    return CovenantTold(get_object_or_404(public_covenants(), slug=slug), timezone.localdate())
