"""Taking votes for a ballot: slips to print, links to hand over, papers typed in, and votes taken by phone."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.pages import page_of
from m4c.core.visibility import scopes_of
from m4c.listening.deciding.forms import BehalfForm, NamedSlipForm, SlipsForm, TypedPaperForm
from m4c.listening.models import Ballot, BallotOption, Voter
from m4c.listening.models.vote import VoterQuerySet
from m4c.listening.operations.asking_voters import ask_group
from m4c.listening.operations.voting import Slip, cast_on_behalf, enter_paper, give_slips, make_link, make_slips
from m4c.listening.permissions import RUN_LISTENING
from m4c.listening.views.ballot import ballot_to_run
from m4c.people.naming import with_doer
from m4c.people.qr import qr_svg
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@never_cache
@require_http_methods(["GET", "POST"])
def slips(request: SignedIn, uid: UUID) -> HttpResponse:
    """Make slips with a code each, and show them to be printed: once, on the answer."""
    found = ballot_to_run(request, uid)
    is_named = "person" in request.POST
    form = SlipsForm(request.POST if request.POST and not is_named else None)
    named = NamedSlipForm(request.POST if is_named else None, by=request.user)
    made = None
    if form.is_valid():
        made = done_by_form(request, form, make_slips, ballot=found, **form.cleaned_data)
    elif named.is_valid():
        people = [named.cleaned_data["person"]]
        made = done_by_form(request, named, give_slips, ballot=found, people=people)
    if made:
        return printed(request, found, made.slips)
    context = {"ballot": found, "form": form, "named_form": named}
    return render(request, "listening/ballot_slips.html", context, status=422 if form.errors or named.errors else 200)


def printed(request: SignedIn, found: Ballot, made: Iterable[Slip]) -> HttpResponse:
    """Slips as they are printed, each with its code and the same as a picture."""
    shown = [(slip, slip.code, qr_svg(address_of(request, slip))) for slip in made]
    typed_at = request.build_absolute_uri(reverse("type-code"))
    return render(request, "listening/ballot_slips_made.html", {"ballot": found, "slips": shown, "typed_at": typed_at})


def address_of(request: SignedIn, slip: Slip) -> str:
    """Where a slip's code leads."""
    return request.build_absolute_uri(reverse("vote", kwargs={"code": slip.code}))


@never_cache
@require_http_methods(["GET", "POST"])
def links(request: SignedIn, uid: UUID) -> HttpResponse:
    """Send everybody of the group their link, and the list of those to whom theirs is handed over."""
    found = ballot_to_run(request, uid)
    if request.method == "POST":
        sentence = _("The letters are on their way. Whoever has no e-mail stands below in a minute.")
        done(request, ask_group, sentence, ballot=found)
        return redirect("ballot-links", uid=uid)
    waiting = Voter.objects.visible_to(request.user).filter(ballot=found, voted_at=None, person__isnull=False)
    rows = waiting.filter(code_hash="").by_name()
    page = page_of(rows, request.GET, after=VoterQuerySet.after, before=VoterQuerySet.before)
    context = {"ballot": found, "page": page, "waiting": 0 if page.rows else waiting.count()}
    return render(request, "listening/ballot_links.html", context)


@never_cache
@require_POST
def link(request: SignedIn, uid: UUID) -> HttpResponse:
    """Make somebody's link and show it, once."""
    rows = Voter.objects.visible_to(request.user).select_related("ballot__group", "person")
    voter = get_object_or_404(rows, uid=uid)
    if not request.user.may(RUN_LISTENING, scopes_of(voter)):
        raise Http404
    made = done(request, make_link, voter=voter)
    if not made:
        return redirect("ballot-links", uid=voter.ballot.uid)
    url = address_of(request, made.slips[0])
    context = {"ballot": voter.ballot, "voter": voter, "url": url, "svg": qr_svg(url)}
    return render(request, "listening/ballot_link.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@sensitive_post_parameters()
def papers(request: SignedIn, uid: UUID) -> HttpResponse:
    """Type in a paper, and the next."""
    found = ballot_to_run(request, uid)
    form = TypedPaperForm(request.POST or None, ballot=found, options=options_of(request, found))
    if form.is_valid():
        given: dict[str, Any] = {"number": form.cleaned_data["number"], "choices": form.marked}
        if done_by_form(request, form, enter_paper, ballot=found, at=timezone.now(), **given):
            messages.success(request, _("Paper {number} counts.").format(number=given["number"]))
            return redirect("ballot-papers", uid=uid)
    context = {"ballot": found, "form": form}
    return render(request, "listening/ballot_paper.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
@sensitive_post_parameters()
def behalf(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take down the vote of somebody on the phone."""
    found = ballot_to_run(request, uid)
    form = BehalfForm(request.POST or None, ballot=found, options=options_of(request, found), by=request.user)
    if form.is_valid():
        given = {"person": form.cleaned_data["person"], "words": form.cleaned_data["words"], "choices": form.marked}
        if done_by_form(request, form, cast_on_behalf, ballot=found, at=timezone.now(), **given):
            messages.success(request, _("Their vote counts."))
            return redirect("ballot", uid=uid)
    context = {"ballot": found, "form": form}
    return render(request, "listening/ballot_behalf.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def taken_by_phone(request: SignedIn, uid: UUID) -> HttpResponse:
    """Who was phoned, by whom, and in which words it was taken down."""
    found = ballot_to_run(request, uid)
    rows = Voter.objects.visible_to(request.user).filter(ballot=found, means=Voter.Means.BEHALF)
    named = rows.by_name().select_related("cast_by__person")
    page = page_of(named, request.GET, after=VoterQuerySet.after, before=VoterQuerySet.before)
    told = {"page": page, "voters": with_doer(request.user, page.rows, "cast_by")}
    nameless = rows.filter(person=None).count()  # whose record was erased since
    return render(request, "listening/ballot_phoned.html", {"ballot": found, "nameless": nameless} | told)


def options_of(request: SignedIn, found: Ballot) -> list[str]:
    """What may be voted for, in the order of the paper."""
    rows = BallotOption.objects.visible_to(request.user).filter(ballot=found)
    return list(rows.values_list("words", flat=True))
