"""One's own account: how one signs in, and the language one reads."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from m4c.core.languages import CHOSEN
from m4c.people.accounts.letters import language_of
from m4c.people.forms.sign_in import LanguageForm
from m4c.people.models import Person
from m4c.people.operations.account import choose_language
from m4c.people.requests import SignedIn


@require_http_methods(["GET", "POST"])
def own_account(request: SignedIn) -> HttpResponse:
    """How one signs in, and the language one reads."""
    form = LanguageForm(request.POST or None, initial={"language": own_language(request)})
    if request.method == "POST" and form.is_valid():
        choose_language(language=form.cleaned_data["language"], by=request.user)
        request.session[CHOSEN] = language_of(request.user)
        return redirect("own-account")
    return render(request, "people/own_account.html", {"form": form})


def own_language(request: SignedIn) -> str:
    """The language kept with one's own record."""
    person: Person | None = request.user.person
    return person.language if person else Person.Language.ENGLISH
