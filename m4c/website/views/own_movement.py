"""Start a movement of one's own from the demo: five questions."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from m4c.core.demo_mode import is_demo
from m4c.core.errors import Refused, add_to_form
from m4c.website.forms import FiveQuestions
from m4c.website.own_movement import may_start_here, start_own_movement


def own_movement(request: HttpRequest) -> HttpResponse:
    """Ask the five questions, make the movement, and say how to serve it. Only on the demo.

    Only on its own machine, too: to a visitor from elsewhere it says how to start one at home.
    """
    if not is_demo():
        raise Http404
    if not may_start_here(request):
        return render(request, "website/own_movement_elsewhere.html", status=403)
    form = FiveQuestions(request.POST or None, initial={"language": request.LANGUAGE_CODE})
    if request.method == "POST" and form.is_valid():
        try:
            started = start_own_movement(form.cleaned_data)
        except Refused as refused:
            add_to_form(form, refused)
        else:
            return render(request, "website/own_movement_started.html", {"started": started})
    return render(request, "website/own_movement.html", {"form": form}, status=422 if form.errors else 200)
