"""Closing a group or passing it to another: who is to be asked, what they answered, and answering for oneself."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from m4c.people.forms.group_life import AnswerForm, ClosingForm
from m4c.people.models import Group, GroupPassing, PassingAsking
from m4c.people.naming import names_of
from m4c.people.operations import group_passing as operations
from m4c.people.permissions import CLOSE_GROUPS
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form
from m4c.people.views.group_story import group_where

LISTED = 200  # people still to be asked on one page; who was asked makes room


@never_cache
@require_http_methods(["GET", "POST"])
def closing(request: SignedIn, slug: str) -> HttpResponse:
    """Begin to close a group; once begun, whom to ask and what they said."""
    shown = group_where(request.user, slug, CLOSE_GROUPS)
    passing = passing_of(request, shown)
    if passing:
        return render(request, "people/group_closing.html", told(request, shown, passing))
    form = ClosingForm(request.POST or None, by=request.user, group=shown)
    given = {"group": shown, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, operations.begin_passing, **given, **form.cleaned_data):
        messages.success(request, _("Now ask them, one by one."))
        return redirect("close-group", slug=slug)
    return render(
        request, "people/group_close.html", {"group": shown, "form": form}, status=422 if form.errors else 200
    )


def passing_of(request: SignedIn, group: Group) -> GroupPassing | None:
    """The closing of a group that stands."""
    found: GroupPassing | None = (
        GroupPassing.objects.visible_to(request.user)
        .standing()
        .filter(group=group)
        .select_related("group", "into", "begun_by")
        .first()
    )
    return found


def told(request: SignedIn, group: Group, passing: GroupPassing) -> dict[str, object]:
    """Whom to ask, who has answered what, and who asks whom; six queries."""
    rows = PassingAsking.objects.visible_to(request.user).filter(passing=passing).select_related("person", "asker")
    to_ask = list(rows.open()[:LISTED])
    answered = list(rows.exclude(answer="").order_by("-answered_at", "-pk")[:LISTED])
    askers = names_of(request.user, [one.asker.person_id for one in to_ask if one.asker])
    return {
        "group": group,
        "passing": passing,
        "to_ask": [(one, askers.get(one.asker.person_id, "") if one.asker else "") for one in to_ask],
        "answered": answered,
        "may_end": group.ended_on is None and passing.closes_on <= timezone.localdate(),
    }


@never_cache
@require_http_methods(["GET", "POST"])
def answer(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down what somebody said when they were asked."""
    asking = asking_to_make(request, uid)
    form = AnswerForm(request.POST or None, passing=asking.passing)
    given = {"asking": asking, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, operations.record_answer, **given, **form.cleaned_data):
        messages.success(request, _("Written down, and done."))
        return redirect("close-group", slug=asking.passing.group.slug)
    context = {"asking": asking, "passing": asking.passing, "form": form, "group": asking.passing.group}
    return render(request, "people/asking.html", context, status=422 if form.errors else 200)


@require_POST
def take(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say that one asks somebody oneself."""
    asking = asking_to_make(request, uid)
    done(request, operations.take_asking, _("Yours to ask."), asking=asking, asker=request.user)
    return redirect("close-group", slug=asking.passing.group.slug)


def asking_to_make(request: SignedIn, uid: UUID) -> PassingAsking:
    """An asking of a group whose closing one looks after. Raises Http404."""
    seen = PassingAsking.objects.visible_to(request.user)
    asking: PassingAsking = get_object_or_404(seen.select_related("person", "passing__group", "passing__into"), uid=uid)
    if not request.user.may(CLOSE_GROUPS, [frozenset([asking.passing.group.path])]):
        raise Http404
    return asking


@never_cache
@require_http_methods(["GET", "POST"])
def own_answer(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say what one wants oneself, when one's group closes."""
    own = PassingAsking.objects.visible_to(request.user).filter(person=request.user.person_id)
    asking = get_object_or_404(own.select_related("passing__group", "passing__into"), uid=uid)
    form = AnswerForm(request.POST or None, passing=asking.passing, is_own=True)
    given = {"asking": asking, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, operations.answer_for_oneself, **given, **form.cleaned_data):
        messages.success(request, _("Thank you. That is what we do."))
        return redirect("own-asking", uid=uid)
    context = {"asking": asking, "passing": asking.passing, "form": form, "group": asking.passing.group}
    return render(request, "people/own_asking.html", context, status=422 if form.errors else 200)


@require_POST
def ask_newcomers(request: SignedIn, slug: str) -> HttpResponse:
    """Ask those too who came in since."""
    done(request, operations.ask_newcomers, _("They are on the list."), passing=standing(request, slug))
    return redirect("close-group", slug=slug)


@require_POST
def end(request: SignedIn, slug: str) -> HttpResponse:
    """End the group: its day has come."""
    sentence = _("The group has ended. Whoever has not answered is still to be asked.")
    done(request, operations.close_passed_group, sentence, passing=standing(request, slug), on=timezone.localdate())
    return redirect("group", slug=slug)


@require_POST
def call_off(request: SignedIn, slug: str) -> HttpResponse:
    """Let the group go on after all."""
    sentence = _("The group goes on. What people answered has happened.")
    done(request, operations.call_off_passing, sentence, passing=standing(request, slug), at=timezone.now())
    return redirect("group", slug=slug)


def standing(request: SignedIn, slug: str) -> GroupPassing:
    """The standing closing of a group that one looks after. Raises Http404."""
    passing = passing_of(request, group_where(request.user, slug, CLOSE_GROUPS))
    if passing is None:
        raise Http404
    return passing
