"""Cutting the issue: the candidates of a theme side by side, one more, scoring them, and choosing one."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.visibility import scopes_of
from m4c.listening.deciding.checklist import SOURCE
from m4c.listening.deciding.forms import ChooseForm, CutForm
from m4c.listening.deciding.score_forms import ScoreForm
from m4c.listening.deciding.scoring import columns_of, side_by_side
from m4c.listening.deciding.who_scored import sheets_of
from m4c.listening.models import CandidateIssue, Issue, Theme
from m4c.listening.operations.candidate_issue import (
    change_candidate,
    cut_candidate,
    score_candidate,
    withdraw_candidate,
)
from m4c.listening.operations.issue import choose_candidate
from m4c.listening.permissions import RUN_LISTENING
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

MOST = 8  # side by side


@never_cache
@require_safe
def cutting(request: SignedIn, uid: UUID) -> HttpResponse:
    """The candidates of a theme side by side on the checklist."""
    return shown(request, theme_of(request, uid))


def shown(request: SignedIn, theme: Theme, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    candidates = on_the_table(request, theme)
    chosen = Issue.objects.visible_to(request.user).filter(candidate__in=candidates)
    context = {
        "theme": theme,
        "candidates": columns_of(candidates, chosen),
        "lines": side_by_side(candidates) if candidates else [],
        "source": SOURCE,
        "may_run": request.user.may(RUN_LISTENING, scopes_of(theme)),
        "form": CutForm(),
    }
    return render(request, "listening/cutting.html", context | more, status=status)


@require_POST
def cut(request: SignedIn, uid: UUID) -> HttpResponse:
    """One more candidate."""
    theme = theme_of(request, uid)
    form = CutForm(request.POST)
    if form.is_valid() and done_by_form(request, form, cut_candidate, theme=theme, cut=form.cut):
        return redirect("cutting", uid=uid)
    return shown(request, theme, 422, form=form)


@never_cache
@require_http_methods(["GET", "POST"])
def change(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say a candidate in other words."""
    found = candidate_of(request, uid)
    before = {"change": found.change, "who_can_grant": found.who_can_grant, "by_when": found.by_when}
    form = CutForm(request.POST or None, initial=before)
    if form.is_valid() and done_by_form(request, form, change_candidate, candidate=found, cut=form.cut):
        return redirect("cutting", uid=found.theme.uid)
    context = {"candidate": found, "form": form}
    return render(request, "listening/candidate_form.html", context, status=422 if form.errors else 200)


@require_POST
def withdraw(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take a candidate off the table."""
    found = candidate_of(request, uid)
    done(request, withdraw_candidate, _("Taken off the table."), candidate=found, at=timezone.now())
    return redirect("cutting", uid=found.theme.uid)


@never_cache
@require_http_methods(["GET", "POST"])
def score(request: SignedIn, uid: UUID) -> HttpResponse:
    """Answer the checklist for one candidate: oneself, or from a paper."""
    found = candidate_of(request, uid)
    form = ScoreForm(request.POST or None)
    if form.is_valid():
        slip = form.cleaned_data["slip"]
        whose = {"slip": slip} if slip else {"scorer": request.user.person}
        given = {"candidate": found, "scores": form.scores, "at": timezone.now(), **whose}
        if done_by_form(request, form, score_candidate, **given):
            return redirect("cutting", uid=found.theme.uid)
    context = {"candidate": found, "form": form}
    return render(request, "listening/candidate_score.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def choose(request: SignedIn, uid: UUID) -> HttpResponse:
    """Make a candidate the group's issue."""
    found = candidate_of(request, uid)
    form = ChooseForm(request.POST or None, by=request.user, candidate=found)
    if form.is_valid() and (
        issue := done_by_form(request, form, choose_candidate, candidate=found, choice=form.choice)
    ):
        return redirect("issue", uid=issue.uid)
    context = {"candidate": found, "form": form}
    return render(request, "listening/candidate_choose.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def who_scored(request: SignedIn, uid: UUID) -> HttpResponse:
    """What each of those said who scored the candidates of a theme under their name."""
    theme = theme_of(request, uid)
    candidates = on_the_table(request, theme)
    context = {
        "theme": theme,
        "candidates": columns_of(candidates, ()),
        "scored": sheets_of(candidates, request.user),
    }
    return render(request, "listening/who_scored.html", context)


def on_the_table(request: SignedIn, theme: Theme) -> list[CandidateIssue]:
    """The candidates of a theme, as many as stand side by side."""
    rows = CandidateIssue.objects.visible_to(request.user).filter(theme=theme, withdrawn_at=None)
    return list(rows[:MOST])


def theme_of(request: SignedIn, uid: UUID) -> Theme:
    """A theme that the account sees; 404 for any other."""
    found: Theme = get_object_or_404(Theme.objects.visible_to(request.user).select_related("group"), uid=uid)
    return found


def candidate_of(request: SignedIn, uid: UUID) -> CandidateIssue:
    """A candidate that the account sees; 404 for any other."""
    rows = CandidateIssue.objects.visible_to(request.user).select_related("theme__group", "theme__campaign", "group")
    found: CandidateIssue = get_object_or_404(rows, uid=uid)
    return found
