"""Pictures of an event in the workspace: all of them, one added, who is in it, and taken off again."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.events.models import Event
from m4c.people.views.asking import account_of, done, done_by_form
from m4c.website.event_picture_forms import AgreementForm, EventPictureForm, InPictureForm
from m4c.website.event_pictures import may_keep, pictures_kept
from m4c.website.models import Picture, Recognised
from m4c.website.operations.event_picture import (
    add_event_picture,
    name_in_picture,
    say_agreed,
    take_agreement_back,
    take_off_event,
)


@require_safe
def pictures(request: HttpRequest, uid: UUID) -> HttpResponse:
    """All pictures of an event, with who is in each and what keeps it back; for others those that may be shown."""
    event = get_object_or_404(Event.objects.visible_to(account_of(request)).select_related("group"), uid=uid)
    may_add = may_keep(account_of(request), event)
    kept = pictures_kept(account_of(request), event)
    context = {
        "event": event,
        "may_add": may_add,
        "kept": [one for one in kept if may_add or not one.picture.is_kept_back],
    }
    return render(request, "website/event_pictures.html", context)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Add one; where people are in it, they are named next."""
    event = event_kept(request, uid)
    form = EventPictureForm(request.POST or None, request.FILES or None)
    if form.is_valid() and (added := done_by_form(request, form, add_event_picture, event=event, **form.cleaned_data)):
        if added.shows_people:
            messages.success(request, _("It is kept. It stands on no page until everybody in it is named and agreed."))
            return redirect("name-in-picture", uid=uid, number=added.pk)
        messages.success(request, _("It stands on the event's page."))
        return redirect("event-pictures", uid=uid)
    return asked(request, {"event": event, "form": form, "is_new": True})


@require_http_methods(["GET", "POST"])
def name(request: HttpRequest, uid: UUID, number: int) -> HttpResponse:
    """Name somebody who is in a picture."""
    event, picture = picture_kept(request, uid, number)
    form = InPictureForm(request.POST or None, by=account_of(request))
    if form.is_valid() and done_by_form(request, form, name_in_picture, picture=picture, **form.given):
        messages.success(request, _("Named. Is somebody else in it?"))
        return redirect("event-pictures", uid=uid)
    return asked(request, {"event": event, "picture": picture, "form": form})


@require_http_methods(["GET", "POST"])
def agreed(request: HttpRequest, uid: UUID, number: int, row: int) -> HttpResponse:
    """Write down that and how somebody agreed."""
    event, picture = picture_kept(request, uid, number)
    who = face(request, picture, row)
    begun = {
        "agreed_on": None if who.withdrawn_on else who.agreed_on,
        "how": who.how,
        "parent_agreed": who.parent_agreed,
    }
    form = AgreementForm(request.POST or None, by=account_of(request), initial=begun)
    if form.is_valid() and done_by_form(request, form, say_agreed, picture=picture, row=who, **form.given):
        messages.success(request, _("Written down."))
        return redirect("event-pictures", uid=uid)
    return asked(request, {"event": event, "picture": picture, "face": who, "form": form})


@require_POST
def take_back(request: HttpRequest, uid: UUID, number: int, row: int) -> HttpResponse:
    """Somebody agrees no longer."""
    _event, picture = picture_kept(request, uid, number)
    given = {"picture": picture, "row": face(request, picture, row), "on": timezone.localdate()}
    done(request, take_agreement_back, _("It is off every page."), **given)
    return redirect("event-pictures", uid=uid)


@require_POST
def take_off(request: HttpRequest, uid: UUID, number: int) -> HttpResponse:
    """Take a picture off the event."""
    _event, picture = picture_kept(request, uid, number)
    done(request, take_off_event, _("It is none of this event's any more."), picture=picture)
    return redirect("event-pictures", uid=uid)


def event_kept(request: HttpRequest, uid: UUID) -> Event:
    """An event whose pictures the account looks after; 404 for any other."""
    event: Event = get_object_or_404(Event.objects.visible_to(account_of(request)).select_related("group"), uid=uid)
    if not may_keep(account_of(request), event):
        raise Http404
    return event


def picture_kept(request: HttpRequest, uid: UUID, number: int) -> tuple[Event, Picture]:
    """One of its pictures; 404 for any other."""
    event = event_kept(request, uid)
    return event, get_object_or_404(Picture.objects.visible_to(account_of(request)).of_event(event), pk=number)


def face(request: HttpRequest, picture: Picture, row: int) -> Recognised:
    """Somebody named in a picture whom the account may see; 404 for anybody else."""
    found: Recognised = get_object_or_404(Recognised.objects.visible_to(account_of(request)), picture=picture, pk=row)
    return found


def asked(request: HttpRequest, context: dict[str, object]) -> HttpResponse:
    """The page that asks."""
    form = context["form"]
    return render(request, "website/event_picture_form.html", context, status=422 if form.errors else 200)  # type: ignore[attr-defined]
