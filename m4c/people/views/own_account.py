"""One's own account: how one signs in, the language one reads, and by which clock."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from m4c.core.languages import CHOSEN
from m4c.people.accounts.letters import language_of
from m4c.people.forms.sign_in import LanguageForm, TimeZoneForm
from m4c.people.models import Person
from m4c.people.operations.account import choose_language, choose_time_zone
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form


@require_http_methods(["GET", "POST"])
def own_account(request: SignedIn) -> HttpResponse:
    """How one signs in, and the language one reads."""
    form = LanguageForm(request.POST or None, initial={"language": own_language(request)})
    if request.method == "POST" and form.is_valid():
        choose_language(language=form.cleaned_data["language"], by=request.user)
        request.session[CHOSEN] = language_of(request.user)
        return redirect("own-account")
    return account_page(request, form, TimeZoneForm(initial={"time_zone": request.user.time_zone}))


@require_POST
def own_time_zone(request: SignedIn) -> HttpResponse:
    """By which clock one reads of online events."""
    form = TimeZoneForm(request.POST)
    if form.is_valid() and done_by_form(request, form, choose_time_zone, **form.cleaned_data):
        return redirect("own-account")
    return account_page(request, LanguageForm(initial={"language": own_language(request)}), form)


def account_page(request: SignedIn, form: LanguageForm, zone_form: TimeZoneForm) -> HttpResponse:
    """The page of one's own account."""
    status = 422 if zone_form.errors else 200
    return render(request, "people/own_account.html", {"form": form, "zone_form": zone_form}, status=status)


def own_language(request: SignedIn) -> str:
    """The language kept with one's own record."""
    person: Person | None = request.user.person
    return person.language if person else Person.Language.ENGLISH
