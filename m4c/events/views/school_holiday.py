"""School holidays: the table that stands beside the day of an event, typed as councils publish them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from m4c.core.visibility import EVERYWHERE
from m4c.events.forms.series import SchoolHolidayForm
from m4c.events.models import SchoolHoliday
from m4c.events.operations.school_holiday import NewHoliday, add_school_holidays, remove_school_holiday
from m4c.events.permissions import KEEP_SCHOOL_HOLIDAYS
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@require_http_methods(["GET", "POST"])
def school_holidays(request: SignedIn) -> HttpResponse:
    """Those of today and to come, and the form for one more."""
    form = SchoolHolidayForm(request.POST or None)
    if form.is_valid():
        new = [NewHoliday(**form.cleaned_data)]
        if done_by_form(request, form, add_school_holidays, holidays=new):
            messages.success(request, _("Written down."))
            return redirect("school-holidays")
    known = SchoolHoliday.objects.visible_to(request.user).filter(last_on__gte=timezone.localdate())
    may_keep = request.user.may(KEEP_SCHOOL_HOLIDAYS, EVERYWHERE)
    context = {"form": form, "holidays": known, "may_keep": may_keep}
    return render(request, "events/school_holidays.html", context, status=422 if form.errors else 200)


@require_POST
def remove(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take one off."""
    holiday = get_object_or_404(SchoolHoliday.objects.visible_to(request.user), uid=uid)
    done(request, remove_school_holiday, _("It is taken off."), holiday=holiday)
    return redirect("school-holidays")
