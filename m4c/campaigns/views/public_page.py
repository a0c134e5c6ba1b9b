"""The public page of a campaign in the workspace: as everybody would read it, and what makes it public."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.campaigns.models import Campaign, NamingDecision
from m4c.campaigns.operations import naming_decision, public_page
from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS
from m4c.campaigns.press.forms import AskToNameForm, DecideForm, PageForm
from m4c.campaigns.press.picture import context_of
from m4c.campaigns.press.told import CampaignTold
from m4c.campaigns.views.campaign import campaign_of, frame
from m4c.campaigns.views.press_note import contact_kept, contact_of
from m4c.core.visibility import scopes_of
from m4c.people.naming import with_doer
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form
from m4c.power.models import Powerholder


@never_cache
@require_safe
def page(request: SignedIn, uid: UUID) -> HttpResponse:
    """The page as everybody would read it now, and what is still to be decided."""
    return shown(request, campaign_of(request, uid))


@require_POST
def word(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write what it says in the group's own words."""
    campaign = campaign_of(request, uid)
    form = PageForm(request.POST, by=request.user, kept=contact_kept(request, campaign))
    given = {"campaign": campaign, "words": form.page_words} if form.is_valid() else {}
    if given and done_by_form(request, form, public_page.word_public_page, **given):
        return redirect("campaign-public-page", uid=uid)
    return shown(request, campaign, 422, form=form)


@require_POST
def publish(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let everybody read it."""
    sentence = _("Everybody can read it now.")
    done(request, public_page.publish_campaign, sentence, campaign=campaign_of(request, uid), at=timezone.now())
    return redirect("campaign-public-page", uid=uid)


@require_POST
def unpublish(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take it off."""
    sentence = _("Taken off: nobody outside reads it any more.")
    done(request, public_page.unpublish_campaign, sentence, campaign=campaign_of(request, uid), at=timezone.now())
    return redirect("campaign-public-page", uid=uid)


@require_POST
def ask(request: SignedIn, uid: UUID, powerholder: UUID) -> HttpResponse:
    """Ask that somebody who holds no public office be named."""
    campaign, form = campaign_of(request, uid), AskToNameForm(request.POST)
    whom = get_object_or_404(Powerholder.objects.visible_to(request.user), uid=powerholder)
    given: dict[str, Any] = {"campaign": campaign, "powerholder": whom, "at": timezone.now()}
    said = _("Asked. Somebody else decides.")
    if form.is_valid() and done(request, naming_decision.ask_to_name, said, **given, **form.cleaned_data):
        return redirect("campaign-public-page", uid=uid)
    return shown(request, campaign, 422, ask_form=form, asked_of=whom.pk)


@require_POST
def decide(request: SignedIn, uid: UUID) -> HttpResponse:
    """Decide it, as a second person."""
    decision, campaign = decision_of(request, uid)
    form = DecideForm(request.POST)
    if form.is_valid():
        said = {"agreed": form.cleaned_data["agreed"] == "yes", "answer": form.cleaned_data["answer"]}
        if done(request, naming_decision.decide_to_name, decision=decision, at=timezone.now(), **said):
            return redirect("campaign-public-page", uid=campaign.uid)
    return shown(request, campaign, 422, decide_form=form, decided=decision.pk)


@require_POST
def end(request: SignedIn, uid: UUID) -> HttpResponse:
    """Name them no more."""
    decision, campaign = decision_of(request, uid)
    sentence = _("From now on the page says no name.")
    done(request, naming_decision.end_naming, sentence, decision=decision, at=timezone.now())
    return redirect("campaign-public-page", uid=campaign.uid)


def shown(request: SignedIn, campaign: Campaign, status: int = 200, **more: Any) -> HttpResponse:
    """The page with all its forms, one of them refused where it was."""
    told = CampaignTold(campaign, timezone.now())
    standing = NamingDecision.objects.visible_to(request.user).filter(campaign=campaign, ended_at=None)
    asked = with_doer(request.user, standing.select_related("asked_by__person"), "asked_by")
    by_powerholder = {row.powerholder_id: (row, who) for row, who in asked}
    contact = contact_of(request, campaign)
    start = {name: getattr(campaign, name) for name in ("public_problem", "this_week")} | {"contact": contact}
    start["public_problem"] = start["public_problem"] or campaign.problem
    context = frame(request, campaign, "campaign-public-page") | context_of(told)
    context |= {
        "unnamed": [(one, *by_powerholder.get(one.pk, (None, ""))) for one in told.naming.waiting],
        "may_publish": request.user.may(PUBLISH_CAMPAIGNS, scopes_of(campaign)),
        "account": request.user,
        "form": PageForm(by=request.user, initial=start),
        "ask_form": AskToNameForm(),
        "decide_form": DecideForm(),
    }
    return render(request, "campaigns/public_page.html", context | more, status=status)


def decision_of(request: SignedIn, uid: UUID) -> tuple[NamingDecision, Campaign]:
    """A decision that the account sees, and its campaign; 404 for any other, and for one of a group without one."""
    rows = NamingDecision.objects.visible_to(request.user).filter(campaign__isnull=False)
    rows = rows.select_related("campaign__group", "asked_by__person")
    found: NamingDecision = get_object_or_404(rows, uid=uid)
    assert found.campaign
    return found, found.campaign
