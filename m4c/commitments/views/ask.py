"""Asks: writing one down, one with every account of its answer, and what is written on its page."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.campaigns.models import Campaign, Demand
from m4c.commitments.models import Answer, Ask, Assembly
from m4c.commitments.operations import answer as answers
from m4c.commitments.operations import ask as operations
from m4c.commitments.permissions import NEGOTIATE, RECORD_COMMITMENTS
from m4c.commitments.table.ask_forms import AnswerForm, AskForm, WhyForm, WordAskForm
from m4c.commitments.table.choosing import Place, to_choose
from m4c.commitments.table.page import BADGES, PROMISES, accounts_of, commitments_of, people_named
from m4c.core.visibility import scopes_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@never_cache
@require_http_methods(["GET", "POST"])
def write(request: SignedIn) -> HttpResponse:
    """Write an ask down: first of whom, then the question; the address says at which table, assembly or campaign."""
    place = Place(request)
    choice = to_choose(request.user, request.GET, place.negotiation, place.campaign)
    if choice.powerholder is None:
        return render(request, "commitments/ask_whom.html", {"place": place, "choice": choice})
    demands = Demand.objects.visible_to(request.user).filter(campaign=place.campaign, ended_on=None)
    given: dict[str, Any] = {"by": request.user, "has_group": bool(place.group)}
    start = {"demand": place.demand.uid, "words": place.demand.words[:400]} if place.demand else {}
    form = AskForm(request.POST or None, demands=demands if place.campaign else None, initial=start, **given)
    if form.is_valid():
        said = dict(form.cleaned_data)
        group = said.pop("group", None) or place.group
        at: dict[str, Any] = {"negotiation": place.negotiation, "event": place.event, "campaign": place.campaign}
        new = operations.NewAsk(powerholder=choice.powerholder, **said, **at)
        if made := done_by_form(request, form, operations.write_ask, group=group, new=new, at=timezone.now()):
            return after_writing(place, made)
    context = {"place": place, "powerholder": choice.powerholder, "form": form}
    return render(request, "commitments/ask_form.html", context, status=422 if form.errors else 200)


def after_writing(place: Place, made: Ask) -> HttpResponse:
    """Back to the table or assembly where the next is written, else to the ask itself."""
    if place.negotiation:
        return redirect("negotiation", uid=place.negotiation.uid)
    return redirect("assembly", uid=place.assembly.uid) if place.assembly else redirect("ask", uid=made.uid)


@never_cache
@require_safe
def ask(request: SignedIn, uid: UUID) -> HttpResponse:
    """One ask, with every account of what was answered side by side."""
    return shown(request, ask_of(request, uid))


@require_POST
def word(request: SignedIn, uid: UUID) -> HttpResponse:
    """Word it anew, before it is put."""
    found = ask_of(request, uid)
    form = WordAskForm.of(found, request.user, request.POST)
    given = {"ask": found, "at": timezone.now(), **form.given} if form.is_valid() else {}
    if given and done_by_form(request, form, operations.word_ask, **given):
        return redirect("ask", uid=uid)
    return shown(request, found, 422, word_form=form)


@require_POST
def move(request: SignedIn, uid: UUID, way: str) -> HttpResponse:
    """Move it up or down."""
    found = ask_of(request, uid)
    done(request, operations.move_ask, ask=found, way=way)
    return redirect("negotiation", uid=found.negotiation.uid) if found.negotiation else redirect("ask", uid=uid)


@require_POST
def strike(request: SignedIn, uid: UUID) -> HttpResponse:
    """Strike it."""
    done(request, operations.strike_ask, _("Struck."), ask=ask_of(request, uid), at=timezone.now())
    return redirect("ask", uid=uid)


@require_POST
def answer(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down what was answered, by one account of it."""
    found, form = ask_of(request, uid), AnswerForm(request.POST, by=request.user)
    if form.is_valid():
        new = form.new(needs_second=on_stage(request, found))
        if done_by_form(request, form, answers.write_answer, ask=found, new=new, at=timezone.now()):
            return redirect("ask", uid=uid)
    return shown(request, found, 422, answer_form=form)


@require_POST
def confirm(request: SignedIn, uid: UUID) -> HttpResponse:
    """Confirm an answer, as a second person."""
    found = answer_of(request, uid)
    done(request, answers.confirm_answer, _("Confirmed."), answer=found, at=timezone.now())
    return redirect("ask", uid=found.ask.uid)


@require_POST
def strike_answer(request: SignedIn, uid: UUID) -> HttpResponse:
    """Strike an account of an answer, with the reason."""
    found, form = answer_of(request, uid), WhyForm(request.POST)
    given = {"answer": found, "at": timezone.now(), **form.cleaned_data} if form.is_valid() else {}
    if given and done_by_form(request, form, answers.strike_answer, **given):
        return redirect("ask", uid=found.ask.uid)
    return shown(request, found.ask, 422, strike_form=form, strikes=found.pk)


def shown(request: SignedIn, found: Ask, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    account = request.user
    told = accounts_of(account, found)
    kinds = {one.kind for one, _heard in told if one.struck_at is None and (one.confirmed_at or not one.needs_second)}
    context = {
        "ask": found,
        "campaign": Campaign.objects.visible_to(account).filter(pk=found.campaign_id or 0).first(),
        "by": people_named(account, [found.asked_by_id]).get(found.asked_by_id, ""),
        "accounts": [(one, heard, BADGES[Answer.Kind(one.kind)], one.kind in PROMISES) for one, heard in told],
        "differ": len(kinds) > 1,
        "commitments": commitments_of(account, [found]),
        "may_negotiate": account.may(NEGOTIATE, scopes_of(found)),
        "may_record": account.may_somewhere(RECORD_COMMITMENTS),
        "account": account,
        "word_form": WordAskForm.of(found, account),
        "answer_form": AnswerForm(by=account, initial=AnswerForm.beginning(found, account)),
        "strike_form": WhyForm(),
    }
    return render(request, "commitments/ask.html", context | more, status=status)


def on_stage(request: SignedIn, found: Ask) -> bool:
    """Whether it is put at an assembly, where a second person confirms each answer."""
    seen = Assembly.objects.visible_to(request.user)
    return found.event_id is not None and seen.filter(event=found.event_id).exists()


def ask_of(request: SignedIn, uid: UUID) -> Ask:
    """An ask that the account sees; 404 for any other."""
    rows = Ask.objects.visible_to(request.user)
    related = ("group", "powerholder", "office__institution", "negotiation", "event", "grid", "demand", "asked_by")
    found: Ask = get_object_or_404(rows.select_related(*related), uid=uid)
    return found


def answer_of(request: SignedIn, uid: UUID) -> Answer:
    """An answer that the account sees; 404 for any other."""
    rows = Answer.objects.visible_to(request.user).select_related("ask__group", "ask__powerholder", "typed_by")
    found: Answer = get_object_or_404(rows, uid=uid)
    return found
