"""Where a campaign belongs: what it grew out of, what grew out of it, what it is part of; and gifts to a project."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.campaigns.casework.case_forms import GiftForm, GrewForm, RollUpForm
from m4c.campaigns.casework.gifts import gifts_after, gifts_before
from m4c.campaigns.casework.lineage import lineage_of
from m4c.campaigns.casework.roll_up import roll_up_of
from m4c.campaigns.models import Campaign, CampaignOrigin, Gift
from m4c.campaigns.operations import campaign as operations
from m4c.campaigns.operations.gift import change_gift, record_gift
from m4c.campaigns.views.campaign import campaign_of, frame
from m4c.core.pages import page_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@never_cache
@require_safe
def family(request: SignedIn, uid: UUID) -> HttpResponse:
    """Its family as a tree, and what it comes to together with those that are part of it."""
    return shown(request, campaign_of(request, uid))


def shown(request: SignedIn, found: Campaign, **forms: Form) -> HttpResponse:
    """The page, with a form that was refused as it came."""
    account = request.user
    above = Campaign.objects.visible_to(account).filter(pk=found.rolls_up_to_id or 0)
    origins = CampaignOrigin.objects.visible_to(account).filter(campaign=found).select_related("out_of")
    context = frame(request, found, "campaign-family") | {
        "branches": lineage_of(found, account),
        "roll_up": roll_up_of(found, account),
        "above": above.select_related("group").first(),
        "origins": origins.filter(out_of__in=Campaign.objects.visible_to(account).order_by().values("pk")),
        "grew_form": GrewForm(by=account, campaign=found),
        "roll_up_form": RollUpForm(by=account, campaign=found),
    }
    return render(request, "campaigns/campaign_family.html", context | forms, status=422 if forms else 200)


@require_POST
def grow(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say what it grew out of."""
    found = campaign_of(request, uid)
    form = GrewForm(request.POST, by=request.user, campaign=found)
    given = {"campaign": found, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, operations.grow_out_of, **given, **form.cleaned_data):
        return redirect("campaign-family", uid=uid)
    return shown(request, found, grew_form=form)


@require_POST
def strike(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take back that it grew out of another."""
    row = get_object_or_404(CampaignOrigin.objects.visible_to(request.user).select_related("campaign"), uid=uid)
    done(request, operations.strike_origin, _("Taken back."), origin=row)
    return redirect("campaign-family", uid=row.campaign.uid)


@require_POST
def join(request: SignedIn, uid: UUID) -> HttpResponse:
    """Make it part of a larger one, or of none."""
    found = campaign_of(request, uid)
    form = RollUpForm(request.POST, by=request.user, campaign=found)
    if form.is_valid() and done_by_form(request, form, operations.roll_up, campaign=found, **form.cleaned_data):
        messages.success(request, _("Saved."))
        return redirect("campaign-family", uid=uid)
    return shown(request, found, roll_up_form=form)


@never_cache
@require_http_methods(["GET", "POST"])
def gifts(request: SignedIn, uid: UUID) -> HttpResponse:
    """Gifts in kind, and writing one down."""
    found, form = campaign_of(request, uid), GiftForm(request.POST or None)
    given = {"campaign": found, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, record_gift, new=form.new, **given):
        messages.success(request, _("Written down. Have you said thank you?"))
        return redirect("campaign-gifts", uid=uid)
    rows = Gift.objects.visible_to(request.user).filter(campaign=found)
    page = page_of(rows, request.GET, after=gifts_after, before=gifts_before)
    context = frame(request, found, "campaign-gifts") | {"page": page, "form": form}
    return render(request, "campaigns/campaign_gifts.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def gift(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put a gift right, or say where it went."""
    row = get_object_or_404(Gift.objects.visible_to(request.user).select_related("campaign"), uid=uid)
    found = campaign_of(request, row.campaign.uid)
    initial = {name: getattr(row, name) for name in GiftForm.base_fields}
    form = GiftForm(request.POST or None, initial=initial)
    if form.is_valid() and done_by_form(request, form, change_gift, gift=row, new=form.new):
        return redirect("campaign-gifts", uid=found.uid)
    context = frame(request, found, "campaign-gifts") | {"gift": row, "form": form}
    return render(request, "campaigns/gift_form.html", context, status=422 if form.errors else 200)
