"""The list of people: who is on it, by what it is filtered, and the page where filters are set."""

from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from m4c.core.htmx import page_or_part
from m4c.core.pages import Page, page_read
from m4c.core.prepared import prepared
from m4c.people.acting.register import offered_to
from m4c.people.acting.whom import opened
from m4c.people.by_name import PAGE, Filtered, PeopleByName, listed
from m4c.people.filters.register import SECTIONS
from m4c.people.finding.find import FIRST, find_to_list
from m4c.people.forms.find_people import SAVED, FindPeopleForm
from m4c.people.list_permissions import CHANGE_MANY, SAVE_FILTERS
from m4c.people.listed import lines_of
from m4c.people.models import Account, SavedFilter
from m4c.people.narrowing import asked, filter_chip, kept_group
from m4c.people.permissions import EXPORT_PEOPLE
from m4c.people.views.asking import account_of

SHOWN = 12  # saved filters beside the list; all have a page of their own


class Action(NamedTuple):
    """Something that can be done with many, as a button."""

    name: str
    icon: str
    label: str


class Chip(NamedTuple):
    """One filter in words, and the address of the list without it."""

    words: str
    url: str


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """The people one may see, by name, fifty at a time."""
    account = account_of(request)
    if SAVED in request.GET and (kept := opened(request.GET, account)):
        return redirect(f"{request.path}?{urlencode(kept_group(request, None) | kept.dict())}")
    form = FindPeopleForm(asked(request), by=account)
    group, only = form.group_chosen, form.condition
    page: Page[Any] = Page(find_to_list(account, form.typed, group=group, only=only), "", "")
    number = None
    if not form.typed:
        carried = form.kept() | kept_group(request, group)
        if form.is_filtered:
            found = Filtered(listed(account, group).filter(only))
            page = page_read(found, request.GET, kept=carried, size=PAGE)
            number = None if form.problems else found.count()
        else:
            page = page_read(PeopleByName(account, group), request.GET, kept=carried, size=PAGE)
    context = {
        "form": form,
        "filter_chip": filter_chip(request, group),
        "chips": chips(request, form),
        "kept": form.kept(),
        "page": page,
        "lines": lines_of(account, page.rows),
        "number": number,
        "is_cut": bool(form.typed) and len(page.rows) == FIRST,
        "may_export": account.may_somewhere(EXPORT_PEOPLE),
        "shown": form.address,
        "saved": saved_of(account),
        "actions": actions_for(account),
        "may_act": account.may_somewhere(CHANGE_MANY),
        "may_save": bool(form.address) and not form.problems and account.may_somewhere(SAVE_FILTERS),
        "meant": dict(parse_qsl(form.address)),
    }
    return page_or_part(request, "people/people.html", context, part="people-list")


@prepared
def saved_of(account: Account) -> QuerySet[SavedFilter]:
    """The first saved filters, as many as stand beside the list."""
    return SavedFilter.objects.visible_to(account).standing()[:SHOWN]


def actions_for(account: Account) -> tuple[Action, ...]:
    """What the account may do with many."""
    offered = offered_to(account) if account.may_somewhere(CHANGE_MANY) else {}
    return tuple(Action(name, action.icon, str(action.label)) for name, action in offered.items())


def chips(request: HttpRequest, form: FindPeopleForm) -> list[Chip]:
    """The filters that are set, each to be taken away by itself."""
    stays: dict[str, Any] = {"q": form.typed} if form.typed else {}
    stays |= kept_group(request, form.group_chosen)
    return [Chip(each.words, f"{request.path}?{urlencode(stays | form.kept(*each.names))}") for each in form.in_use]


@require_safe
def filters(request: HttpRequest) -> HttpResponse:
    """All that the list can be filtered by, to be set and then shown."""
    form = FindPeopleForm(asked(request), by=account_of(request), with_filters=True)
    rows: dict[Any, list[list[Any]]] = {section: [] for section in SECTIONS}
    for each, own in form.offered:
        rows[each.section].append([form[name] for name in own])
    return render(request, "people/filters.html", {"form": form, "sections": list(rows.items()), "shown": form.address})
