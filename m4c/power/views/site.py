"""Sites: the list with how long each has stood as it is, and one with its states and owners."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from m4c.core.pages import page_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form
from m4c.power.models import Site, SiteOwner, SiteState
from m4c.power.models.site import SiteQuerySet
from m4c.power.operations import site as operations
from m4c.power.permissions import RECORD_POWER
from m4c.power.record import page
from m4c.power.record.forms.bodies import EndForm, OwnerForm, SiteForm, StateForm
from m4c.power.views.filled import Sheet, shown
from m4c.power.views.office import area_of
from m4c.power.views.tabs import tabs

AFTER, BEFORE = SiteQuerySet.after, SiteQuerySet.before


@never_cache
@require_safe
def sites(request: SignedIn) -> HttpResponse:
    """Places that a campaign may be about, by name."""
    found = Site.objects.visible_to(request.user).with_state(timezone.localdate())
    context = {
        "tabs": tabs(request.user, "sites"),
        "page": page_of(found, request.GET, after=AFTER, before=BEFORE),
        "may_record": request.user.may_somewhere(RECORD_POWER),
    }
    return render(request, "power/sites.html", context)


@never_cache
@require_safe
def site(request: SignedIn, uid: UUID) -> HttpResponse:
    """One site: how long it has stood as it is, what it was before, and whose it is."""
    account, today, found = request.user, timezone.localdate(), seen(request, uid)
    owners = list(SiteOwner.objects.visible_to(account).filter(site=found).select_related("powerholder", "institution"))
    context = {
        "site": found,
        "area": area_of(request, found.area_id),
        "states": SiteState.objects.visible_to(account).filter(site=found)[: page.MOST],
        "owners": [one for one in owners if one.until is None or one.until > today],
        "former": [one for one in owners if one.until is not None and one.until <= today],
        "attempts": page.parted(page.facts_of(account, Q(site=found), today))[1],
        "may_record": account.may_somewhere(RECORD_POWER),
    }
    return render(request, "power/site.html", context)


@require_http_methods(["GET", "POST"])
def add(request: SignedIn) -> HttpResponse:
    """Write down a site."""
    form = SiteForm(request.POST or None, by=request.user)
    if form.is_valid() and (added := done_by_form(request, form, operations.add_site, new=form.new)):
        messages.success(request, _("On record. Now say since when it has stood as it is, and whose it is."))
        return redirect("site", uid=added.uid)
    lede = _("A shut shop, a wall, an empty plot: what a campaign may be about.")
    return shown(request, form, Sheet(_("A site"), reverse("sites"), _("Sites"), lede))


@require_http_methods(["GET", "POST"])
def change(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put a site right."""
    found = seen(request, uid)
    initial = SiteForm.starting(found, area_of(request, found.area_id))
    form = SiteForm(request.POST or None, by=request.user, initial=initial)
    if form.is_valid() and done_by_form(request, form, operations.change_site, site=found, new=form.new):
        messages.success(request, _("Saved."))
        return redirect("site", uid=uid)
    return shown(request, form, sheet_of(found, _("Put it right")))


@require_http_methods(["GET", "POST"])
def say(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say what it was like from a day on."""
    found, form = seen(request, uid), StateForm(request.POST or None)
    if form.is_valid() and done_by_form(request, form, operations.say_state, site=found, **form.cleaned_data):
        messages.success(request, _("Written down."))
        return redirect("site", uid=uid)
    return shown(request, form, sheet_of(found, _("What it was like, and since when")))


@require_http_methods(["GET", "POST"])
def own(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say whose it is or was."""
    found, form = seen(request, uid), OwnerForm(request.POST or None, by=request.user)
    if form.is_valid() and done_by_form(request, form, operations.say_owner, site=found, new=form.new):
        messages.success(request, _("Written down."))
        return redirect("site", uid=uid)
    return shown(request, form, sheet_of(found, _("Whose it is or was")))


@require_http_methods(["GET", "POST"])
def own_no_more(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say until when somebody owned it."""
    rows = SiteOwner.objects.visible_to(request.user).select_related("site", "powerholder", "institution")
    owner: SiteOwner = get_object_or_404(rows, uid=uid)
    form = EndForm(request.POST or None)
    if form.is_valid() and done_by_form(request, form, operations.end_owner, owner=owner, **form.cleaned_data):
        messages.success(request, _("Written down."))
        return redirect("site", uid=owner.site.uid)
    title = _("{name} owns it no more").format(name=owner.powerholder or owner.institution)
    return shown(request, form, sheet_of(owner.site, title))


def sheet_of(found: Site, title: str) -> Sheet:
    """What stands around a form of a site's."""
    return Sheet(title, reverse("site", kwargs={"uid": found.uid}), found.name)


def seen(request: SignedIn, uid: UUID) -> Site:
    """A site that the account may see, with its state today; 404 for any other."""
    rows = Site.objects.visible_to(request.user).with_state(timezone.localdate())
    found: Site = get_object_or_404(rows, uid=uid)
    return found
