"""Those who support a campaign: backers by kind with what they gave, a coalition's signatures, its open letters."""

from itertools import groupby
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.campaigns.casework.backer_forms import BackerForm, GaveForm, LetterForm
from m4c.campaigns.casework.forms import DayForm
from m4c.campaigns.casework.letters import with_signatures
from m4c.campaigns.models import Backer, Campaign, OpenLetter
from m4c.campaigns.operations import backer as operations
from m4c.campaigns.operations.open_letter import write_open_letter
from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS
from m4c.campaigns.views.campaign import campaign_of, frame
from m4c.core.visibility import scopes_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

MOST_SHOWN = 300


@never_cache
@require_safe
def backers(request: SignedIn, uid: UUID) -> HttpResponse:
    """All of them."""
    return shown(request, campaign_of(request, uid))


def shown(request: SignedIn, found: Campaign, **forms: Form) -> HttpResponse:
    """The page, with a form that was refused as it came."""
    account = request.user
    rows = list(Backer.objects.visible_to(account).filter(campaign=found).order_by("kind", "name", "pk")[:MOST_SHOWN])
    standing = [row for row in rows if row.until is None]
    by_kind = groupby(standing, key=lambda row: row.get_kind_display())
    letters = OpenLetter.objects.visible_to(account).filter(campaign=found)
    context = frame(request, found, "campaign-backers") | {
        "by_kind": [(kind, [(row, *small_forms(row)) for row in of_kind]) for kind, of_kind in by_kind],
        "signed": [row for row in standing if row.signed_on],
        "backed": len(standing),
        "past": [row for row in rows if row.until],
        "letters": with_signatures(letters),
        "may_publish": account.may(PUBLISH_CAMPAIGNS, scopes_of(found)),
        "backer_form": BackerForm(by=account),
        "letter_form": LetterForm(by=account),
    }
    return render(request, "campaigns/campaign_backers.html", context | forms, status=422 if forms else 200)


def small_forms(row: Backer) -> tuple[Form, Form]:
    """What may be said of a backer, each by a form with ids of its own."""
    given = {"gave": row.gave, "signed_on": row.signed_on}
    return GaveForm(auto_id=f"id_gave{row.pk}_%s", initial=given), DayForm(auto_id=f"id_end{row.pk}_%s")


@require_POST
def add(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down who supports it."""
    found, form = campaign_of(request, uid), BackerForm(request.POST, by=request.user)
    given = {"campaign": found, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, operations.add_backer, new=form.new, **given):
        messages.success(request, _("Written down. Ask whether they may be named in public."))
        return redirect("campaign-backers", uid=uid)
    return shown(request, found, backer_form=form)


@require_POST
def change(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say what else they gave, or when they signed."""
    row, form = backer_of(request, uid), GaveForm(request.POST)
    if form.is_valid():
        done(request, operations.change_backer, _("Saved."), backer=row, **form.cleaned_data)
    else:
        messages.error(request, _("That is no day."))
    return redirect("campaign-backers", uid=row.campaign.uid)


@require_POST
def name(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say whether they agreed to be named in public."""
    row, is_public = backer_of(request, uid), request.POST.get("public") == "yes"
    sentence = _("They are named in public.") if is_public else _("They are named nowhere in public.")
    done(request, operations.name_backer, sentence, backer=row, is_public=is_public)
    return redirect("campaign-backers", uid=row.campaign.uid)


@require_POST
def end(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say since when they support it no more."""
    row, form = backer_of(request, uid), DayForm(request.POST)
    if form.is_valid():
        done(request, operations.end_backer, _("Written down; what they gave stays."), backer=row, **form.cleaned_data)
    else:
        messages.error(request, _("That is no day, or one still to come."))
    return redirect("campaign-backers", uid=row.campaign.uid)


@require_POST
def write(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write an open letter."""
    found, form = campaign_of(request, uid), LetterForm(request.POST, by=request.user)
    made = form.is_valid() and done_by_form(request, form, write_open_letter, campaign=found, new=form.new)
    return redirect("open-letter", uid=made.uid) if made else shown(request, found, letter_form=form)


def backer_of(request: SignedIn, uid: UUID) -> Backer:
    """A backer that the account sees; 404 for any other."""
    found: Backer = get_object_or_404(Backer.objects.visible_to(request.user).select_related("campaign"), uid=uid)
    return found
