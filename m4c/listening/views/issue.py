"""Issues: the list, where one comes from, who decided, how it moves, and who is still to be told by being rung."""

from typing import Any
from uuid import UUID

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.pages import page_of
from m4c.core.panels import draw
from m4c.core.visibility import keep_scopes, scopes_of
from m4c.listening.deciding.forms import DeciderForm, MoveForm, OutcomeForm
from m4c.listening.deciding.issue_panels import ISSUE_PANELS
from m4c.listening.deciding.meetings import meetings_of
from m4c.listening.deciding.provenance import provenance_of
from m4c.listening.deciding.stances import stances_of
from m4c.listening.deciding.stopping import word_of_link
from m4c.listening.deciding.to_ring import to_ring_of
from m4c.listening.models import Ballot, Issue, IssueMove, WordBack
from m4c.listening.models.issue import IssueQuerySet
from m4c.listening.operations.issue import move_issue, record_decider, settle_issue
from m4c.listening.operations.word_back import say_word, stop_word_back
from m4c.listening.permissions import RUN_LISTENING
from m4c.listening.views.tabs import tabs
from m4c.people.models.account import website
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

MOST_MOVES = 60  # the latest of them


@never_cache
@require_safe
def issues(request: SignedIn) -> HttpResponse:
    """What one's groups decided to act on, the latest first."""
    rows = Issue.objects.visible_to(request.user).select_related("group")
    page = page_of(rows, request.GET, after=IssueQuerySet.after, before=IssueQuerySet.before)
    return render(request, "listening/issues.html", {"page": page, "tabs": tabs(request.user, "issues")})


@never_cache
@require_safe
def issue(request: SignedIn, uid: UUID) -> HttpResponse:
    """One issue, with all that led to it."""
    return shown(request, issue_of(request, uid))


def shown(request: SignedIn, found: Issue, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    keep_scopes(found)  # each panel asks what may be done with it
    words = WordBack.objects.visible_to(request.user).filter(move__issue=found).order_by().values("state")
    told = dict(words.annotate(number=Count("pk")).values_list("state", "number"))
    context = {
        "issue": found,
        "may_run": request.user.may(RUN_LISTENING, scopes_of(found)),
        "panels": draw(ISSUE_PANELS, request.user, found),
        "ballot": Ballot.objects.visible_to(request.user).filter(pk=found.ballot_id or 0).first(),
        "meetings": meetings_of(found, request.user),
        "provenance": provenance_of(found, request.user),
        "deciders": stances_of(found, request.user),
        "moves": IssueMove.objects.visible_to(request.user).filter(issue=found)[:MOST_MOVES],
        "told": told,
        "to_ring": sum(told.get(state, 0) for state in (WordBack.State.TO_RING, WordBack.State.FAILED)),
        "decider_form": DeciderForm(by=request.user),
        "move_form": MoveForm(initial={"on": timezone.localdate()}),
        "outcome_form": OutcomeForm(initial={"on": timezone.localdate()}),
    }
    return render(request, "listening/issue.html", context | more, status=status)


@require_POST
def decide(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down who decided, and where they stood."""
    found = issue_of(request, uid)
    form = DeciderForm(request.POST, by=request.user)
    if form.is_valid() and done_by_form(request, form, record_decider, issue=found, **form.cleaned_data):
        return redirect("issue", uid=uid)
    return shown(request, found, 422, decider_form=form)


@require_POST
def move(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down how it moved; those heard who agreed get word."""
    found = issue_of(request, uid)
    form = MoveForm(request.POST)
    if form.is_valid() and done_by_form(request, form, move_issue, issue=found, **form.cleaned_data):
        return redirect("issue", uid=uid)
    return shown(request, found, 422, move_form=form)


@require_POST
def settle(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say what became of it."""
    found = issue_of(request, uid)
    form = OutcomeForm(request.POST)
    if form.is_valid() and done_by_form(request, form, settle_issue, issue=found, **form.cleaned_data):
        return redirect("issue", uid=uid)
    return shown(request, found, 422, outcome_form=form)


@never_cache
@require_safe
def to_ring(request: SignedIn) -> HttpResponse:
    """Whom somebody has still to ring or meet, of all one's issues; those kept safe for their contact alone."""
    return render(request, "listening/words_to_ring.html", {"to_ring": to_ring_of(request.user, timezone.now())})


@require_POST
def say(request: SignedIn, uid: UUID, person: UUID) -> HttpResponse:
    """Say that somebody was told."""
    rows = WordBack.objects.visible_to(request.user).select_related("move")
    word = get_object_or_404(rows, move__uid=uid, person__uid=person)
    done(request, say_word, _("Told."), word=word, at=timezone.now())
    return redirect("words-to-ring")


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: Any, signed: str) -> HttpResponse:
    """A button, and when it is pressed no more letters: only the signed address guards it (RFC 8058)."""
    word = word_of_link(signed)
    if request.method == "POST" and word:
        stop_word_back(word=word, at=timezone.now(), by=website())
    context = {"is_stopped": request.method == "POST", "is_gone": word is None}
    return render(request, "listening/stop_word_back.html", context, status=404 if word is None else 200)


def issue_of(request: SignedIn, uid: UUID) -> Issue:
    """An issue that the account sees; 404 for any other."""
    rows = Issue.objects.visible_to(request.user).select_related("group", "campaign")
    found: Issue = get_object_or_404(rows, uid=uid)
    return found
