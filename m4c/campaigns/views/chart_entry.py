"""A line of the strategy chart: worded anew, chosen between two wordings, taken away, undone."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from m4c.campaigns.models import ChartEntry
from m4c.campaigns.operations.chart import EntryReplaced, add_entry, change_entry, take_away_entry, undo_entry
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.campaigns.strategy.chart import chains_of
from m4c.campaigns.strategy.forms import BY_KEY, ChoiceForm, LineForm
from m4c.campaigns.views.chart import address
from m4c.core.errors import Refused, add_to_form
from m4c.core.visibility import scopes_of
from m4c.people.naming import doer_named, with_doer
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: SignedIn, uid: UUID) -> HttpResponse:
    """One line: its wordings, and a form for the next. Where it was replaced meanwhile, both stand side by side."""
    found = entry_of(request, uid)
    column = BY_KEY[found.column]
    as_it_is = {"part": found.part, "words": found.words, "constituency": found.constituency, "due_on": found.due_on}
    form = LineForm(request.POST or None, column=column, initial=as_it_is)
    if request.method == "POST" and form.is_valid():
        try:
            changed = worded_anew(request, form, found)
        except EntryReplaced:
            return both(request, found, form)
        if changed:
            messages.success(request, _("Changed. The wording before stays readable."))
            return redirect(address(found.target, found.column))
    chains = chains_of(found, request.user)
    context = {
        "entry": found,
        "target": found.target,
        "column": column,
        "form": form,
        "wordings": with_doer(request.user, chains.wordings(found), "by"),
        "last": chains.last(found),
        "may_run": request.user.may(RUN_CAMPAIGNS, scopes_of(found)),
    }
    return render(request, "campaigns/chart_entry.html", context, status=422 if form.errors else 200)


@require_POST
def choose(request: SignedIn, uid: UUID) -> HttpResponse:
    """Which of two wordings stands; `uid` is that of the line as it was shown beside one's own."""
    found = entry_of(request, uid)
    form, chosen = LineForm(request.POST, column=BY_KEY[found.column]), ChoiceForm(request.POST)
    if not (form.is_valid() and chosen.is_valid()):
        return redirect("chart-line", uid=uid)
    if chains_of(found, request.user).last(found) != found:
        return both(request, found, form)
    if settled(request, found, form, chosen.cleaned_data["choice"]):
        messages.success(request, _("So it stands. Both wordings stay readable."))
    return redirect(address(found.target, found.column))


def settled(request: SignedIn, found: ChartEntry, form: LineForm, choice: str) -> bool:
    """Do as was chosen; where that is refused, say so."""
    if choice == ChoiceForm.THEIRS:
        return True
    given: dict[str, Any] = {"line": form.line, "at": timezone.now()}
    if choice == ChoiceForm.MINE and found.ended_at is None:
        return bool(done(request, change_entry, entry=found, **given))
    return bool(done(request, add_entry, target=found.target, **given))


@require_POST
def take_away(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take a line off the chart."""
    found = entry_of(request, uid)
    done(request, take_away_entry, _("Taken away. You can undo that."), entry=found, at=timezone.now())
    return redirect(address(found.target, found.column))


@require_POST
def undo(request: SignedIn, uid: UUID) -> HttpResponse:
    """Undo the last that happened to a line."""
    found = entry_of(request, uid)
    done(request, undo_entry, _("Undone."), entry=found, at=timezone.now())
    return redirect(address(found.target, found.column))


def both(request: SignedIn, found: ChartEntry, form: LineForm) -> HttpResponse:
    """One's own wording beside the one that somebody put there meanwhile, or that they took away."""
    last = chains_of(found, request.user).last(found)
    context = {
        "entry": last,
        "who": doer_named(request.user, last.ended_by or last.by),
        "target": found.target,
        "read": found,
        "mine": form.cleaned_data,
        "sent": [(name, form.data.get(name, "")) for name in form.fields],
    }
    return render(request, "campaigns/chart_both.html", context, status=409)


def worded_anew(request: SignedIn, form: LineForm, found: ChartEntry) -> bool:
    """Put a wording in the place of another. Raises EntryReplaced; any other refusal goes onto the form."""
    try:
        return bool(change_entry(entry=found, line=form.line, at=timezone.now(), by=request.user))
    except EntryReplaced:
        raise
    except Refused as refused:
        add_to_form(form, refused)
        return False


def entry_of(request: SignedIn, uid: UUID) -> ChartEntry:
    """A line of a chart that the account sees; 404 for any other."""
    rows = ChartEntry.objects.visible_to(request.user).select_related(
        "target__powerholder", "target__campaign__group", "replaces"
    )
    found: ChartEntry = get_object_or_404(rows, uid=uid)
    return found
