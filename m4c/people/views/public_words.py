"""What the whole site says in the movement's name, for the editors of all of it."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.visibility import EVERYWHERE
from m4c.people.desk.default_notice import notice_in_force
from m4c.people.forms.front_desk import ImprintForm, NoticeForm, SiteNoticeForm, WhoPaysForm, from_today
from m4c.people.models import Imprint, PrivacyNotice, SiteNotice, WhoPays
from m4c.people.operations.privacy_notice import write_notice
from m4c.people.operations.public_words import (
    BothLanguages,
    put_up_notice,
    say_who_pays,
    set_imprint,
    take_down_notice,
)
from m4c.people.permissions import KEEP_PUBLIC_WORDS
from m4c.people.views.asking import account_of, done, done_by_form

View = Callable[..., HttpResponse]


def for_the_whole_site(view: View) -> View:
    """Only for those who hold the right over the whole movement: an editor of one group has pages of their own."""

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not account_of(request).may(KEEP_PUBLIC_WORDS, EVERYWHERE):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return asked


@require_safe
@for_the_whole_site
def public_words(request: HttpRequest) -> HttpResponse:
    """What stands now, and the way to each form."""
    account, today = account_of(request), timezone.localdate()
    context = {
        "notice": notice_in_force(today),
        "next_notices": PrivacyNotice.objects.visible_to(account).filter(valid_from__gt=today),
        "imprint": Imprint.objects.visible_to(account).shown_by(today).first(),
        "who_pays": WhoPays.objects.visible_to(account).shown_by(today).first(),
        "site_notices": SiteNotice.objects.visible_to(account).not_over(today),
        "today": today,
    }
    return render(request, "people/public_words.html", context)


@require_http_methods(["GET", "POST"])
@for_the_whole_site
def write_privacy_notice(request: HttpRequest) -> HttpResponse:
    """The next version of the privacy notice, begun with the words that hold now."""
    today = timezone.localdate()
    now = notice_in_force(today)
    form = NoticeForm(
        request.POST or None, initial={"words_en": now.words_en, "words_cy": now.words_cy, **from_today()}
    )
    given = {"today": today, **form.cleaned_data} if form.is_bound and form.is_valid() else None
    return answer(request, form, write_notice, given, _("A new version of the privacy notice"))


@require_http_methods(["GET", "POST"])
@for_the_whole_site
def write_imprint(request: HttpRequest) -> HttpResponse:
    """Who publishes the site, begun with what holds now."""
    now = Imprint.objects.visible_to(account_of(request)).shown_by(timezone.localdate()).first()
    form = ImprintForm(request.POST or None, initial={**standing(now, ImprintForm), **from_today()})
    given = form.cleaned_data if form.is_bound and form.is_valid() else None
    return answer(request, form, set_imprint, given, _("Imprint"))


@require_http_methods(["GET", "POST"])
@for_the_whole_site
def write_who_pays(request: HttpRequest) -> HttpResponse:
    """Where the money comes from, begun with the words that hold now."""
    now = WhoPays.objects.visible_to(account_of(request)).shown_by(timezone.localdate()).first()
    form = WhoPaysForm(request.POST or None, initial={**standing(now, WhoPaysForm), **from_today()})
    given = both_languages(form) if form.is_bound and form.is_valid() else None
    return answer(request, form, say_who_pays, given, _("Who pays for us"))


@require_http_methods(["GET", "POST"])
@for_the_whole_site
def write_site_notice(request: HttpRequest) -> HttpResponse:
    """A sentence above every public page."""
    form = SiteNoticeForm(request.POST or None, initial=from_today())
    given = both_languages(form) if form.is_bound and form.is_valid() else None
    return answer(request, form, put_up_notice, given, _("A notice above every page"))


@require_POST
@for_the_whole_site
def take_down_site_notice(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a notice down."""
    notice = get_object_or_404(SiteNotice.objects.visible_to(account_of(request)), uid=uid)
    done(request, take_down_notice, _("The notice is down."), notice=notice, at=timezone.now())
    return redirect("public-words")


def standing(now: Imprint | WhoPays | None, form_class: type[forms.ModelForm[Any]]) -> dict[str, Any]:
    """What stands now, as a form of it begins; nothing where none does."""
    return model_to_dict(now, form_class.base_fields) if now else {}


def both_languages(form: forms.BaseForm) -> dict[str, Any]:
    """What a form says, its words in both languages together."""
    given = dict(form.cleaned_data)
    return {"words": BothLanguages(given.pop("words_en"), given.pop("words_cy")), **given}


def answer(
    request: HttpRequest, form: forms.BaseForm, operation: Callable[..., Any], given: dict[str, Any] | None, title: str
) -> HttpResponse:
    """Do what was asked for, or show the form."""
    if given is not None and done_by_form(request, form, operation, **given):
        messages.success(request, _("Published."))
        return redirect("public-words")
    context = {"form": form, "title": title}
    return render(request, "people/public_words_form.html", context, status=422 if form.errors else 200)
