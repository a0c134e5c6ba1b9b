"""Writing to a decision-maker without an account: whom, in one's own words, and what came back."""

from functools import partial
from typing import Any
from urllib.parse import quote

from allauth.core import ratelimit
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from m4c.campaigns.letters.addressees import Addressee, addressees_of
from m4c.campaigns.letters.public import as_told, letter_of_writer, open_drives, sent, shared_answers
from m4c.campaigns.models import LetterDrive
from m4c.campaigns.operations.letter_drive import (
    LetterDriveRefused,
    say_sent,
    share_answer,
    take_letter_back,
    write_letter,
)
from m4c.campaigns.press.naming import names_veiled
from m4c.people.models.account import website
from m4c.website.letter_forms import AnswerForm, LetterForm, WhereForm
from m4c.website.public_forms import answer, comes_from_here, open_form


@open_form
def write(request: HttpRequest, slug: str) -> HttpResponse:
    """What to ask for; whom, by postcode where it takes one; then words of one's own.

    The postcode is sent in the body, never in the address: addresses stand in logs and histories.
    """
    drive = get_object_or_404(open_drives(), slug=slug)
    naming = names_veiled([drive.campaign], timezone.localdate())[drive.campaign_id]
    drive = as_told(drive, naming)
    looks_up = request.POST.get("do") == "look-up"
    where = WhereForm(request.POST if looks_up else None, initial={"postcode": request.POST.get("where")})
    postcode = (where.cleaned_data["postcode"] if where.is_valid() else "") or request.POST.get("where", "")
    found = addressees_of(drive, postcode, timezone.localdate())
    about = {"drive": drive, "where": where, "postcode": postcode, "found": found, "went": sent(drive)}
    about["answers"] = shared_answers(drive, naming)
    form, template = form_to(found.rows, postcode), "website/letter_drive.html"
    if looks_up or not found.rows:
        return render(request, template, about | {"form": form()}, status=422 if where.errors else 200)
    act = partial(keep, request, drive, found.rows)
    return answer(request, form, template=template, sent="public-campaigns", act=act, about=about)


def form_to(rows: list[Addressee], postcode: str) -> Any:
    """The form of a letter to one of these, who were found by this postcode."""

    def form(*given: Any, **options: Any) -> LetterForm:
        return LetterForm(*given, **options).offer(rows, postcode)

    form.name = LetterForm.name  # type: ignore[attr-defined]
    return form


def keep(
    request: HttpRequest, drive: LetterDrive, rows: list[Addressee], form: LetterForm, notice: int
) -> HttpResponse:
    """Keep that somebody wrote, and show the letter ready to go, with the link by which its writer comes back."""
    given = form.cleaned_data
    to = next(each for each in rows if str(each.powerholder.uid) == given["to"])
    words = {"words": given["words"], "may_read": given["may_read"]}
    made = write_letter(drive=drive, powerholder=to.powerholder, **words, at=timezone.now(), by=website())
    back = settings.SITE_URL + reverse("letter-back", kwargs={"token": made.token})
    mail = f"mailto:{quote(to.email)}?subject={quote(drive.title)}&body={quote(given['words'])}" if to.email else ""
    context = {"drive": drive, "to": to, "words": given["words"], "back": back, "mail": mail}
    return render(request, "website/letter_ready.html", context)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def back(request: HttpRequest, token: str) -> HttpResponse:
    """By the link of its writer: it went, this is what they answered, or forget it."""
    if too_many := ratelimit.consume_or_429(request, action="sign_up_link", limit_get=True):
        return too_many
    letter = letter_of_writer(token)
    if letter is None:
        return render(request, "website/letter_gone.html", status=404)
    form = AnswerForm(request.POST if request.POST.get("do") == "answer" else None)
    if request.method == "POST" and comes_from_here(request) and (done := act_on(request, token, form)):
        return done
    context = {"letter": letter, "form": form}
    return render(request, "website/letter_back.html", context, status=422 if form.errors else 200)


def act_on(request: HttpRequest, token: str, form: AnswerForm) -> HttpResponse | None:
    """Do what was pressed, and where that leads; None where the form comes back."""
    now, do = timezone.now(), request.POST.get("do")
    given: dict[str, Any] = {"token": token, "by": website()}
    try:
        if do == "sent":
            say_sent(on=timezone.localdate(now), **given)
        elif do == "forget":
            take_letter_back(**given)
            return render(request, "website/letter_gone.html", {"is_forgotten": True})
        elif do == "answer" and form.is_valid():
            may_show = form.cleaned_data["may_show"]
            words, on = form.cleaned_data["answer"], timezone.localdate(now)
            share_answer(words=words, may_show=may_show, on=on, at=now, **given)
        else:
            return None
    except LetterDriveRefused as gone:
        raise Http404 from gone
    return redirect("letter-back", token=token)
