"""The list of powerholders, and the names that forms of power offer while one types."""

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from m4c.core.htmx import page_or_part
from m4c.core.pages import page_of
from m4c.people.forms.person_field import Typed
from m4c.people.requests import SignedIn
from m4c.power.models.powerholder import PowerholderQuerySet
from m4c.power.permissions import RECORD_POWER
from m4c.power.record.finding import FINDERS
from m4c.power.record.forms.holders import FindPowerholdersForm
from m4c.power.record.forms.pick import PickField
from m4c.power.record.listing import found_by, listed
from m4c.power.views.tabs import tabs

AFTER, BEFORE = PowerholderQuerySet.after, PowerholderQuerySet.before


@never_cache
@require_safe
def powerholders(request: SignedIn) -> HttpResponse:
    """Who decides, by name."""
    account, today = request.user, timezone.localdate()
    form = FindPowerholdersForm(request.GET)
    words = {name: form.chosen(name) or "" for name in ("q", "kind", "area", "only")}
    found = found_by(account, today=today, **words)
    kept = {name: word for name, word in words.items() if word}
    found_page = page_of(found, request.GET, after=AFTER, before=BEFORE, kept=kept)
    context = {
        "tabs": tabs(account, "powerholders"),
        "form": form,
        "page": found_page,
        "rows": listed(account, found_page.rows, today),
        "is_filtered": bool(kept),
        "may_record": account.may_somewhere(RECORD_POWER),
    }
    return page_or_part(request, "power/powerholders.html", context, part="powerholders-list")


@never_cache
@require_safe
def pick(request: SignedIn) -> HttpResponse:
    """The choices below a field that asks for one of these, for the name typed into it."""
    what = request.GET.get("what", "")
    typed = {name: str(text) for name, text in request.GET.items() if name != "what"}
    if len(typed) != 1 or not set(what.split("+")) <= set(FINDERS):
        raise Http404
    (name, text), *_rest = typed.items()
    if not name.isidentifier():
        raise Http404
    field = PickField(what, initial=Typed(text.strip()))
    field.account = request.user
    form = forms.Form()
    form.fields[name] = field
    return render(request, "people/whom.html", {"field": form[name]})
