"""A person's record: add somebody, change what they are called and how they are reached, stop all contact."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.forms import BaseForm, model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from m4c.people.doubles.panels import maybe_the_same
from m4c.people.forms.people import AddPersonForm, AddressForm, ContactDetailsForm, NamesForm, StopForm
from m4c.people.models import Account, Membership, Person
from m4c.people.operations import person as operations
from m4c.people.operations.person import NewPerson
from m4c.people.permissions import ADD_PEOPLE
from m4c.people.views.asking import account_of, done, done_by_form
from m4c.people.views.person import seen


@never_cache
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Add somebody met. People with the same e-mail or phone are shown before anything is saved."""
    account = account_of(request)
    group = request.GET.get("group") or next((group.slug for group in account.groups_for(ADD_PEOPLE)), None)
    form = AddPersonForm(request.POST or None, by=account, initial={"group": group})
    alike: list[Person] = []
    if request.method == "POST" and form.is_valid():
        alike = [] if "another" in request.POST else list(people_alike(account, form.new))
        if not alike:
            given = {"group": form.cleaned_data["group"], "new": form.new}
            if added := done_by_form(request, form, operations.add_person, **given):
                messages.success(request, _("{name} is on your list now.").format(name=added))
                if maybe_the_same(account, added):
                    messages.warning(request, _("This may be somebody we know: look further down before you go on."))
                return redirect("person", uid=added.uid)
    status = 422 if form.is_bound and (form.errors or alike) else 200
    return render(request, "people/person_add.html", {"form": form, "alike": alike}, status=status)


def people_alike(account: Account, new: NewPerson) -> QuerySet[Person]:
    """People whom the account may see with the same e-mail or phone as somebody new."""
    folded = [email.casefold() for email in new.emails]
    same = Q(emails__folded__in=folded) | Q(phones__number__in=new.phones)
    return Person.objects.visible_to(account).filter(same).distinct()


@never_cache
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Change what somebody is called, their language and how we met."""
    shown = seen(request, uid)
    form = NamesForm(request.POST or None, instance=shown)
    if request.method == "POST" and form.is_valid():
        given = {"person": shown, "values": form.cleaned_data}
        if done_by_form(request, form, operations.edit_person, **given):
            return redirect("person", uid=uid)
    return edit_page(request, shown, names_form=form)


@never_cache
@require_POST
def reach(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Change somebody's phones and e-mails."""
    shown, form = seen(request, uid), ContactDetailsForm(request.POST)
    if form.is_valid():
        given = {"person": shown, **form.cleaned_data}
        if done_by_form(request, form, operations.set_contact_details, **given):
            return redirect("person", uid=uid)
    return edit_page(request, shown, contact_form=form)


@never_cache
@require_POST
def address(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Say where somebody lives."""
    shown, form = seen(request, uid), AddressForm(request.POST)
    if form.is_valid():
        given = {"person": shown, **form.cleaned_data}
        if done_by_form(request, form, operations.set_address, **given):
            return redirect("person", uid=uid)
    return edit_page(request, shown, address_form=form)


@never_cache
@require_POST
def stop(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Somebody died or moved away: all contact stops."""
    shown, form = seen(request, uid), StopForm(request.POST)
    if form.is_valid():
        died = form.cleaned_data["what"] == StopForm.DIED
        stopped = operations.record_death if died else operations.record_move_away
        on: date = form.cleaned_data["on"]
        done(request, stopped, _("All contact has stopped. The history stays."), person=shown, on=on)
        return redirect("person", uid=uid)
    return edit_page(request, shown, stop_form=form)


@require_POST
def resume(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take back that somebody died or moved away."""
    done(request, operations.resume_contact, _("They may be contacted again."), person=seen(request, uid))
    return redirect("person", uid=uid)


def edit_page(request: HttpRequest, shown: Person, **bound: BaseForm) -> HttpResponse:
    """The page with all forms of a person's record; those that came back filled in as they are."""
    phones = "\n".join(phone.written for phone in shown.phones.all())
    emails = "\n".join(email.address for email in shown.emails.all())
    memberships = Membership.objects.visible_to(account_of(request)).filter(person=shown)
    context: dict[str, object] = {
        "person": shown,
        "memberships": memberships.select_related("group"),
        "names_form": NamesForm(instance=shown),
        "contact_form": ContactDetailsForm(initial={"phones": phones, "emails": emails}),
        "address_form": AddressForm(initial=model_to_dict(shown.address) if shown.address else None),
        "stop_form": StopForm(),
    }
    status = 422 if any(form.errors for form in bound.values()) else 200
    return render(request, "people/person_edit.html", context | bound, status=status)
