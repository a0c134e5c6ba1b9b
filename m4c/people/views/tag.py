"""Tags on somebody: put one there, and take one off."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from m4c.people.forms.tag import TagForm
from m4c.people.models import Tag, Tagging
from m4c.people.operations import tag as operations
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form
from m4c.people.views.person import seen


@never_cache
@require_http_methods(["GET", "POST"])
def tags(request: SignedIn, uid: UUID) -> HttpResponse:
    """The tags on somebody, and one more."""
    shown = seen(request, uid)
    form = TagForm(request.POST or None, by=request.user, person=shown)
    given = {"people": [shown], "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, operations.tag_people, **given, **form.cleaned_data):
        return redirect("tags", uid=uid)
    found = Tagging.objects.visible_to(request.user).filter(person=shown).select_related("tag__group")
    context = {"person": shown, "form": form, "taggings": found}
    return render(request, "people/tags.html", context, status=422 if form.errors else 200)


@require_POST
def untag(request: SignedIn, uid: UUID, tag: UUID) -> HttpResponse:
    """Take a tag off somebody."""
    shown = seen(request, uid)
    found: Tag = get_object_or_404(Tag.objects.visible_to(request.user), uid=tag)
    done(request, operations.untag_people, _("Taken off."), people=[shown], tag=found)
    return redirect("tags", uid=uid)
