"""Who trained at a session."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from m4c.leaders.forms import TrainerForm
from m4c.leaders.operations.training import add_trainer, remove_trainer
from m4c.leaders.views.training import seen
from m4c.people.models import Person
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@require_http_methods(["GET", "POST"])
def trainers(request: SignedIn, uid: UUID) -> HttpResponse:
    """Name somebody who trained, one after another."""
    session = seen(request, uid)
    form = TrainerForm(request.POST or None, by=request.user)
    given = form.cleaned_data if form.is_valid() else {}
    if given and done_by_form(request, form, add_trainer, session=session, **given):
        messages.success(request, _("{name} trained here.").format(name=given["person"]))
        return redirect("trainers", uid=uid)
    people = Person.objects.visible_to(request.user).filter(pk__in=session.trainers.values("pk"))
    context = {"session": session, "event": session.event, "form": form, "trainers": people}
    return render(request, "leaders/trainers.html", context, status=422 if form.errors else 200)


@require_POST
def remove(request: SignedIn, uid: UUID, person: UUID) -> HttpResponse:
    """Take back that somebody trained."""
    session = seen(request, uid)
    trainer = get_object_or_404(Person.objects.visible_to(request.user), uid=person)
    done(request, remove_trainer, _("{name} is taken off.").format(name=trainer), session=session, person=trainer)
    return redirect("trainers", uid=uid)
