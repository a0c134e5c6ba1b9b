"""Kits: the list, one kit with its runs, making and changing one, running one, and its public page."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.campaigns.kits.forms import MADE_OF, KitForm, RunForm
from m4c.campaigns.kits.page import MOST_RUNS, Runs, steps_of
from m4c.campaigns.kits.public import public_kits, public_runs, with_group_told
from m4c.campaigns.models import Campaign, Kit, KitRun
from m4c.campaigns.models.kit import KitQuerySet
from m4c.campaigns.operations import kit as operations
from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS, RUN_CAMPAIGNS
from m4c.core.models.record import uid_of
from m4c.core.page_cache import kept
from m4c.core.pages import page_of
from m4c.core.visibility import scopes_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@require_safe
def kits(request: SignedIn) -> HttpResponse:
    """Kits of one's groups and all that are public."""
    found = Kit.objects.visible_to(request.user).select_related("group")
    page = page_of(found, request.GET, after=KitQuerySet.after, before=KitQuerySet.before)
    context = {"page": page, "may_run": request.user.may_somewhere(RUN_CAMPAIGNS)}
    return render(request, "campaigns/kits.html", context)


@require_safe
def kit(request: SignedIn, uid: UUID) -> HttpResponse:
    """One kit: what it is for, how it is done, who ran it where."""
    shown = seen(request, uid)
    runs = KitRun.objects.visible_to(request.user).filter(kit=shown).select_related("group")[:MOST_RUNS]
    scopes = scopes_of(shown)
    context = {
        "kit": shown,
        "campaign": Campaign.objects.visible_to(request.user).filter(pk=shown.campaign_id or 0).first(),
        "grew_out_of": Kit.objects.visible_to(request.user).filter(pk=shown.grew_out_of_id or 0).first(),
        "steps": steps_of(shown),
        "runs": Runs(runs),
        "may_change": request.user.may(RUN_CAMPAIGNS, scopes),
        "may_publish": request.user.may(PUBLISH_CAMPAIGNS, scopes),
        "may_run": request.user.may_somewhere(RUN_CAMPAIGNS),
    }
    return render(request, "campaigns/kit.html", context)


@require_http_methods(["GET", "POST"])
def make(request: SignedIn) -> HttpResponse:
    """Make a kit, from a campaign or an event where the address names one."""
    named = {name: uid for name in MADE_OF if (uid := uid_of(request.GET.get(name, "")))}
    form = KitForm(request.POST or None, by=request.user, initial=named)
    if form.is_valid():
        group = form.cleaned_data["group"]
        if made := done_by_form(request, form, operations.make_kit, group=group, new=form.new):
            messages.success(request, _("Made. Show it to everybody once it reads well."))
            return redirect("kit", uid=made.uid)
    return render(request, "campaigns/kit_form.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put a kit in other words."""
    shown = seen(request, uid)
    form = KitForm.of(shown, request.user, request.POST or None)
    if form.is_valid() and done_by_form(request, form, operations.change_kit, kit=shown, new=form.new):
        messages.success(request, _("Saved."))
        return redirect("kit", uid=uid)
    return render(request, "campaigns/kit_form.html", {"form": form, "kit": shown}, status=422 if form.errors else 200)


@require_POST
def publish(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let everybody read it and ask for it."""
    sentence = _("Everybody can read it now, and say that they want it in their place.")
    done(request, operations.publish_kit, sentence, kit=seen(request, uid), at=timezone.now())
    return redirect("kit", uid=uid)


@require_POST
def take_down(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take it off the public pages."""
    done(request, operations.take_down_kit, _("It is public no more."), kit=seen(request, uid), at=timezone.now())
    return redirect("kit", uid=uid)


@require_http_methods(["GET", "POST"])
def run(request: SignedIn, uid: UUID) -> HttpResponse:
    """Run a kit in one's own place."""
    shown = seen(request, uid)
    form = RunForm(request.POST or None, by=request.user, kit=shown)
    if form.is_valid():
        given = {"group": form.cleaned_data["group"], "kit": shown, "new": form.new, "at": timezone.now()}
        if done_by_form(request, form, operations.run_kit, **given):
            messages.success(request, _("Written down. Come back and say how it went."))
            return redirect("kit", uid=uid)
    return render(request, "campaigns/kit_run.html", {"form": form, "kit": shown}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change_run(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say how a run went."""
    found = get_object_or_404(KitRun.objects.visible_to(request.user).select_related("kit", "taken_from"), uid=uid)
    form = RunForm.of(found, request.user, request.POST or None)
    if form.is_valid() and done_by_form(request, form, operations.change_run, run=found, new=form.new):
        messages.success(request, _("Saved."))
        return redirect("kit", uid=found.kit.uid)
    context = {"form": form, "kit": found.kit, "run": found}
    return render(request, "campaigns/kit_run.html", context, status=422 if form.errors else 200)


@kept
@require_safe
def public(request: HttpRequest) -> HttpResponse:
    """All kits that everybody may take."""
    return render(
        request, "campaigns/public_kits.html", {"kits": [with_group_told(kit) for kit in public_kits()[:MOST_RUNS]]}
    )


@kept
@require_safe
def public_one(request: HttpRequest, slug: str) -> HttpResponse:
    """One of them, with where it was run."""
    shown = with_group_told(get_object_or_404(public_kits(), slug=slug))
    context = {"kit": shown, "steps": steps_of(shown), "runs": Runs(public_runs(shown))}
    return render(request, "campaigns/public_kit.html", context)


def seen(request: SignedIn, uid: UUID) -> Kit:
    """The kit, if the account may see it."""
    found = Kit.objects.visible_to(request.user).select_related("group", "campaign", "event", "grew_out_of")
    return get_object_or_404(found, uid=uid)
