"""Forms of a commitment's terms: its day, milestones, conditions, how it changed, who came after, who keeps it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from m4c.commitments.models import Commitment, Condition, ConditionState, Milestone
from m4c.commitments.operations import changed_terms, commitment, terms
from m4c.commitments.record import term_forms
from m4c.commitments.views.commitment import commitment_of
from m4c.core.models.record import uid_of
from m4c.people.naming import names_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form
from m4c.power.models import Powerholder


def step(
    request: SignedIn, found: Commitment, form: Form, operation: Callable[..., Any], head: dict[str, str], **given: Any
) -> HttpResponse:
    """A page with one form; what it was filled in with goes to the operation, and the commitment's page comes next."""
    if form.is_valid() and done_by_form(request, form, operation, **given, **form.cleaned_data):
        messages.success(request, head["done"])
        return redirect("commitment", uid=found.uid)
    context = {"form": form, "commitment": found, "head": head}
    return render(request, "commitments/commitment_step.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def due(request: SignedIn, uid: UUID) -> HttpResponse:
    """When it is due, as known now."""
    found = commitment_of(request, uid)
    start = {"due_on": found.due_on, "words": found.due_words}
    form = term_forms.DueForm(request.POST or None, by=request.user, initial=start)
    head = {
        "title": _("When is it due?"),
        "lede": _("The day that was known before stays on the page, with the reason."),
        "done": _("The day is written down."),
    }
    return step(request, found, form, terms.set_due, head, commitment=found, at=timezone.now())


@never_cache
@require_http_methods(["GET", "POST"])
def milestone(request: SignedIn, uid: UUID) -> HttpResponse:
    """How far it is to be by a day."""
    found = commitment_of(request, uid)
    form = term_forms.MilestoneForm(request.POST or None, by=request.user)
    head = {
        "title": _("Add a milestone"),
        "lede": _("How far it is to be by a day: 45 per cent by one, 100 by another. Past that day it is overdue."),
        "done": _("The milestone is written down."),
    }
    return step(request, found, form, terms.add_milestone, head, commitment=found)


@require_POST
def take_off_milestone(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take one off that was entered in error."""
    rows = Milestone.objects.visible_to(request.user).select_related("commitment")
    found: Milestone = get_object_or_404(rows, uid=uid)
    done(request, terms.take_off_milestone, _("Taken off."), milestone=found)
    return redirect("commitment", uid=found.commitment.uid)


@never_cache
@require_http_methods(["GET", "POST"])
def condition(request: SignedIn, uid: UUID) -> HttpResponse:
    """On what it hangs."""
    found = commitment_of(request, uid)
    form = term_forms.ConditionForm(request.POST or None, by=request.user)
    head = {
        "title": _("On what does it hang?"),
        "lede": _("“If elected.” “If the committee approves.” Where it stands gets its own days, with what shows it."),
        "done": _("The condition is written down. It is open."),
    }
    return step(request, found, form, terms.add_condition, head, commitment=found, at=timezone.now())


@never_cache
@require_http_methods(["GET", "POST"])
def condition_state(request: SignedIn, uid: UUID) -> HttpResponse:
    """Where a condition stands."""
    rows = Condition.objects.visible_to(request.user).select_related("commitment__powerholder")
    found: Condition = get_object_or_404(rows, uid=uid)
    form = term_forms.ConditionStateForm(request.POST or None, by=request.user)
    waits = found.kind == Condition.Kind.DEPENDENCY
    head = {
        "title": found.words,
        "lede": _("Its failing voids nothing: the commitment only waits for it.")
        if waits
        else _("Where it failed, the commitment is void from that day: neither kept nor broken."),
        "done": _("Written down."),
    }
    return step(request, found.commitment, form, terms.say_condition, head, condition=found, at=timezone.now())


@require_POST
def strike_condition_state(request: SignedIn, uid: UUID) -> HttpResponse:
    """Strike what was entered in error of a condition."""
    rows = ConditionState.objects.visible_to(request.user).select_related("commitment")
    found: ConditionState = get_object_or_404(rows, uid=uid)
    done(request, terms.strike_condition_state, _("Struck: it counts for nothing."), state=found, at=timezone.now())
    return redirect("commitment", uid=found.commitment.uid)


@never_cache
@require_http_methods(["GET", "POST"])
def amend(request: SignedIn, uid: UUID) -> HttpResponse:
    """Other words that were agreed."""
    found = commitment_of(request, uid)
    start = {"words": found.words, "target": found.target}
    form = term_forms.AmendForm(request.POST or None, by=request.user, initial=start)
    head = {
        "title": _("Both sides agreed to something else"),
        "lede": _("“A small shop added because we asked.” The old words stay on the page."),
        "done": _("The new words are written down, and the old ones stay."),
    }
    return step(request, found, form, changed_terms.amend_commitment, head, commitment=found, at=timezone.now())


@never_cache
@require_http_methods(["GET", "POST"])
def supersede(request: SignedIn, uid: UUID) -> HttpResponse:
    """Another commitment of the same speaker took its place."""
    found = commitment_of(request, uid)
    form = term_forms.SupersedeForm(request.POST or None, by=request.user, of=found)
    head = {
        "title": _("Another commitment took its place"),
        "lede": _("Write the new one down first. Of this one nobody says any more that it was kept or broken."),
        "done": _("Written down."),
    }
    return step(request, found, form, changed_terms.supersede_commitment, head, commitment=found, at=timezone.now())


@require_POST
def let_stand_again(request: SignedIn, uid: UUID) -> HttpResponse:
    """Nothing took its place: that was a mistake."""
    found = commitment_of(request, uid)
    done(request, changed_terms.let_stand_again, _("It stands again."), commitment=found)
    return redirect("commitment", uid=uid)


@never_cache
@require_http_methods(["GET", "POST"])
def inherit(request: SignedIn, uid: UUID) -> HttpResponse:
    """Who came after, and how they stand to it; `?who=` is filled in from the page."""
    found = commitment_of(request, uid)
    form = term_forms.InheritForm(request.POST or None, by=request.user, initial={"powerholder": who(request)})
    head = {
        "title": _("Somebody came after"),
        "lede": _(
            "A commitment stays with whoever made it. Ask their successor how they stand to it, and write it down."
        ),
        "done": _("Written down. The commitment stays with whoever made it."),
    }
    return step(request, found, form, changed_terms.inherit_commitment, head, commitment=found, at=timezone.now())


def who(request: SignedIn) -> Powerholder | None:
    """The powerholder that `?who=` names, if the account sees one of that name."""
    uid = uid_of(request.GET.get("who", ""))
    return Powerholder.objects.visible_to(request.user).filter(uid=uid).first() if uid else None


@never_cache
@require_http_methods(["GET", "POST"])
def keeper(request: SignedIn, uid: UUID) -> HttpResponse:
    """Who keeps an eye on it."""
    found = commitment_of(request, uid)
    is_named = found.keeper_id in names_of(request.user, [found.keeper_id])
    start = {"keeper": found.keeper if is_named else None}
    form = term_forms.KeeperForm(request.POST or None, by=request.user, initial=start)
    head = {
        "title": _("Who keeps an eye on it?"),
        "lede": _("Best somebody whom it was promised to: they see it on Today, and may write what became of it."),
        "done": _("Written down."),
    }
    return step(request, found, form, commitment.name_keeper, head, commitment=found)


@require_POST
def look_over(request: SignedIn, uid: UUID) -> HttpResponse:
    """What an import brought is right."""
    done(request, commitment.look_over_commitment, _("Looked at."), commitment=commitment_of(request, uid))
    return redirect("commitment", uid=uid)
