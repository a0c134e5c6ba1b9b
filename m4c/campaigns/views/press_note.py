"""Notes to the press: written with the facts filled in, held until an hour, printed, copied, taken back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.campaigns.models import Campaign, LadderStep, PressNote
from m4c.campaigns.operations import press_item
from m4c.campaigns.operations import press_note as operations
from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS
from m4c.campaigns.press.filled_in import copied, facts_of, note_of
from m4c.campaigns.press.forms import NoteForm, QuoteForm, start_of
from m4c.campaigns.press.quoting import quotes_seen
from m4c.campaigns.views.campaign import campaign_of, frame
from m4c.core.models.record import uid_of
from m4c.core.pages import row_at
from m4c.core.visibility import scopes_of
from m4c.events.models import Event
from m4c.people.models import Person
from m4c.people.models.use import is_out_of_use
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@never_cache
@require_http_methods(["GET", "POST"])
def write(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write a note; `?step=` says of which step of the ladder, `?event=` of what came of which event."""
    campaign = campaign_of(request, uid)
    step, now = step_named(request, campaign), timezone.now()
    event = row_at(Event.objects.visible_to(request.user), request.GET.get("event", ""))
    facts = facts_of(request.user, campaign, event.uid if event else None)
    start: dict[str, Any] = {**note_of(campaign, step, now, facts), "contact": contact_of(request, campaign)}
    form = NoteForm(request.POST or None, by=request.user, initial=start)
    given = {"campaign": campaign, "new": form.new(step, event), "at": now} if form.is_valid() else {}
    if given and (note := done_by_form(request, form, operations.write_press_note, **given)):
        messages.success(request, _("Written. Let a second pair of eyes read it before it goes out."))
        return redirect("press-note", uid=note.uid)
    context = frame(request, campaign, "campaign-press") | {"form": form, "step": step}
    return render(request, "campaigns/press_note_form.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def note(request: SignedIn, uid: UUID) -> HttpResponse:
    """One note, as it is printed and copied."""
    return shown(request, note_seen(request, uid))


@require_http_methods(["GET", "POST"])
def edit(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put it right before it goes out."""
    found = note_seen(request, uid)
    until = timezone.localtime(found.embargo_until) if found.embargo_until else None
    start = start_of(found, until) | {"contact": contact_of(request, found)}
    form = NoteForm(request.POST or None, by=request.user, kept=contact_kept(request, found), initial=start)
    given = {"note": found, "new": form.new(found.step), "at": timezone.now()} if form.is_valid() else {}
    if given and done_by_form(request, form, operations.edit_press_note, **given):
        return redirect("press-note", uid=uid)
    context = frame(request, found.campaign, "campaign-press") | {"form": form, "note": found}
    return render(request, "campaigns/press_note_form.html", context, status=422 if form.errors else 200)


@require_POST
def release(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say that it has gone out."""
    sentence = _("Gone out. Its hour is on it, and the press keeps to it.")
    done(request, operations.release_press_note, sentence, note=note_seen(request, uid), at=timezone.now())
    return redirect("press-note", uid=uid)


@require_POST
def withdraw(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take it back."""
    done(request, operations.withdraw_press_note, _("Taken back."), note=note_seen(request, uid), at=timezone.now())
    return redirect("press-note", uid=uid)


@require_POST
def quote(request: SignedIn, uid: UUID) -> HttpResponse:
    """Quote somebody in it, with what they agreed to."""
    found = note_seen(request, uid)
    form = QuoteForm(request.POST, by=request.user, campaign=found.campaign)
    given = {"note": found, "new": form.new, "at": timezone.now()} if form.is_valid() else {}
    if given and done_by_form(request, form, press_item.quote_in_note, **given):
        return redirect("press-note", uid=uid)
    return shown(request, found, 422, form=form)


def shown(request: SignedIn, found: PressNote, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    now = timezone.now()
    quotes = quotes_seen(request.user, timezone.localdate(now), note=found)
    contact = contact_of(request, found)
    context = frame(request, found.campaign, "campaign-press") | {
        "note": found,
        "copy_text": copied(found, quotes, contact),
        "is_held": bool(found.embargo_until and found.embargo_until > now),
        "contact": contact,
        "quotes": quotes,
        "may_release": request.user.may(PUBLISH_CAMPAIGNS, scopes_of(found.campaign)),
        "form": QuoteForm(by=request.user, campaign=found.campaign),
    }
    return render(request, "campaigns/press_note.html", context | more, status=status)


def note_seen(request: SignedIn, uid: UUID) -> PressNote:
    """A note that the account sees; 404 for any other."""
    rows = PressNote.objects.visible_to(request.user).select_related("campaign__group", "step", "contact")
    found: PressNote = get_object_or_404(rows, uid=uid)
    return found


def step_named(request: SignedIn, campaign: Campaign) -> LadderStep | None:
    """The step that `?step=` names; 404 for one that is not of this campaign."""
    typed = request.GET.get("step", "")
    if not typed:
        return None
    uid = uid_of(typed)
    steps = LadderStep.objects.visible_to(request.user).filter(campaign=campaign).select_related("event")
    step = steps.filter(uid=uid).first() if uid else None
    if step is None:
        raise Http404
    return step


def contact_of(request: SignedIn, whose: Campaign | PressNote) -> Person | None:
    """The named contact of a campaign or a note, where one may see them; nobody kept safe, from whomever."""
    if whose.contact_id is None or is_out_of_use(whose.contact_id):
        return None
    people = Person.objects.visible_to(request.user).prefetch_related("phones", "emails")
    found: Person | None = people.filter(pk=whose.contact_id).first()
    return found


def contact_kept(request: SignedIn, whose: Campaign | PressNote) -> Person | None:
    """The named contact whom a form does not show to this account, and so does not change unless another is named."""
    return whose.contact if contact_of(request, whose) is None else None
