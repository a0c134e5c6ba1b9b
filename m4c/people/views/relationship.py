"""How people know each other: write it down from a person's page, put it right, and say that it ended."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from m4c.people.forms.relationship import CorrectionForm, EndForm, RelationshipForm
from m4c.people.models import Relationship
from m4c.people.operations import relationship as operations
from m4c.people.relationships.corrections import written_before
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form
from m4c.people.views.person import seen


@never_cache
@require_http_methods(["GET", "POST"])
def record(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down whom somebody knows."""
    shown = seen(request, uid)
    form = RelationshipForm(request.POST or None, by=request.user, person=shown)
    if form.is_valid() and done_by_form(request, form, operations.record_relationship, **form.given):
        messages.success(request, _("Written down."))
        return redirect("person", uid=uid)
    context = {"person": shown, "form": form}
    return render(request, "people/relationship.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def correct(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put right what was written wrongly; what stood there before is shown below."""
    found = Relationship.objects.visible_to(request.user).select_related("person", "other", "group")
    relationship: Relationship = get_object_or_404(found, uid=uid)
    shown = relationship.person
    form = CorrectionForm(request.POST or None, by=request.user, relationship=relationship)
    if form.is_valid():
        given = {"relationship": relationship, "at": timezone.now(), **form.given}
        if done_by_form(request, form, operations.correct_relationship, **given):
            messages.success(request, _("Put right."))
            return redirect("person", uid=shown.uid)
    before = written_before(request.user, relationship)
    context = {"person": shown, "relationship": relationship, "form": form, "before": before}
    return render(request, "people/relationship_correct.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def end(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say that a relationship is one no more; what was stays to be read."""
    found = Relationship.objects.visible_to(request.user).select_related("person", "other")
    relationship: Relationship = get_object_or_404(found, uid=uid)
    shown = relationship.person
    form = EndForm(request.POST or None)
    if form.is_valid() and done_by_form(
        request, form, operations.end_relationship, relationship=relationship, **form.cleaned_data
    ):
        return redirect("person", uid=shown.uid)
    title = _("No longer: {sentence}").format(sentence=relationship.words_of(shown))
    context = {"person": shown, "form": form, "title": title, "submit": _("It ended")}
    return render(request, "people/membership.html", context, status=422 if form.errors else 200)
