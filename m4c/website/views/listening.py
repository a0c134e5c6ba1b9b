"""Answering a listening campaign's questions without an account, and with no name unless one wants word back."""

from functools import partial
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from m4c.core.languages import in_language
from m4c.core.page_cache import kept
from m4c.listening.campaigns.asking import ENGLISH, WELSH, Asked, languages_of, name_of, questions_of
from m4c.listening.campaigns.public import open_campaigns
from m4c.listening.models import ListeningCampaign
from m4c.listening.operations.questionnaire import answer_questions
from m4c.people.models.account import website
from m4c.website.listening_forms import ListeningForm, form_for
from m4c.website.public_forms import answer, open_form


@open_form
def questions(request: HttpRequest, slug: str) -> HttpResponse:
    """The questions in the language of the address, or in one that was typed in; everybody is thanked alike."""
    campaign = get_object_or_404(open_campaigns(), slug=slug)
    asked = questions_of(campaign)
    language = chosen(request, asked)
    return answer(
        request,
        form_for(asked, language),
        template="website/listening.html",
        sent=reverse("listening-answered", kwargs={"slug": slug}),
        act=partial(take, request, campaign, language),
        about={"campaign": campaign, "language": language, "others": other_languages(request, asked, language)},
    )


def take(request: HttpRequest, campaign: ListeningCampaign, language: str, form: ListeningForm, notice: int) -> None:
    """Keep what was answered."""
    now = timezone.now()
    answer_questions(
        campaign=campaign,
        answers=form.answers(on=timezone.localdate(now), language=language),
        stranger=form.stranger(request.LANGUAGE_CODE),
        at=now,
        by=website(),
    )


@kept
@require_safe
def answered(request: HttpRequest, slug: str) -> HttpResponse:
    """Thank you, to everybody alike."""
    campaign = get_object_or_404(open_campaigns(), slug=slug)
    return render(request, "website/listening_answered.html", {"campaign": campaign})


def chosen(request: HttpRequest, asked: list[Asked]) -> str:
    """The language that a link asks for, where a question has words in it; else that of the address."""
    wanted = request.GET.get("language", "")
    if wanted in languages_of(asked):
        return wanted
    return WELSH if request.LANGUAGE_CODE == WELSH else ENGLISH


def other_languages(request: HttpRequest, asked: list[Asked], language: str) -> list[tuple[str, str]]:
    """A link for each language but the one shown: English and Welsh have addresses of their own."""
    links = []
    for code in languages_of(asked):
        if code in (ENGLISH, WELSH):
            address = in_language(request.path, code)
        else:
            address = f"{request.path}?{urlencode({'language': code})}"
        if code != language:
            links.append((name_of(code), address))
    return links
