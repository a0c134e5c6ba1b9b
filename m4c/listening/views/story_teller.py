"""The teller's own pages: by a link without an account, or signed in; to say yes, to lower, and to take back."""

from uuid import UUID

from allauth.core import ratelimit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.errors import Refused, add_to_form
from m4c.listening.models import Story
from m4c.listening.operations import story_teller as operations
from m4c.listening.stories.asking import never_again
from m4c.listening.stories.links import opened_by, opens_nothing
from m4c.listening.stories.page import StoryFace, face_of
from m4c.listening.stories.teller_form import TellerForm
from m4c.people.models.account import website
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Read one's own story by its link, and say how far it may go."""
    if too_many := ratelimit.consume_or_429(request, action="own_data_link", limit_get=True):
        return too_many
    story = opened_by(token, timezone.now())
    if story is None:
        return gone(request)
    face = face_of(story, timezone.localdate())
    form = TellerForm(request.POST or None, standing=face.standing)
    if form.is_valid():
        said = form.said(request.POST.get("read", ""))
        try:
            operations.answer_by_story_link(token=token, said=said, at=timezone.now(), by=website())
        except Refused as refused:
            add_to_form(form, refused)
        else:
            return redirect("story-by-link", token=token)
    return unlisted(request, "listening/story_by_link.html", {"face": face, "form": form, "token": token})


@never_cache
@require_POST
def take_back_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Take one's own story back, by its link."""
    if too_many := ratelimit.consume_or_429(request, action="own_data_link"):
        return too_many
    story = opened_by(token, timezone.now())
    if story is None:
        return gone(request)
    operations.take_back_by_story_link(token=token, at=timezone.now(), by=website())
    story.refresh_from_db()
    return unlisted(request, "listening/story_taken_back.html", {"face": face_of(story, timezone.localdate())})


@never_cache
@require_POST
def never_ask_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Say that one does not want to be asked again, by the link."""
    if too_many := ratelimit.consume_or_429(request, action="own_data_link"):
        return too_many
    if opened_by(token, timezone.now()) is None:
        return gone(request)
    operations.never_ask_by_story_link(token=token, at=timezone.now(), by=website())
    return redirect("story-by-link", token=token)


@never_cache
@require_safe
def own_stories(request: SignedIn) -> HttpResponse:
    """The stories that one told, signed in."""
    account = request.user
    own = Story.objects.visible_to(account).filter(teller=account.person_id or 0, taken_back_at=None)
    told_not_to = account.person_id is not None and never_again(account.person_id)
    context = {"stories": own, "never_again": told_not_to, "has_person": account.person_id is not None}
    return render(request, "listening/own_stories.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def own_story(request: SignedIn, uid: UUID) -> HttpResponse:
    """One of one's own stories, and how far it may go."""
    face = own_face(request, uid)
    form = TellerForm(request.POST or None, standing=face.standing)
    given = {"story": face.story, "at": timezone.now()}
    if form.is_valid():
        said = form.said(request.POST.get("read", ""))
        if done_by_form(request, form, operations.answer_own_story, said=said, **given):
            messages.success(request, _("It is as you say, from this minute on."))
            return redirect("own-story", uid=uid)
    return render(request, "listening/own_story.html", {"face": face, "form": form}, status=422 if form.errors else 200)


@require_POST
def take_back_own(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take one's own story back."""
    said, face = _("It is gone, here and everywhere we show it."), own_face(request, uid)
    done(request, operations.take_back_own_story, said, story=face.story, at=timezone.now())
    return redirect("own-stories")


@require_POST
def never_ask_own(request: SignedIn) -> HttpResponse:
    """Say that one does not want to be asked for a story again."""
    done(request, operations.never_ask_for_own_story, _("Nobody will ask you again."), at=timezone.now())
    return redirect("own-stories")


def own_face(request: SignedIn, uid: UUID) -> StoryFace:
    """One of one's own stories; 404 for any other."""
    found = Story.objects.visible_to(request.user).select_related("teller", "group").filter(taken_back_at=None)
    story: Story = get_object_or_404(found, uid=uid, teller=request.user.person_id or 0)
    return face_of(story, timezone.localdate())


def gone(request: HttpRequest) -> HttpResponse:
    """The link opens nothing: the same for all reasons."""
    return unlisted(request, "listening/story_link_gone.html", {"sentence": opens_nothing()}, status=404)


def unlisted(request: HttpRequest, template: str, context: dict[str, object], status: int = 200) -> HttpResponse:
    """A page with a secret in its address: kept by nobody, and told to no other site."""
    form: object = context.get("form")
    refused = bool(form and getattr(form, "errors", None))
    response = render(request, template, context, status=422 if refused else status)
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
