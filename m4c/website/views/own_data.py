"""One's own contact details and consents, without an account: ask for a link, use it once, put right, stop."""

from collections.abc import Callable
from functools import partial
from typing import Any

from allauth.core import ratelimit
from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.errors import Refused, add_to_form
from m4c.people.models import Movement
from m4c.people.models.account import website
from m4c.people.operations.own_data import Asking, ask_own_data, leave_own, put_own_right, stop_own, use_own_data_link
from m4c.people.operations.rights_request import RightsRefused
from m4c.people.rights.own_page import OwnPage, page_of_link
from m4c.people.rights.own_sections import own_sections
from m4c.website.own_data_forms import AskOwnDataForm, OwnContactForm, StopForm
from m4c.website.public_forms import answer, may_write_to, open_form

OPENED = "own_data"  # in the session: the link that this browser used


@open_form
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for the link: the same answer to everybody, known or not."""
    act = partial(send_link, request)
    return answer(request, AskOwnDataForm, template="website/own_data_ask.html", sent="own-data-sent", act=act)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button, and open the page when it is pressed: a mail scanner that opens the link spends nothing."""
    if too_many := ratelimit.consume_or_429(request, action="own_data_link", limit_get=True):
        return too_many
    if request.method != "POST":
        return render(request, "website/own_data_open.html")
    try:
        link = use_own_data_link(token=token, at=timezone.now(), by=website())
    except RightsRefused as refused:
        return render(request, "website/own_data_gone.html", {"sentence": refused}, status=404)
    request.session.cycle_key()
    request.session[OPENED] = link.pk
    return redirect("own-data")


@never_cache
@require_safe
def own_data(request: HttpRequest) -> HttpResponse:
    """What the link opened."""
    return shown(request)


@never_cache
@require_POST
@sensitive_post_parameters()
def put_right(request: HttpRequest) -> HttpResponse:
    """Write one's own ways to be reached as one knows them."""
    page = opened(request)
    if page is None:
        return gone(request)
    form = OwnContactForm(request.POST, person=page.person)
    if form.is_valid() and done(form, put_own_right, link=page.link, values=form.values):
        messages.success(request, _("Thank you: it is as you say now."))
        return redirect("own-data")
    return shown(request, contact_form=form)


@never_cache
@require_POST
@sensitive_post_parameters()
def stop(request: HttpRequest) -> HttpResponse:
    """Withdraw what one agreed to, and object, by some ways."""
    page = opened(request)
    if page is None:
        return gone(request)
    form = StopForm(request.POST)
    if form.is_valid() and done(form, stop_own, link=page.link, **form.cleaned_data):
        messages.success(request, _("It stops, from this minute on."))
        return redirect("own-data")
    return shown(request, stop_form=form)


@never_cache
@require_POST
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    """Leave a group, with one press."""
    page = opened(request)
    if page is None:
        return gone(request)
    group = next((each for each in page.groups if each.slug == slug), None)
    if group is None:
        return redirect("own-data")  # left already
    try:
        leave_own(link=page.link, group=group, at=timezone.now(), by=website())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("You have left {group}. Thank you for the time you gave.").format(group=group))
    return redirect("own-data")


@never_cache
@require_POST
def close(request: HttpRequest) -> HttpResponse:
    """Close the page in this browser, before its half hour is over: others may use the same machine."""
    request.session.pop(OPENED, None)
    return redirect("home")


def send_link(request: HttpRequest, form: AskOwnDataForm, notice: int) -> None:
    """Have the link sent; nothing more for an address or a number that was asked by several times today."""
    given: dict[str, Any] = form.cleaned_data
    if may_write_to(request, given["email"] or given["phone"]):
        asking = Asking(**given, language=request.LANGUAGE_CODE)
        ask_own_data(asking=asking, at=timezone.now(), by=website())


def done(form: BaseForm, operation: Callable[..., Any], **given: Any) -> bool:
    """Do it now for whoever holds the link, or put the refusal on the form."""
    try:
        operation(**given, at=timezone.now(), by=website())
    except Refused as refused:
        add_to_form(form, refused)
        return False
    return True


def opened(request: HttpRequest) -> OwnPage | None:
    """The page that this browser's link opened, while it is open."""
    return page_of_link(request.session.get(OPENED), timezone.now())


def shown(request: HttpRequest, **bound: BaseForm) -> HttpResponse:
    """One's own page; a form that came back with its words."""
    page = opened(request)
    if page is None:
        return gone(request)
    context = {
        "page": page,
        "movement": Movement.objects.visible_to(website()).first(),
        "contact_form": OwnContactForm(person=page.person),
        "stop_form": StopForm(),
        "sections": own_sections(page.person),
    }
    return render(request, "website/own_data.html", context | bound, status=422 if bound else 200)


def gone(request: HttpRequest) -> HttpResponse:
    """The page is closed again, or never was open here."""
    sentence = _("This page has been open for long. Please ask for a new link.")
    return render(request, "website/own_data_gone.html", {"sentence": sentence}, status=404)
