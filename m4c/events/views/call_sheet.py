"""The call sheet: whom a leader asks to an event, one tap for each answer; on paper, and typed back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.htmx import page_or_part
from m4c.events.forms.turnout import CallForm, ListPersonForm, OwnNameForm, QuickCallsForm, TypedCallsForm
from m4c.events.models import Attendance, Event, NameAtEvent, TurnoutCall
from m4c.events.operations import asking, turnout_call
from m4c.events.turnout.call_sheet import ROUNDS, CallSheet, call_sheet_of, usual_round
from m4c.events.views.turnout import asked_to
from m4c.people.models import Person, Protection
from m4c.people.naming import person_named
from m4c.people.operations.protection import look
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

NOBODY = "nobody"  # as whose list stands in an address: those whom nobody asks


def chosen_round(request: SignedIn, event: Event) -> str:
    """The round of the address, else the one that is due."""
    wanted = request.GET.get("call", "")
    return wanted if wanted in ROUNDS else usual_round(event, timezone.now())


def whose_list(request: SignedIn) -> Person | None:
    """Whose list the address names, as far as one sees them; one's own where it names none."""
    wanted = request.GET.get("of", "")
    if wanted == NOBODY:
        return None
    return person_named(request.user, wanted) or request.user.person


def sheet_of(request: SignedIn, event: Event) -> CallSheet:
    """The sheet that the address asks for."""
    return call_sheet_of(event, request.user, whose_list(request), chosen_round(request, event), timezone.now())


def kept(request: SignedIn, event: Event) -> str:
    """What addresses carry along: whose list, in which round."""
    of = {"of": request.GET["of"]} if request.GET.get("of") else {}
    return f"?{urlencode({'call': chosen_round(request, event), **of})}"


@require_safe
def sheet(request: SignedIn, uid: UUID) -> HttpResponse:
    """Whom one asks, how to reach each, and what each said in this round."""
    return drawn(request, asked_to(request, uid))


def kept_safe_on(request: SignedIn, told: CallSheet) -> list[Protection]:
    """Those of a sheet who are kept safe, and whose contact one is. No statement where nobody's number is held back."""
    held_back = [line.person for line in told.lines if line.person and line.barred]
    if not held_back:
        return []
    own = Protection.objects.visible_to(request.user).active().filter(contact=request.user.person_id)
    return list(own.filter(person__in=held_back))


def drawn(request: SignedIn, event: Event, **more: Any) -> HttpResponse:
    """The page of a sheet, or its list alone. Who reads how to reach somebody kept safe has looked: that is logged."""
    told, person = sheet_of(request, event), whose_list(request)
    for protection in kept_safe_on(request, told):
        look(protection=protection, door="call-sheet", by=request.user)
    here = reverse("call-sheet", kwargs={"uid": event.uid})
    of = {"of": request.GET["of"]} if request.GET.get("of") else {}
    context = {
        "event": event,
        "sheet": told,
        "whose": person,
        "is_own": person is not None and person.pk == request.user.person_id,
        "kept": kept(request, event),
        "tabs": [
            {
                "label": capfirst(TurnoutCall.Round(each).label),
                "url": f"{here}?{urlencode({'call': each, **of})}",
                "current": each == told.call,
            }
            for each in ROUNDS
        ],
        "answers": [(answer.value, capfirst(answer.label)) for answer in TurnoutCall.Answer],
        "person_form": ListPersonForm(by=request.user, prefix="who"),
        "name_form": OwnNameForm(prefix="own"),
        **more,
    }
    status = 422 if any(form.errors for form in (context["person_form"], context["name_form"])) else 200
    return page_or_part(request, "events/call_sheet.html", context, part="call-list", status=status)


def back(request: SignedIn, event: Event) -> HttpResponse:
    """The list anew for htmx, the page anew for who has no script."""
    if request.htmx:
        return drawn(request, event)
    return redirect(reverse("call-sheet", kwargs={"uid": event.uid}) + kept(request, event))


