"""Whom one may mean: the people of a name, shown while it is typed."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from m4c.people.forms.person_field import PersonField, Typed
from m4c.people.requests import SignedIn


@never_cache
@require_safe
def whom(request: SignedIn) -> HttpResponse:
    """The choices below a person field, for the name typed into it: `?other=beth`, with `&new=yes` where it may."""
    typed = {name: str(text) for name, text in request.GET.items() if name != "new"}
    if len(typed) != 1:
        raise Http404
    (name, text), *_ = typed.items()
    if not name.isidentifier():
        raise Http404
    field: Any = PersonField(may_be_new="new" in request.GET, initial=Typed(text.strip()))
    field.account = request.user
    form = forms.Form()
    form.fields[name] = field
    return render(request, "people/whom.html", {"field": form[name]})
