"""Telling how a group came to be: its steps, what it grew out of, who supported it; and taking a line back."""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from m4c.people.forms.group_life import OriginForm, StageForm, SupporterForm
from m4c.people.groups.story import story_of
from m4c.people.models import Group, GroupOrigin, GroupSupporter
from m4c.people.operations import group_birth as operations
from m4c.people.permissions import LOOK_AFTER_GROUPS
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form
from m4c.people.views.group_story import group_where


@require_http_methods(["GET", "POST"])
def birth(request: SignedIn, slug: str) -> HttpResponse:
    """What is told so far, and three short forms; each is sent by itself, named by its button."""
    shown = group_where(request.user, slug, LOOK_AFTER_GROUPS)
    part = request.POST.get("part", "")
    forms = forms_of(request, shown, part)
    if part in forms and forms[part].is_valid() and written(request, shown, part, forms[part]):
        return redirect("tell-birth", slug=slug)
    context = {"group": shown, "story": story_of(request.user, shown, True), "forms": forms}
    is_refused = any(form.errors for form in forms.values() if form.is_bound)
    return render(request, "people/group_birth.html", context, status=422 if is_refused else 200)


def forms_of(request: SignedIn, group: Group, part: str) -> dict[str, Form]:
    """The three forms; the one that was sent holds what was typed."""
    sent = {name: request.POST if part == name else None for name in ("stage", "origin", "supporter")}
    by: dict[str, Any] = {"by": request.user, "group": group}
    return {
        "stage": StageForm(sent["stage"], prefix="stage"),
        "origin": OriginForm(sent["origin"], prefix="origin", **by),
        "supporter": SupporterForm(sent["supporter"], prefix="supporter", **by),
    }


def written(request: SignedIn, group: Group, part: str, form: Form) -> Any:
    """Write down what one of the forms says, or put the refusal on it."""
    operation: Any = {
        "stage": operations.date_stage,
        "origin": operations.say_origin,
        "supporter": operations.thank_supporter,
    }[part]
    return done_by_form(request, form, operation, group=group, at=timezone.now(), **form.cleaned_data)


@require_POST
def drop_origin(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take back what a group was said to have grown out of."""
    seen = GroupOrigin.objects.visible_to(request.user).select_related("group")
    found = get_object_or_404(seen, uid=uid)
    shown = group_where(request.user, found.group.slug, LOOK_AFTER_GROUPS)
    done(request, operations.withdraw_origin, _("Taken back."), origin=found)
    return redirect("tell-birth", slug=shown.slug)


@require_POST
def drop_supporter(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take back that somebody supported a group."""
    seen = GroupSupporter.objects.visible_to(request.user).select_related("group")
    found = get_object_or_404(seen, uid=uid)
    shown = group_where(request.user, found.group.slug, LOOK_AFTER_GROUPS)
    done(request, operations.withdraw_supporter, _("Taken back."), supporter=found)
    return redirect("tell-birth", slug=shown.slug)
