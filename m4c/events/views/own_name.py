"""One's own list: names of people not yet spoken to, which nobody else sees; meeting them, and taking them off."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from m4c.events.forms.turnout import MeetNameForm, OwnNameForm
from m4c.events.models import NameAtEvent
from m4c.events.operations.own_name import meet_name
from m4c.people.forms.person_field import Typed
from m4c.people.list_permissions import KEEP_NAMES
from m4c.people.models import NameOnList
from m4c.people.models.name_on_list import KEPT_FOR
from m4c.people.operations.name_on_list import drop_name, write_name
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@require_http_methods(["GET", "POST"])
def own_names(request: SignedIn) -> HttpResponse:
    """The names on one's own list with the events they are asked to, and one more."""
    form = OwnNameForm(request.POST or None)
    given = {"group": request.user.groups_for(KEEP_NAMES)[0], "on": timezone.localdate()}
    if form.is_valid() and done_by_form(request, form, write_name, new=form.new, **given):
        return redirect("own-names")
    asked: dict[int, list[NameAtEvent]] = {}
    for each in NameAtEvent.objects.visible_to(request.user).select_related("event").order_by("event__starts_at"):
        asked.setdefault(each.name_id, []).append(each)
    names = NameOnList.objects.visible_to(request.user)
    listed = [(name, asked.get(name.pk, []), name.made_on + KEPT_FOR) for name in names]
    context = {"form": form, "names": listed, "days": KEPT_FOR.days}
    return render(request, "events/own_names.html", context, status=422 if form.errors else 200)


@require_POST
def drop(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take a name off one's list."""
    name, group = own_name(request, uid), request.user.groups_for(KEEP_NAMES)[0]
    done(request, drop_name, _("{name} is taken off.").format(name=name.name), group=group, name=name)
    return redirect("own-names")


@require_http_methods(["GET", "POST"])
def meet(request: SignedIn, uid: UUID) -> HttpResponse:
    """One has talked to them: who they are, and they are on record."""
    name = own_name(request, uid)
    form = MeetNameForm(request.POST or None, by=request.user, initial={"person": as_remembered(name)})
    if form.is_valid() and (person := done_by_form(request, form, meet_name, name=name, **form.cleaned_data)):
        messages.success(request, _("{name} is on record now.").format(name=person))
        return redirect("person", uid=person.uid)
    context = {"form": form, "name": name}
    return render(request, "events/meet_name.html", context, status=422 if form.errors else 200)


def own_name(request: SignedIn, uid: UUID) -> NameOnList:
    """A name on one's own list; 404 for anybody else's."""
    return get_object_or_404(NameOnList.objects.visible_to(request.user), uid=uid)


def as_remembered(name: NameOnList) -> Typed:
    """What stands on the list, as the start of a person."""
    is_email = "@" in name.reach
    return Typed(name.name, "", "" if is_email else name.reach, name.reach if is_email else "")
