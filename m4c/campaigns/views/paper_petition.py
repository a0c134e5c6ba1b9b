"""Petitions on paper: those of a campaign, one of them, sheets printed and counted, and where it was handed in."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.campaigns.campaign_panels import campaign_tabs
from m4c.campaigns.ladder import petition_forms as forms
from m4c.campaigns.ladder.forms import today
from m4c.campaigns.ladder.petition_page import hand_ins_of, sheets_of, ticked, totals_of, with_numbers
from m4c.campaigns.ladder.petition_paper import kept_sheets, make_sheets
from m4c.campaigns.models import HandIn, PaperPetition
from m4c.campaigns.operations import paper_petition as operations
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.campaigns.views.campaign import campaign_of
from m4c.core.htmx import page_or_part
from m4c.core.models.record import new_uid
from m4c.core.visibility import keep_scopes, scopes_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form

SHOWN = 50


@never_cache
@require_safe
def petitions(request: SignedIn, uid: UUID) -> HttpResponse:
    """The petitions of a campaign."""
    found = campaign_of(request, uid)
    context = {
        "campaign": found,
        "tabs": campaign_tabs(request.user, found, "campaign-petitions"),
        "petitions": with_numbers(request.user, found)[:SHOWN],
        "may_run": request.user.may(RUN_CAMPAIGNS, scopes_of(found)),
    }
    return render(request, "campaigns/petitions.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def begin(request: SignedIn, uid: UUID) -> HttpResponse:
    """Begin one."""
    found = campaign_of(request, uid)
    initial = {"opened_on": timezone.localdate()}
    form = forms.PetitionForm(request.POST or None, by=request.user, campaign=found, initial=initial)
    if form.is_valid() and (
        made := done_by_form(request, form, operations.begin_petition, campaign=found, new=form.petition)
    ):
        return redirect("paper-petition", uid=made.uid)
    context = {"campaign": found, "form": form}
    return render(request, "campaigns/petition_form.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def change(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say it otherwise."""
    found = petition_of(request, uid)
    form = forms.PetitionForm.of(found, request.POST or None, request.user)
    given = {"petition": found}
    if form.is_valid() and done_by_form(request, form, operations.change_petition, **given, new=form.petition):
        return redirect("paper-petition", uid=uid)
    context = {"campaign": found.campaign, "petition": found, "form": form}
    return render(request, "campaigns/petition_form.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def petition(request: SignedIn, uid: UUID) -> HttpResponse:
    """One petition."""
    return shown(request, petition_of(request, uid))


def shown(request: SignedIn, found: PaperPetition, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    keep_scopes(found)
    totals = totals_of(found)
    context = {
        "petition": found,
        "campaign": found.campaign,
        "totals": totals,
        "sheets": sheets_of(request.user, found),
        "hand_ins": hand_ins_of(request.user, found),
        "waiting": ticked(request.user, found).count(),
        "may_run": request.user.may(RUN_CAMPAIGNS, scopes_of(found)),
        "print_form": forms.PrintForm(),
        "count_form": forms.CountForm(),
        "file_form": forms.FileForm(),
        "close_form": forms.CloseForm(),
        "hand_in_form": forms.HandInForm(
            initial=today() | {"number": totals.counted, "to_whom": found.to_whom or found.powerholder or ""}
        ),
        "answer_form": forms.HandInAnswerForm(initial=today()),
    }
    return render(request, "campaigns/petition.html", context | more, status=status)


@require_POST
def print_sheets(request: SignedIn, uid: UUID) -> HttpResponse:
    """Give sheets their numbers and have them laid out."""
    found, form = petition_of(request, uid), forms.PrintForm(request.POST)
    if form.is_valid() and (
        numbered := done_by_form(
            request, form, operations.number_sheets, petition=found, number=form.cleaned_data["number"]
        )
    ):
        file, language, number = str(new_uid()), get_language() or "en-gb", form.cleaned_data["number"]
        make_sheets.enqueue(file, found.pk, request.user.pk, language, numbered.printed - number + 1, number)
        return redirect("petition-sheets-made", uid=uid, file=file)
    return shown(request, found, 422, print_form=form)


@never_cache
@require_safe
def sheets_made(request: SignedIn, uid: UUID, file: UUID) -> HttpResponse:
    """Whether they are laid out yet; htmx asks again by itself until they are."""
    is_made = kept_sheets(str(file), request.user) is not None
    context = {"petition": petition_of(request, uid), "file": file, "is_made": is_made}
    return page_or_part(request, "campaigns/petition_sheets_made.html", context, part="sheets-state")


@never_cache
@require_safe
def download(request: SignedIn, uid: UUID, file: UUID) -> HttpResponse:
    """The PDF, for whoever asked for it."""
    petition_of(request, uid)
    content = kept_sheets(str(file), request.user)
    if content is None:
        raise Http404
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="petition-sheets.pdf"'
    return response


@require_POST
def count(request: SignedIn, uid: UUID) -> HttpResponse:
    """Count a sheet that came back, and type its lines next."""
    found, form = petition_of(request, uid), forms.CountForm(request.POST)
    if form.is_valid() and (
        sheet := done_by_form(
            request, form, operations.count_sheet, petition=found, counted=form.counted, at=timezone.now()
        )
    ):
        return redirect("petition-sheet", uid=sheet.uid)
    return shown(request, found, 422, count_form=form)


@require_POST
def close(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say that no more names are collected."""
    found, form = petition_of(request, uid), forms.CloseForm(request.POST)
    if form.is_valid() and done_by_form(request, form, operations.close_petition, petition=found, **form.cleaned_data):
        return redirect("paper-petition", uid=uid)
    return shown(request, found, 422, close_form=form)


@require_POST
def hand_in(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down that it was handed in."""
    found, form = petition_of(request, uid), forms.HandInForm(request.POST)
    given = {"petition": found, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, operations.record_hand_in, **given, new=form.hand_in):
        return redirect("paper-petition", uid=uid)
    return shown(request, found, 422, hand_in_form=form)


@require_POST
def answer(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down what they answered."""
    handed = get_object_or_404(HandIn.objects.visible_to(request.user).select_related("petition"), uid=uid)
    form = forms.HandInAnswerForm(request.POST)
    if form.is_valid() and done_by_form(request, form, operations.answer_hand_in, hand_in=handed, **form.cleaned_data):
        return redirect("paper-petition", uid=handed.petition.uid)
    return shown(request, petition_of(request, handed.petition.uid), 422, answer_form=form)


def petition_of(request: SignedIn, uid: UUID) -> PaperPetition:
    """A petition that the account sees; 404 for any other."""
    rows = PaperPetition.objects.visible_to(request.user).select_related("campaign__group", "powerholder")
    found: PaperPetition = get_object_or_404(rows, uid=uid)
    return found
