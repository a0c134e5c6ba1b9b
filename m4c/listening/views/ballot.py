"""Ballots: the list, one more, opening, closing with what was counted, and the minutes."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.models.record import uid_of
from m4c.core.pages import page_of
from m4c.core.visibility import scopes_of
from m4c.events.models import Event
from m4c.listening.deciding.ballot_form import BallotForm
from m4c.listening.deciding.forms import HandsForm, MinutesForm
from m4c.listening.deciding.opened import opened
from m4c.listening.deciding.page import voting_of
from m4c.listening.deciding.picture import rounds_of
from m4c.listening.deciding.telling import sentences
from m4c.listening.models import Ballot, BallotOption, Theme, Voter
from m4c.listening.models.ballot import BallotQuerySet
from m4c.listening.operations.asking_voters import ask_present
from m4c.listening.operations.ballot import close_ballot, make_ballot, minute_ballot, open_ballot
from m4c.listening.operations.scoring import show_scores
from m4c.listening.permissions import RUN_LISTENING, SEE_LISTENING
from m4c.listening.views.tabs import tabs
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@never_cache
@require_safe
def ballots(request: SignedIn) -> HttpResponse:
    """What one's groups decide and decided, the latest first."""
    rows = Ballot.objects.visible_to(request.user).select_related("group")
    page = page_of(rows, request.GET, after=BallotQuerySet.after, before=BallotQuerySet.before)
    context = {"page": page, "may_run": may_run_some(request), "tabs": tabs(request.user, "ballots")}
    return render(request, "listening/ballots.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def make(request: SignedIn) -> HttpResponse:
    """Put a question to a group; `?campaign=` lists its themes, `?theme=` ticks its candidates."""
    if request.method == "POST":
        form = BallotForm(request.POST, by=request.user)
    else:
        form = BallotForm.begun(request.GET, by=request.user, theme=theme_of_address(request))
    if form.is_valid() and (
        made := done_by_form(request, form, make_ballot, group=form.cleaned_data["group"], new=form.new)
    ):
        return redirect("ballot", uid=made.uid)
    return render(request, "listening/ballot_form.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@require_safe
def ballot(request: SignedIn, uid: UUID) -> HttpResponse:
    """One ballot: what is decided, how many voted, and once it is closed what came of it."""
    return shown(request, ballot_of(request, uid))


def shown(request: SignedIn, found: Ballot, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    may_run = request.user.may(RUN_LISTENING, scopes_of(found))
    rows = BallotOption.objects.visible_to(request.user).filter(ballot=found)
    options = list(rows.select_related("theme", "candidate__theme"))
    own = Voter.objects.visible_to(request.user).filter(ballot=found, person=request.user.person_id or 0).first()
    context = {
        "ballot": found,
        "options": options,
        "own": opened(own) if own else None,
        "event": Event.objects.visible_to(request.user).filter(pk=found.event_id or 0).first(),
        "may_run": may_run,
        "may_see": request.user.may(SEE_LISTENING, scopes_of(found)),
        "may_list": request.user.may_somewhere(SEE_LISTENING),
        "has_candidates": any(option.candidate_id for option in options),
        "voting": voting_of(found) if may_run else None,
        "sentences": sentences(found.result) if found.result else [],
        "rounds": rounds_of(found.result) if found.result else [],
        "hands_form": HandsForm(options=options) if found.method == Ballot.Method.HANDS else None,
        "minutes_form": MinutesForm(),
    }
    return render(request, "listening/ballot.html", context | more, status=status)


@require_POST
def start(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take votes from now on."""
    found = ballot_to_run(request, uid)
    done(request, open_ballot, _("Votes are taken from now on."), ballot=found, at=timezone.now())
    return redirect("ballot", uid=uid)


@require_POST
def close(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take no more votes and count, with the hands of the room where hands are shown."""
    found = ballot_to_run(request, uid)
    if found.method != Ballot.Method.HANDS:
        done(request, close_ballot, _("Closed and counted."), ballot=found, at=timezone.now())
        return redirect("ballot", uid=uid)
    options = list(BallotOption.objects.visible_to(request.user).filter(ballot=found))
    form = HandsForm(request.POST, options=options)
    if form.is_valid() and done_by_form(request, form, close_ballot, ballot=found, at=timezone.now(), hands=form.hands):
        return redirect("ballot", uid=uid)
    return shown(request, found, 422, hands_form=form)


@require_POST
def minute(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down what was decided."""
    found = ballot_to_run(request, uid)
    form = MinutesForm(request.POST)
    if form.is_valid() and done_by_form(request, form, minute_ballot, ballot=found, **form.cleaned_data):
        return redirect("ballot", uid=uid)
    return shown(request, found, 422, minutes_form=form)


@require_POST
def show(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take no more scores of its candidates, and show what they come to."""
    found = ballot_to_run(request, uid)
    done(request, show_scores, _("The scores stand side by side."), ballot=found, at=timezone.now())
    return redirect("ballot", uid=uid)


@require_POST
def ask_who_came(request: SignedIn, uid: UUID) -> HttpResponse:
    """Give those who came to its meeting their vote, signed in."""
    found = ballot_to_run(request, uid)
    voters = done(request, ask_present, ballot=found)
    if voters is not None:
        said = ngettext(
            "{number} person has a vote by name now.", "{number} people have a vote by name now.", len(voters)
        )
        messages.success(request, said.format(number=len(voters)))
    return redirect("ballot", uid=uid)


def theme_of_address(request: SignedIn) -> Theme | None:
    """The theme that `?theme=` names, as far as the account sees it."""
    uid = uid_of(request.GET.get("theme"))
    rows = Theme.objects.visible_to(request.user).select_related("group", "campaign")
    return rows.filter(uid=uid).first() if uid else None


def may_run_some(request: SignedIn) -> bool:
    """Whether the account runs a group's listening."""
    return request.user.may_somewhere(RUN_LISTENING)


def ballot_of(request: SignedIn, uid: UUID) -> Ballot:
    """A ballot that the account sees; 404 for any other."""
    rows = Ballot.objects.visible_to(request.user).select_related("group", "campaign")
    found: Ballot = get_object_or_404(rows, uid=uid)
    return found


def ballot_to_run(request: SignedIn, uid: UUID) -> Ballot:
    """A ballot of a group whose listening the account runs; 404 for one in which it only has a vote."""
    found = ballot_of(request, uid)
    if not request.user.may(RUN_LISTENING, scopes_of(found)):
        raise Http404
    return found
