"""The first page: who we are, how it works, and on the demo the way in and out of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from m4c.core.demo_mode import is_demo
from m4c.website.own_movement import may_start_here

STEPS = [
    (_("People are trained"), _("In an evening or a weekend, and they pledge conversations there.")),
    (_("They talk, two at a time"), _("A 1-2-1 is no survey: it is how we learn what moves somebody.")),
    (_("They meet in a front room"), _("A house meeting brings ten neighbours and what they are fed up with.")),
    (_("They choose an issue"), _("Specific, winnable, and somebody can say yes to it.")),
    (_("They act together"), _("Until whoever decides sits down at the table.")),
    (_("They keep watch"), _("A promise is written down in its own words, and watched until it is kept.")),
]


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The public home page."""
    demo = is_demo()
    shown = {"is_demo": demo, "may_start_here": demo and may_start_here(request), "steps": STEPS}
    return render(request, "website/home.html", shown)
