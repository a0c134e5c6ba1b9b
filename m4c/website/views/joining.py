"""Join, write to us, complain: what strangers send in, each by the one guard of public forms."""

from functools import partial
from typing import Any

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from m4c.people.desk.agreements import agreed_wordings
from m4c.people.desk.written import Written
from m4c.people.models import JoinRequest, SignUp
from m4c.people.models.account import website
from m4c.people.operations.complaint import complain as make_complaint
from m4c.people.operations.contact_message import leave_message
from m4c.people.operations.sign_up import Joining, SignUpRefused, ask_to_join, confirm_sign_up
from m4c.website.forms import ComplaintForm, ContactForm, JoinForm
from m4c.website.public_forms import answer, comes_from_here, may_write_to, open_form


@open_form
def join(request: HttpRequest) -> HttpResponse:
    """Sign up; a letter comes, and only what is confirmed there becomes a record."""
    act = partial(sign_up, request)
    return answer(request, JoinForm, template="website/join.html", sent="join-sent", act=act)


@open_form
def contact(request: HttpRequest) -> HttpResponse:
    """Write to the group of a place, or to the movement; `?about=start` begins a message for a place without any."""
    starts = _("There is no group near me yet. I would like to help start one.")
    initial = {"words": starts} if request.GET.get("about") == "start" else {}
    act = partial(write, request)
    return answer(request, ContactForm, template="website/contact.html", sent="contact-sent", act=act, initial=initial)


@open_form
def complain(request: HttpRequest) -> HttpResponse:
    """Complain; the clock begins."""
    act = partial(complain_of, request)
    return answer(request, ComplaintForm, template="website/complain.html", sent="complaint-sent", act=act)


@require_safe
def sent(request: HttpRequest, page: str) -> HttpResponse:
    """Thank you, to everybody alike."""
    return render(request, f"website/{page}.html")


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button, and make it true when it is pressed: a mail scanner that opens the link does nothing."""
    if too_many := ratelimit.consume_or_429(request, action="sign_up_link", limit_get=True):
        return too_many
    now = timezone.now()
    if request.method == "POST" and comes_from_here(request):
        try:
            confirmed = confirm_sign_up(token=token, at=now, by=website())
        except SignUpRefused:
            return render(request, "website/join_gone.html", status=404)
        return redirect("asked" if isinstance(confirmed, JoinRequest) else "joined")
    sign_up = SignUp.waiting(token, now)
    if sign_up is None:
        return render(request, "website/join_gone.html", status=404)
    return render(request, "website/join_confirm.html", {"group": sign_up.group})


def sign_up(request: HttpRequest, form: JoinForm, notice: int) -> None:
    """Keep a sign-up, and have its letter written; nothing more for an address that had several today."""
    given: dict[str, Any] = form.cleaned_data
    if not may_write_to(request, given["email"]):
        return
    words = {**given, "agreed": agreed_wordings(given["agreed"])}
    ask_to_join(joining=Joining(**words, language=language_of(request)), notice=notice, at=timezone.now(), by=website())


def write(request: HttpRequest, form: ContactForm, notice: int) -> None:
    """Keep a message."""
    leave_message(
        written=written(request, form),
        postcode=form.cleaned_data["postcode"],
        notice=notice,
        at=timezone.now(),
        by=website(),
    )


def complain_of(request: HttpRequest, form: ComplaintForm, notice: int) -> None:
    """Keep a complaint, always; its letter goes out unless the address had several today."""
    make_complaint(
        written=written(request, form),
        kind=form.cleaned_data["kind"],
        notice=notice,
        at=timezone.now(),
        by=website(),
        may_write_back=may_write_to(request, form.cleaned_data["email"]),
    )


def written(request: HttpRequest, form: ContactForm | ComplaintForm) -> Written:
    """Who wrote what, in which language."""
    given = form.cleaned_data
    return Written(given["your_name"], given["email"], given["words"], language_of(request))


def language_of(request: HttpRequest) -> str:
    """The language of the address."""
    return request.LANGUAGE_CODE
