"""Who represents a postcode, and who holds the seats of an area on a day."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from m4c.people.requests import SignedIn
from m4c.places.models import Area
from m4c.power.loading.forms import PostcodeForm, asked
from m4c.power.loading.representing import ASKED, answer
from m4c.power.loading.sitting import seats_of_areas
from m4c.power.models import PowerLoad
from m4c.power.source_age import is_old
from m4c.power.views.tabs import tabs


@never_cache
@require_safe
def who_represents(request: SignedIn) -> HttpResponse:
    """The areas of a postcode with the certainty of each, those chosen by hand, and who sits for them."""
    form, today = PostcodeForm(request.GET or None), timezone.localdate()
    text = form.cleaned_data["postcode"].strip() if form.is_valid() else ""
    chosen = {kind.value: request.GET.get(kind.value, "")[:12] for kind in ASKED}
    loaded = PowerLoad.objects.visible_to(request.user).order_by("as_it_stood").last()
    context = {
        "form": form,
        "answer": answer(request.user, text, chosen, today) if text else None,
        "postcode": text,
        "is_loaded": loaded is not None,
        "is_old": loaded is not None and is_old(loaded.as_it_stood, today),
        "tabs": tabs(request.user, "who-represents"),
    }
    return render(request, "power/who_represents.html", context)


@require_safe
def area_seats(request: SignedIn, kind: str, code: str) -> HttpResponse:
    """The seats for one area, and who held them on a day."""
    areas = Area.objects.visible_to(request.user).named().order_by("-vintage")
    area = get_object_or_404(areas.filter(kind=kind, code=code)[:1])
    form, day = asked(request.GET, timezone.localdate())
    seats = seats_of_areas(request.user, [area.pk], day).get(area.pk, [])
    context = {"area": area, "form": form, "day": day, "seats": seats, "today": timezone.localdate()}
    return render(request, "power/area_seats.html", context)
