"""The access pack for whoever answers for data protection: look it through, have it made, send it or hand it over."""

from functools import partial
from pathlib import Path
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from m4c.core.errors import Refused
from m4c.people.access.files import TYPES, path_of
from m4c.people.access.pack import Entry, private_notes
from m4c.people.forms.access_pack import DecisionForm, HandOverForm
from m4c.people.models import AccessPack, PackOpening, RightsRequest
from m4c.people.naming import with_doer
from m4c.people.operations import access_pack as operations
from m4c.people.operations.access_pack import LookedAt
from m4c.people.requests import SignedIn
from m4c.people.rights.sight import is_held_back
from m4c.people.views.asking import done, done_by_form


@never_cache
@require_safe
def look_through(request: SignedIn, uid: UUID) -> HttpResponse:
    """All that is held on whoever asks; what holds others too stands first, each with what they are given of it."""
    return pack_page(request, of_request(request, uid))


@require_POST
@sensitive_post_parameters()
def decide(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say what they are given of one entry."""
    asked, form = of_request(request, uid), DecisionForm(request.POST)
    if form.is_valid():
        given = {**form.cleaned_data, "at": timezone.now()}
        if done_by_form(request, form, partial(operations.decide, request=asked), **given):
            return redirect("access-pack", uid=uid)
    return pack_page(request, asked, decision_form=form)


@require_POST
def make(request: SignedIn, uid: UUID) -> HttpResponse:
    """Have the files made."""
    asked = of_request(request, uid)
    sentence = _("It is being made. Load this page again in a minute.")
    done(request, partial(operations.ask_for_pack, request=asked), sentence, at=timezone.now())
    return redirect("access-pack", uid=uid)


@require_POST
def send(request: SignedIn, uid: UUID) -> HttpResponse:
    """Have a link to the files sent."""
    pack = of_pack(request, uid)
    done(request, operations.send_pack, _("The link is on its way."), pack=pack, at=timezone.now())
    return redirect("access-pack", uid=pack.request.uid)


@require_POST
def hand_over(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down that it was handed over."""
    pack, form = of_pack(request, uid), HandOverForm(request.POST)
    if form.is_valid() and done_by_form(request, form, operations.hand_over_pack, pack=pack, **form.cleaned_data):
        messages.success(request, _("Written down."))
        return redirect("access-pack", uid=pack.request.uid)
    return pack_page(request, pack.request, hand_over_form=form)


@require_POST
def take(request: SignedIn, uid: UUID, file: str) -> HttpResponse:
    """A file of a pack, to hand it over: by a press, as each taking is on record."""
    pack = of_pack(request, uid)
    if is_held_back(request.user, pack.request, timezone.now()):
        return redirect("rights-request", uid=pack.request.uid)
    if file not in TYPES or done(request, operations.take_file, pack=pack, file=file, at=timezone.now()) is None:
        raise Http404
    return file_of(path_of(pack, file), file)


def file_of(path: Path, file: str) -> HttpResponse:
    """A file as it is downloaded, kept by nobody on the way. Raises Http404 where it is gone."""
    if not path.exists():
        raise Http404
    name = f"{_('what-we-hold')}.{file}"
    response = FileResponse(path.open("rb"), as_attachment=True, filename=name, content_type=TYPES[file])
    response["Cache-Control"] = "private, no-store"
    return response  # type: ignore[return-value]  # it streams, and is an answer all the same


def of_request(request: SignedIn, uid: UUID) -> RightsRequest:
    """A request for a copy that the account answers; 404 for any other."""
    mine = RightsRequest.objects.visible_to(request.user).filter(kind=RightsRequest.Kind.ACCESS)
    return get_object_or_404(mine.select_related("person__address"), uid=uid)


def of_pack(request: SignedIn, uid: UUID) -> AccessPack:
    """A pack that the account makes; 404 for any other."""
    return get_object_or_404(AccessPack.objects.visible_to(request.user).select_related("request__person"), uid=uid)


def pack_page(
    request: SignedIn,
    asked: RightsRequest,
    *,
    decision_form: DecisionForm | None = None,
    hand_over_form: HandOverForm | None = None,
) -> HttpResponse:
    """The page; a form that came back with its words. Where we do not know yet that it is them, back to the request."""
    if is_held_back(request.user, asked, timezone.now()):
        return redirect("rights-request", uid=asked.uid)
    try:
        looked = operations.look_through(request=asked, by=request.user)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("rights-request", uid=asked.uid)
    pack = AccessPack.objects.visible_to(request.user).filter(request=asked).first()
    openable = AccessPack.objects.visible_to(request.user).openable(timezone.now())
    openings = PackOpening.objects.visible_to(request.user).select_related("by__person")
    listed = to_look_through(looked, decision_form)
    is_listed = any(form is decision_form for _title, _entry, form in listed)
    context = {
        "asked": asked,
        "open": looked.open,
        "to_look_through": listed,
        "sections": [section for section in looked.sections if section.entries],
        "private": private_notes(request.user, looked.sections),
        "pack": pack,
        "is_openable": pack is not None and openable.filter(pk=pack.pk).exists(),
        "openings": with_doer(request.user, openings.filter(pack=pack), "by"),
        "hand_over_form": hand_over_form or HandOverForm(),
        "of_no_entry": None if is_listed else decision_form,
    }
    return render(request, "people/access_pack.html", context, status=422 if decision_form or hand_over_form else 200)


def to_look_through(looked: LookedAt, sent: DecisionForm | None) -> list[tuple[str, Entry, DecisionForm]]:
    """Each entry that holds others too, under its section's title and with its form; those still open first."""
    found = []
    for section in looked.sections:
        for entry in section.to_look_through:
            is_sent = sent is not None and sent.data.get("entry") == entry.held.entry
            form = sent if sent is not None and is_sent else form_of(entry)
            found.append((str(section.title), entry, form))
    return sorted(found, key=lambda each: not each[1].is_open)


def form_of(entry: Entry) -> DecisionForm:
    """The form of one entry, as it was decided before; its ids its own."""
    initial = {"entry": entry.held.entry}
    if entry.decision:
        initial |= {name: getattr(entry.decision, name) for name in ("choice", "words", "reason")}
    return DecisionForm(initial=initial, auto_id=f"id_{entry.held.entry.replace('.', '_').replace(':', '_')}_%s")
