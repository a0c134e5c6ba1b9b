"""The press log of a campaign: what was published, whose words are in it, and the notes we wrote."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.campaigns.models import PressItem, PressNote, PressQuote
from m4c.campaigns.operations import press_item as operations
from m4c.campaigns.press.forms import ItemForm, QuoteForm
from m4c.campaigns.press.listing import after, before
from m4c.campaigns.press.quoting import quotes_of_items, quotes_seen
from m4c.campaigns.views.campaign import campaign_of, frame
from m4c.core.pages import page_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@never_cache
@require_safe
def press(request: SignedIn, uid: UUID) -> HttpResponse:
    """What was published about a campaign, the latest first, and its notes to the press."""
    campaign = campaign_of(request, uid)
    found = PressItem.objects.visible_to(request.user).filter(campaign=campaign)
    page = page_of(found, request.GET, after=after, before=before)
    quotes = quotes_of_items(request.user, page.rows, timezone.localdate())
    notes = PressNote.objects.visible_to(request.user).filter(campaign=campaign)
    context = frame(request, campaign, "campaign-press") | {
        "page": page,
        "rows": [(item, quotes.get(item.pk, [])) for item in page.rows],
        "notes": notes[:20],
        "now": timezone.now(),
    }
    return render(request, "campaigns/press.html", context)


@require_http_methods(["GET", "POST"])
def log(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down something that was published."""
    campaign, form = campaign_of(request, uid), ItemForm(request.POST or None)
    given = {"campaign": campaign, "new": form.new, "at": timezone.now()} if form.is_valid() else {}
    if given and (item := done_by_form(request, form, operations.log_press, **given)):
        messages.success(request, _("Written down. Is somebody quoted in it? Say here what they agreed to."))
        return redirect("campaign-press-item", uid=item.uid)
    context = frame(request, campaign, "campaign-press") | {"form": form}
    return render(request, "campaigns/press_form.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def item(request: SignedIn, uid: UUID) -> HttpResponse:
    """One thing that was published."""
    return shown(request, item_of(request, uid))


@require_http_methods(["GET", "POST"])
def edit(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put it right."""
    found = item_of(request, uid)
    form = ItemForm.of(found, request.POST or None)
    given = {"item": found, "new": form.new, "at": timezone.now()} if form.is_valid() else {}
    if given and done_by_form(request, form, operations.edit_press, **given):
        return redirect("campaign-press-item", uid=uid)
    context = frame(request, found.campaign, "campaign-press") | {"form": form, "item": found}
    return render(request, "campaigns/press_form.html", context, status=422 if form.errors else 200)


@require_POST
def quote(request: SignedIn, uid: UUID) -> HttpResponse:
    """Keep what somebody said in it, with what they agreed to."""
    found = item_of(request, uid)
    form = QuoteForm(request.POST, by=request.user, campaign=found.campaign)
    given = {"item": found, "new": form.new, "at": timezone.now()} if form.is_valid() else {}
    if given and done_by_form(request, form, operations.quote_in_press, **given):
        return redirect("campaign-press-item", uid=uid)
    return shown(request, found, 422, form=form)


@require_POST
def withdraw(request: SignedIn, uid: UUID) -> HttpResponse:
    """They took a quotation back."""
    rows = PressQuote.objects.visible_to(request.user).select_related("item", "note")
    found = get_object_or_404(rows, uid=uid)
    done(request, operations.withdraw_quote, _("Taken back: it is shown nowhere."), quote=found, at=timezone.now())
    where = ("campaign-press-item", found.item) if found.item else ("press-note", found.note)
    return redirect(where[0], uid=where[1].uid)  # type: ignore[union-attr]


def shown(request: SignedIn, found: PressItem, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    context = frame(request, found.campaign, "campaign-press") | {
        "item": found,
        "quotes": quotes_seen(request.user, timezone.localdate(), item=found),
        "form": QuoteForm(by=request.user, campaign=found.campaign),
    }
    return render(request, "campaigns/press_item.html", context | more, status=status)


def item_of(request: SignedIn, uid: UUID) -> PressItem:
    """A press item that the account sees; 404 for any other."""
    rows = PressItem.objects.visible_to(request.user).select_related("campaign__group")
    found: PressItem = get_object_or_404(rows, uid=uid)
    return found
