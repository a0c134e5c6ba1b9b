"""Whether whoever made a commitment is named in public: asked by one, decided by another, and ended."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from m4c.campaigns.models import NamingDecision
from m4c.campaigns.operations.naming_decision import decide_to_name, end_naming
from m4c.campaigns.press.forms import AskToNameForm, DecideForm
from m4c.commitments.faces.name_decision import decision_of
from m4c.commitments.operations.speaker_naming import ask_to_name_speaker
from m4c.commitments.views.commitment import commitment_of
from m4c.commitments.views.publishing import shown
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done


@require_POST
def ask(request: SignedIn, uid: UUID) -> HttpResponse:
    """Ask that they be named."""
    found, form = commitment_of(request, uid), AskToNameForm(request.POST)
    if form.is_valid():
        given = {"commitment": found, "at": timezone.now(), **form.cleaned_data}
        if done(request, ask_to_name_speaker, _("Asked. Somebody else decides."), **given):
            return redirect("commitment-public-page", uid=uid)
    return shown(request, found, 422, ask_form=form)


@require_POST
def decide(request: SignedIn, uid: UUID) -> HttpResponse:
    """Decide it, as a second person."""
    found, form = commitment_of(request, uid), DecideForm(request.POST)
    if form.is_valid():
        said = {"agreed": form.cleaned_data["agreed"] == "yes", "answer": form.cleaned_data["answer"]}
        if done(request, decide_to_name, decision=waiting(request, uid), at=timezone.now(), **said):
            return redirect("commitment-public-page", uid=uid)
    return shown(request, found, 422, decide_form=form)


@require_POST
def end(request: SignedIn, uid: UUID) -> HttpResponse:
    """Name them no more."""
    sentence = _("From now on the page says no name.")
    done(request, end_naming, sentence, decision=waiting(request, uid), at=timezone.now())
    return redirect("commitment-public-page", uid=uid)


def waiting(request: SignedIn, uid: UUID) -> NamingDecision:
    """The decision that stands or waits; 404 where there is none."""
    decision = decision_of(request.user, commitment_of(request, uid))
    if decision is None:
        raise Http404
    return decision
