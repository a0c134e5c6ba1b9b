"""How a campaign is set up: who authorised it, how it stands, who leads it, what it demands and of whom; all dated."""

from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.db.models import Model, Prefetch
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.campaigns.casework.aim_forms import DemandForm, TargetForm
from m4c.campaigns.casework.forms import AuthoriseForm, DayForm, LeadForm, MoveForm, WhyForm
from m4c.campaigns.models import Authorisation, Campaign, CampaignLead, Demand, StatusChange, Target
from m4c.campaigns.operations import authorisation, campaign_lead, demand, target
from m4c.campaigns.operations.campaign import move_campaign
from m4c.campaigns.permissions import AUTHORISE_CAMPAIGNS
from m4c.campaigns.views.campaign import campaign_of, frame
from m4c.events.models import Event
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form

Part = TypeVar("Part", bound=Model)


@never_cache
@require_safe
def setup(request: SignedIn, uid: UUID) -> HttpResponse:
    """All of it, with what stood before."""
    return shown(request, campaign_of(request, uid))


def shown(request: SignedIn, found: Campaign, **forms: Form) -> HttpResponse:
    """The page, with a form that was refused as it came."""
    account = request.user
    authorised = Authorisation.objects.visible_to(account).filter(campaign=found).select_related("group")
    authorised = authorised.prefetch_related(Prefetch("event", Event.objects.visible_to(account)))  # else unsaid
    leads = CampaignLead.objects.visible_to(account).filter(campaign=found)
    demands = Demand.objects.visible_to(account).filter(campaign=found).order_by("order", "-stated_on", "-pk")
    targets = Target.objects.visible_to(account).filter(campaign=found).order_by("kind", "since", "pk")
    context: dict[str, Any] = frame(request, found, "campaign-setup") | {
        "authorisations": each_with(authorised, WhyForm),
        "may_authorise": account.may_somewhere(AUTHORISE_CAMPAIGNS) and found.kind == Campaign.Kind.CAMPAIGN,
        "changes": StatusChange.objects.visible_to(account).filter(campaign=found),
        "leads": each_with(leads.select_related("person"), DayForm),
        "demands": [(row, *forms_of(row)) for row in demands],
        "targets": each_with(targets.select_related("powerholder", "office", "moves__powerholder"), DayForm),
        "move_form": MoveForm(campaign=found),
        "lead_form": LeadForm(by=account),
        "demand_form": DemandForm(),
        "target_form": TargetForm(by=account, campaign=found),
    }
    if context["may_authorise"]:
        context["authorise_form"] = AuthoriseForm(by=account, campaign=found)
    return render(request, "campaigns/campaign_setup.html", context | forms, status=422 if forms else 200)