@require_POST
def list_person(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put somebody on one's list."""
    event = asked_to(request, uid)
    form = ListPersonForm(request.POST, by=request.user, prefix="who")
    given = {"event": event, "asker": request.user.person}
    if form.is_valid() and done_by_form(request, form, asking.list_person, person=form.cleaned_data["person"], **given):
        return back(request, event)
    return drawn(request, event, person_form=form)


@require_POST
def list_name(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write a name on one's own list, and ask it to the event."""
    event = asked_to(request, uid)
    form = OwnNameForm(request.POST, prefix="own")
    today = timezone.localdate()
    if form.is_valid() and done_by_form(request, form, asking.list_new_name, event=event, new=form.new, on=today):
        return back(request, event)
    return drawn(request, event, name_form=form)


@require_POST
def answer(request: SignedIn, uid: UUID) -> HttpResponse:
    """What somebody said."""
    found = person_line(request, uid)
    form = CallForm(request.POST)
    if form.is_valid():
        done(request, turnout_call.answer_call, attendance=found, at=timezone.now(), **form.cleaned_data)
    return back(request, found.event)


@require_POST
def take_back(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take back what was written down last."""
    found = person_line(request, uid)
    done(request, turnout_call.take_back_answer, attendance=found)
    return back(request, found.event)


@require_POST
def unlist(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take somebody off a list."""
    found = person_line(request, uid)
    done(request, asking.unlist_person, _("{name} is taken off.").format(name=found.person), attendance=found)
    return back(request, found.event)


@require_POST
def answer_name(request: SignedIn, uid: UUID) -> HttpResponse:
    """What somebody of one's own list said."""
    found = name_line(request, uid)
    form = CallForm(request.POST)
    if form.is_valid():
        done(request, turnout_call.answer_name_call, asked=found, at=timezone.now(), **form.cleaned_data)
    return back(request, found.event)


@require_POST
def take_back_name(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take back what was written down last of a name."""
    found = name_line(request, uid)
    done(request, turnout_call.take_back_name_answer, asked=found)
    return back(request, found.event)


@require_POST
def unlist_name(request: SignedIn, uid: UUID) -> HttpResponse:
    """Ask a name to this event no more."""
    found = name_line(request, uid)
    done(request, asking.unlist_name, asked=found)
    return back(request, found.event)


@require_safe
def paper(request: SignedIn, uid: UUID) -> HttpResponse:
    """The sheet to print, large, its lines numbered; without anybody kept safe, for paper is left lying about."""
    event = asked_to(request, uid)
    told = sheet_of(request, event)
    safe = {protection.person_id for protection in kept_safe_on(request, told)}
    lines = [line for line in told.of_round if line.person is None or line.person.pk not in safe]
    context = {"event": event, "lines": lines, "kept": kept(request, event)}
    context |= {"whose": whose_list(request), "round": TurnoutCall.Round(chosen_round(request, event)).label}
    return render(request, "events/call_paper.html", context)


@require_http_methods(["GET", "POST"])
def typed(request: SignedIn, uid: UUID) -> HttpResponse:
    """Type back what stands on paper: by number and letter, to be looked at, or line by line."""
    event = asked_to(request, uid)
    told = sheet_of(request, event)
    begun = {"call": told.call, "of": request.GET.get("of", ""), "quick": request.GET.get("quick", "")}
    quick = QuickCallsForm(begun)
    said = quick.read({line.number for line in told.lines})
    form = TypedCallsForm(request.POST or None, lines=told.lines, typed=said, initial={"call": told.call})
    if form.is_valid() and form.answers:
        given = {"event": event, "answers": form.answers, "call": form.cleaned_data["call"], "at": timezone.now()}
        if written := done_by_form(request, form, turnout_call.answer_calls, **given):
            messages.success(request, _("Answers written down: {number}.").format(number=len(written)))
            return redirect(reverse("call-sheet", kwargs={"uid": uid}) + kept(request, event))
    context = {"event": event, "form": form, "quick": quick, "kept": kept(request, event)}
    return render(request, "events/typed_calls.html", context, status=422 if form.errors else 200)


def person_line(request: SignedIn, uid: UUID) -> Attendance:
    """Somebody on a list who is seen; 404 for anybody else."""
    rows = Attendance.objects.visible_to(request.user).select_related("person", "event__group")
    return get_object_or_404(rows, uid=uid)


def name_line(request: SignedIn, uid: UUID) -> NameAtEvent:
    """A name on one's own list; 404 for anybody else's."""
    rows = NameAtEvent.objects.visible_to(request.user).select_related("name", "event__group")
    return get_object_or_404(rows, uid=uid)
