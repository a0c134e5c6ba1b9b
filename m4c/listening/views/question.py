"""The questions of a listening campaign in their languages, and typing in what somebody answered."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from m4c.core.visibility import scopes_of
from m4c.listening.campaigns.asking import ENGLISH, languages_of, name_of, questions_of
from m4c.listening.campaigns.forms import QuestionForm, TypeInForm
from m4c.listening.models import Question, QuestionAnswer
from m4c.listening.operations import question as operations
from m4c.listening.operations.questionnaire import type_in_questionnaire
from m4c.listening.permissions import RUN_LISTENING
from m4c.listening.views.campaign import seen
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@require_http_methods(["GET", "POST"])
def questions(request: SignedIn, uid: UUID) -> HttpResponse:
    """What the campaign asks, and a question to add."""
    shown, form = seen(request, uid), QuestionForm(request.POST or None)
    if form.is_valid():
        given = {"words": form.words(), "is_concern": form.cleaned_data["is_concern"]}
        if done_by_form(request, form, operations.add_question, campaign=shown, **given):
            messages.success(request, _("Added."))
            return redirect("campaign-questions", uid=uid)
    context = {
        "campaign": shown,
        "questions": questions_of(shown),
        "form": form,
        "may_run": request.user.may(RUN_LISTENING, scopes_of(shown)),
    }
    return render(request, "listening/questions.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def question(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put a question in other words."""
    shown = question_of(request, uid)
    asked = next(each for each in questions_of(shown.campaign) if each.question.pk == shown.pk)
    form = QuestionForm.of(asked, request.POST or None)
    if form.is_valid():
        given = {"words": form.words(asked.wordings), "is_concern": form.cleaned_data["is_concern"]}
        if done_by_form(request, form, operations.word_question, question=shown, **given):
            messages.success(request, _("Saved."))
            return redirect("campaign-questions", uid=shown.campaign.uid)
    is_answered = QuestionAnswer.objects.visible_to(request.user).filter(question=shown).exists()
    context = {"campaign": shown.campaign, "question": shown, "form": form, "is_answered": is_answered}
    return render(request, "listening/question_form.html", context, status=422 if form.errors else 200)


@require_POST
def strike(request: SignedIn, uid: UUID) -> HttpResponse:
    """Ask it no more."""
    shown, sentence = question_of(request, uid), _("It is asked no more; what was answered stays.")
    done(request, operations.strike_question, sentence, question=shown, at=timezone.now())
    return redirect("campaign-questions", uid=shown.campaign.uid)


@require_http_methods(["GET", "POST"])
def type_in(request: SignedIn, uid: UUID) -> HttpResponse:
    """Type in what somebody answered, one after the other."""
    shown = seen(request, uid)
    asked = questions_of(shown)
    languages = languages_of(asked)
    language = request.GET.get("language", "")
    language = language if language in languages else (languages or [ENGLISH])[0]
    form = TypeInForm(request.POST or None, by=request.user)
    form.ask(asked, language)
    if form.is_valid():
        given = form.cleaned_data
        answers = form.answers(on=given["on"], language=language)
        about = {"means": given["means"], "person": given["person"], "at": timezone.now()}
        if done_by_form(request, form, type_in_questionnaire, campaign=shown, answers=answers, **about):
            messages.success(request, _("Kept. Here is the next."))
            return redirect(f"{request.path}?language={language}")
    context = {
        "campaign": shown,
        "form": form,
        "languages": [(code, name_of(code), code == language) for code in languages],
        "has_questions": bool(asked),
    }
    return render(request, "listening/type_in.html", context, status=422 if form.errors else 200)


def question_of(request: SignedIn, uid: UUID) -> Question:
    """A question that is asked, of a campaign that the account may see; 404 for any other."""
    found = Question.objects.visible_to(request.user).filter(struck_at=None).select_related("campaign__group")
    shown: Question = get_object_or_404(found, uid=uid)
    return shown
