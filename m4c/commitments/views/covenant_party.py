"""Parties of a covenant: adding a body, putting it right, its signature, and leaving."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from m4c.commitments.covenants.forms import LeaveForm, PartyForm, SignForm
from m4c.commitments.models import CovenantParty
from m4c.commitments.operations import covenant_party as operations
from m4c.commitments.views.covenant import covenant_of, shown
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form


@require_POST
def add(request: SignedIn, uid: UUID) -> HttpResponse:
    """Add a body."""
    found, form = covenant_of(request, uid), PartyForm(request.POST, by=request.user)
    given = {"covenant": found, "new": form.new, "at": timezone.now()} if form.is_valid() else {}
    if given and done_by_form(request, form, operations.add_party, **given):
        messages.success(request, _("Added. It is bound once it signs."))
        return redirect("covenant", uid=uid)
    return shown(request, found, 422, party_form=form)


@require_http_methods(["GET", "POST"])
def edit(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put right what a body is called and will do; its signature and its leaving stand on the same page."""
    party = party_of(request, uid)
    form = PartyForm.of(party, request.user, request.POST or None)
    given = {"party": party, "new": form.new} if form.is_valid() else {}
    if given and done_by_form(request, form, operations.change_party, **given):
        return redirect("covenant", uid=party.covenant.uid)
    return asked(request, party, form=form)


@require_POST
def sign(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down that it signed."""
    party = party_of(request, uid)
    form = SignForm(request.POST, party=party, by=request.user)
    given = {"party": party, "at": timezone.now(), **form.cleaned_data} if form.is_valid() else {}
    if given and done_by_form(request, form, operations.sign_covenant, **given):
        messages.success(request, _("Signed, and written down."))
        return redirect("covenant", uid=party.covenant.uid)
    return asked(request, party, sign_form=form)


@require_POST
def leave(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down that it is bound no more."""
    party, form = party_of(request, uid), LeaveForm(request.POST)
    given = {"party": party, "at": timezone.now(), **form.cleaned_data} if form.is_valid() else {}
    if given and done_by_form(request, form, operations.leave_covenant, **given):
        return redirect("covenant", uid=party.covenant.uid)
    return asked(request, party, leave_form=form)


def asked(request: SignedIn, party: CovenantParty, **more: PartyForm | SignForm | LeaveForm) -> HttpResponse:
    """The page of a body with its forms, one of them as it came."""
    context = {
        "party": party,
        "covenant": party.covenant,
        "form": PartyForm.of(party, request.user),
        "sign_form": SignForm(party=party, by=request.user),
        "leave_form": LeaveForm(),
    }
    is_refused = any(form.errors for form in more.values())
    return render(request, "commitments/covenant_party.html", context | more, status=422 if is_refused else 200)


def party_of(request: SignedIn, uid: UUID) -> CovenantParty:
    """A body's part in a covenant that the account sees; 404 for any other."""
    rows = CovenantParty.objects.visible_to(request.user)
    rows = rows.select_related("covenant__group", "covenant__campaign", "text", "body", "institution")
    found: CovenantParty = get_object_or_404(rows, uid=uid)
    return found
