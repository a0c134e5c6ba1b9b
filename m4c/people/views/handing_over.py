"""Handing over: begin it, walk through their people one by one, and end it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.onward import onward
from m4c.core.pages import page_of
from m4c.core.visibility import scopes_of
from m4c.people.forms.handing_over import AgainForm, BeginForm, HandOverForm
from m4c.people.handing_over.walk import (
    leavers_of,
    next_contacts,
    progress_of,
    roles_that_end,
    still_to_hand_over,
    their_people,
    told_of,
)
from m4c.people.models import Group, HandedOver, HandingOver, NextStep, Person
from m4c.people.models.person import PersonQuerySet
from m4c.people.naming import names_of
from m4c.people.operations import handed_over as one
from m4c.people.operations import handing_over as operations
from m4c.people.permissions import HAND_OVER, HAND_OVER_FOR_OTHERS
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

ANSWERS = {
    "pass_on": gettext_lazy("Passed on, as they wished."),
    "destroy": gettext_lazy("Destroyed. Nobody read them."),
}
INTRODUCED_WITHIN = timedelta(days=14)  # what the form begins with
AGAIN_WITHIN = timedelta(days=7)  # likewise


def seen(request: SignedIn, uid: UUID) -> HandingOver:
    """The handing over, if the account may see it."""
    found = HandingOver.objects.visible_to(request.user).select_related("person", "group", "ended_by__person")
    return get_object_or_404(found, uid=uid)


@never_cache
@require_http_methods(["GET", "POST"])
def begin(request: SignedIn, slug: str) -> HttpResponse:
    """Begin to hand over the people of a group's leader: one's own, or those of somebody one answers for."""
    group = get_object_or_404(Group.objects.visible_to(request.user).in_tree(), slug=slug)
    among, for_others = leavers_of(request.user, group), request.user.may(HAND_OVER_FOR_OTHERS, scopes_of(group))
    form = BeginForm(request.POST or None, among=among, by=request.user, may_be_gone=for_others)
    if form.is_valid():
        given = {"group": group, "at": timezone.now(), **form.cleaned_data}
        begun = done_by_form(request, form, operations.begin_handing_over, **given)
        if begun:
            return redirect("handing-over", uid=begun.uid)
    context = {"group": group, "form": form, "for_others": for_others, "somebody": among.exists()}
    return render(request, "people/handing_over_begin.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def handing_over(request: SignedIn, uid: UUID) -> HttpResponse:
    """How far it got, who is next, and all of their people, a page at a time."""
    account, shown = request.user, seen(request, uid)
    found = their_people(account, shown)
    page = page_of(found, request.GET, after=PersonQuerySet.after, before=PersonQuerySet.before)
    scopes = scopes_of(shown)
    is_own, for_others = shown.person_id == account.person_id, account.may(HAND_OVER_FOR_OTHERS, scopes)
    context = {
        "handing_over": shown,
        "introducer": names_of(account, [shown.introducer_id]).get(shown.introducer_id, ""),
        "progress": progress_of(account, shown),
        "rows": told_of(account, shown, page.rows),
        "page": page,
        "next": still_to_hand_over(account, shown).first() if shown.is_open else None,
        "roles_left": list(roles_that_end(shown)) if shown.ended_at else [],
        "is_own": is_own,
        "for_others": for_others,
        "may_hand_over": for_others or (is_own and account.may(HAND_OVER, scopes)),
        "owes": shown.introducer_id == account.person_id,
        "today": timezone.localdate(),
    }
    return render(request, "people/handing_over.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def hand_over(request: SignedIn, uid: UUID, person: UUID) -> HttpResponse:
    """One of their people: why they are, and who is next."""
    account, shown = request.user, seen(request, uid)
    theirs: Person = get_object_or_404(their_people(account, shown), uid=person)
    form = HandOverForm(
        request.POST or None,
        among=next_contacts(shown).exclude(person=theirs),
        introduce_by=timezone.localdate() + INTRODUCED_WITHIN,
    )
    if form.is_valid():
        given = {"handing_over": shown, "person": theirs, "at": timezone.now(), **form.cleaned_data}
        if done_by_form(request, form, one.hand_over_person, **given):
            return onward_to_the_next(request, shown, theirs)
    told = told_of(account, shown, [theirs])[0]
    context = {"handing_over": shown, "told": told, "form": form, "progress": progress_of(account, shown)}
    context["introducer"] = names_of(account, [shown.introducer_id]).get(shown.introducer_id, "")
    return render(request, "people/hand_over.html", context, status=422 if form.errors else 200)


def onward_to_the_next(request: SignedIn, shown: HandingOver, last: Person) -> HttpResponse:
    """To whoever comes next on the list, from its beginning again once its end is reached, or back to the list."""
    left = still_to_hand_over(request.user, shown)
    person = left.after(last).first() or left.first()
    messages.success(request, _("{name} is handed over.").format(name=last))
    if person is None:
        return redirect("handing-over", uid=shown.uid)
    return redirect("hand-over-person", uid=shown.uid, person=person.uid)


@require_POST
def introduce_without_them(request: SignedIn, uid: UUID) -> HttpResponse:
    """They are gone: whoever presses makes the introductions."""
    sentence = _("The introductions are yours now.")
    done(request, operations.introduce_without_them, sentence, handing_over=seen(request, uid))
    return redirect("handing-over", uid=uid)


@require_POST
def call_off(request: SignedIn, uid: UUID) -> HttpResponse:
    """They stay after all."""
    given = {"handing_over": seen(request, uid), "at": timezone.now()}
    done(request, operations.call_off_handing_over, _("Good. They stay."), **given)
    return redirect("handing-over", uid=uid)


@never_cache
@require_http_methods(["GET", "POST"])
def end(request: SignedIn, uid: UUID) -> HttpResponse:
    """What ends, once more before it does."""
    shown = seen(request, uid)
    given: dict[str, Any] = {"handing_over": shown, "at": timezone.now()}
    if request.method == "POST" and done(request, operations.end_handing_over, _("It is done. Thank them."), **given):
        return redirect("handing-over", uid=uid)
    roles = [(role, operations.may_end(role, request.user)) for role in roles_that_end(shown)]
    context = {"handing_over": shown, "progress": progress_of(request.user, shown), "roles": roles}
    return render(request, "people/handing_over_end.html", context)


@require_POST
def settle_introduction(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say that an introduction was made, or could not be."""
    handed = handed_seen(request, uid)
    dropped = request.POST.get("outcome") == NextStep.Outcome.DROPPED
    outcome = NextStep.Outcome.DROPPED if dropped else NextStep.Outcome.HAPPENED
    sentence = _("Noted: it could not be made.") if dropped else _("Good. They know each other now.")
    done(request, one.settle_introduction, sentence, handed=handed, outcome=outcome, on=timezone.localdate())
    return onward(request, "handing-over", uid=handed.handing_over.uid)


