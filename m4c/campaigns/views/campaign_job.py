"""Writing down what is to be done for a campaign."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from m4c.campaigns.operations.campaign_job import give_campaign_job
from m4c.campaigns.views.campaign import campaign_of, frame
from m4c.events.forms.meeting import JobForm
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form


@never_cache
@require_http_methods(["GET", "POST"])
def give(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down a job of a campaign."""
    found, form = campaign_of(request, uid), JobForm(request.POST or None, by=request.user)
    given = {"campaign": found, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, give_campaign_job, **given, **form.cleaned_data):
        messages.success(request, _("Written down."))
        return redirect("campaign", uid=uid)
    context = frame(request, found, "campaign") | {"form": form}
    return render(request, "campaigns/campaign_job.html", context, status=422 if form.errors else 200)
