"""What somebody agreed or objected to."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from m4c.people.forms.consent import ConsentForm
from m4c.people.operations import consent as operations
from m4c.people.views.asking import done, done_by_form
from m4c.people.views.person import seen

NOT_OF_THE_OPERATION = {"on"}


@never_cache
@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Record one thing that somebody said about being reached."""
    shown = seen(request, uid)
    form = ConsentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = {name: value for name, value in form.cleaned_data.items() if name not in NOT_OF_THE_OPERATION}
        if done_by_form(request, form, operations.record_consent, person=shown, at=form.at, **said):
            return redirect("person", uid=uid)
    return render(request, "people/consent.html", {"person": shown, "form": form}, status=422 if form.errors else 200)


@require_POST
def knock_again(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take "do not knock" off somebody's address."""
    done(request, operations.lift_do_not_knock, _("The mark is gone."), person=seen(request, uid))
    return redirect("person", uid=uid)
