"""Asking something of one's own record, signed in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from m4c.people.forms.rights import OwnRequestForm
from m4c.people.operations.own_data import ask_of_own_record
from m4c.people.requests import SignedIn
from m4c.people.rights.own_requests import own_requests
from m4c.people.views.asking import done_by_form


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def ask(request: SignedIn) -> HttpResponse:
    """What one asked before, with its day, and asking for more."""
    form = OwnRequestForm(request.POST or None)
    given = {"at": timezone.now(), **form.cleaned_data} if form.is_bound and form.is_valid() else None
    if given and done_by_form(request, form, ask_of_own_record, **given):
        messages.success(request, _("It is with whoever answers for data protection."))
        return redirect("ask-of-own-record")
    context = {"form": form, "asked": own_requests(request.user)}
    return render(request, "people/own_request.html", context, status=422 if form.errors else 200)
