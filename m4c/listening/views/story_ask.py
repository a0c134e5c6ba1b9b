"""On somebody's page: that they were asked for their story, and what they said to being asked."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from m4c.listening.operations.story_ask import answer_story_ask, ask_for_story
from m4c.people.models import Person
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done


@require_POST
def ask(request: SignedIn, uid: UUID) -> HttpResponse:
    """Somebody was asked to tell their story."""
    person = get_object_or_404(Person.objects.visible_to(request.user), uid=uid)
    done(request, ask_for_story, _("Written down that you asked."), person=person, at=timezone.now())
    return redirect("person", uid=uid)


@require_POST
def answer(request: SignedIn, uid: UUID) -> HttpResponse:
    """What they said to it."""
    person = get_object_or_404(Person.objects.visible_to(request.user), uid=uid)
    given = {"person": person, "said": request.POST.get("said", ""), "at": timezone.now()}
    done(request, answer_story_ask, _("Written down, and obeyed."), **given)
    return redirect("person", uid=uid)