@require_POST
def authorise(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down that a group authorised it."""
    found = campaign_of(request, uid)
    form = AuthoriseForm(request.POST, by=request.user, campaign=found)
    if form.is_valid():
        given = {"campaign": found, "group": form.cleaned_data["group"], "new": form.new, "at": timezone.now()}
        if done_by_form(request, form, authorisation.authorise_campaign, **given):
            return said(request, found, _("Written down: {group} stands behind it.").format(group=given["group"]))
    return shown(request, found, authorise_form=form)


@require_POST
def take_back(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take an authorisation back."""
    row = part_of(request, Authorisation, uid)
    form = WhyForm(request.POST)
    given = {"authorisation": row, **cleaned(form)}
    return ended(request, row, form, authorisation.take_back_authorisation, _("Taken back."), given)


@require_POST
def move(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say how it stands."""
    found = campaign_of(request, uid)
    form = MoveForm(request.POST, campaign=found)
    if form.is_valid() and done_by_form(request, form, move_campaign, campaign=found, **form.cleaned_data):
        return said(request, found, _("That is how it stands now."))
    return shown(request, found, move_form=form)


@require_POST
def name_lead(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say who leads it."""
    found = campaign_of(request, uid)
    form = LeadForm(request.POST, by=request.user)
    given = {"campaign": found, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, campaign_lead.name_lead, **given, **form.cleaned_data):
        return said(request, found, _("Written down."))
    return shown(request, found, lead_form=form)


@require_POST
def end_lead(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say until when somebody led it."""
    row, form = part_of(request, CampaignLead, uid), DayForm(request.POST)
    return ended(request, row, form, campaign_lead.end_lead, _("Written down."), {"lead": row, **cleaned(form)})


@require_POST
def state_demand(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say what it demands."""
    found, form = campaign_of(request, uid), DemandForm(request.POST)
    given = {"campaign": found, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, demand.state_demand, **given, **form.cleaned_data):
        return said(request, found, _("That is what you demand now."))
    return shown(request, found, demand_form=form)


@require_POST
def reword_demand(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say a demand in other words."""
    row, form = part_of(request, Demand, uid), DemandForm(request.POST)
    given = {"demand": row, "at": timezone.now(), **cleaned(form)}
    return ended(request, row, form, demand.reword_demand, _("Reworded; the old words stay to be read."), given)


@require_POST
def drop_demand(request: SignedIn, uid: UUID) -> HttpResponse:
    """Demand it no more."""
    row, form = part_of(request, Demand, uid), DayForm(request.POST)
    return ended(request, row, form, demand.drop_demand, _("It is demanded no more."), {"demand": row, **cleaned(form)})


@require_POST
def aim(request: SignedIn, uid: UUID) -> HttpResponse:
    """Aim at somebody."""
    found = campaign_of(request, uid)
    form = TargetForm(request.POST, by=request.user, campaign=found)
    given = {"campaign": found, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, target.aim_at, new=form.new, **given):
        return said(request, found, _("You aim at {name}.").format(name=form.new.powerholder))
    return shown(request, found, target_form=form)


@require_POST
def release(request: SignedIn, uid: UUID) -> HttpResponse:
    """Aim at somebody no more."""
    row, form = part_of(request, Target, uid), DayForm(request.POST)
    return ended(request, row, form, target.release_target, _("Written down."), {"target": row, **cleaned(form)})


def each_with(rows: Iterable[Part], form: type[Form]) -> list[tuple[Part, Form]]:
    """Rows, each with a small form of its own."""
    return [(row, form(auto_id=f"id_{row._meta.model_name}{row.pk}_%s")) for row in rows]


def forms_of(row: Demand) -> tuple[Form, Form]:
    """How a demand is reworded, and how it is dropped."""
    ids = f"id_reword{row.pk}_%s"
    return DemandForm(auto_id=ids, initial={"words": row.words}), DayForm(auto_id=f"id_drop{row.pk}_%s")


def part_of(request: SignedIn, model: type[Part], uid: UUID) -> Any:
    """A part of a campaign that the account sees; 404 for any other."""
    rows = model._default_manager.visible_to(request.user).select_related("campaign")  # type: ignore[attr-defined]
    return get_object_or_404(rows, uid=uid)


def cleaned(form: Form) -> dict[str, Any]:
    """What a form says, nothing where it is refused."""
    return form.cleaned_data if form.is_valid() else {}


def ended(
    request: SignedIn, row: Any, form: Form, operation: Any, sentence: str, given: dict[str, Any]
) -> HttpResponse:
    """Do something to a part by its small form, which is refused as a message: the page has one for each part."""
    found: Campaign = row.campaign
    if form.is_valid() and done_by_form(request, form, operation, **given):
        return said(request, found, sentence)
    for error in [*form.non_field_errors(), *(each for name in form.fields for each in form[name].errors)]:
        messages.error(request, error)
    return redirect("campaign-setup", uid=found.uid)


def said(request: SignedIn, found: Campaign, sentence: str) -> HttpResponse:
    """Back to the page, with a word of what was done."""
    messages.success(request, sentence)
    return redirect("campaign-setup", uid=found.uid)
