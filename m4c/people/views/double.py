"""People on record twice: whom to look at, two records side by side, saying that they are one or two, and undoing."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.pages import page_of
from m4c.people.doubles.choosing import differences, in_order
from m4c.people.forms.double import MergeForm, SamePersonForm
from m4c.people.models import DoubleSuggestion, Membership, Person, PersonMerge, Protection
from m4c.people.models.double import DoubleSuggestionQuerySet
from m4c.people.operations.double import say_two_people, suggest_by_hand
from m4c.people.operations.person_merge import Merged, merge, undo_merge
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form
from m4c.people.views.person import seen as person_seen


@dataclass(frozen=True)
class Side:
    """One of two records as they stand beside each other."""

    person: Person
    memberships: list[Membership]
    is_kept_safe: bool


@never_cache
@require_safe
def doubles(request: SignedIn) -> HttpResponse:
    """Pairs who may be one person, the latest found first: only those whom one may make one."""
    found = seen(request).order_by("-found_at", "-pk").select_related("first", "second")
    page = page_of(found, request.GET, after=DoubleSuggestionQuerySet.after, before=DoubleSuggestionQuerySet.before)
    return render(request, "people/doubles.html", {"page": page})


@never_cache
@require_http_methods(["GET", "POST"])
def double(request: SignedIn, uid: UUID) -> HttpResponse:
    """Two records side by side; sent, they are made one as was chosen."""
    suggestion = get_object_or_404(seen(request).select_related("first", "second"), uid=uid)
    keep, other = (person_seen(request, one.uid) for one in in_order(suggestion.first, suggestion.second))
    differing = differences(keep, other)
    form = MergeForm(request.POST or None, differences=differing)
    if request.method == "POST" and (form.is_valid() or not differing):
        given = {"keep": keep, "other": other, "choices": form.cleaned_data, "at": timezone.now()}
        merged: Merged | None = done_by_form(request, form, merge, **given)
        if merged:
            return redirect("person", uid=merged.kept.uid)
    context = {"suggestion": suggestion, "form": form, "sides": [side(request, keep), side(request, other)]}
    return render(request, "people/double.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def same_as(request: SignedIn, uid: UUID) -> HttpResponse:
    """Name another record of the same person; both are then looked at side by side, where nothing is done yet."""
    shown = person_seen(request, uid)
    form = SamePersonForm(request.POST or None, by=request.user)
    if form.is_valid():
        given = {"first": shown, "second": form.cleaned_data["other"], "at": timezone.now()}
        if found := done_by_form(request, form, suggest_by_hand, **given):
            return redirect("double", uid=found.uid)
    context = {"person": shown, "form": form}
    return render(request, "people/same_as.html", context, status=422 if form.errors else 200)


@require_POST
def two_people(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say that they are two people, so that they are not suggested again."""
    found = get_object_or_404(seen(request).select_related("first", "second"), uid=uid)
    given = {"first": found.first, "second": found.second, "at": timezone.now()}
    done(request, say_two_people, _("Noted: they are two people."), **given)
    return redirect("doubles")


@require_POST
def undo(request: SignedIn, uid: UUID) -> HttpResponse:
    """Make two again of what was made one."""
    found = get_object_or_404(PersonMerge.objects.visible_to(request.user).select_related("kept"), uid=uid)
    done(request, undo_merge, _("They are two again."), merged=found, at=timezone.now())
    return redirect("person", uid=found.kept.uid)


def seen(request: SignedIn) -> DoubleSuggestionQuerySet:
    """The open suggestions that the account may answer."""
    return DoubleSuggestion.objects.visible_to(request.user).open()


def side(request: SignedIn, person: Person) -> Side:
    """A record with the groups that the account may know of."""
    memberships = Membership.objects.visible_to(request.user).filter(person=person).select_related("group")
    kept_safe = Protection.objects.visible_to(request.user).active().filter(person=person)
    return Side(person, list(memberships), kept_safe.exists())
