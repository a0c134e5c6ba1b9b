"""Asking for a 1-2-1: writing down who was asked, what they said, and taking either back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.listening.models import OneToOne, OneToOneAsk
from m4c.listening.operations import one_to_one_ask as operations
from m4c.listening.talks.asking_form import AnswerForm, AskingForm
from m4c.listening.views.one_to_one import beginning, may_change
from m4c.people.models import Person
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@require_http_methods(["GET", "POST"])
def ask(request: SignedIn) -> HttpResponse:
    """Write down that somebody was asked."""
    form = AskingForm(request.POST or None, by=request.user, initial=beginning(request))
    if form.is_valid() and done_by_form(request, form, operations.ask_for_one_to_one, **form.given):
        messages.success(request, _("Written down: they stand among those you asked until they answer."))
        return redirect("one-to-ones")
    return render(request, "listening/asking_form.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@require_safe
def asking(request: SignedIn, uid: UUID) -> HttpResponse:
    """When and how somebody was asked, and what they said."""
    return page(request, seen(request, uid))


@require_POST
def answer(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down what they said; with a day the 1-2-1 is arranged."""
    shown, form = seen(request, uid), AnswerForm(request.POST)
    if form.is_valid() and (
        said := done_by_form(request, form, operations.answer_asking, asking=shown, **form.cleaned_data)
    ):
        messages.success(request, _("Arranged.") if said.became_id else _("Written down."))
        if said.became_id and OneToOne.objects.visible_to(request.user).filter(pk=said.became_id).exists():
            return redirect("one-to-one", uid=said.became.uid)
        return redirect("one-to-ones" if said.asker_id == request.user.person_id else "all-one-to-ones")
    return page(request, shown, form=form)


@require_POST
def take_back(request: SignedIn, uid: UUID) -> HttpResponse:
    """It was written down by mistake."""
    done(request, operations.take_back_asking, _("Taken back."), asking=seen(request, uid), at=timezone.now())
    return redirect("one-to-one-ask", uid=uid)


@require_POST
def reopen(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take back the last thing said of it."""
    done(request, operations.reopen_asking, _("Taken back."), asking=seen(request, uid))
    return redirect("one-to-one-ask", uid=uid)


def seen(request: SignedIn, uid: UUID) -> OneToOneAsk:
    """An asking that the account may see; 404 for any other."""
    found = OneToOneAsk.objects.visible_to(request.user).select_related("asker", "other", "group")
    one: OneToOneAsk = get_object_or_404(found, uid=uid)
    return one


def page(request: SignedIn, shown: OneToOneAsk, **forms: Any) -> HttpResponse:
    """The page of one, with a form that was refused in its place."""
    account = request.user
    became = OneToOne.objects.visible_to(account).filter(pk=shown.became_id).first() if shown.became_id else None
    context = {
        "asking": shown,
        "became": became,
        "is_own": shown.asker_id == account.person_id,
        "may_change": may_change(account, shown),
        "sees_other": Person.objects.visible_to(account).filter(pk=shown.other_id).exists(),
        "form": AnswerForm.of(shown),
    }
    return render(request, "listening/asking.html", context | forms, status=422 if forms else 200)
