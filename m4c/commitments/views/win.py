"""Wins: the list, one with every look at it, writing one down, putting it right, and whether everybody may read it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.campaigns.models import Campaign
from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS
from m4c.commitments.models import Commitment, Win, WinLook
from m4c.commitments.operations import win as operations
from m4c.commitments.permissions import RECORD_WINS
from m4c.commitments.wins.forms import FindWinsForm, LookForm, RecordWinForm, WinForm
from m4c.commitments.wins.listing import after, before, wins_of
from m4c.commitments.wins.standing import standing_of
from m4c.core.htmx import page_or_part
from m4c.core.models.record import uid_of
from m4c.core.pages import page_of
from m4c.core.visibility import scopes_of
from m4c.people.naming import with_doer
from m4c.people.narrowing import asked, filter_chip, kept_group
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@never_cache
@require_safe
def wins(request: SignedIn) -> HttpResponse:
    """What one's groups won, the latest first."""
    today, form = timezone.localdate(), FindWinsForm(asked(request), by=request.user)
    group, kind, campaign, due = (form.chosen(name) for name in ("group", "kind", "campaign", "due"))
    found = wins_of(request.user, group=group, kind=kind or "", campaign=campaign, due=bool(due), on=today)
    kept = kept_group(request, group) | {
        "kind": kind or None,
        "campaign": str(campaign.uid) if campaign else None,
        "due": due or None,
    }
    page = page_of(found, request.GET, after=after, before=before, kept=kept)
    context = {
        "form": form,
        "page": page,
        "rows": [(win, standing_of(win, win.last_seen, today)) for win in page.rows],
        "may_record": request.user.may_somewhere(RECORD_WINS),
        "is_filtered": bool(group or kind or campaign or due),
        "filter_chip": filter_chip(request, group),
    }
    return page_or_part(request, "commitments/wins.html", context, part="wins-list")


@require_http_methods(["GET", "POST"])
def record(request: SignedIn) -> HttpResponse:
    """Write down what was won; `?campaign=` says of which campaign, `?commitment=` by which promise."""
    campaign, promise = named_there(request, Campaign, "campaign"), named_there(request, Commitment, "commitment")
    campaign = campaign or (promise and promise.campaign)
    start = {"campaign": campaign.uid, "group": campaign.group.slug} if campaign else {}
    start |= {"commitment": promise.uid, "group": promise.group.slug} if promise else {}
    form = RecordWinForm(request.POST or None, by=request.user, of=campaign, kept=promise, initial=start)
    given = {"group": form.cleaned_data["group"], "new": form.new, "at": timezone.now()} if form.is_valid() else {}
    if given and (won := done_by_form(request, form, operations.record_win, **given)):
        messages.success(request, _("Written down. Celebrate it with those who won it."))
        return redirect("win", uid=won.uid)
    context = {"form": form, "campaign": campaign, "promise": promise}
    return render(request, "commitments/win_form.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def win(request: SignedIn, uid: UUID) -> HttpResponse:
    """One win."""
    return shown(request, win_of(request, uid))


@require_http_methods(["GET", "POST"])
def edit(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put it right."""
    won = win_of(request, uid)
    start = {name: getattr(won, name) for name in WinForm.base_fields}
    start |= {name: start[name].uid if start[name] else None for name in ("campaign", "commitment")}
    given_with: dict[str, Any] = {"of": won.campaign, "kept": won.commitment}
    form = WinForm(request.POST or None, by=request.user, **given_with, initial=start)
    given = {"win": won, "new": form.new, "at": timezone.now()} if form.is_valid() else {}
    if given and done_by_form(request, form, operations.edit_win, **given):
        return redirect("win", uid=uid)
    context = {"form": form, "win": won}
    return render(request, "commitments/win_form.html", context, status=422 if form.errors else 200)


@require_POST
def look(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down whether it still stands."""
    won, form = win_of(request, uid), LookForm(request.POST)
    given = {"win": won, "at": timezone.now(), **form.cleaned_data} if form.is_valid() else {}
    if given and done_by_form(request, form, operations.look_at_win, **given):
        messages.success(request, _("Looked at, and written down."))
        return redirect("win", uid=uid)
    return shown(request, won, 422, look_form=form)


@require_POST
def publish(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let everybody read it."""
    sentence = _("Everybody reads it as soon as its campaign is public.")
    done(request, operations.publish_win, sentence, win=win_of(request, uid), at=timezone.now())
    return redirect("win", uid=uid)


@require_POST
def take_down(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take it off the public pages."""
    done(request, operations.take_down_win, _("Taken down."), win=win_of(request, uid), at=timezone.now())
    return redirect("win", uid=uid)


def shown(request: SignedIn, won: Win, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    today = timezone.localdate()
    looks = list(WinLook.objects.visible_to(request.user).filter(win=won).select_related("by__person"))
    seen = Campaign.objects.visible_to(request.user).filter(pk=won.campaign_id).first() if won.campaign_id else None
    promises = Commitment.objects.visible_to(request.user).select_related("powerholder")
    context = {
        "win": won,
        "campaign": seen,
        "promise": promises.filter(pk=won.commitment_id).first() if won.commitment_id else None,
        "standing": standing_of(won, looks[0].stands if looks else None, today),
        "looks": with_doer(request.user, looks, "by"),
        "may_record": request.user.may(RECORD_WINS, scopes_of(won)),
        "may_publish": request.user.may(PUBLISH_CAMPAIGNS, scopes_of(won)),
        "is_public": won.published_at is not None and won.unpublished_at is None,
        "look_form": LookForm(),
    }
    return render(request, "commitments/win.html", context | more, status=status)


def win_of(request: SignedIn, uid: UUID) -> Win:
    """A win that the account sees; 404 for any other."""
    found = Win.objects.visible_to(request.user).select_related("group", "campaign", "commitment", "rule_body")
    one: Win = get_object_or_404(found, uid=uid)
    return one


def named_there(request: SignedIn, model: Any, word: str) -> Any:
    """The campaign or commitment that the address names, if it is one that the account sees."""
    uid = uid_of(request.GET.get(word, ""))
    return model.objects.visible_to(request.user).select_related("group").filter(uid=uid).first() if uid else None
