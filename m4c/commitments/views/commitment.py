"""Commitments: the board, one with its whole history, writing one down, and putting it right."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from m4c.campaigns.models import Campaign
from m4c.commitments.commitment_panels import BESIDE, COMMITMENT_PANELS, commitment_tabs
from m4c.commitments.models import Answer, Commitment
from m4c.commitments.operations import commitment as operations
from m4c.commitments.permissions import RECORD_COMMITMENTS
from m4c.commitments.record.board import Asked, after, before, board_for, of_status
from m4c.commitments.record.board_page import ending_lines, kept_of, lines_of, sections_of
from m4c.commitments.record.find_form import AsAtForm, FindCommitmentsForm
from m4c.commitments.record.forms import EditCommitmentForm, RecordCommitmentForm
from m4c.commitments.record.narrowing import choices_for, chosen_of
from m4c.commitments.record.page import told_of
from m4c.core.htmx import page_or_part
from m4c.core.models.record import uid_of
from m4c.core.pages import page_of
from m4c.core.panels import draw, rows_there
from m4c.core.visibility import KEPT, scopes_of
from m4c.people.narrowing import asked, filter_chip
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form


@never_cache
@require_safe
def commitments(request: SignedIn) -> HttpResponse:
    """The board: how many stand how, and the latest of each; a list of those of one status."""
    given, today = asked(request), timezone.localdate()
    form = FindCommitmentsForm(given, by=request.user, choices=choices_for(request.user))
    which, status = asked_for(request, form, given, today), form.status_chosen
    is_past = which.on != today
    kept, board = kept_of(request, which, today), board_for(request.user, which)
    sections = sections_of(board, kept, which.on)
    is_list = bool(status or which.to_review)
    context = {
        "form": form,
        "board": board,
        "numbers": sections,
        "sections": [] if is_list else sections,
        "ending": [] if is_list else ending_lines(request.user, which, is_past=is_past),
        "is_filtered": which.is_filtered,
        "filter_chip": filter_chip(request, which.group),
        "status": status,
        "as_at": which.on if is_past else None,
        "may_record": request.user.may_somewhere(RECORD_COMMITMENTS),
    }
    if is_list:
        rows, kept = of_status(request.user, which, status), kept | {"status": status or None}
        page = page_of(rows, request.GET, after=after, before=before, kept=kept)
        context |= {"page": page, "lines": lines_of(page.rows, which.on, is_past=is_past)}
    return page_or_part(request, "commitments/commitments.html", context, part="commitments-board")


def asked_for(request: SignedIn, form: FindCommitmentsForm, given: QueryDict, today: date) -> Asked:
    """What the address asks for."""
    keeper, about = form.chosen("keeper") or "", chosen_of(request.user, given)
    if keeper == "me":
        about["keeper"] = request.user.person
    on, group = day_of(given.get("as_at", ""), today), form.chosen("group")
    return Asked(on, group, about, keeper, to_review=bool(form.chosen("to_review")))


@never_cache
@require_safe
def commitment(request: SignedIn, uid: UUID) -> HttpResponse:
    """One commitment, with its whole history, today or as at a day."""
    found = commitment_of(request, uid, **rows_there(COMMITMENT_PANELS))
    today = timezone.localdate()
    on = max(day_of(request.GET.get("as_at", ""), today), found.made_on)
    # What waits for somebody, and what to do next, is of today alone.
    panels = draw(COMMITMENT_PANELS, request.user, found) if on == today else []
    context = frame(request, found, "commitment") | told_of(found, request.user, on)
    context |= {
        "as_at": on if on != today else None,
        "as_at_form": AsAtForm(initial={"as_at": on if on != today else None}),
        "pressing": [panel for panel in panels if panel.is_pressing],
        "wide": [panel for panel in panels if not panel.is_pressing and panel.order < BESIDE],
        "beside": [panel for panel in panels if not panel.is_pressing and panel.order >= BESIDE],
    }
    return render(request, "commitments/commitment.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def record(request: SignedIn) -> HttpResponse:
    """Write one down; `?answer=` says out of which answer, `?campaign=` of which campaign."""
    answer = named(request, "answer", Answer)
    start = of_answer(answer) if answer else of_campaign(named(request, "campaign", Campaign))
    form = RecordCommitmentForm(request.POST or None, by=request.user, initial=start)
    if form.is_valid():
        given = {"group": form.cleaned_data["group"], "new": form.new(answer=answer), "at": timezone.now()}
        if made := done_by_form(request, form, operations.make_commitment, **given):
            messages.success(request, _("Written down. Say who keeps it, and watch it together."))
            return redirect("commitment", uid=made.uid)
    context = {"form": form, "answer": answer}
    return render(request, "commitments/commitment_form.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def edit(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put right what was mistyped."""
    found = commitment_of(request, uid)
    form = EditCommitmentForm(request.POST or None, by=request.user, of=found)
    if form.is_valid():
        given = {"commitment": found, "new": form.put_right(found), "why": form.cleaned_data["why"]}
        if done_by_form(request, form, operations.edit_commitment, at=timezone.now(), **given):
            return redirect("commitment", uid=uid)
    context = {"form": form, "commitment": found}
    return render(request, "commitments/commitment_form.html", context, status=422 if form.errors else 200)


def commitment_of(request: SignedIn, uid: UUID, **more: Any) -> Commitment:
    """A commitment that the account sees, with its group, whose path its rights are asked by; 404 for any other."""
    rows = Commitment.objects.visible_to(request.user).select_related(
        "group", "powerholder", "office__institution", "theme", "event", "superseded_by"
    )
    found: Commitment = get_object_or_404(rows.annotate(**more), uid=uid)
    found.__dict__[KEPT] = frozenset([found.group.path])  # each panel asks what may be done with it
    return found


def frame(request: SignedIn, found: Commitment, current: str) -> dict[str, Any]:
    """What the head of each of a commitment's pages reads; `current` is the route of the page."""
    return {
        "commitment": found,
        "tabs": commitment_tabs(request.user, found, current),
        "may_record": request.user.may(RECORD_COMMITMENTS, scopes_of(found)),
    }


def named(request: SignedIn, name: str, model: Any) -> Any:
    """The record that the address names; None where it names none, 404 for one that the account does not see."""
    typed = request.GET.get(name, "")
    if not typed:
        return None
    uid = uid_of(typed)
    found = model.objects.visible_to(request.user).filter(uid=uid).first() if uid else None
    if found is None:
        raise Http404
    return found


def of_campaign(campaign: Campaign | None) -> dict[str, Any]:
    """What the form begins with, out of a campaign."""
    return {"campaign": campaign.uid, "group": campaign.group.slug} if campaign else {}


def of_answer(answer: Answer) -> dict[str, Any]:
    """What the form begins with, out of an answer: who was asked what, and what they said."""
    ask = answer.ask
    told = {"powerholder": ask.powerholder, "words": answer.words, "made_on": answer.on, "group": ask.group.slug}
    told |= {"source": answer.source or answer.says_who, "source_url": answer.source_url}
    told |= {"office_words": ask.office_words, "campaign": ask.campaign.uid if ask.campaign else None}
    return told | {"counts_as_kept": ask.words[:300]}


def day_of(typed: str, today: date) -> date:
    """The day that an address asks for, none that is still to come; today where it is none."""
    try:
        day = parse_date(typed)
    except ValueError:
        day = None
    return min(day, today) if day else today