@never_cache
@require_http_methods(["GET", "POST"])
def try_again(request: SignedIn, uid: UUID) -> HttpResponse:
    """An introduction could not be made: by when is it tried again?"""
    handed, today = handed_seen(request, uid), timezone.localdate()
    if handed.introduction is None or handed.introduction.settled_on:
        raise Http404
    form = AgainForm(request.POST if request.method == "POST" else None, initial={"again_by": today + AGAIN_WITHIN})
    given = {"handed": handed, "outcome": NextStep.Outcome.DROPPED, "on": today}
    if form.is_valid() and done_by_form(request, form, one.settle_introduction, **given, **form.cleaned_data):
        again = form.cleaned_data["again_by"]
        messages.success(request, _("Noted. The next attempt is owed.") if again else _("Noted: it could not be made."))
        return redirect("handing-over", uid=handed.handing_over.uid)
    context = {"handing_over": handed.handing_over, "words": handed.introduction.words, "form": form}
    return render(request, "people/introduction_again.html", context, status=422 if form.errors else 200)


@require_POST
def answer_about_notes(request: SignedIn, uid: UUID) -> HttpResponse:
    """Record what somebody wishes for the private notes about them."""
    handed, answer = handed_seen(request, uid), request.POST.get("answer")
    if answer not in ANSWERS:
        messages.error(request, _("Say whether they said yes or no."))
    else:
        given = {"handed": handed, "pass_on": answer == "pass_on", "at": timezone.now()}
        done(request, one.answer_about_notes, str(ANSWERS[answer]), **given)
    return onward(request, "handing-over", uid=handed.handing_over.uid)


def handed_seen(request: SignedIn, uid: UUID) -> HandedOver:
    """One of the people handed over, if the account may see it."""
    found = HandedOver.objects.visible_to(request.user).select_related("handing_over__group", "introduction")
    return get_object_or_404(found, uid=uid)
