"""How old somebody is, as a band."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from m4c.people.forms.birth_band import AgeForm
from m4c.people.operations.birth_band import say_age
from m4c.people.views.asking import done_by_form
from m4c.people.views.person import seen
from m4c.people.young import band_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def age(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Say in which band somebody is."""
    shown = seen(request, uid)
    form = AgeForm(request.POST if request.method == "POST" else None, initial={"band": band_of(shown.pk)})
    if form.is_bound and form.is_valid():
        given = {"person": shown, "at": timezone.now(), **form.cleaned_data}
        if done_by_form(request, form, say_age, **given):
            return redirect("person", uid=uid)
    return render(request, "people/age.html", {"person": shown, "form": form}, status=422 if form.errors else 200)
