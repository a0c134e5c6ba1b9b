"""Approaches: those of a campaign, a new one, one of them with its clock, and what became of it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.campaigns.approaches.choosing import to_approach
from m4c.campaigns.approaches.elsewhere import open_elsewhere
from m4c.campaigns.approaches.forms import AnswerForm, ApproachForm, PaperForm, WhyForm
from m4c.campaigns.approaches.page import after, approaches_of, before, draft_for, named, one, waiting_here
from m4c.campaigns.approaches.reading import clocked
from m4c.campaigns.campaign_panels import campaign_tabs
from m4c.campaigns.models import Approach, ApproachPaper, SilenceNotice
from m4c.campaigns.operations.approach import answer_approach, record_approach
from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS, RECORD_APPROACHES
from m4c.campaigns.views.campaign import campaign_of
from m4c.core.pages import page_of
from m4c.core.visibility import keep_scopes, scopes_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form


@never_cache
@require_safe
def approaches(request: SignedIn, uid: UUID) -> HttpResponse:
    """The approaches of a campaign, the latest first, each as it stands today."""
    campaign = campaign_of(request, uid)
    page = page_of(approaches_of(request.user, campaign), request.GET, after=after, before=before)
    names = named(request.user, page.rows)
    context = {
        "campaign": campaign,
        "tabs": campaign_tabs(request.user, campaign, "campaign-approaches"),
        "page": page,
        "rows": [(row, names[row.approach.pk]) for row in clocked(page.rows, timezone.localdate())],
        "may_record": request.user.may(RECORD_APPROACHES, scopes_of(campaign)),
    }
    return render(request, "campaigns/approaches.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def record(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write an approach down: first to whom, then who else of ours waits for an answer of theirs, then the form."""
    campaign = campaign_of(request, uid)
    choice = to_approach(request.user, campaign, request.GET)
    if choice.powerholder is None:
        return render(request, "campaigns/approach_whom.html", {"campaign": campaign, "choice": choice})
    form = ApproachForm(request.POST or None, by=request.user, initial=ApproachForm.beginning(request.user))
    if form.is_valid():
        new, at = form.new_to(choice.powerholder), timezone.now()
        if made := done_by_form(request, form, record_approach, campaign=campaign, new=new, at=at):
            return redirect("approach", uid=made.uid)
    context = {
        "campaign": campaign,
        "powerholder": choice.powerholder,
        "here": clocked(waiting_here(request.user, campaign, choice.powerholder), timezone.localdate()),
        "elsewhere": open_elsewhere(request.user, campaign, choice.powerholder, timezone.now()),
        "form": form,
    }
    return render(request, "campaigns/approach_form.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def approach(request: SignedIn, uid: UUID) -> HttpResponse:
    """One approach: what was asked, what came of it, what the clock says and what fits next."""
    return shown(request, approach_of(request, uid))


def shown(request: SignedIn, found: Approach, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    keep_scopes(found)
    account, row = request.user, one(found)
    papers = ApproachPaper.objects.visible_to(account).filter(approach=found, withdrawn_at=None)
    notices = SilenceNotice.objects.visible_to(account).filter(approach=found)
    context = {
        "approach": found,
        "campaign": found.campaign,
        "row": row,
        "by": named(account, [found])[found.pk],
        "draft": draft_for(account, row),
        "papers": papers,
        "notice": notices.first(),
        "may_record": account.may(RECORD_APPROACHES, scopes_of(found)),
        "may_publish": account.may(PUBLISH_CAMPAIGNS, scopes_of(found)),
        "answer_form": AnswerForm(initial={"on": timezone.localdate()}, has_earlier=len(row.before) > 1),
        "paper_form": PaperForm(),
        "strike_form": WhyForm(),
    }
    return render(request, "campaigns/approach.html", context | more, status=status)


@require_POST
def answer(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down what became of it."""
    found = approach_of(request, uid)
    form = AnswerForm(request.POST, has_earlier=True)
    if form.is_valid():
        whose = {"campaign": found.campaign_id, "group": found.group_id}
        earlier = Approach.objects.visible_to(request.user).filter(**whose, is_ours=True)
        same = earlier.filter(powerholder=found.powerholder_id) if form.cleaned_data["earlier"] else earlier.none()
        given = {"approach": found, "answer": form.answer, "at": timezone.now(), "earlier": list(same)}
        if done_by_form(request, form, answer_approach, **given):
            return redirect("approach", uid=uid)
    return shown(request, found, 422, answer_form=form)


def approach_of(request: SignedIn, uid: UUID) -> Approach:
    """An approach that the account sees; 404 for any other."""
    rows = Approach.objects.visible_to(request.user)
    related = ("campaign__group", "group", "powerholder", "office__institution", "by_person", "follows")
    found: Approach = get_object_or_404(rows.select_related(*related), uid=uid)
    return found
